"""Which passages of one text stand in another too, word for word or nearly so.

The likeness of two passages is twice the number of words that they share in the same order, in the longest
blocks, by the number of all their words (Ratcliff & Metzener 1988, as Python's `difflib` reckons it): 1 for
the same words, 0.75 for a passage of which a quarter of the words was replaced.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

LEAST_LIKENESS = 0.7
"""Passages that are less alike than this are two passages."""


class Pair(NamedTuple):
    """Two passages that are taken for one: their indices, and how alike they are, 0 to 1."""

    old: int
    new: int
    likeness: float


def align(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> list[Pair]:
    """Pair passages, each with at most one other: those with the same words first, then the most alike.

    Args:
        old: the words of each passage of the one text.
        new: the words of each passage of the other.

    Returns:
        The pairs, in the order of the old text.
    """
    pairs = _same(old, new)
    taken_old, taken_new = ({pair[side] for pair in pairs} for side in (0, 1))
    counts = [Counter(words) for words in new]
    candidates = [
        Pair(first, second, likeness)
        for first in range(len(old))
        if first not in taken_old
        for second in range(len(new))
        if second not in taken_new
        and (likeness := _likeness(old[first], new[second], counts[second])) >= LEAST_LIKENESS
    ]
    for pair in sorted(candidates, key=lambda pair: (-pair.likeness, pair.old, pair.new)):
        if pair.old not in taken_old and pair.new not in taken_new:
            pairs.append(pair)
            taken_old.add(pair.old)
            taken_new.add(pair.new)
    return sorted(pairs)


def _same(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> list[Pair]:
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in reversed(range(len(new))):
        places[tuple(new[index])].append(index)
    return [
        Pair(index, places[key].pop(), 1.0)
        for index, words in enumerate(old)
        if places.get(key := tuple(words))
    ]


def _likeness(old: Sequence[str], new: Sequence[str], new_count: Counter[str]) -> float:
    """The likeness of two passages; 0 where the cheap bounds show that it is too low to matter."""
    total = len(old) + len(new)
    if not total or 2 * min(len(old), len(new)) < LEAST_LIKENESS * total:
        return 0.0
    if 2 * (Counter(old) & new_count).total() < LEAST_LIKENESS * total:
        return 0.0
    return SequenceMatcher(None, old, new, autojunk=False).ratio()
