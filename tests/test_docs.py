"""The examples in the README and the docs run, and give what they show."""

from __future__ import annotations

import doctest
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FENCE = re.compile(r"^( *)```(\w+)[^\n]*\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def fences(page: Path, language: str) -> list[tuple[int, str]]:
    text = page.read_text("utf-8")
    return [
        (text.count("\n", 0, match.start(3)), match[3])
        for match in FENCE.finditer(text)
        if match[2] == language and installed(text[: match.start()])
    ]


def installed(above: str) -> bool:
    """Whether what an example needs is there: the last heading above it may be the name of a package, "### pandas"."""
    heading = (re.findall(r"^(#+) (.*)$", above, re.MULTILINE) or [("", "")])[-1]
    return heading[0] != "###" or not heading[1].isidentifier() or find_spec(heading[1]) is not None


#: Pages whose examples need what may not be installed: tests/integrations/test_recipes.py runs them one by one.
RECIPES = {"scale.md"}
PAGES = [
    page
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
    if fences(page, "python") and page.name not in RECIPES
]


def run(page: Path) -> list[str]:
    """Run a page's examples in one namespace and return what failed."""
    namespace: dict[str, object] = {}
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    for line, code in fences(page, "python"):
        if ">>>" not in code:
            exec(compile("\n" * line + code, str(page), "exec"), namespace)  # noqa: S102
            continue
        test = doctest.DocTestParser().get_doctest(code, namespace, page.name, str(page), line)
        # get_doctest copies the namespace; the examples of a page share one.
        test.globs = namespace
        runner.run(test, out=report.append, clear_globs=False)
    return report


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_give_what_they_show(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    report = run(page)
    assert not report, "\n" + "".join(report)


def test_a_wrong_example_is_found(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```python\na = 1\n```\n\n```python\n>>> a\n2\n\n```\n", "utf-8")
    assert "Expected:\n    2\nGot:\n    1" in "".join(run(page))


def test_the_main_pages_have_examples():
    names = {page.name for page in PAGES}
    assert {"README.md", "index.md", "pipeline.md", "cleaners.md", "languages.md", "article.md", "recipes.md"} <= names


def test_the_readmes_text_is_the_seeds():
    seed = (ROOT / "seeds" / "004_bbde44ff20abac14.txt").read_text("utf-8").splitlines()
    shown = fences(ROOT / "README.md", "text")[0][1].splitlines()
    # Editors drop white space at the end of a line.
    assert [line for line in shown if line not in map(str.rstrip, seed)] == []


def test_every_cleaner_is_described():
    from newsclean import Pipeline

    headings = re.findall(r"^## `(\w+)`$", (ROOT / "docs" / "cleaners.md").read_text("utf-8"), re.MULTILINE)
    assert headings == list(Pipeline.default().names)


def test_the_ci_finds_the_readmes_test_command():
    pattern = re.search(r"grep -m 1 -E '(.+?)' README.md", (ROOT / ".ci" / "run").read_text("utf-8"))[1]
    commands = [code.strip() for _, code in fences(ROOT / "README.md", "sh")]
    assert sum(bool(re.search(pattern, command)) for command in commands) == 1
