"""Promises that are continued, new or dropped: as lines, Markdown, CSV columns and JSON."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from beloften.codebook.schema import Edition
from beloften.drift.promises import Fate, Passage, PromiseChange
from beloften.rundir.columns import DECIMALS, Column
from beloften.rundir.run_info import to_json
from beloften.safe_text import markdown_text, visible

PROMISES = (
    Column("fate", "string", "continued, reworded, new or dropped."),
    Column("code", "string", "Code of the belofte or koepel."),
    Column("gemeente", "string", "Gemeente; empty when not known."),
    Column(
        "passage",
        "string",
        "In which text its sentence stands, with the promise or without it: both, old or new.",
    ),
    Column("likeness", "number", "How alike its two sentences are, 0 to 1; empty when there is only one."),
    Column("level_old", "string", "Its level in the old text; empty when it is not there."),
    Column("level_new", "string", "Its level in the new text; empty when it is not there."),
    Column("citation_old", "string", "Where it stands in the old text."),
    Column("citation_new", "string", "Where it stands in the new text."),
    Column("sentence_old", "string", "Its sentence in the old text."),
    Column("sentence_new", "string", "Its sentence in the new text."),
)
"""A row per promise in the old text, the new one, or both."""

_SIGNS = {Fate.CONTINUED: "=", Fate.REWORDED: "~", Fate.NEW: "+", Fate.DROPPED: "-"}


def promise_lines(
    changes: Sequence[PromiseChange], labels: Mapping[str, str], rules: Sequence[str]
) -> Iterator[str]:
    """Yield the totals, then below each code its promises with their passages, and last the rules.

    Args:
        changes: the promises.
        labels: the name of each code.
        rules: lines that say which rules found them.
    """
    yield _totals(changes)
    for (gemeente, code), own in groupby(changes, key=lambda one: (one.gemeente, one.code)):
        group = list(own)
        where = f"{visible(gemeente)}, " if gemeente else ""
        yield f"\n{where}{labels[code]}: {_counted(group)}"
        for change in group:
            yield from (visible(line) for line in _passages(change))
    yield ""
    yield from map(visible, rules)


def promise_markdown(
    changes: Sequence[PromiseChange], labels: Mapping[str, str], rules: Sequence[str]
) -> str:
    """Return the same as a Markdown text."""
    lines = [f"## {_totals(changes)}"]
    for (gemeente, code), own in groupby(changes, key=lambda one: (one.gemeente, one.code)):
        group = list(own)
        name = markdown_text(f"{gemeente}, {labels[code]}" if gemeente else labels[code])
        lines += ["", f"### {name}: {_counted(group)}", ""]
        for change in group:
            first, *more = _passages(change)
            lines.append(f"- `{first[0]}` {markdown_text(first[2:])}")
            lines += [f"  <br>{markdown_text(line.strip())}" for line in more]
    lines += ["", *map(markdown_text, rules)]
    return "\n".join(lines) + "\n"


def promise_json(changes: Sequence[PromiseChange], old: Edition, new: Edition) -> str:
    """Return the same as one JSON object, with the rules that found the promises of either text."""
    counts = Counter(change.fate for change in changes)
    return to_json(
        {
            "codebook": {"old": asdict(old), "new": asdict(new)},
            "counts": {fate: counts[fate] for fate in Fate},
            "promises": [*map(_row, changes)],
        }
    )


def _row(change: PromiseChange) -> dict[str, Any]:
    row = asdict(change)
    return {**row, "likeness": None if change.likeness is None else round(change.likeness, DECIMALS)}


def _totals(changes: Sequence[PromiseChange]) -> str:
    return f"Promises: {_counted(changes)}" if changes else "There are no promises in either text."


def _counted(changes: Sequence[PromiseChange]) -> str:
    counts = Counter(change.fate for change in changes)
    return ", ".join(f"{counts[fate]} {fate}" for fate in Fate if counts[fate])


def _passages(change: PromiseChange) -> Iterator[str]:
    """The sentence with its places; of a reworded one both sentences."""
    sign = _SIGNS[change.fate]
    match change.fate:
        case Fate.CONTINUED:
            yield f"{sign} {_line(change.sentence_new)} {change.citation_old} {change.citation_new}"
        case Fate.REWORDED:
            yield f"{sign} {_line(change.sentence_old)} {change.citation_old}"
            yield f"  → {_line(change.sentence_new)} {change.citation_new}"
        case Fate.NEW:
            yield f"{sign} {_line(change.sentence_new)} {change.citation_new}{_stands(change, 'old')}"
        case Fate.DROPPED:
            yield f"{sign} {_line(change.sentence_old)} {change.citation_old}{_stands(change, 'new')}"


def _stands(change: PromiseChange, other: str) -> str:
    """Where only the promise came or went, and not its sentence."""
    if change.passage is not Passage.BOTH:
        return ""
    level = change.level_old if other == "old" else change.level_new
    return f" [in the {other} text {f'only {level}' if level else 'no such promise'}]"


def _line(sentence: str) -> str:
    return " ".join(sentence.split())
