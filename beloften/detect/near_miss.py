"""Patterns that a sentence nearly matches: all their words are there, in order, but too far apart."""

from collections.abc import Iterator

from beloften.codebook.patterns import LARGEST_GAP, Sequence, sequences
from beloften.codebook.schema import Codebook
from beloften.detect.matcher import PatternMatcher
from beloften.detect.reading import Match, Reading, Role
from beloften.language.sentence import words_of

STRETCH = 4
"""How many more words than a pattern allows may stand in each of its gaps."""

MOST = 3
"""How many are told of a sentence."""


class NearMisses:
    """The patterns of all codes, made wider."""

    def __init__(self, codebook: Codebook) -> None:
        """Compile them."""
        self._matcher = PatternMatcher[Role](
            (Role(concept, "patterns", pattern), tuple(_stretched(pattern.text, codebook)))
            for concept in codebook.concepts
            if concept.kind.is_code
            for pattern in concept.patterns
            if pattern.tokens is None
        )

    def of(self, reading: Reading) -> Iterator[Match]:
        """Yield the shortest near misses in a sentence, one for each code of which nothing matches."""
        seen = {match.key.concept.code for match in reading.spans}
        spans = self._matcher.over(words_of([reading.sentence]))[0]
        told = 0
        for match in sorted(spans, key=lambda span: (span.end - span.start, span.start)):
            code = match.key.concept.code
            if code not in seen and told < MOST:
                seen.add(code)
                told += 1
                yield match


def _stretched(text: str, codebook: Codebook) -> Iterator[Sequence]:
    for row in sequences(text, codebook.word_lists):
        if any(isinstance(item, int) for item in row):
            yield tuple(min(item + STRETCH, LARGEST_GAP) if isinstance(item, int) else item for item in row)
