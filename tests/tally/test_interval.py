import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.tally.distributions import dispersed_limits, poisson_limits
from beloften.tally.interval import PER_WORDS, Unit, rate_intervals
from tests.tally.coverage import coverage


def test_the_rate_is_all_sentences_by_all_words() -> None:
    (found,) = rate_intervals([[1], [5]], [1000, 4000], Unit.DOCUMENTEN)
    assert found.rate == pytest.approx(12.0)


def test_a_count_of_nought_has_the_upper_limit_of_poisson() -> None:
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
