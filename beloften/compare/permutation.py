"""A test for the difference of two rates that holds whatever the distribution: reallocating documents.

If two groups do not differ, their documents could as well have been dealt out otherwise. The p-value is the
share of the ways to deal them out in which the rates differ at least as much as they do. Documents move as a
whole, so that it does not matter how much the sentences of one document resemble each other.

The difference is measured as a Student's t on the log scale, with a variance of its own for each group
(Janssen 1997, doi:10.1016/S0167-7152(97)00043-6; Chung & Romano 2013, doi:10.1214/13-AOS1090), so that the
test also holds, nearly, where the documents of one group are longer or more alike than those of the other.
What was measured is in docs/method.md.
"""

import itertools
import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from beloften.tally.interval import LEAST_VARIANCE

REALLOCATIONS = 9999
"""How many ways to deal documents out are tried: all of them where there are no more, else so many drawn."""

_SEED = 20180412
_TIE = 1e-9

_Floats = NDArray[np.float64]
_Indices = NDArray[np.int64]


def p_values(first: tuple[_Floats, _Floats], second: tuple[_Floats, _Floats]) -> list[float | None]:
    """Return the two-sided p-value of the difference between two groups, for each code.

    Args:
        first: counts of one group, with a row per document and a column per code, and words per document,
            all above zero.
        second: the same of the other group.

    Returns:
        None for a code that occurs in neither group, and for all where both groups have a single document.
    """
    # The smaller group is the one that is dealt out: fewer documents to add up.
    small, large = sorted((first, second), key=lambda group: len(group[1]))
    counts = np.concatenate((small[0], large[0]))
    words = np.concatenate((small[1], large[1]))
    size, whole = len(small[1]), len(words)
    if whole - size == 1:
        return [None] * counts.shape[1]
    found = counts.sum(axis=0) > 0
    counts = counts[:, found]
    observed = _difference(np.arange(size)[np.newaxis, :], counts, words)
    dealt, is_all = _deals(size, whole)
    reached = (_difference(dealt, counts, words) >= observed - _TIE).sum(axis=0)
    shares = iter((reached / len(dealt) if is_all else (reached + 1) / (len(dealt) + 1)).tolist())
    return [next(shares) if is_found else None for is_found in found]


def _difference(dealt: _Indices, counts: _Floats, words: _Floats) -> _Floats:
    """The size of the t of each deal and code; a row of `dealt` names the documents of the smaller group.

    The variance of a rate is that of a ratio estimator, brought to the log scale. The sums are of whole
    numbers, exact in whatever order they are added.
    """
    columns = np.column_stack((counts, counts * counts, counts * words[:, np.newaxis], words, words * words))
    small = np.zeros((len(dealt), columns.shape[1]))
    for position in range(dealt.shape[1]):
        small += columns[dealt[:, position]]
    large = columns.sum(axis=0) - small
    size, whole = dealt.shape[1], len(words)
    codes, all_words = counts.shape[1], words.sum()
    rates, variances, added = [], [], []
    for sums, documents in ((small, size), (large, whole - size)):
        count, squares, products = sums[:, :codes], sums[:, codes : 2 * codes], sums[:, 2 * codes : -2]
        length, square_length = sums[:, -2, np.newaxis], sums[:, -1, np.newaxis]
        # One sentence is divided over the two groups by their words, so that no count is zero.
        with_added = count + length / all_words
        rate = count / length
        residual = squares - 2 * rate * products + rate**2 * square_length
        least = LEAST_VARIANCE * counts.sum(axis=0) / all_words * length
        rates.append(np.log(with_added / length))
        variances.append(np.maximum(documents / max(documents - 1, 1) * residual, least) / with_added**2)
        added.append(with_added)
    if size == 1:
        # One document does not tell how it varies: it is taken to vary as those of the other group do.
        variances[0] = variances[1] * added[1] / added[0]
    difference: _Floats = np.abs(rates[0] - rates[1]) / np.sqrt(variances[0] + variances[1])
    return difference


@lru_cache(maxsize=8)
def _deals(size: int, whole: int) -> tuple[_Indices, bool]:
    """The ways to choose `size` of `whole` documents: all, or as many as are tried; and whether it is all."""
    if math.comb(whole, size) <= REALLOCATIONS:
        return np.array(list(itertools.combinations(range(whole), size))), True
    return _orders(whole)[:, :size], False


@lru_cache(maxsize=2)
def _orders(whole: int) -> _Indices:
    """Drawn orders of so many documents; the same for every comparison."""
    generator = np.random.Generator(np.random.PCG64(_SEED))
    return np.array([generator.permutation(whole) for _ in range(REALLOCATIONS)])
