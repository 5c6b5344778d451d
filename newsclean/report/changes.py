"""The section that compares two runs, as HTML."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from newsclean.report import charts
from newsclean.report.sections import part, section
from newsclean.views.plain import cut, shown, spoken

if TYPE_CHECKING:
    from newsclean.report.against import Change, Difference
    from newsclean.report.tables import Run

_VALUE = 400
#: Paragraphs of an example.
_MOST = 8


def changes(found: Difference, now: Run, before: Run) -> str:
    """What is different from another run, by field, with examples."""
    rows = [
        (
            f'<a href="#change-{change.field}">{shown(_called(change.field))}</a>',
            f"{change.changed:,}",
            f"{change.gained:,}",
            f"{change.lost:,}",
            charts.bar((change.changed + change.gained + change.lost) / (found.both or 1)),
        )
        for change in found.fields
        if change.examples
    ]
    heads = ("field", "changed", "gained", "lost", "of all")
    same = ", ".join(_called(change.field) for change in found.fields if not change.examples)
    examples = [_examples(change) for change in found.fields if change.examples]
    return section(
        "changes",
        f"Against {shown(str(before.folder))}",
        f"{_told_of(found)} {_versions(now, before)}",
        charts.table("Changes by field", heads, rows, numbers=heads[1:4]) if rows else "",
        f'<p class="quiet">The same in all: {same}.</p>' if same else "",
        *examples,
    )


def _told_of(found: Difference) -> str:
    """What there is to say of the documents as a whole."""
    counts = (
        (found.only_now, "only in this run"),
        (found.only_before, "only in the other"),
        (found.fixed, "errors then and articles now"),
        (found.broken, "articles then and errors now"),
    )
    more = "; ".join(f"{count:,} {what}" for count, what in counts if count)
    grown = found.kept / found.kept_before - 1 if found.kept_before else 0.0
    length = f"{abs(grown):.2%} {'longer' if grown > 0 else 'shorter'} than" if grown else "as long as"
    both = f"{found.both:,} documents are in both runs"
    return f"{both}{f'; {more}' if more else ''}. The bodies are {length} in the other run."


def _versions(now: Run, before: Run) -> str:
    this, other = (shown(str(run.told.get("version", "of an unknown version"))) for run in (now, before))
    return f"Both are by newsclean {this}." if this == other else f"That run is by newsclean {other}, this by {this}."


def _called(field: str) -> str:
    return "body" if field == "text" else field.replace("_", " ")


def _examples(change: Change) -> str:
    items = []
    for example in change.examples:
        if change.field == "text":
            before, now = _paragraphs(example.before, example.now)
        else:
            before, now = _value("before", example.before), _value("now", example.now)
        more = f" and {example.documents - 1:,} more in the same way" if example.documents > 1 else ""
        items.append(f"<dt>{shown(cut(example.id, _VALUE))}{more}</dt><dd{spoken(example.language)}>{before}{now}</dd>")
    count = change.changed + change.gained + change.lost
    title = f'<span id="change-{change.field}">{shown(_called(change.field))}</span> <small>{count:,} documents</small>'
    return part(title, f'<dl class="changes">{"".join(items)}</dl>')


def _paragraphs(before: str | None, now: str | None) -> tuple[str, str]:
    """What one body has and the other has not."""
    old, new = ((text or "").split("\n\n") if text else [] for text in (before, now))
    lost, gained = [], []
    for _, start, end, other_start, other_end in (
        step for step in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if step[0] != "equal"
    ):
        lost += old[start:end]
        gained += new[other_start:other_end]
    return _listed("del", lost), _listed("ins", gained)


def _listed(element: str, paragraphs: list[str]) -> str:
    texts = [f'<{element} dir="auto">{shown(cut(text, _VALUE))}</{element}>' for text in paragraphs[:_MOST]]
    more = len(paragraphs) - _MOST
    return "".join(texts) + (f"<small>and {more:,} paragraphs more</small>" if more > 0 else "")


def _value(when: str, value: Any) -> str:  # noqa: ANN401 - of any field
    told = shown(cut(_told(value), _VALUE)) if value else "<small>none</small>"
    return f'<span class="{when}" dir="auto"><small>{when}</small> {told}</span>'


def _told(value: Any) -> str:  # noqa: ANN401 - as above
    if isinstance(value, dict):
        return " · ".join(str(part) for part in value.values() if part)
    if isinstance(value, list):
        return "; ".join(map(_told, value))
    return str(value)
