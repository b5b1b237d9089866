"""From sentences to findings: what is promised, whether it is tied to nearness, and what it turns against."""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from beloften.codebook.patterns import sequences
from beloften.codebook.schema import Codebook
from beloften.detect.conditions import Conditions
from beloften.detect.finding import Finding
from beloften.detect.judge import Judge
from beloften.detect.matcher import PatternMatcher
from beloften.detect.reading import Match, Reading, Role, read_sentence
from beloften.language.sentence import Sentence, words_of

if TYPE_CHECKING:
    from beloften.detect.spacy_patterns import SpacyPatterns


class Detector:
    """A codebook made ready to read sentences."""

    def __init__(self, codebook: Codebook) -> None:
        """Compile all patterns of the codebook.

        Raises:
            PatternError: when one of them cannot be read; a codebook that was loaded has none such.
        """
        self.codebook = codebook
        self._judge = Judge(codebook)
        self._conditions = Conditions(codebook)
        roles = list(_roles(codebook))
        written = [role for role in roles if role.pattern.tokens is None]
        contexts = [role for role in written if role.is_context]
        others = [role for role in written if not role.is_code and not role.is_context]
        self._codes = _matcher([role for role in written if role.is_code], codebook)
        self._contexts = _matcher(contexts, codebook)
        self._others = _matcher(others, codebook)
        raw = [(role, role.pattern.tokens) for role in roles if role.pattern.tokens is not None]
        self._raw = _spacy_patterns(raw) if raw else None

    def detect(
        self, sentences: Sequence[Sentence], words: Sequence[list[str]] | None = None
    ) -> list[Finding]:
        """Return the findings in consecutive sentences of one document.

        The findings come in the order of the sentences and, within one, of the codebook.

        Args:
            sentences: in the order of the text.
            words: the words of each (`words_of`), for a caller who has them already.
        """
        words = words_of(sentences) if words is None else words
        codes = self._matches_of_codes(words)
        coded = [index for index, spans in enumerate(codes) if spans and sentences[index].codable]
        before = {index - 1 for index in coded if index and codes[index - 1]}
        readings = self._readings(sentences, words, codes, before.union(coded))
        return [
            finding
            for index in coded
            for finding in self._judge.findings(index, readings[index], readings.get(index - 1))
        ]

    def read(self, sentences: Sequence[Sentence]) -> list[Reading]:
        """Return for consecutive sentences all matches that count, also those that make no finding."""
        words = words_of(sentences)
        codes = self._matches_of_codes(words)
        return [*self._readings(sentences, words, codes, range(len(sentences))).values()]

    def _matches_of_codes(self, words: Sequence[list[str]]) -> Sequence[list[Match]]:
        codes = self._codes.over(words)
        if self._raw:
            codes = [own + raw for own, raw in zip(codes, self._raw.match(words), strict=True)]
        return codes

    def _readings(
        self,
        sentences: Sequence[Sentence],
        words: Sequence[list[str]],
        codes: Sequence[list[Match]],
        among: Collection[int],
    ) -> dict[int, Reading]:
        """Read some of the sentences: most match no code, and need no look at the many cues and contexts."""
        others = self._others.over(words, among)
        farthest = max(self._conditions.windows.values(), default=0)
        around = {near for index in among for near in _window(index, farthest, len(sentences))}
        contexts = self._contexts.over(words, around)
        readings = {}
        for index in sorted(among):
            spans = codes[index] + others[index]
            asked = {name for span in spans for name in span.key.asked if name in self._conditions.windows}
            held = frozenset(code for code in asked if self._is_near(code, index, contexts))
            # the contexts that stand in the sentence itself are shown with it
            readings[index] = read_sentence(sentences[index], spans + contexts[index], held, self._conditions)
        return readings

    def _is_near(self, context: str, index: int, contexts: Sequence[list[Match]]) -> bool:
        """Whether a context rule matches within its window around a sentence."""
        return any(
            span.key.concept.code == context and span.key.part == "patterns"
            for near in _window(index, self._conditions.windows[context], len(contexts))
            for span in contexts[near]
        )


def _window(index: int, size: int, count: int) -> range:
    """The sentences of which the context counts for one of them."""
    return range(max(index - size, 0), min(index + size + 1, count))


def _matcher(roles: list[Role], codebook: Codebook) -> PatternMatcher[Role]:
    return PatternMatcher((role, sequences(role.pattern.text, codebook.word_lists)) for role in roles)


def _spacy_patterns(raw: list[tuple[Role, tuple[dict[str, Any], ...]]]) -> "SpacyPatterns[Role]":
    from beloften.detect.spacy_patterns import SpacyPatterns  # noqa: PLC0415 - spaCy takes a second to load

    return SpacyPatterns(raw)


def _roles(codebook: Codebook) -> Iterator[Role]:
    for concept in codebook.concepts:
        for part, patterns in concept.pattern_lists.items():
            for pattern in patterns:
                yield Role(concept, part, pattern)
