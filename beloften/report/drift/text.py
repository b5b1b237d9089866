"""What moved since a baseline, and why: as lines for the terminal, and as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from beloften.drift.basis import Reason
from beloften.drift.drift import Drift, Explained
from beloften.drift.findings import MovedFinding
from beloften.drift.numbers import ALL_GROUPS, MovedNumber
from beloften.rundir.run_info import rounded, to_json
from beloften.safe_text import visible

MOST = 20
"""How many rows of a table, or items of a list, are shown."""


def drift_lines(drift: Drift) -> Iterator[str]:
    """Yield the verdict, then the causes, the numbers and the findings."""
    yield verdict(drift)
    for cause in drift.causes:
        yield f"\n{heading(cause)}"
        yield from _listed(visible(reason.text) for reason in cause.reasons)
    if drift.idle:
        yield f"\n{IDLE}"
        yield from _listed(visible(reason.text) for reason in drift.idle)
    if drift.beyond:
        yield ""
        yield from _table(largest(drift.beyond))
        yield from _more(len(drift.beyond), "numbers")
    if drift.findings:
        yield "\nfindings"
        yield from (f"  {finding.sign} {visible(finding_text(finding))}" for finding in drift.findings[:MOST])
        yield from _more(len(drift.findings), "findings")


IDLE = "differs, and moved nothing"
"""What stands above what differs without any effect."""


def verdict(drift: Drift) -> str:
    """Return in one line whether anything moved by more than it may, and by what."""
    if drift.fails:
        causes = ", ".join(cause.cause for cause in drift.causes)
        what = (len(drift.beyond), "number") if drift.beyond else (len(drift.findings), "finding")
        return f"Drift: {_number(*what)} moved. Cause: {causes}."
    if drift.numbers:
        return f"No drift: {_number(len(drift.numbers), 'number')} moved, within the tolerances."
    return "No drift."


def heading(cause: Explained) -> str:
    """Return what a cause is called, with its share."""
    said = []
    if cause.share is not None:
        said.append(f"{_number(cause.findings, 'finding')}, {cause.share:.0%}")
    if cause.words:
        said.append(f"{_number(cause.words, 'word')}")
    return f"{cause.cause} ({'; '.join(said)})" if said else str(cause.cause)


def largest(numbers: Sequence[MovedNumber]) -> Sequence[MovedNumber]:
    """Return those that moved most, in their order; rates go before numbers of words."""
    ranked = sorted(numbers, key=lambda one: (not one.measure, -abs(one.difference)))[:MOST]
    return [number for number in numbers if number in ranked]


def finding_text(finding: MovedFinding) -> str:
    """Return a finding that moved, as one line without its sign."""
    degree = " → ".join(part for part in (finding.before, finding.after) if part)
    what = f"{finding.row.code} [{degree}]" if degree else finding.row.code
    sentence = " ".join(finding.row.sentence.split())
    return f"{what} {sentence} {finding.row.citation}"


def group_name(number: MovedNumber) -> str:
    """Return what a group is called in tables."""
    return "all" if number.group == ALL_GROUPS else number.group


def values_of(number: MovedNumber) -> tuple[str, str]:
    """Return the old and the new value as tables show them."""
    decimals = 2 if number.measure else 0
    return f"{number.old:.{decimals}f}", f"{number.new:.{decimals}f}"


def difference_of(number: MovedNumber) -> str:
    """Return by how much a number moved, with its sign."""
    return f"{number.difference:+.{2 if number.measure else 0}f}"


def drift_json(drift: Drift) -> str:
    """Return all of it as one JSON object."""
    content: dict[str, Any] = {
        "drift": drift.fails,
        "causes": [
            {**rounded(asdict(cause)), "reasons": [_reason(reason) for reason in cause.reasons]}
            for cause in drift.causes
        ],
        "idle": [_reason(reason) for reason in drift.idle],
        "numbers": [
            rounded({**asdict(number), "difference": number.difference, "is_beyond": number.is_beyond})
            for number in drift.numbers
        ],
        "findings": [
            {
                "sign": finding.sign,
                "cause": finding.cause,
                "before": finding.before,
                "after": finding.after,
                **{name: getattr(finding.row, name) for name in ("document", "citation", "code", "sentence")},
            }
            for finding in drift.findings
        ],
    }
    return to_json(content)


def _reason(reason: Reason) -> dict[str, str]:
    return {"text": reason.text, "name": reason.name, "pattern": reason.pattern}


def _listed(texts: Iterator[str]) -> Iterator[str]:
    lines = [f"  {text}" for text in texts]
    yield from lines[:MOST]
    yield from _more(len(lines), "such")


def _more(number: int, what: str) -> Iterator[str]:
    if number > MOST:
        yield f"  and {number - MOST} more {what} (--format json gives all)"


def _table(numbers: Sequence[MovedNumber]) -> Iterator[str]:
    wide = max(len("group"), *(len(visible(group_name(number))) for number in numbers))
    yield f"{'group':<{wide}}  {'code':<22}{'measure':<15}{'baseline':>10}{'now':>10}{'difference':>12}"
    for one in numbers:
        old, new = values_of(one)
        values = f"{old:>10}{new:>10}{difference_of(one):>12}"
        yield f"{visible(group_name(one)):<{wide}}  {one.code:<22}{one.measure:<15}{values}"


def _number(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
