"""What each package may know: the graph of imports, as `docs/architecture.md` tells it.

Every import counts, also one for types only and one inside a function: whoever names a module knows it.
"""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "newsclean"
SOURCES = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path.read_text("utf-8")
    for path in PACKAGE.rglob("*.py")
}

#: What leads upwards, when asked: notebooks look for `Article._repr_html_`, and people for `to_html` beside `to_text`.
#: Who imports the article does not import the views with it.
ASKED = {("newsclean.article", "newsclean.views"), ("newsclean.article", "newsclean._pydantic")}


def imported(source, known):
    """The modules that a source imports, of those that are known."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield from [name for name in (whole, node.module) if name in known][:1]


def graph(sources):
    """For each module those that it imports, and the packages around them, which run first."""
    edges = {}
    for module, source in sources.items():
        edges[module] = set()
        for name in imported(source, sources):
            parents = {name[:at] for at, c in enumerate(name) if c == "."}
            if (module, name) not in ASKED:
                edges[module] |= {name} | {parent for parent in parents if not f"{module}.".startswith(f"{parent}.")}
    return edges


def circle(edges):
    """The modules of a circle, or nothing."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        return error.args[1]
    return []


def reached(edges, module):
    """All that a module imports, and what that imports in turn."""
    found, waiting = set(), [module]
    while waiting:
        new = edges[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def part(module):
    """The package, or module, right below `newsclean` that a module is or is in."""
    return ".".join(module.split(".")[:2])


MODULES = graph(SOURCES)
PARTS = {part(module): set() for module in MODULES}
for importer, names in MODULES.items():
    PARTS[part(importer)] |= {part(name) for name in names} - {part(importer)}

TEXT_AND_HTML = {"newsclean.text", "newsclean.html"}
DOCUMENT = {"newsclean.document", "newsclean.cleaners", "newsclean.pipeline", *TEXT_AND_HTML}
#: What is built around the cleaning, of which it knows nothing.
AROUND = {
    *("newsclean.arrow", "newsclean.cli", "newsclean.commands", "newsclean.corpus", "newsclean.integrations"),
    *("newsclean.report", "newsclean.serve"),
}
#: What each part must not know, not even by way of others.
FORBIDDEN = {
    "newsclean.lexicon": DOCUMENT | {"newsclean.language", "newsclean.model", "newsclean.naming"},
    "newsclean.language": DOCUMENT | {"newsclean.model", "newsclean.naming"},
    "newsclean.model": DOCUMENT | {"newsclean.language"},
    "newsclean.markup": DOCUMENT | {"newsclean.language", "newsclean.model"},
    "newsclean.naming": PARTS.keys() - {"newsclean.naming"},
    "newsclean.block": DOCUMENT | {"newsclean.language", "newsclean.model"},
    "newsclean.document": {"newsclean.cleaners", "newsclean.pipeline", "newsclean.model", *TEXT_AND_HTML},
    "newsclean.text": {"newsclean.cleaners", "newsclean.pipeline", "newsclean.model", "newsclean.html"},
    "newsclean.html": {"newsclean.cleaners", "newsclean.pipeline"},
    "newsclean.cleaners": {"newsclean.pipeline", "newsclean.html"},
    "newsclean._pydantic": PARTS.keys() - {"newsclean._pydantic"},
    "newsclean._api": AROUND,
    "newsclean.sites": AROUND | {"newsclean._api", "newsclean._outcome"},
    "newsclean.arrow": AROUND - {"newsclean.arrow"},
    "newsclean.corpus": AROUND - {"newsclean.arrow", "newsclean.corpus"},
    "newsclean.integrations": AROUND - {"newsclean.arrow", "newsclean.integrations"},
    "newsclean.serve": AROUND - {"newsclean.arrow", "newsclean.corpus", "newsclean.serve"},
    "newsclean.report": AROUND - {"newsclean.arrow", "newsclean.report"},
    "newsclean.commands": {"newsclean.cli"},
    "newsclean.views": PARTS.keys()
    - {"newsclean.views", "newsclean.article", "newsclean.formats", "newsclean.lexicon", "newsclean._lazy"},
    "newsclean.article": PARTS.keys() - {"newsclean.article"},
    "newsclean.formats": PARTS.keys()
    - {"newsclean.formats", "newsclean.article", "newsclean.lexicon", "newsclean._lazy"},
}


def test_the_graph_has_all_kinds_of_imports():
    sources = {
        "a": "import a.b",
        "a.b": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from a.d import C",
        "a.d": "def f():\n    from a.e import g",
        "a.e": "",
        "a.e.g": "from a import b",
    }
    assert graph(sources) == {"a": {"a.b"}, "a.b": {"a.d"}, "a.d": {"a.e.g", "a.e"}, "a.e": set(), "a.e.g": {"a.b"}}
    assert set(circle(graph(sources))) == {"a.b", "a.d", "a.e.g"}
    assert "newsclean.formats.schema_org" in MODULES["newsclean.formats"]
    assert "newsclean.document" in MODULES["newsclean.cleaners.tags"]


@pytest.mark.parametrize(("module", "name"), ASKED)
def test_what_leads_upwards_does_so_only_in_functions(module, name):
    functions = [node for node in ast.walk(ast.parse(SOURCES[module])) if isinstance(node, ast.FunctionDef)]
    inside = sum(list(imported(ast.unparse(function), SOURCES)).count(name) for function in functions)
    assert 0 < inside == list(imported(SOURCES[module], SOURCES)).count(name)


def test_imports_are_absolute():
    relative = {
        module
        for module, source in SOURCES.items()
        if any(isinstance(node, ast.ImportFrom) and node.level for node in ast.walk(ast.parse(source)))
    }
    assert not relative


@pytest.mark.parametrize("edges", [MODULES, PARTS], ids=["modules", "packages"])
def test_nothing_imports_in_a_circle(edges):
    assert " -> ".join(circle(edges)) == ""


@pytest.mark.parametrize("name", FORBIDDEN)
def test_what_a_part_must_not_know(name):
    assert not reached(PARTS, name) & FORBIDDEN[name]


def test_every_package_has_its_rule():
    packages = {f"newsclean.{path.parent.name}" for path in PACKAGE.glob("*/__init__.py")}
    assert packages <= FORBIDDEN.keys()


CLEANERS = {module: source for module, source in SOURCES.items() if module.startswith("newsclean.cleaners.")}
#: What one reads at a sitting: lines of a cleaner's module, and of a function in it.
LONGEST_MODULE, LONGEST_FUNCTION = 250, 40


def too_long(source):
    """A module, if it is too long, and its functions that are."""
    lines = source.count("\n")
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    long = [node.name for node in functions if node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION]
    return ["the module"] * (lines > LONGEST_MODULE) + long


@pytest.mark.parametrize("module", CLEANERS)
def test_cleaners_are_short(module):
    assert too_long(CLEANERS[module]) == []


def test_too_long_is_found():
    assert too_long("def short():\n    pass\n") == []
    assert too_long("def long():\n" + "    pass\n" * LONGEST_FUNCTION) == ["long"]
    assert too_long("\n" * (LONGEST_MODULE + 1)) == ["the module"]
