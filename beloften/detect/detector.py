"""From sentences to findings: what is promised, whether it is tied to nearness, and what it turns against."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from beloften.codebook.patterns import sequences
from beloften.codebook.schema import Codebook, Concept, ConceptKind, Effect
from beloften.detect.finding import Evidence, Finding, Level, Stance
from beloften.detect.matcher import PatternMatcher
from beloften.detect.reading import Match, Reading, Role, read_sentence
from beloften.detect.scope import cue_that_reaches
from beloften.language.fold import fold
from beloften.language.sentence import Sentence
from beloften.language.words import find_words

if TYPE_CHECKING:
    from beloften.detect.spacy_patterns import SpacyPatterns

CONTEXT_WINDOW = 3
"""How many sentences before and behind are looked at for the context that a pattern asks for."""

CONTINUES_WITHIN = 2
"""Among how many first words of a sentence a word of continuation must begin."""

LINK_REACH = 4
"""How many words a causal link may stand outside the stretch from the good to its nearness cue."""

_STRENGTH = (Stance.AFGEZET, Stance.ONDERSCHREVEN, Stance.NEUTRAAL)


class Detector:
    """A codebook made ready to read sentences."""

    def __init__(self, codebook: Codebook) -> None:
        """Compile all patterns of the codebook.

        Raises:
            PatternError: when one of them cannot be read; a codebook that was loaded has none such.
        """
        self.codebook = codebook
        self._cues = codebook.of_kind(ConceptKind.AANWIJZING)
        self._contexts = frozenset(concept.code for concept in codebook.of_kind(ConceptKind.CONTEXT))
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
        readings = self.read(sentences)
        findings: list[Finding] = []
        for index, reading in enumerate(readings):
            if reading.matches and reading.sentence.codable:
                previous = readings[index - 1] if index else None
                findings.extend(self._findings(index, reading, previous))
        return findings

    def read(self, sentences: Sequence[Sentence]) -> list[Reading]:
        """Match all patterns in consecutive sentences, in one pass over their folded text."""
        folded = fold("\n".join(sentence.text.replace("\n", " ") for sentence in sentences)).text
        words = [find_words(line) for line in folded.split("\n")]
        spans = list(self._matcher.match(words))
        if self._raw:
            spans = [own + raw for own, raw in zip(spans, self._raw.match(words), strict=True)]
        contexts = [
            frozenset(span.key.concept.code for span in found if span.key.concept.code in self._contexts)
            for found in spans
        ]
        return [
            read_sentence(
                sentence,
                spans[index],
                frozenset().union(*contexts[max(index - CONTEXT_WINDOW, 0) : index + CONTEXT_WINDOW + 1])
                if spans[index]
                else frozenset(),
            )
            for index, sentence in enumerate(sentences)
        ]

    def _findings(self, index: int, reading: Reading, previous: Reading | None) -> Iterator[Finding]:
        for concept in self.codebook.concepts:
            matches = reading.matches.get(concept.code, ())
            match concept.kind:
                case ConceptKind.BELOFTE if matches:
                    yield from self._belofte(index, concept, reading, previous)
                case ConceptKind.WAARDE if matches:
                    yield self._valued(index, concept.code, reading, matches)
                case ConceptKind.LOGICA:
                    matches = self._of_logica(concept, reading)
                    if matches:
                        yield self._valued(index, concept.code, reading, matches)
                case ConceptKind.NABIJHEID | ConceptKind.ZELFREDZAAMHEID if matches:
                    yield _plain(index, concept.code, reading, matches)
                case _:
                    pass

    def _belofte(
        self, index: int, concept: Concept, reading: Reading, previous: Reading | None
    ) -> Iterator[Finding]:
        """A good that is put forward; a good that is denied is none (codebook 3.2)."""
        matches = tuple(
            match
            for match in reading.matches[concept.code]
            if not cue_that_reaches(reading, match, self._cues, Effect.ONTKENNING)
        )
        if not matches:
            return
        level, cue, link = max(
            (self._tie(match, reading, previous) for match in matches),
            key=lambda tie: list(Level).index(tie[0]),
        )
        evidence = tuple(reading.evidence(match) for match in matches)
        yield Finding(concept.code, level, None, evidence, cue, link, index)

    def _tie(
        self, good: Match, reading: Reading, previous: Reading | None
    ) -> tuple[Level, Evidence | None, Evidence | None]:
        """Whether a good is tied to nearness, to which words, and by which link."""
        near = _nearest(self._nearness(reading), good)
        if near:
            link = self._link(reading, min(near.start, good.start), max(near.end, good.end))
            level = Level.EXPLICIET if link else Level.BELOFTE
            return level, reading.evidence(near), reading.evidence(link) if link else None
        opening = self._continuation(reading, previous)
        if previous and opening:
            before = _nearest(self._nearness(previous), None)
            if before:
                link = self._link(reading, 0, good.end)
                level = Level.EXPLICIET if link else Level.BELOFTE
                return level, previous.evidence(before), reading.evidence(link) if link else None
        return good.key.pattern.level or Level.GENOEMD, None, None

    def _nearness(self, reading: Reading) -> tuple[Match, ...]:
        concepts = self.codebook.of_kind(ConceptKind.NABIJHEID)
        return tuple(match for concept in concepts for match in reading.matches.get(concept.code, ()))

    def _continuation(self, reading: Reading, previous: Reading | None) -> Match | None:
        """The words by which a sentence plainly continues the one before it in the same paragraph."""
        if previous is None or previous.sentence.paragraph != reading.sentence.paragraph:
            return None
        openings = self._matches_of(reading, Effect.VOORTZETTING)
        return next((match for match in openings if match.start < CONTINUES_WITHIN), None)

    def _link(self, reading: Reading, start: int, end: int) -> Match | None:
        """The causal or enabling words between, or just beside, words `start` to `end`."""
        links = self._matches_of(reading, Effect.VERBAND)
        return next(
            (link for link in links if start - LINK_REACH <= link.start and link.end <= end + LINK_REACH),
            None,
        )

    def _matches_of(self, reading: Reading, effect: Effect) -> tuple[Match, ...]:
        return tuple(
            match
            for concept in self._cues
            if concept.scope and concept.scope.effect is effect
            for match in reading.matches.get(concept.code, ())
        )

    def _of_logica(self, logica: Concept, reading: Reading) -> tuple[Match, ...]:
        """The emblems of a logica and the values that belong to it."""
        codes = [logica.code, *(c.code for c in self.codebook.concepts if c.logica == logica.code)]
        found = [match for code in codes for match in reading.matches.get(code, ())]
        return tuple(sorted(found, key=lambda match: (match.start, match.end)))

    def _valued(self, index: int, code: str, reading: Reading, matches: tuple[Match, ...]) -> Finding:
        """A value or logica with the strongest stance that any of its words has (codebook 2.3)."""
        stances = [self._stance(match, reading) for match in matches]
        stance, cue = min(stances, key=lambda pair: _STRENGTH.index(pair[0]))
        evidence = tuple(reading.evidence(match) for match in matches)
        return Finding(code, None, stance, evidence, None, reading.evidence(cue) if cue else None, index)

    def _stance(self, match: Match, reading: Reading) -> tuple[Stance, Match | None]:
        if match.key.pattern.stance:
            return match.key.pattern.stance, None
        for stance, effect in (
            (Stance.AFGEZET, Effect.AFGEZET),
            (Stance.ONDERSCHREVEN, Effect.ONDERSCHREVEN),
        ):
            cue = cue_that_reaches(reading, match, self._cues, effect)
            if cue:
                return stance, cue
        return match.key.pattern.leaning or Stance.NEUTRAAL, None


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


def _nearest(matches: tuple[Match, ...], good: Match | None) -> Match | None:
    """The match nearest to a good; without a good, the last one."""
    if good is None:
        return matches[-1] if matches else None
    return min(matches, key=lambda match: max(match.start - good.end, good.start - match.end), default=None)


def _plain(index: int, code: str, reading: Reading, matches: tuple[Match, ...]) -> Finding:
    return Finding(code, None, None, tuple(reading.evidence(m) for m in matches), None, None, index)
