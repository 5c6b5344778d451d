"""Sphinx's settings for these pages."""

project = "newsclean"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton"]
# A reference that leads nowhere is a warning, a type in a signature too; `.ci/run` makes warnings errors.
nitpicky = True
nitpick_ignore_regex = [
    # Python's own pages would be asked for over the network.
    (r"py:.*", r"(collections|os|typing)\..*"),
    # What the package keeps to itself has no page.
    (r"py:.*", r"(newsclean\.(\w+\.)*)?(_\w+\.)*(Lexicon|Markup|Reading|Scores|Story|Tag|Writer)"),
]

myst_heading_anchors = 3

# A name between single backticks in a docstring is code.
default_role = "code"
autodoc_default_options = {"members": True, "exclude-members": "__init__"}
autodoc_member_order = "bysource"
# A class shows its fields instead of a signature that repeats them.
autodoc_class_signature = "separated"
toc_object_entries_show_parents = "hide"
python_maximum_signature_line_length = 80

html_theme = "furo"
html_title = "newsclean"
html_copy_source = False
html_show_copyright = False
html_static_path = ["_static"]
html_css_files = ["style.css"]
highlight_options = {"python": {"stripnl": True}}
# Prompts and output are not copied.
copybutton_exclude = ".gp, .go"
# What blocks for other programs inherit from; the docs are built without these.
autodoc_mock_imports = ["datatrove", "scrapy"]
