"""How much more often one group has a code than another: log ratio with interval, G², and Holm's correction.

The formulas and what was measured of them are in docs/method.md.
"""

import math
from collections.abc import Sequence

from beloften.tally.interval import Interval

HALF = 0.5
"""What stands for a count of zero in a log ratio."""

Limits = tuple[float | None, float | None]
"""Lower and upper limit; None where there is none."""


def log_ratio(counts: tuple[int, int], words: tuple[int, int]) -> float | None:
    """Return log2 of the ratio of two rates: 1 is twice as often, -1 half as often.

    A count of zero counts as a half (Hardie 2014, "Log Ratio: an informal introduction", Lancaster). In a
    short text a half may be a higher rate than that of the other; then the ratio is 0, since so short a text
    tells of no difference.

    Returns:
        None where neither has the code, or one has no words.
    """
    if not any(counts) or not all(words):
        return None
    first, second = ((count or HALF) / length for count, length in zip(counts, words, strict=True))
    ratio = math.log2(first / second)
    if not counts[0]:
        return min(ratio, 0.0)
    return ratio if counts[1] else max(ratio, 0.0)


def log_ratio_limits(first: Interval, second: Interval) -> Limits:
    """Return the 95 % limits of a log ratio from those of the two rates (method MOVER).

    With d the log ratio, and l, t, u lower limit, rate and upper limit on the log scale, they are
    d - sqrt((t1 - l1)² + (u2 - t2)²) and d + sqrt((u1 - t1)² + (t2 - l2)²) (Zou & Donner 2008,
    doi:10.1002/sim.3095). Where a rate is zero its log has no arm: one limit of the ratio is
    missing, and the other is the ratio of the nearest limits of the two rates, which is further out.
    """
    if not (first.rate or second.rate):
        return None, None
    return _lower(first, second), _negative(_lower(second, first))


def g2(counts: tuple[int, int], words: tuple[int, int]) -> float | None:
    """Return G², the log-likelihood statistic of two counts: 2 Σ O ln(O / E).

    The expected counts share what both have by their words (Dunning 1993, Computational Linguistics 19,
    61-74; in this form Rayson & Garside 2000, doi:10.3115/1117729.1117730). It measures how surprising the
    difference would be if every sentence were drawn by itself. Sentences are not: G² orders keywords well,
    but its chi-square probability is far too small (docs/method.md), so none is given.

    Returns:
        None where neither has the code, or one has no words.
    """
    if not any(counts) or not all(words):
        return None
    per_word = sum(counts) / sum(words)
    terms = (
        count * math.log(count / (length * per_word))
        for count, length in zip(counts, words, strict=True)
        if count
    )
    return max(2 * math.fsum(terms), 0.0)


def holm(values: Sequence[float | None]) -> list[float | None]:
    """Correct p-values for their number: the chance of one false alarm or more stays below the level.

    The smallest of m is multiplied by m, the next by m - 1, …, and none is smaller than the one before it
    (Holm 1979, Scandinavian Journal of Statistics 6, 65-70).

    Args:
        values: the p-values of one family; None for a comparison that could not be made, which does not
            count.
    """
    order = sorted((value, index) for index, value in enumerate(values) if value is not None)
    corrected: list[float | None] = [None] * len(values)
    highest = 0.0
    for rank, (value, index) in enumerate(order):
        highest = max(highest, min(1.0, value * (len(order) - rank)))
        corrected[index] = highest
    return corrected


def _lower(first: Interval, second: Interval) -> float | None:
    """The lower limit of the log ratio of the first to the second; None where there is none."""
    if not first.rate or not first.low or not second.high:
        return None
    if not second.rate:
        return math.log2(first.low / second.high)
    below, above = math.log2(first.rate / first.low), math.log2(second.high / second.rate)
    return math.log2(first.rate / second.rate) - math.hypot(below, above)


def _negative(value: float | None) -> float | None:
    return None if value is None else -value
