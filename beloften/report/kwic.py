"""Concordances: the words that carry a code in their context, line under line (key word in context)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.text import Text

from beloften.report.marks import marked_spans
from beloften.report.rows import Bevinding
from beloften.report.safe_text import visible

_SHORTEST_CONTEXT = 10


@dataclass(frozen=True, slots=True)
class KwicLine:
    """A line of a concordance.

    Attributes:
        left: all that stands before the key, from the sentence before on, with the space between.
        key: the words that carry the code, as they stand in the text.
        right: all that stands behind it, to the end of the next sentence, with the space.
        degree: level or stance of the finding; "" where it has none.
        citation: where the sentence stands.
    """

    left: str
    key: str
    right: str
    degree: str
    citation: str


def kwic_of_code(findings: Iterable[Bevinding], code: str) -> Iterator[KwicLine]:
    """Yield a line per match of a code, in the order of the findings."""
    for finding in findings:
        if finding.code == code:
            for start, end in marked_spans(finding):
                yield _line(finding, start, end)


def drawn(lines: Iterable[KwicLine], width: int) -> Iterator[Text]:
    """Yield the lines for a terminal so many characters wide, with the keys under each other.

    Context is cut to what fits, at least ten characters on either side; keys and sources are never cut, so
    that lines run over on a very narrow terminal.
    """
    lines = [
        KwicLine(*map(visible, (line.left, line.key, line.right, line.degree, line.citation)))
        for line in lines
    ]
    keys = max((len(line.key) for line in lines), default=0)
    degrees = max((len(line.degree) for line in lines), default=0)
    citations = max((len(line.citation) for line in lines), default=0) + degrees + len("  ")
    context = max(_SHORTEST_CONTEXT, (width - keys - citations - len("  ")) // 2)
    for line in lines:
        behind = context + keys - len(line.key)
        text = Text(_end(line.left, context).rjust(context))
        text.append(line.key, style="bold")
        text.append(_start(line.right, behind).ljust(behind))
        yield text.append(f"  {line.degree.ljust(degrees)}  {line.citation}", style="dim")


def _line(finding: Bevinding, start: int, end: int) -> KwicLine:
    return KwicLine(
        left=f"{finding.before} {finding.sentence[:start]}".lstrip(),
        key=finding.sentence[start:end],
        right=f"{finding.sentence[end:]} {finding.after}".rstrip(),
        degree=finding.level or finding.stance,
        citation=finding.citation,
    )


def _end(text: str, width: int) -> str:
    return text if len(text) <= width else "…" + text[len(text) - width + 1 :]


def _start(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
