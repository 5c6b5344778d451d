"""Training of the content model; `python -m benchmarks.training --help` says how."""
