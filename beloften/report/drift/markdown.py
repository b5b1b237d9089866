"""What moved since a baseline, and why, in GitHub's Markdown."""

from collections.abc import Iterable, Iterator

from beloften.drift.conditions import Met
from beloften.drift.drift import Drift
from beloften.report.drift.text import (
    IDLE,
    MOST,
    difference_of,
    finding_text,
    group_name,
    heading,
    largest,
    values_of,
    verdict,
)
from beloften.safe_text import markdown_text


def drift_markdown(drift: Drift) -> str:
    """Return the verdict, the causes, the numbers and the findings as a Markdown text."""
    return "\n\n".join(_blocks(drift)) + "\n"


def conditions_markdown(met: Iterable[Met]) -> str:
    """Return the conditions that are met as a list, "" when there are none."""
    lines = [f"- {markdown_text(str(one))}" for one in met]
    return "\n".join(["## Conditions that are met", "", *lines, ""]) if lines else ""


def _blocks(drift: Drift) -> Iterator[str]:
    yield f"## {markdown_text(verdict(drift))}"
    for cause in drift.causes:
        yield f"### {markdown_text(heading(cause))}"
        yield _list(reason.text for reason in cause.reasons)
    if drift.idle:
        yield f"### {IDLE.capitalize()}"
        yield _list(reason.text for reason in drift.idle)
    if drift.beyond:
        lines = ["| group | code | measure | baseline | now | difference |", "|---|---|---|---:|---:|---:|"]
        for one in largest(drift.beyond):
            names = map(markdown_text, (group_name(one), one.code, one.measure))
            lines.append(f"| {' | '.join([*names, *values_of(one), difference_of(one)])} |")
        yield "\n".join([*lines, *_more(len(drift.beyond))])
    if drift.findings:
        yield "### Findings"
        yield _shortened(
            [f"- `{finding.sign}` {markdown_text(finding_text(finding))}" for finding in drift.findings]
        )


def _list(texts: Iterable[str]) -> str:
    return _shortened([f"- {markdown_text(text)}" for text in texts])


def _shortened(lines: list[str]) -> str:
    return "\n".join([*lines[:MOST], *_more(len(lines))])


def _more(number: int) -> list[str]:
    return ["", f"and {number - MOST} more"] if number > MOST else []
