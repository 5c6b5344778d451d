"""Cleaning a corpus: many files of many forms in, tables of articles out, on all cores, in parts that are done once.

One module for each task: `inputs` finds the files, `packing` unpacks them, `readers` take rows out of them, `kept`
carries along the input's columns, `parts` cuts the rows into parts, `pool` runs the processes, `cleaning` makes a
part's table, `writers` and `output` put it where it belongs, `report` and `progress` tell of it, `run` puts all of it
together and `command` has its options. `many` is `newsclean.clean_many`.
"""
