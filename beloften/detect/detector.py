"""From sentences to findings: what is promised, whether it is tied to nearness, and what it turns against."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from beloften.codebook.patterns import sequences
from beloften.codebook.schema import Codebook, ConceptKind
from beloften.detect.finding import Finding
from beloften.detect.judge import Judge
from beloften.detect.matcher import PatternMatcher
from beloften.detect.reading import Match, Reading, Role, read_sentence
from beloften.language.fold import fold_text
from beloften.language.sentence import Sentence
from beloften.language.words import find_words

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
        self._matcher = PatternMatcher[Role](
            (role, sequences(role.pattern.text, codebook.word_lists))
            for role in roles
            if role.pattern.tokens is None
        )
        raw = [(role, role.pattern.tokens) for role in roles if role.pattern.tokens is not None]
        self._raw = _spacy_patterns(raw) if raw else None

    def detect(self, sentences: Sequence[Sentence]) -> list[Finding]:
        """Return the findings in consecutive sentences of one document.

        The findings come in the order of the sentences and, within one, of the codebook.
        """
        spans = self._match(sentences)

        @cache  # most sentences hold no code and are never sifted; one that another continues is so once
        def reading(index: int) -> Reading:
            return read_sentence(sentences[index], spans[index], _contexts(spans, index))

        return [
            finding
            for index, sentence in enumerate(sentences)
            if sentence.codable and any(span.key.concept.kind.is_code for span in spans[index])
            for finding in self._judge.findings(index, reading(index), reading(index - 1) if index else None)
        ]

    def read(self, sentences: Sequence[Sentence]) -> list[Reading]:
        """Return for consecutive sentences all matches that count, also those that make no finding."""
        spans = self._match(sentences)
        return [
            read_sentence(sentence, spans[index], _contexts(spans, index))
            for index, sentence in enumerate(sentences)
        ]

    def _match(self, sentences: Sequence[Sentence]) -> list[list[Match]]:
        """Match all patterns in all sentences, in one pass over their folded text."""
        folded = fold_text("\n".join(sentence.text.replace("\n", " ") for sentence in sentences))
        words = [find_words(line) for line in folded.split("\n")] if sentences else []
        spans = list(self._matcher.match(words))
        if self._raw:
            spans = [own + raw for own, raw in zip(spans, self._raw.match(words), strict=True)]
        return spans


def _contexts(spans: list[list[Match]], index: int) -> frozenset[str]:
    """The contexts that hold for a sentence, of those that its matches ask for."""
    asked = {span.key.pattern.context for span in spans[index]} - {""}
    if not asked:
        return frozenset()
    window = spans[max(index - CONTEXT_WINDOW, 0) : index + CONTEXT_WINDOW + 1]
    return frozenset(
        span.key.concept.code
        for found in window
        for span in found
        if span.key.concept.kind is ConceptKind.CONTEXT and span.key.part == "patterns"
    )


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
