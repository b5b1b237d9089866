"""Comparing groups of documents, code by code."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from beloften.codebook.schema import Codebook, ConceptKind
from beloften.compare.asked import Against
from beloften.compare.groups import Groups
from beloften.compare.permutation import p_values
from beloften.compare.ratio import g2, holm, log_ratio, log_ratio_limits
from beloften.tally.count import measures
from beloften.tally.interval import Interval, rate_intervals
from beloften.tally.nota import Nota, units_of

REST = "rest"
"""The name of all other groups together."""

FEW_FINDINGS = 5
"""A group with fewer sentences with a belofte than this is told of."""


@dataclass(frozen=True, slots=True)
class Verschil:
    """How often one group has a code, by one measure, against another group.

    Attributes:
        group: name of the group.
        other: name of the other; "rest" for all others together.
        code: the code.
        kind: what sort of code it is.
        measure: as in `Telling`.
        zinnen: sentences with the code in the group.
        zinnen_other: the same in the other.
        documenten_totaal: documents of the group.
        documenten_totaal_other: documents of the other.
        rate: sentences with the code per 10,000 words.
        low: lower 95 % limit of the rate.
        high: upper limit.
        rate_other: the same of the other group.
        low_other: lower limit.
        high_other: upper limit.
        log_ratio: log2 of the ratio of the rates; None where neither has the code.
        log_ratio_low: lower 95 % limit; None where there is none.
        log_ratio_high: upper limit.
        g2: log-likelihood statistic; None where neither has the code.
        p: two-sided, by reallocating documents; None where neither has the code, or both have one document.
        p_holm: the same, corrected for all comparisons of that kind of code by that measure.
    """

    group: str
    other: str
    code: str
    kind: ConceptKind
    measure: str
    zinnen: int
    zinnen_other: int
    documenten_totaal: int
    documenten_totaal_other: int
    rate: float | None
    low: float | None
    high: float | None
    rate_other: float | None
    low_other: float | None
    high_other: float | None
    log_ratio: float | None
    log_ratio_low: float | None
    log_ratio_high: float | None
    g2: float | None
    p: float | None
    p_holm: float | None


@dataclass(frozen=True, slots=True)
class Few:
    """A group of which little can be said.

    Attributes:
        group: its name.
        documenten: its documents.
        zinnen: its sentences with a belofte.
    """

    group: str
    documenten: int
    zinnen: int


@dataclass(frozen=True, slots=True)
class _Column:
    """A thing that is counted."""

    code: str
    kind: ConceptKind
    measure: str


@dataclass(frozen=True, slots=True)
class _Group:
    """A group with its counts: a row per document, a column per thing that is counted."""

    name: str
    counts: tuple[tuple[int, ...], ...]
    words: tuple[int, ...]
    intervals: tuple[Interval, ...]

    @property
    def totals(self) -> tuple[int, ...]:
        return tuple(map(sum, zip(*self.counts, strict=True)))


def compare(groups: Groups, codebook: Codebook, against: Against = Against.REST) -> tuple[Verschil, ...]:
    """Compare each group with the rest, or with each other group, by every code and measure.

    Two groups are compared once, whatever is asked for. The correction is Holm's within a family: all
    comparisons by one measure of codes of one kind, such as the nine beloften at the level belofte.

    Returns:
        Rows by comparison, in the order of the groups, then in that of the codebook; none for fewer than two
        groups.
    """
    columns = [
        _Column(concept.code, concept.kind, measure)
        for concept in codebook.concepts
        for measure in measures(concept)
    ]
    rows = [row for pair in _pairs(groups, columns, against) for row in _rows(*pair, columns)]
    families: dict[tuple[ConceptKind, str], list[int]] = {}
    for index, row in enumerate(rows):
        families.setdefault((row.kind, row.measure), []).append(index)
    for members in families.values():
        corrected = holm([rows[index].p for index in members])
        for index, value in zip(members, corrected, strict=True):
            rows[index] = replace(rows[index], p_holm=value)
    return tuple(rows)


def _pairs(groups: Groups, columns: Sequence[_Column], against: Against) -> Iterator[tuple[_Group, _Group]]:
    names = list(groups)
    if against is Against.PAIRS or len(names) == len(("one", "other")):
        counted = [_group(name, groups[name], columns) for name in names]
        yield from combinations(counted, 2)
    elif len(names) > 1:
        for name in names:
            others = [nota for other in names if other != name for nota in groups[other]]
            yield _group(name, groups[name], columns), _group(REST, others, columns)


def _group(name: str, notas: Sequence[Nota], columns: Sequence[_Column]) -> _Group:
    selections = [((column.code, column.measure),) for column in columns]
    units = units_of(notas, selections)
    intervals = rate_intervals(units.counts, units.words, units.unit, units.sentences)
    if len(notas) > 1:
        counts = tuple(map(tuple, units.counts))
    else:
        counts = (tuple(map(sum, zip(*units.counts, strict=True))),)
    return _Group(name, counts, tuple(nota.words for nota in notas), intervals)


def _rows(first: _Group, second: _Group, columns: Sequence[_Column]) -> Iterator[Verschil]:
    chances = p_values(
        (np.array(first.counts, dtype=np.float64), np.array(first.words, dtype=np.float64)),
        (np.array(second.counts, dtype=np.float64), np.array(second.words, dtype=np.float64)),
    )
    words = sum(first.words), sum(second.words)
    for column, one, other, mine, theirs, chance in zip(
        columns, first.totals, second.totals, first.intervals, second.intervals, chances, strict=True
    ):
        low, high = log_ratio_limits(mine, theirs)
        yield Verschil(
            group=first.name,
            other=second.name,
            code=column.code,
            kind=column.kind,
            measure=column.measure,
            zinnen=one,
            zinnen_other=other,
            documenten_totaal=len(first.words),
            documenten_totaal_other=len(second.words),
            rate=mine.rate,
            low=mine.low,
            high=mine.high,
            rate_other=theirs.rate,
            low_other=theirs.low,
            high_other=theirs.high,
            log_ratio=log_ratio((one, other), words),
            log_ratio_low=low,
            log_ratio_high=high,
            g2=g2((one, other), words),
            p=chance,
            p_holm=None,
        )


def few(groups: Groups, codebook: Codebook, level: str) -> tuple[Few, ...]:
    """Return the groups of which little can be said: one document, or few sentences with a belofte."""
    beloften = [(concept.code, level) for concept in codebook.of_kind(ConceptKind.BELOFTE)]
    found = (
        Few(name, len(notas), sum(len(nota.with_any(beloften)) for nota in notas))
        for name, notas in groups.items()
    )
    return tuple(row for row in found if row.documenten == 1 or row.zinnen < FEW_FINDINGS)
