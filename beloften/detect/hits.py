"""What each pattern of a codebook does in a text: where it matches, where it counts, and where it alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from beloften.detect.finding import Evidence, PatternKey
from beloften.detect.reading import Match, Reading

SAMPLES = 3
"""How many sentences of a document are kept for a pattern."""


@dataclass(slots=True)
class Hits:
    """How many sentences of a document that can carry codes a pattern matches.

    Attributes:
        matches: sentences with its words.
        counts: of those, in how many no exclusion, name or condition bars it.
        alone: of those, in how many nothing else of its rule counts, so that the code is found by it alone.
        samples: some of them, as the index of the sentence and the words; first those in which it counts.
    """

    matches: int = 0
    counts: int = 0
    alone: int = 0
    samples: list[tuple[int, Evidence]] = field(default_factory=list)


def pattern_hits(readings: Iterable[Reading]) -> dict[PatternKey, Hits]:
    """Count what each pattern that matches anywhere does in the sentences of a document."""
    found: dict[PatternKey, Hits] = {}
    others: dict[PatternKey, list[tuple[int, Evidence]]] = {}
    for index, reading in enumerate(readings):
        if not reading.sentence.codable:
            continue
        counted = {code: {_key(match) for match in own} for code, own in reading.counted.items()}
        seen: set[PatternKey] = set()
        for match in reading.spans:
            key = _key(match)
            if key in seen:
                continue
            seen.add(key)
            hits = found.setdefault(key, Hits())
            in_force = counted.get(key.code, set())
            hits.matches += 1
            hits.counts += key in in_force
            hits.alone += in_force == {key}
            kept = hits.samples if key in in_force else others.setdefault(key, [])
            if len(kept) < SAMPLES:
                kept.append((index, reading.evidence(match)))
    for key, barred in others.items():
        found[key].samples = (found[key].samples + barred)[:SAMPLES]
    return found


def _key(match: Match) -> PatternKey:
    return PatternKey(match.key.concept.code, match.key.part, match.key.pattern.place)
