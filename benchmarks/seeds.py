"""How many fields come out right over a folder of texts, how fast, and where the time goes.

    python benchmarks/seeds.py [FOLDER] [--json]

A folder holds `NAME.txt` and, beside it, `NAME.json` or `NAME.expected.json`: what the text must give, in the terms of
`Article.to_dict()`. Keys that are absent are not compared. `paragraphs` may be plain texts; `either` may hold texts
that count as right as a paragraph, the deck or a caption. The seeds are the default.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import newsclean
from newsclean import Document, Pipeline
from newsclean.text import read as read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEDS = Path(__file__).parent.parent / "seeds"
FIELDS = (
    "title", "alternate_titles", "deck", "authors", "published", "modified", "dateline", "language", "section",
    "captions", "tags", "credit", "paywall", "url", "paragraphs", "headings", "removed",
)  # fmt: skip
RUNS = 5


def documents(folder: Path) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """Yield name, text and what is expected of every text in a folder."""
    for path in sorted(folder.glob("*.txt")):
        found = [p for p in (path.with_suffix(".json"), path.with_suffix(".expected.json")) if p.is_file()]
        if found:
            yield path.stem, path.read_bytes(), json.loads(found[0].read_text("utf-8"))


def right(article: dict[str, Any], expected: dict[str, Any]) -> dict[str, bool]:
    """Whether each field that is expected came out right, white space collapsed."""
    loose = {_squeezed(text) for text in expected.get("either", ())}
    article = {**article, "headings": [p["text"] for p in article["paragraphs"] if p["kind"] == "heading"]}
    return {field: _same(field, article[field], expected[field], loose) for field in FIELDS if field in expected}


def _same(field: str, found: Any, wanted: Any, loose: set[str]) -> bool:  # noqa: ANN401
    if field == "removed":
        return all(
            any(_squeezed(w["text"]) in _squeezed(r["text"]) and w["kind"] == r["kind"] for r in found) for w in wanted
        )
    found, wanted = _squeezed(found), _squeezed(wanted)
    if field in {"paragraphs", "headings"}:
        found, wanted = _texts(found), _texts(wanted)
    if field in {"paragraphs", "headings", "captions"}:
        found = [item for item in found if (item["text"] if isinstance(item, dict) else item) not in loose]
    return bool(found == wanted or (field == "deck" and found in loose))


def _texts(paragraphs: list[Any]) -> list[str]:
    return [item["text"] if isinstance(item, dict) else item for item in paragraphs]


def _squeezed(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list | tuple):
        return [_squeezed(item) for item in value]
    if isinstance(value, dict):
        return {key: _squeezed(item) for key, item in value.items() if key not in {"start", "end"}}
    return value


def shares(texts: list[str]) -> dict[str, float]:
    """Each cleaner's share of the time of one run of the pipeline."""
    spent: Counter[str] = Counter()
    pipeline = Pipeline.default()
    for _ in range(RUNS):
        for text in texts:
            last = time.perf_counter()
            document = read_text(text)

            def watch(name: str, _: Document) -> None:
                nonlocal last
                now = time.perf_counter()
                spent[name] += now - last  # type: ignore[assignment]
                last = time.perf_counter()

            spent["(cutting)"] += time.perf_counter() - last  # type: ignore[assignment]
            last = time.perf_counter()
            pipeline.run(document, watch=watch)
    whole = sum(spent.values())
    return {name: seconds / whole for name, seconds in spent.most_common()} if whole else {}


def measure(folder: Path) -> dict[str, Any]:
    """All figures for a folder."""
    corpus = list(documents(folder))
    results, seconds, texts = {}, {}, []
    newsclean.clean(b"The first call loads the lexicon.")
    for name, data, expected in corpus:
        best = float("inf")
        for _ in range(RUNS):
            start = time.perf_counter()
            article = newsclean.clean(data)
            best = min(best, time.perf_counter() - start)
        results[name] = right(article.to_dict(), expected)
        seconds[name] = best
        texts.append(article.source)
    fields = {
        field: {
            "right": sum(result.get(field, False) for result in results.values()),
            "of": sum(field in result for result in results.values()),
        }
        for field in FIELDS
    }
    return {
        "folder": str(folder),
        "documents": len(corpus),
        "fields": {field: count for field, count in fields.items() if count["of"]},
        "body_exact": fields["paragraphs"],
        "wrong": {
            name: [f for f, good in result.items() if not good]
            for name, result in results.items()
            if not all(result.values())
        },
        "milliseconds": {name: round(1000 * value, 2) for name, value in seconds.items()},
        "shares": {name: round(share, 4) for name, share in shares(texts).items()},
    }


def show(figures: dict[str, Any]) -> None:
    """Print the figures as tables."""
    print(f"{figures['documents']} documents in {figures['folder']}\n")
    print(f"{'field':20}{'right':>7}{'of':>6}")
    for field, count in figures["fields"].items():
        print(f"{field:20}{count['right']:>7}{count['of']:>6}")
    times = figures["milliseconds"]
    print(f"\nbody exact: {figures['body_exact']['right']} of {figures['body_exact']['of']}")
    print(f"time a document: {sum(times.values()) / len(times):.1f} ms (longest {max(times.values()):.1f} ms)\n")
    for name, wrong in figures["wrong"].items():
        print(f"{name}: {', '.join(wrong)}")
    print(f"{'cleaner':20}{'share of time':>14}")
    for name, share in figures["shares"].items():
        print(f"{name:20}{share:>13.1%}")


def main() -> int:
    """Measure a folder and print it."""
    parser = argparse.ArgumentParser(description="Fields right, body exact and time, over a folder of texts.")
    parser.add_argument("folder", nargs="?", type=Path, default=SEEDS, metavar="FOLDER")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    figures = measure(arguments.folder)
    if not figures["documents"]:
        parser.error(f"no NAME.txt with a NAME.json beside it in {arguments.folder}")
    if arguments.json:
        print(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        show(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
