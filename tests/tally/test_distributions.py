import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.tally.distributions import dispersed_limits, poisson_limits, t_quantile, wilson


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        (0, 0.0, 3.6889),
        (1, 0.0253, 5.5716),
        (5, 1.6235, 11.6683),
        (10, 4.7954, 18.3904),
        (100, 81.3640, 121.6268),
    ],
)
def test_the_limits_of_a_count_are_those_of_published_tables(count: int, low: float, high: float) -> None:
    assert poisson_limits(count) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 300))
def test_under_either_limit_the_count_is_in_the_outer_fortieth(count: int) -> None:
    low, high = poisson_limits(count)

    def at_most(number: int, mean: float) -> float:
        return math.fsum(math.exp(i * math.log(mean) - mean - math.lgamma(i + 1)) for i in range(number + 1))

    assert 1 - at_most(count - 1, low) == pytest.approx(0.025, abs=1e-9)
    assert at_most(count, high) == pytest.approx(0.025, abs=1e-9)


@pytest.mark.parametrize(
    ("degrees", "value"), [(1, 12.7062), (2, 4.3027), (3, 3.1824), (4, 2.7764), (9, 2.2622), (29, 2.0452)]
)
def test_quantiles_of_t_are_those_of_published_tables(degrees: int, value: float) -> None:
    assert t_quantile(degrees) == pytest.approx(value, abs=5e-5)


@given(st.integers(1, 200), st.floats(1, 300))
def test_under_either_limit_of_differing_units_the_count_is_in_the_outer_fortieth(
    count: int, units: float
) -> None:
    low, high = dispersed_limits(count, units)

    def at_most(number: int, mean: float) -> float:
        """By the logarithm of each negative binomial probability."""
        first, other = math.log(units / (units + mean)), math.log(mean / (units + mean))
        return math.fsum(
            math.exp(
                math.lgamma(units + i) - math.lgamma(units) - math.lgamma(i + 1) + units * first + i * other
            )
            for i in range(number + 1)
        )

    assert 1 - at_most(count - 1, low) == pytest.approx(0.025, abs=1e-7)
    assert at_most(count, high) == pytest.approx(0.025, abs=1e-7)


@given(st.integers(0, 100), st.floats(1, 300))
def test_units_that_differ_tell_less_than_a_poisson_count(count: int, units: float) -> None:
    low, high = dispersed_limits(count, units)
    poisson_low, poisson_high = poisson_limits(count)
    assert low <= poisson_low + 1e-3
    assert high >= poisson_high


def test_many_units_tell_as_much_as_a_poisson_count() -> None:
    assert dispersed_limits(7, 1e6) == pytest.approx(poisson_limits(7), rel=1e-4)


@pytest.mark.parametrize(
    ("hits", "number", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_limits_are_those_of_published_examples(
    hits: int, number: int, low: float, high: float
) -> None:
    """Those of Newcombe 1998, Statistics in Medicine 17, 857-872, table I."""
    assert wilson(hits / number, number) == pytest.approx((low, high), abs=5e-5)
    mirrored = wilson(1 - hits / number, number)
    assert mirrored == pytest.approx((1 - high, 1 - low), abs=5e-5)


def test_of_no_cases_a_share_can_be_anything() -> None:
    assert wilson(0.0, 0) == wilson(float("nan"), 3) == (0.0, 1.0)
