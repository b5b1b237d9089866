"""What the matches in a sentence mean: which goods are promised, how firmly, and what is turned against."""

from collections.abc import Iterator

from beloften.codebook.schema import Codebook, Concept, ConceptKind, Effect, Level, Stance
from beloften.detect.finding import Evidence, Finding
from beloften.detect.reading import Match, Reading
from beloften.detect.scope import cue_that_reaches, distance

TIE_REACH = 60
"""How many words may lie between a good and its nearness cue: more are no sentence but a list or a table."""

LINK_REACH = 4
"""How many words a causal link may stand outside the stretch from the good to its nearness cue."""

_STRENGTH = (Stance.AFGEZET, Stance.ONDERSCHREVEN, Stance.NEUTRAAL)


class Judge:
    """Turns the matches in a sentence into findings, as docs/method.md defines them."""

    def __init__(self, codebook: Codebook) -> None:
        """Look up once what each match can lead to."""
        self._cues = codebook.of_kind(ConceptKind.AANWIJZING)
        self._nearness_concepts = codebook.of_kind(ConceptKind.NABIJHEID)
        self._order = {concept.code: order for order, concept in enumerate(codebook.concepts)}
        self._parts = {
            concept.code: [concept.code, *(part.code for part in codebook.parts_of(concept.code))]
            for concept in codebook.concepts
            if concept.kind.is_code
        }
        self._leads_to: dict[str, list[Concept]] = {
            concept.code: [concept, *codebook.of_code(concept.part_of)]
            for concept in codebook.concepts
            if concept.kind.is_code
        }

    def findings(self, index: int, reading: Reading, previous: Reading | None) -> Iterator[Finding]:
        """Yield the findings in a sentence, in the order of the codebook.

        Args:
            index: of the sentence in the document.
            reading: its matches.
            previous: the matches of the sentence before it; None for the first of a document.
        """
        concepts = {c.code: c for code in reading.matches for c in self._leads_to.get(code, ())}
        for code in sorted(concepts, key=self._order.__getitem__):
            kind = concepts[code].kind
            if kind.has_level:
                yield from self._belofte(index, concepts[code], reading, previous)
            elif kind.has_stance:
                yield self._valued(index, code, reading, self._matches(code, reading))
            else:
                yield _plain(index, code, reading, self._matches(code, reading))

    def _belofte(
        self, index: int, concept: Concept, reading: Reading, previous: Reading | None
    ) -> Iterator[Finding]:
        """A good that is put forward; a good that is denied is none (docs/method.md)."""
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
        cues = [cue for cue in self._nearness(reading) if distance(cue, good) <= TIE_REACH]
        near = min(cues, key=lambda cue: distance(cue, good), default=None)
        if near:
            link = self._link(reading, min(near.start, good.start), max(near.end, good.end))
            level = Level.EXPLICIET if link else Level.BELOFTE
            return level, reading.evidence(near), reading.evidence(link) if link else None
        if previous and self._continues(reading, previous):
            cues_before = self._nearness(previous)
            if cues_before:
                before = cues_before[-1]
                link = self._link(reading, 0, good.end)
                level = Level.EXPLICIET if link else Level.BELOFTE
                return level, previous.evidence(before), reading.evidence(link) if link else None
        return good.key.pattern.level or Level.GENOEMD, None, None

    def _nearness(self, reading: Reading) -> tuple[Match, ...]:
        return tuple(
            match for concept in self._nearness_concepts for match in reading.matches.get(concept.code, ())
        )

    def _continues(self, reading: Reading, previous: Reading) -> bool:
        """Whether a sentence plainly continues the one before it.

        It does so by words that point back, among its first as many as the rule allows and within a
        paragraph, or as the first item of a list that the sentence before announces with a colon.
        """
        if previous.sentence.codable and previous.sentence.text.endswith(":"):
            return True
        if previous.sentence.paragraph != reading.sentence.paragraph:
            return False
        words = self._matches_of(reading, Effect.VOORTZETTING)
        return any(match.start < match.key.concept.scope.words for match in words if match.key.concept.scope)

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

    def _matches(self, code: str, reading: Reading) -> tuple[Match, ...]:
        """The words of a code and of what is part of it: the emblems of a logica and its values."""
        found = [match for part in self._parts[code] for match in reading.matches.get(part, ())]
        return tuple(sorted(found, key=lambda match: (match.start, match.end)))

    def _valued(self, index: int, code: str, reading: Reading, matches: tuple[Match, ...]) -> Finding:
        """A value or logica with the strongest stance that any of its words has (docs/method.md)."""
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


def _plain(index: int, code: str, reading: Reading, matches: tuple[Match, ...]) -> Finding:
    return Finding(code, None, None, tuple(reading.evidence(m) for m in matches), None, None, index)
