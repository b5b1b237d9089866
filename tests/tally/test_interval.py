import math
from collections.abc import Sequence
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.tally import interval as interval_module
from beloften.tally.distributions import dispersed_limits, poisson_limits, t_quantile
from beloften.tally.interval import PER_WORDS, Unit, draw_weights, rate_intervals
from tests.tally.coverage import coverage


def test_the_rate_is_all_sentences_by_all_words() -> None:
    (found,) = rate_intervals([[1], [5]], [1000, 4000], Unit.DOCUMENTEN)
    assert found.rate == pytest.approx(12.0)


def test_a_count_of_zero_has_the_upper_limit_of_poisson() -> None:
    """Nothing in 10,000 words still leaves room for 3.69 per 10,000."""
    (found,) = rate_intervals([[0], [0], [0]], [5000, 2000, 3000], Unit.DOCUMENTEN)
    assert (found.rate, found.low, found.unit) == (0, 0, Unit.POISSON)
    assert found.high == pytest.approx(3.6889, abs=1e-4)


def test_a_single_unit_has_an_exact_poisson_interval() -> None:
    (found,) = rate_intervals([[5]], [10_000], Unit.PAGINAS)
    assert (found.low, found.high) == pytest.approx((1.6235, 11.6683), abs=1e-4)
    assert found.unit is Unit.POISSON


def test_without_words_there_is_no_rate() -> None:
    (found,) = rate_intervals([[0], [0]], [0, 0], Unit.DOCUMENTEN)
    assert (found.rate, found.low, found.high, found.unit) == (None, None, None, None)


def test_documents_that_differ_widen_the_interval() -> None:
    alike, different = rate_intervals(
        [[10, 0], [10, 1], [10, 29], [10, 2], [10, 8], [10, 20]], [1000] * 6, Unit.DOCUMENTEN
    )
    assert alike.rate == different.rate
    assert alike.high is not None
    assert different.high is not None
    assert different.high > 1.3 * alike.high


def test_empty_documents_change_nothing() -> None:
    without = rate_intervals([[3], [9], [4]], [1000, 2000, 1500], Unit.DOCUMENTEN)
    assert rate_intervals([[3], [0], [9], [4]], [1000, 0, 2000, 1500], Unit.DOCUMENTEN) == without


def test_a_code_has_the_same_interval_whatever_else_is_counted() -> None:
    counts = [[3, 1], [9, 0], [4, 7]]
    words = [1000, 2000, 1500]
    together = rate_intervals(counts, words, Unit.DOCUMENTEN)
    alone = [
        rate_intervals([[row[column]] for row in counts], words, Unit.DOCUMENTEN)[0] for column in (0, 1)
    ]
    assert list(together) == alone


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 50_000)), min_size=1, max_size=12))
def test_no_interval_is_narrower_than_that_of_a_poisson_count(units: list[tuple[int, int]]) -> None:
    words = [length for _, length in units]
    (found,) = rate_intervals([[count] for count, _ in units], words, Unit.DOCUMENTEN)
    low, high = (limit / sum(words) * PER_WORDS for limit in poisson_limits(sum(count for count, _ in units)))
    assert found.rate is not None
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= low <= found.rate <= high <= found.high < float("inf")


def summed(weights: Sequence[float], values: Sequence[float]) -> float:
    return math.fsum(weight * value for weight, value in zip(weights, values, strict=True))


def in_resamples(counts: list[int], words: list[int]) -> tuple[list[float], list[float]]:
    """The rate per word in each resample, and by how many standard errors it misses that of all documents."""
    size, rate = len(words), sum(counts) / sum(words)
    rates, missed = [], []
    for weights in draw_weights(size).tolist():
        length = summed(weights, words)
        drawn = summed(weights, counts) / length
        squares = [(count - drawn * each) ** 2 for count, each in zip(counts, words, strict=True)]
        variance = size / (size - 1) * summed(weights, squares) / length**2
        rates.append(drawn)
        missed.append((drawn - rate) / math.sqrt(max(variance, 0.1 * rate / length)))
    return sorted(rates), sorted(missed)


