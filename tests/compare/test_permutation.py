import itertools
import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from beloften.compare.permutation import p_values
from tests.compare.coverage import Setting, outcome

WORDS = np.array([1000.0, 1000, 1000])


def column(*counts: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array(counts, dtype=np.float64).reshape(-1, 1)


def test_few_documents_are_dealt_out_in_all_ways() -> None:
    """Of the twenty ways to deal six documents, two part the high from the low."""
    assert p_values((column(9, 10, 11), WORDS), (column(0, 1, 2), WORDS)) == [pytest.approx(2 / 20)]


def test_a_single_document_is_as_sure_as_it_is_the_furthest_out() -> None:
    assert p_values((column(30), WORDS[:1]), (column(1, 2, 3), WORDS)) == [pytest.approx(1 / 4)]


def test_two_single_documents_tell_nothing() -> None:
    assert p_values((column(30), WORDS[:1]), (column(1), WORDS[:1])) == [None]


def test_a_code_that_nobody_has_is_not_tested() -> None:
    first, second = np.hstack((column(0, 0), column(3, 4))), np.hstack((column(0, 0), column(1, 0)))
    absent, present = p_values((first, WORDS[:2]), (second, WORDS[:2]))
    assert absent is None
    assert present is not None


def test_groups_that_are_alike_do_not_differ() -> None:
    assert p_values((column(4, 5, 6), WORDS), (column(4, 5, 6), WORDS)) == [1.0]


def test_it_does_not_matter_which_group_comes_first_nor_what_else_is_tested() -> None:
    generator = np.random.default_rng(1)
    one, other = generator.poisson(6, (8, 3)).astype(float), generator.poisson(9, (12, 3)).astype(float)
    words = generator.integers(500, 3000, 20).astype(float)
    found = p_values((one, words[:8]), (other, words[8:]))
    assert found == p_values((other, words[8:]), (one, words[:8]))
    assert found[1:2] == p_values((one[:, 1:2], words[:8]), (other[:, 1:2], words[8:]))


@pytest.mark.simulation
@pytest.mark.parametrize("documents", [(5, 5), (10, 10), (20, 20)])
def test_intervals_hold_the_truth(documents: tuple[int, int]) -> None:
    """What the script tells of 1,000 draws of many settings, in fewer draws of some."""
    found = outcome(Setting(documents, rate=10, shape=3), draws=30)
    assert 0.92 <= found.rates <= 0.98
    assert 0.92 <= found.ratios <= 0.98


@pytest.mark.simulation
@pytest.mark.parametrize("documents", [(5, 7)])
@pytest.mark.parametrize("shape", [3, 10])
def test_chance_is_not_taken_for_a_difference(documents: tuple[int, int], shape: float) -> None:
    found = outcome(Setting(documents, rate=10, shape=shape), draws=150)
    assert found.significant <= 0.06
    assert found.families <= 0.06


@pytest.mark.simulation
def test_a_doubled_rate_in_ten_documents_a_side_is_found() -> None:
    found = outcome(Setting((10, 10), rate=10, ratio=2, shape=10), draws=30)
    assert found.significant >= 0.8


def studentised(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> float:
    """How far apart two groups of documents (count, words) are: t on the log scale, document by document."""
    counts, words = (sum(document[side] for document in first + second) for side in (0, 1))
    rates, variances, added = [], [], []
    for group in (first, second):
        count, length = (sum(document[side] for document in group) for side in (0, 1))
        residual = sum((each - count / length * own) ** 2 for each, own in group)
        spread = len(group) / max(len(group) - 1, 1) * residual
        added.append(count + length / words)
        rates.append(math.log(added[-1] / length))
        variances.append(max(spread, 0.1 * counts / words * length) / added[-1] ** 2)
    if len(first) == 1:
        variances[0] = variances[1] * added[1] / added[0]
    return abs(rates[0] - rates[1]) / math.sqrt(sum(variances))


@pytest.mark.parametrize("size", [1, 2, 3])
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(100, 3000)), min_size=6, max_size=7))
def test_the_p_value_is_the_share_of_all_deals_that_are_as_far_apart(
    size: int, documents: list[tuple[int, int]]
) -> None:
    assume(any(count for count, _ in documents))
    table = np.array(documents, dtype=np.float64)
    deals = [
        (
            [documents[number] for number in chosen],
            [each for number, each in enumerate(documents) if number not in chosen],
        )
        for chosen in itertools.combinations(range(len(documents)), size)
    ]
    found = [studentised(*deal) for deal in deals]
    groups = [(table[part, :1], table[part, 1]) for part in (slice(size), slice(size, None))]
    assert p_values(groups[0], groups[1]) == [
        pytest.approx(sum(each >= found[0] - 1e-9 for each in found) / len(found))
    ]


def test_of_more_ways_than_are_tried_the_one_that_was_found_counts_as_one() -> None:
    """Of 184,756 ways to deal twenty documents, 9,999 are drawn, and none of them is as far apart."""
    words = np.full(10, 1000.0)
    high, low = column(*range(100, 110)), column(*range(10))
    assert p_values((high, words), (low, words)) == [pytest.approx(1 / 10_000)]
