"""How much groups promise alike, and an order in which those that are alike stand beside each other."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from beloften.codebook.schema import Codebook, ConceptKind, Level
from beloften.compare.groups import Groups
from beloften.tally.nota import units_of

_Floats = NDArray[np.float64]
_NEGLIGIBLE = 1e-9


@dataclass(frozen=True, slots=True)
class Gelijkenis:
    """Two groups and how much their profiles are alike.

    Attributes:
        group: name of the group.
        other: name of the other.
        gelijkenis: 1 less the Hellinger distance: 1 for the same shares, 0 for nothing in common.
        as_group: coordinate of the group on the first axis of a correspondence analysis; None where there is
            no axis.
        as_other: that of the other.
    """

    group: str
    other: str
    gelijkenis: float
    as_group: float | None
    as_other: float | None


@dataclass(frozen=True, slots=True)
class Profielen:
    """The profiles of groups: how their promises are divided over the beloften.

    Attributes:
        beloften: codes of the beloften.
        counts: sentences per belofte, by group; only groups that make a promise.
        axis: coordinate of each group on the first axis; empty where there is none.
        inertia: part of all differences that the first axis holds, 0 to 1; None where there is none.
    """

    beloften: tuple[str, ...]
    counts: Mapping[str, tuple[int, ...]]
    axis: Mapping[str, float]
    inertia: float | None

    @property
    def ordered(self) -> tuple[str, ...]:
        """The groups from one end of the axis to the other."""
        return tuple(sorted(self.counts, key=lambda group: (self.axis.get(group, 0.0), group)))


def profielen(groups: Groups, codebook: Codebook, level: Level = Level.BELOFTE) -> Profielen:
    """Count the beloften of each group at a level and find the axis along which their shares differ most."""
    codes = tuple(concept.code for concept in codebook.of_kind(ConceptKind.BELOFTE))
    selections = [((code, level),) for code in codes]
    counts = {
        group: tuple(map(sum, zip(*units_of(notas, selections).counts, strict=True)))
        for group, notas in groups.items()
    }
    counts = {group: row for group, row in counts.items() if any(row)}
    axis, inertia = _first_axis(list(counts.values()))
    return Profielen(codes, counts, dict(zip(counts, axis, strict=False)), inertia)


def gelijkenissen(found: Profielen) -> tuple[Gelijkenis, ...]:
    """Compare the profiles of each two groups, in the order of the axis."""
    return tuple(
        Gelijkenis(
            group=one,
            other=other,
            gelijkenis=1 - hellinger(found.counts[one], found.counts[other]),
            as_group=found.axis.get(one),
            as_other=found.axis.get(other),
        )
        for one, other in combinations(found.ordered, 2)
    )


def hellinger(first: Sequence[int], second: Sequence[int]) -> float:
    """Return the Hellinger distance of two divisions: sqrt(1 - Σ sqrt(p q)), with p and q their shares.

    It is symmetric, lies between 0 and 1, and takes counts of zero as they are (Hellinger 1909,
    doi:10.1515/crll.1909.136.210; Rao 1995, Qüestiió 19, 23-63 on why to prefer it to chi-square for
    profiles with rare classes).
    """
    total = math.sqrt(sum(first) * sum(second))
    alike = math.fsum(math.sqrt(one * other) for one, other in zip(first, second, strict=True)) / total
    return math.sqrt(max(0.0, 1 - alike))


def _first_axis(counts: Sequence[Sequence[int]]) -> tuple[list[float], float | None]:
    """The row coordinates on the first axis of a correspondence analysis, and its part of the inertia.

    They are the first left singular vector of the standardised residuals, scaled to principal coordinates
    (Greenacre 2017, Correspondence Analysis in Practice, appendix A). Sorting by them is seriation (Hill
    1974, doi:10.2307/2347127). An axis has no direction of its own: the group furthest out lies at the
    positive end.
    """
    table: _Floats = np.array(counts, dtype=np.float64)
    if len(table) < len(("one", "two", "three")):
        return [], None
    table = table[:, table.sum(axis=0) > 0] / table.sum()
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    expected = np.outer(rows, columns)
    left, sizes, _ = np.linalg.svd((table - expected) / np.sqrt(expected), full_matrices=False)
    if not sizes[0] > _NEGLIGIBLE:
        return [], None
    axis = left[:, 0] * sizes[0] / np.sqrt(rows)
    furthest = max(range(len(axis)), key=lambda index: (round(abs(axis[index]), 9), -index))
    axis = axis * math.copysign(1.0, axis[furthest])
    # Rounded, so that the last bits of a processor's arithmetic do not show in the order.
    return [round(float(value), 6) + 0.0 for value in axis], float(sizes[0] ** 2 / (sizes**2).sum())