def test_a_code_in_five_documents_or_more_has_the_studentised_interval_of_davison_and_hinkley() -> None:
    """Formula 5.6 of their book, with the variance of a ratio, computed document by document."""
    counts, words = [31, 1, 55, 9, 0, 0, 11], [3000, 1200, 2500, 4000, 900, 2000, 1500]
    rate, total = sum(counts) / sum(words), sum(words)
    squares = [(count - rate * each) ** 2 for count, each in zip(counts, words, strict=True)]
    error = math.sqrt(7 / 6 * sum(squares)) / total
    _, missed = in_resamples(counts, words)
    (found,) = rate_intervals([[count] for count in counts], words, Unit.DOCUMENTEN)
    assert found.low == pytest.approx((rate - missed[-50] * error) * PER_WORDS)
    assert found.high == pytest.approx((rate - missed[49] * error) * PER_WORDS)


def test_a_code_in_fewer_documents_has_a_percentile_interval_widened_as_those_of_t_are() -> None:
    counts, words = [12, 0, 0, 41, 0, 8], [1500, 1200, 2500, 3000, 900, 2000]
    rate = sum(counts) / sum(words)
    rates, _ = in_resamples(counts, words)
    stretch = math.sqrt(6 / 5) * t_quantile(5) / NormalDist().inv_cdf(0.975)
    (found,) = rate_intervals([[count] for count in counts], words, Unit.DOCUMENTEN)
    assert found.low == pytest.approx(rate * (rates[49] / rate) ** stretch * PER_WORDS)
    assert found.high == pytest.approx(rate * (rates[-50] / rate) ** stretch * PER_WORDS)


def test_a_code_in_four_documents_of_five_has_no_studentised_interval() -> None:
    counts, words = [12, 30, 1, 41, 0], [1500, 1200, 2500, 3000, 900]
    rate = sum(counts) / sum(words)
    rates, _ = in_resamples(counts, words)
    stretch = math.sqrt(5 / 4) * t_quantile(4) / NormalDist().inv_cdf(0.975)
    (found,) = rate_intervals([[count] for count in counts], words, Unit.DOCUMENTEN)
    assert found.high == pytest.approx(rate * (rates[-50] / rate) ** stretch * PER_WORDS)


def test_of_few_documents_of_unequal_length_those_count_that_tell_as_much() -> None:
    """Kish: the square of the sum of the lengths by the sum of their squares, here 1.6 of 2."""
    (found,) = rate_intervals([[45], [0]], [3000, 1000], Unit.DOCUMENTEN)
    low, high = dispersed_limits(45, 1.6)
    assert found.low == pytest.approx(low / 4000 * PER_WORDS)
    assert found.high == pytest.approx(high / 4000 * PER_WORDS)


@pytest.mark.parametrize("cells", [1, 20_000, 10**6])
def test_resamples_are_the_same_however_many_are_drawn_at_once(
    cells: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = draw_weights(7)
    monkeypatch.setattr(interval_module, "_CELLS_AT_ONCE", cells)
    assert np.array_equal(draw_weights(7), whole)
    assert whole.shape == (1999, 7)
    assert set(whole.sum(axis=1)) == {7}


@pytest.mark.simulation
@pytest.mark.parametrize("documents", [5, 10, 20, 50])
@pytest.mark.parametrize("spread", [0.0, 0.7])
def test_the_interval_holds_the_truth_in_about_95_of_100_draws(documents: int, spread: float) -> None:
    """For overdispersed documents (gamma shape 3), of equal and of very different length."""
    assert 0.92 <= coverage(documents, rate=10, shape=3, spread=spread, draws=1500) <= 0.98


def test_no_limit_is_higher_than_if_each_sentence_had_the_code() -> None:
    free, bounded = (
        rate_intervals([[1], [9]], [2000, 2000], Unit.DOCUMENTEN, sentences)[0] for sentences in (1e9, 40)
    )
    assert free.high is not None
    assert free.high > 100
    assert bounded.high == 100
    assert (bounded.rate, bounded.low) == (free.rate, free.low)


@given(st.lists(st.integers(0, 60), min_size=2, max_size=4))
def test_with_a_code_in_few_documents_the_limits_stay_within_those_of_documents_that_differ_extremely(
    counts: list[int],
) -> None:
    (found,) = rate_intervals([[count] for count in counts], [PER_WORDS] * len(counts), Unit.DOCUMENTEN)
    low, high = (limit / len(counts) for limit in dispersed_limits(sum(counts), len(counts)))
    assert found.low is not None
    assert found.high is not None
    assert low - 1e-3 <= found.low
    assert found.high <= high + 1e-9
