"""What a cue reaches: direction, distance and what ends it, in the way of ConText.

Harkema, Dowling, Thornblade & Chapman (2009), *ConText: an algorithm for determining negation, experiencer,
and temporal status from clinical reports*, doi:10.1016/j.jbi.2009.05.002.
"""

from collections.abc import Iterable

from beloften.codebook.schema import Concept, Effect
from beloften.detect.reading import Match, Reading, overlap


def cue_that_reaches(
    reading: Reading, target: Match, cues: Iterable[Concept], effect: Effect
) -> Match | None:
    """Return the nearest cue with an effect that reaches a match in the same sentence, or None."""
    found = [
        match
        for concept in cues
        if concept.scope is not None and concept.scope.effect is effect
        for match in reading.matches.get(concept.code, ())
        if reaches(reading, match, target)
    ]
    return min(found, key=lambda match: distance(match, target), default=None)


def distance(one: Match, other: Match) -> int:
    """Return how many words lie between two matches; 0 or less when they touch or overlap."""
    return max(one.start - other.end, other.start - one.end)


def reaches(reading: Reading, cue: Match, target: Match) -> bool:
    """Whether a cue has a match within its scope.

    A cue of `patterns` looks ahead, one of `after` looks back. A cue in two parts reaches what stands between
    them (*wij schaffen de regels af*). Any other cue that shares words with its target reaches nothing: those
    words have their meaning together, and the rule says which.
    """
    scope = cue.key.concept.scope
    if scope is None:
        return False
    if overlap(cue, target):
        return cue.start < target.start and target.end < cue.end
    first, second = (cue, target) if cue.key.part == "patterns" else (target, cue)
    if first.end > second.start or second.start - first.end > scope.words:
        return False
    if any(
        first.end <= end.start and end.end <= second.start
        for end in reading.terminators.get(cue.key.concept.code, ())
    ):
        return False
    between = reading.between(first, second)
    return not any(character in between for character in scope.punctuation)
