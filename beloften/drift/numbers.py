"""Which numbers moved between two runs, and whether by more than they may."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from beloften.run.tolerances import OTHERS, WORDS
from beloften.tally.count import Telling
from beloften.tally.interval import PER_WORDS

ALL_GROUPS = ""
"""The group of all documents together."""


class Key(NamedTuple):
    """Which number: of a group, a code and a measure; the measure of `WORDS` is ""."""

    group: str
    code: str
    measure: str


class Counted(NamedTuple):
    """Sentences with a code in a group, and the words of the group."""

    zinnen: int
    woorden: int

    @property
    def rate(self) -> float:
        """Sentences per 10,000 words; 0 where there are no words."""
        return self.zinnen / self.woorden * PER_WORDS if self.woorden else 0.0


@dataclass(frozen=True, slots=True)
class MovedNumber:
    """A number that is another one now.

    Attributes:
        group: name of the gemeente; "" for all together.
        code: the code, or `WORDS`.
        measure: as in `tellingen.csv`; "" for words.
        zinnen_old: sentences with the code then; 0 for words.
        zinnen_new: sentences with the code now; 0 for words.
        old: rate per 10,000 words then, or the number of words.
        new: the same now.
        tolerance: by how much it may move.
    """

    group: str
    code: str
    measure: str
    zinnen_old: int
    zinnen_new: int
    old: float
    new: float
    tolerance: float

    @property
    def difference(self) -> float:
        """By how much it moved."""
        return self.new - self.old

    @property
    def is_beyond(self) -> bool:
        """Whether that is more than it may."""
        return abs(self.difference) > self.tolerance


def moved_numbers(
    old: Sequence[Telling], new: Sequence[Telling], tolerances: Mapping[str, float]
) -> tuple[MovedNumber, ...]:
    """Return the numbers that differ: first of all groups together, then by group, code and measure.

    Whether a number differs is reckoned from the counts, so that rounding plays no part.

    Args:
        old: counts of the earlier run, per gemeente.
        new: counts of this one.
        tolerances: by code how far a rate may move, `OTHERS` for those not named, `WORDS` for words.
    """
    before, after = _counted(old), _counted(new)
    moved = []
    for key in dict.fromkeys([*after, *before]):
        was, now = before.get(key, Counted(0, 0)), after.get(key, Counted(0, 0))
        if key.code == WORDS:
            if was.woorden != now.woorden:
                tolerance = tolerances.get(WORDS, 0.0)
                moved.append(MovedNumber(*key, 0, 0, was.woorden, now.woorden, tolerance))
        elif was.zinnen * now.woorden != now.zinnen * was.woorden:
            tolerance = tolerances.get(key.code, tolerances.get(OTHERS, 0.0))
            moved.append(MovedNumber(*key, was.zinnen, now.zinnen, was.rate, now.rate, tolerance))
        elif (was.zinnen > 0) != (now.zinnen > 0):  # one of the two has no words at all
            moved.append(MovedNumber(*key, was.zinnen, now.zinnen, was.rate, now.rate, 0.0))
    return tuple(sorted(moved, key=lambda one: one.group != ALL_GROUPS))


def _counted(tellingen: Sequence[Telling]) -> dict[Key, Counted]:
    counted: dict[Key, Counted] = {}
    words = {row.group: row.woorden for row in tellingen}
    together = sum(words.values())
    zinnen: defaultdict[tuple[str, str], int] = defaultdict(int)
    for row in tellingen:
        zinnen[row.code, row.measure] += row.zinnen
        counted[Key(row.group, row.code, row.measure)] = Counted(row.zinnen, row.woorden)
    for group, number in words.items():
        counted[Key(group, WORDS, "")] = Counted(0, number)
    counted[Key(ALL_GROUPS, WORDS, "")] = Counted(0, together)
    for (code, measure), number in zinnen.items():
        counted[Key(ALL_GROUPS, code, measure)] = Counted(number, together)
    return counted
