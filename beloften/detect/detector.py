"""From sentences to findings: what is promised, whether it is tied to nearness, and what it turns against."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from beloften.codebook.patterns import sequences
from beloften.codebook.schema import Codebook
from beloften.detect.finding import Finding
from beloften.detect.judge import Judge
from beloften.detect.matcher import PatternMatcher
from beloften.detect.reading import Match, Reading, Role, read_sentence
from beloften.language.sentence import Sentence, words_of

if TYPE_CHECKING:
    from beloften.detect.spacy_patterns import SpacyPatterns

CONTEXT_WINDOW = 3
"""How many sentences before and behind are looked at for the context that a pattern asks for."""


class Detector:
    """A codebook made ready to read sentences."""

    def __init__(self, codebook: Codebook) -> None:
        """Compile all patterns of the codebook.

        Raises:
            PatternError: when one of them cannot be read; a codebook that was loaded has none such.
        """
        self.codebook = codebook
        self._judge = Judge(codebook)
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
        reading = self._reader(sentences, words_of(sentences) if words is None else words)
        return [
            finding
            for index, sentence in enumerate(sentences)
            if sentence.codable and reading.may_carry_codes(index)
            for finding in self._judge.findings(index, reading(index), reading(index - 1) if index else None)
        ]

    def read(self, sentences: Sequence[Sentence]) -> list[Reading]:
        """Return for consecutive sentences all matches that count, also those that make no finding."""
        return [*map(self._reader(sentences, words_of(sentences)), range(len(sentences)))]

    def _reader(self, sentences: Sequence[Sentence], words: Sequence[list[str]]) -> "_Reader":
        codes: Sequence[list[Match]] = self._codes.over(words)
        if self._raw:
            codes = [own + raw for own, raw in zip(codes, self._raw.match(words), strict=True)]
        return _Reader(sentences, codes, self._others.over(words), self._contexts.over(words))


class _Reader:
    """Reads the sentences of a document when they are asked for.

    The patterns of codes are matched in all sentences beforehand. Most sentences match none: there the many
    cues, exclusions and contexts need no look, unless a neighbour asks for them.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        codes: Sequence[list[Match]],
        others: Sequence[list[Match]],
        contexts: Sequence[list[Match]],
    ) -> None:
        self._sentences = sentences
        self._codes = codes
        self._others = others
        self._contexts = contexts
        self._read: dict[int, Reading] = {}

    def may_carry_codes(self, index: int) -> bool:
        return bool(self._codes[index])

    def __call__(self, index: int) -> Reading:
        if index not in self._read:
            spans = self._codes[index] + self._others[index]
            asked = {span.key.pattern.context for span in spans} - {""}
            held = frozenset(code for code in asked if self._holds(code, index))
            # the contexts that stand in the sentence itself are shown with it
            self._read[index] = read_sentence(self._sentences[index], spans + self._contexts[index], held)
        return self._read[index]

    def _holds(self, context: str, index: int) -> bool:
        """Whether a context rule matches near a sentence; the nearest sentences are looked at first."""
        window = range(max(index - CONTEXT_WINDOW, 0), min(index + CONTEXT_WINDOW + 1, len(self._sentences)))
        return any(
            span.key.concept.code == context and span.key.part == "patterns"
            for near in sorted(window, key=lambda other: abs(other - index))
            for span in self._contexts[near]
        )


def _matcher(roles: list[Role], codebook: Codebook) -> PatternMatcher[Role]:
    return PatternMatcher((role, sequences(role.pattern.text, codebook.word_lists)) for role in roles)


def _spacy_patterns(raw: list[tuple[Role, tuple[dict[str, Any], ...]]]) -> "SpacyPatterns[Role]":
    from beloften.detect.spacy_patterns import SpacyPatterns  # noqa: PLC0415 - spaCy takes a second to load

    return SpacyPatterns(raw)


def _roles(codebook: Codebook) -> Iterator[Role]:
    for concept in codebook.concepts:
        for part in ("patterns", "after", "exclusions"):
            for pattern in getattr(concept, part):
                yield Role(concept, part, pattern)
        for pattern in concept.scope.terminators if concept.scope else ():
            yield Role(concept, "terminators", pattern)
