"""One sentence as the detector sees it: its words, where they stand, and which patterns match them."""

from dataclasses import dataclass, field
from functools import cached_property

from beloften.codebook.schema import Concept, ConceptKind, Pattern
from beloften.detect.conditions import Conditions
from beloften.detect.finding import Evidence
from beloften.detect.matcher import Span
from beloften.language.fold import fold
from beloften.language.sentence import Sentence
from beloften.language.words import find_word_spans


@dataclass(frozen=True, slots=True)
class Role:
    """What a pattern is for: the key under which it is matched.

    Attributes:
        concept: the concept that it belongs to.
        part: "patterns", "after", "exclusions" or "terminators".
        pattern: the pattern itself.
    """

    concept: Concept
    part: str
    pattern: Pattern

    @property
    def asked(self) -> tuple[str, ...]:
        """The names of all that the pattern and its rule ask to be there, or not to be there."""
        return (self.pattern.context, self.concept.context, *self.concept.unless)

    @property
    def is_code(self) -> bool:
        """Whether a match by itself can carry a code; the others only bear on what such a match means."""
        return self.part == "patterns" and self.concept.kind.is_code

    @property
    def is_context(self) -> bool:
        """Whether a match only shows what the text is about."""
        return self.concept.kind is ConceptKind.CONTEXT


Match = Span[Role]


@dataclass(frozen=True)
class Reading:
    """A sentence with the matches that count.

    Attributes:
        sentence: the sentence.
        matches: per concept code, matches that don't overlap, in the order of the text.
        terminators: per code of a cue, the matches that end its scope.
        counted: the same as `matches`, with those that a longer one overlaps.
        spans: everything that matched, also what does not count.
    """

    sentence: Sentence
    matches: dict[str, tuple[Match, ...]]
    terminators: dict[str, tuple[Match, ...]]
    counted: dict[str, list[Match]] = field(default_factory=dict)
    spans: list[Match] = field(default_factory=list)

    @cached_property
    def offsets(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each word in the text of the sentence, found when first asked for."""
        return word_offsets(self.sentence.text)

    def evidence(self, match: Match) -> Evidence:
        """Return the words of a match, with offsets in the text of the paragraph."""
        start, end = self.offsets[match.start][0], self.offsets[match.end - 1][1]
        return Evidence(
            match.key.concept.code,
            match.key.pattern.text,
            self.sentence.text[start:end],
            self.sentence.start + start,
            self.sentence.start + end,
        )

    def between(self, left: Match, right: Match) -> str:
        """Return the text between two matches of which the first ends before the second begins."""
        return self.sentence.text[self.offsets[left.end - 1][1] : self.offsets[right.start][0]]


def word_offsets(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each word of a text, in the order of `find_words` on the folded text."""
    folded = fold(text)
    return tuple(
        (folded.original(match.start()), folded.original(match.end()))
        for match in find_word_spans(folded.text)
    )


def read_sentence(
    sentence: Sentence, spans: list[Match], context: frozenset[str], conditions: Conditions
) -> Reading:
    """Sift the matches of a sentence.

    What overlaps an exclusion of its own concept, or a name of a law or an organisation, does not count, nor
    does a pattern or a rule whose conditions do not hold. Of what overlaps within a concept the longest
    counts, so that no word counts twice for one code; a cue that looks ahead leaves one that looks back
    alone.

    Args:
        sentence: the sentence.
        spans: everything that matched in it.
        context: codes of the context rules that hold for it.
        conditions: of the codebook.
    """
    if not spans:
        return Reading(sentence, {}, {})
    names = [span for span in spans if span.key.concept.kind == "uitsluiting" and span.key.part == "patterns"]
    by_concept: dict[str, list[Match]] = {}
    for span in spans:
        by_concept.setdefault(span.key.concept.code, []).append(span)
    matches: dict[str, tuple[Match, ...]] = {}
    counted: dict[str, list[Match]] = {}
    terminators = {}
    for code in conditions.in_order(by_concept):
        own = by_concept[code]
        terminators[code] = tuple(span for span in own if span.key.part == "terminators")
        if not conditions.hold(own[0].key.concept, context, matches):
            continue
        barred = [span for span in own if span.key.part == "exclusions"]
        if own[0].key.concept.kind.is_code:
            barred += names
        kept = [
            span
            for span in own
            if span.key.part in {"patterns", "after"}
            and conditions.holds(span.key.pattern.context, context, matches)
            and not any(overlap(span, bar) for bar in barred)
        ]
        if kept:
            ahead = [span for span in kept if span.key.part == "patterns"]
            back = [span for span in kept if span.key.part == "after"]
            matches[code] = longest(ahead) + longest(back)
            counted[code] = kept
    return Reading(sentence, matches, terminators, counted, spans)


def overlap(one: Match, other: Match) -> bool:
    """Whether two matches share a word."""
    return one.start < other.end and other.start < one.end


def longest(spans: list[Match]) -> tuple[Match, ...]:
    """Keep the longest of overlapping matches; of equal ones the first, in text and in the rule file."""
    kept: list[Match] = []
    for span in sorted(spans, key=lambda span: (span.start - span.end, span.start)):
        if not any(overlap(span, other) for other in kept):
            kept.append(span)
    return tuple(sorted(kept, key=lambda span: span.start))
