import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.compare.ratio import g2, holm, log_ratio, log_ratio_limits
from beloften.tally.interval import Interval, Unit


def interval(rate: float, low: float, high: float) -> Interval:
    return Interval(rate, low, high, Unit.DOCUMENTEN)


def test_twice_as_often_is_one_and_half_as_often_minus_one() -> None:
    assert log_ratio((20, 10), (1000, 1000)) == pytest.approx(1)
    assert log_ratio((10, 10), (2000, 1000)) == pytest.approx(-1)


def test_where_neither_has_a_code_there_is_no_ratio() -> None:
    assert log_ratio((0, 0), (1000, 1000)) is None
    assert g2((0, 0), (1000, 1000)) is None
    assert log_ratio_limits(interval(0, 0, 3), interval(0, 0, 3)) == (None, None)


def test_a_count_of_zero_counts_as_a_half() -> None:
    assert log_ratio((0, 4), (1000, 1000)) == pytest.approx(-3)
    assert log_ratio((4, 0), (1000, 1000)) == pytest.approx(3)


@given(st.integers(1, 50), st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_count_of_zero_is_never_more_often_than_a_count(count: int, one: int, other: int) -> None:
    """Also where the text without the code is so short that half a sentence would be a high rate."""
    found = log_ratio((0, count), (one, other))
    assert found is not None
    assert found <= 0


def test_the_limits_of_a_ratio_follow_from_those_of_the_rates() -> None:
    """Rates of 8 (4 to 16) and 2 (1 to 4): two on the log scale, with arms of sqrt(1 + 1)."""
    low, high = log_ratio_limits(interval(8, 4, 16), interval(2, 1, 4))
    assert low == pytest.approx(2 - math.sqrt(2))
    assert high == pytest.approx(2 + math.sqrt(2))


def test_a_rate_of_zero_has_a_limit_on_one_side_only() -> None:
    assert log_ratio_limits(interval(0, 0, 1), interval(8, 4, 16)) == (None, -2.0)
    assert log_ratio_limits(interval(8, 4, 16), interval(0, 0, 1)) == (2.0, None)


def test_g2_sets_what_was_found_against_what_words_lead_to_expect() -> None:
    """Two terms, as Rayson and Garside write it; zero for rates that are the same."""
    expected = 2 * (100 * math.log(100 / (180 * 10 / 22)) + 80 * math.log(80 / (180 * 12 / 22)))
    assert g2((100, 80), (10_000, 12_000)) == pytest.approx(expected)
    assert g2((10, 20), (1000, 2000)) == pytest.approx(0)


def test_the_correction_of_holm_is_that_of_his_paper() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_a_comparison_that_could_not_be_made_is_no_member_of_the_family() -> None:
    assert holm([0.02, None, 0.04]) == [pytest.approx(0.04), None, pytest.approx(0.04)]


@given(st.lists(st.floats(0, 1), max_size=20))
def test_corrected_values_are_no_smaller_and_keep_their_order(values: list[float]) -> None:
    corrected = [value for value in holm(values) if value is not None]
    assert all(before <= after <= 1 for before, after in zip(values, corrected, strict=True))
    pairs = sorted(zip(values, corrected, strict=True))
    assert [after for _, after in pairs] == sorted(corrected)
