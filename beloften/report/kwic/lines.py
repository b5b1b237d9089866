"""Concordances: the words that carry a code in their context, line under line (key word in context)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from rich.text import Text

from beloften.corpus.gemeenten import fold
from beloften.report.marks import marked_spans, sentence_before
from beloften.rundir.rows import Bevinding
from beloften.safe_text import visible

Side = Literal["left", "right"]
"""Of the words that carry the code."""

CONTEXT = 50
"""Characters on either side where no terminal says how many fit, as in a table for a paper."""

_NARROWEST = 60
_SHORTEST_CONTEXT, _SHORTEST_CITATION = 10, 12
_GAP = "  "
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class KwicLine:
    """A line of a concordance.

    Attributes:
        left: all that stands before the key, from the sentence before on, with the space between; a heading
            is left out.
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


def sorted_by(lines: Iterable[KwicLine], side: Side) -> list[KwicLine]:
    """Sort lines by the words on a side, from the one nearest to the key outwards.

    Letter case, diacritics and punctuation do not matter, nor does the language of the system. Lines with the
    same words stay in their order.
    """

    def words(line: KwicLine) -> list[str]:
        return _WORD.findall(fold(line.left))[::-1] if side == "left" else _WORD.findall(fold(line.right))

    return sorted(lines, key=words)


def trimmed(line: KwicLine, width: int) -> KwicLine:
    """Cut the context on either side to whole words, so many characters at most, with an ellipsis."""
    left, right = line.left.rstrip(), line.right.lstrip()
    if len(left) > width:
        left = "… " + left[-width:].partition(" ")[2]
    if len(right) > width:
        right = right[:width].rpartition(" ")[0] + " …"
    return replace(line, left=left, right=right)


def drawn(lines: Iterable[KwicLine], width: int | None) -> Iterator[Text]:
    """Yield the lines for a terminal so many characters wide, with the keys under each other.

    Context is cut to what fits, to ten characters on either side; then citations are, which keep their page,
    and keys that leave no room for anything else. Below sixty characters lines run over.

    Args:
        lines: to show.
        width: of the terminal; None for `CONTEXT` on either side, and whole keys and citations.
    """
    lines = [
        KwicLine(*map(visible, (line.left, line.key, line.right, line.degree, line.citation)))
        for line in lines
    ]
    keys = max((len(line.key) for line in lines), default=0)
    degrees = max((len(line.degree) for line in lines), default=0)
    citations = max((len(line.citation) for line in lines), default=0)
    left, right = CONTEXT, keys + CONTEXT
    if width is not None:
        room = max(width, _NARROWEST) - degrees - 2 * len(_GAP)
        usual = min(keys, room // 3)  # so that a single long key takes no room from the other lines
        citations = min(citations, max(_SHORTEST_CITATION, room - usual - 2 * _SHORTEST_CONTEXT))
        left = max(_SHORTEST_CONTEXT, (room - citations - keys) // 2)
        right = room - citations - left
    for line in lines:
        key = _start(line.key, right)
        behind = right - len(key)
        text = Text(_end(line.left, left).rjust(left))
        text.append(key, style="bold")
        text.append(_start(line.right, behind).ljust(behind))
        source = _cited(line.citation, citations)
        yield text.append(f"{_GAP}{line.degree.ljust(degrees)}{_GAP}{source}", style="dim")


def _line(finding: Bevinding, start: int, end: int) -> KwicLine:
    return KwicLine(
        left=f"{sentence_before(finding)} {finding.sentence[:start]}".lstrip(),
        key=finding.sentence[start:end],
        right=f"{finding.sentence[end:]} {finding.after}".rstrip(),
        degree=finding.level or finding.stance,
        citation=finding.citation,
    )


def _cited(citation: str, width: int) -> str:
    """Cut a citation in front of its page, where there is one that leaves room for more."""
    _, colon, page = citation.rpartition(": ")
    tail = colon + page if colon and len(colon + page) <= width // 2 else ""
    return _start(citation.removesuffix(tail), width - len(tail)) + tail


def _end(text: str, width: int) -> str:
    return text if len(text) <= width else "…" + text[len(text) - width + 1 :]


def _start(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(0, width - 1)] + "…"[:width]
