"""From a text or a document to its sentences, and from a quotation to the sentences that it codes."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from beloften.extract.document import Kind
from beloften.extract.unpaged.plain import LIST_ITEM
from beloften.language.fold import letters_of
from beloften.language.sentence import Sentence
from beloften.language.sentences import sentence_bounds
from beloften.language.units import is_codable

_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t\ufeff]*(?:(?:\r\n?|\n)[ \t]*)+")
_LINE = re.compile(r"\r\n?|\n|\u2029")
_BREAK = re.compile(r"[\r\n\u2028\u2029\ufeff]")
_WRAPPED = 0.25


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence of a text.

    Attributes:
        sentence: the sentence; its `start` is an offset in the paragraph.
        start: offset of its first character in the text.
        end: offset behind its last.
    """

    sentence: Sentence
    start: int
    end: int


def spans_of(text: str) -> list[Span]:
    """Split a plain text into sentences that know where they stand.

    Paragraphs are parted by blank lines; in a text that has none each line is a paragraph, unless its lines
    are broken off in the middle of sentences, as in text that comes from a PDF.
    """
    spans: list[Span] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        paragraph = _BREAK.sub(" ", text[start:end])
        kind = Kind.LIST_ITEM if LIST_ITEM.match(paragraph) else Kind.BODY
        for first, last in sentence_bounds(paragraph):
            words = paragraph[first:last]
            sentence = Sentence(" ".join(words.split()), first, number, is_codable(kind, words))
            spans.append(Span(sentence, start + first, start + last))
    return spans


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    if _BLANK_LINE.search(text.strip()):
        for start, end in _between(_BLANK_LINE, text, 0, len(text)):
            starts = (line[0] for line in _between(_LINE, text, start, end))
            items = {first for first in starts if LIST_ITEM.match(text, first)}
            yield from pairwise(sorted({start, end, *items}))
        return
    lines = list(_between(_LINE, text, 0, len(text)))
    broken = sum(text[start : start + 1].islower() for start, _ in lines[1:])
    if lines and broken > _WRAPPED * len(lines):
        yield lines[0][0], lines[-1][1]
    else:
        yield from lines


def _between(border: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what stands between the borders, as far as it is not empty."""
    last = start
    for match in border.finditer(text, start, end):
        if text[last : match.start()].strip():
            yield last, match.start()
        last = match.end()
    if text[last:end].strip():
        yield last, end


def covered(borders: Sequence[tuple[int, int]], start: int, end: int) -> list[int]:
    """Return which sentences a quotation codes.

    Those of which it holds at least half of the letters, and those that hold at least half of its letters: a
    word too many or too few at either end of a selection makes no difference.

    Args:
        borders: start and end of each sentence, counted in letters, in order.
        start: where the quotation starts, counted the same way.
        end: where it ends.
    """
    first = max(bisect_right(borders, start, key=lambda border: border[0]) - 1, 0)
    coded = []
    for index in range(first, len(borders)):
        left, right = borders[index]
        if left >= end:
            break
        overlap = min(right, end) - max(left, start)
        if overlap > 0 and 2 * overlap >= min(right - left, end - start):
            coded.append(index)
    return coded


class Letters:
    """How many letters and digits stand before each offset of a text."""

    def __init__(self, text: str) -> None:
        """Count them."""
        self._before = [0, *accumulate(letter.isalnum() for letter in text)]

    def borders(self, spans: Iterable[Span]) -> list[tuple[int, int]]:
        """Return start and end of each sentence, counted in letters."""
        return [(self._before[span.start], self._before[span.end]) for span in spans]

    def at(self, offset: int) -> int:
        """Return how many letters stand before an offset."""
        return self._before[min(max(offset, 0), len(self._before) - 1)]


class Passages:
    """The sentences of a document, in which quotations are looked up by their words."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        """Make the text ready: case, accents, spaces, hyphens and punctuation make no difference."""
        squeezed = [letters_of(sentence.text) for sentence in sentences]
        ends = list(accumulate(map(len, squeezed)))
        self._text = "".join(squeezed)
        self._borders = list(pairwise([0, *ends]))

    def find(self, quotation: str, near: float | None = None) -> list[int]:
        """Return the sentences that a quotation codes; none when it does not occur.

        Args:
            quotation: words of the document.
            near: where in the document it stands, 0 to 1, in case its words occur more than once; None for
                the first place.
        """
        words = letters_of(quotation)
        if not words:
            return []
        places = [match.start() for match in re.finditer(f"(?={re.escape(words)})", self._text)]
        if not places:
            return []
        wanted = (near or 0.0) * len(self._text)
        place = min(places, key=lambda start: abs(start - wanted))
        return covered(self._borders, place, place + len(words))
