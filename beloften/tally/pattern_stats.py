"""What each pattern of a codebook does in a corpus, also those that do nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beloften.codebook.schema import Codebook, Concept, Pattern
from beloften.corpus.source import Source
from beloften.detect.finding import PatternKey
from beloften.run.result import DocumentResult, PatternHits, Sample


@dataclass(frozen=True, slots=True)
class PatternStat:
    """One pattern.

    Attributes:
        concept: the rule.
        part: the key under which it stands there: patterns, after, exclusions or terminators.
        pattern: the pattern.
        matches: sentences with its words.
        counts: of those, in how many no exclusion, name or condition bars it; 0 for what only bars or ends.
        alone: of those, in how many nothing else of its rule counts.
        documents: in how many documents it matches.
        samples: some of the sentences, each with its document: one of each document, then further ones.
    """

    concept: Concept
    part: str
    pattern: Pattern
    matches: int
    counts: int
    alone: int
    documents: int
    samples: tuple[tuple[Source, Sample], ...]


def pattern_stats(
    results: Sequence[DocumentResult], codebook: Codebook, samples: int = 3
) -> list[PatternStat]:
    """Add up what each pattern does in documents that were read with `ReadingOptions(hits=True)`.

    Args:
        results: of the documents.
        codebook: that they were read with.
        samples: how many sentences to keep of each pattern.

    Returns:
        All patterns, rule by rule in the order of the codebook; within a rule its patterns before its
        exclusions and ends, the ones that match most sentences first.
    """
    hits: dict[PatternKey, list[tuple[Source, PatternHits]]] = defaultdict(list)
    for result in results:
        for one in result.hits:
            hits[one.pattern].append((result.source, one))
    stats = []
    for concept in codebook.concepts:
        for part, patterns in concept.pattern_lists.items():
            own = [_added(concept, part, pattern, hits, samples) for pattern in patterns]
            stats += sorted(own, key=lambda stat: (-stat.matches, stat.pattern.place.line))
    return stats


def _added(
    concept: Concept,
    part: str,
    pattern: Pattern,
    hits: dict[PatternKey, list[tuple[Source, PatternHits]]],
    samples: int,
) -> PatternStat:
    own = hits.get(PatternKey(concept.code, part, pattern.place), [])
    return PatternStat(
        concept=concept,
        part=part,
        pattern=pattern,
        matches=sum(one.matches for _, one in own),
        counts=sum(one.counts for _, one in own),
        alone=sum(one.alone for _, one in own),
        documents=len(own),
        samples=tuple(_spread(own))[:samples],
    )


def _spread(hits: Iterable[tuple[Source, PatternHits]]) -> list[tuple[Source, Sample]]:
    """The first sample of each document, then the second of each, and so on."""
    numbered = [
        (number, order, source, sample)
        for order, (source, one) in enumerate(hits)
        for number, sample in enumerate(one.samples)
    ]
    return [(source, sample) for _, _, source, sample in sorted(numbered, key=lambda one: one[:2])]
