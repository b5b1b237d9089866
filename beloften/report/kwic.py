"""Concordances: a word or a code in its context, line under line (key word in context)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.text import Text

from beloften.report.rows import JOIN, Bevinding
from beloften.report.safe_text import visible

_SHORTEST_CONTEXT = 10


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its neighbours and where it stands, as "(Leeuwarden 2014: 31)"."""

    before: str
    text: str
    after: str
    citation: str


@dataclass(frozen=True, slots=True)
class KwicLine:
    """A line of a concordance.

    Attributes:
        left: all that stands before the key, from the sentence before on, with the space between.
        key: the words looked for, as they stand in the text.
        right: all that stands behind it, to the end of the next sentence, with the space.
        citation: where the sentence stands.
    """

    left: str
    key: str
    right: str
    citation: str


def kwic_of_code(findings: Iterable[Bevinding], code: str) -> Iterator[KwicLine]:
    """Yield a line per match of a code, in the order of the findings."""
    for finding in findings:
        if finding.code == code:
            passage = Passage(finding.before, finding.sentence, finding.after, finding.citation)
            end = 0
            for words in finding.words.split(JOIN):
                start = finding.sentence.find(words, end)
                if start >= 0:
                    end = start + len(words)
                    yield _line(passage, start, end)


def kwic_of_word(passages: Iterable[Passage], word: str) -> Iterator[KwicLine]:
    """Yield a line per place where a word or phrase stands whole, whatever its capitals, in order."""
    if not word.strip():
        return
    spaced = r"\s+".join(re.escape(part) for part in word.split())
    pattern = re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
    for passage in passages:
        for match in pattern.finditer(passage.text):
            yield _line(passage, match.start(), match.end())


def passages_of(findings: Iterable[Bevinding]) -> Iterator[Passage]:
    """Yield each sentence that carries a code once, although it may carry several."""
    seen = set()
    for finding in findings:
        place = (finding.document, finding.page_index, finding.sentence, finding.before)
        if place not in seen:
            seen.add(place)
            yield Passage(finding.before, finding.sentence, finding.after, finding.citation)


def drawn(lines: Iterable[KwicLine], width: int) -> Iterator[Text]:
    """Yield the lines for a terminal so many characters wide, with the keys under each other.

    Context is cut to what fits, at least ten characters on either side; keys and sources are never cut, so
    that lines run over on a very narrow terminal.
    """
    lines = [
        KwicLine(*(visible(part) for part in (line.left, line.key, line.right, line.citation)))
        for line in lines
    ]
    keys = max((len(line.key) for line in lines), default=0)
    citations = max((len(line.citation) for line in lines), default=0)
    context = max(_SHORTEST_CONTEXT, (width - keys - citations - len("  ")) // 2)
    for line in lines:
        behind = context + keys - len(line.key)
        text = Text(_end(line.left, context).rjust(context))
        text.append(line.key, style="bold")
        text.append(_start(line.right, behind).ljust(behind))
        yield text.append(f"  {line.citation}", style="dim")


def _line(passage: Passage, start: int, end: int) -> KwicLine:
    text = passage.text
    return KwicLine(
        left=f"{passage.before} {text[:start]}".lstrip(),
        key=text[start:end],
        right=f"{text[end:]} {passage.after}".rstrip(),
        citation=passage.citation,
    )


def _end(text: str, width: int) -> str:
    return text if len(text) <= width else "…" + text[len(text) - width + 1 :]


def _start(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
