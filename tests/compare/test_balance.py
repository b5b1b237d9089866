import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.compare.balance import balance
from beloften.tally.distributions import t_quantile
from beloften.tally.interval import Unit
from tests.compare.coverage import balance_coverage

COUNTS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("voor", "tegen", "index"),
    [((4, 2), (0, 0), 1), ((0, 0), (3, 1), -1), ((5, 1), (2, 4), 0), ((6,), (2,), 0.5)],
)
def test_the_index_runs_from_all_against_to_all_for(
    voor: tuple[int, ...], tegen: tuple[int, ...], index: float
) -> None:
    found = balance(voor, tegen, Unit.DOCUMENTEN)
    assert found.index == pytest.approx(index)
    assert (found.voor, found.tegen) == (sum(voor), sum(tegen))


def test_where_there_is_nothing_to_weigh_there_is_no_index() -> None:
    found = balance([0, 0], [0, 0], Unit.DOCUMENTEN)
    assert (found.index, found.low, found.high, found.unit) == (None, None, None, None)


@given(COUNTS)
def test_the_interval_lies_around_the_index_and_within_its_bounds(counts: list[tuple[int, int]]) -> None:
    voor, tegen = zip(*counts, strict=True)
    found = balance(voor, tegen, Unit.DOCUMENTEN)
    if found.index is not None:
        assert found.low is not None
        assert found.high is not None
        assert -1 <= found.low <= found.index + 1e-9
        assert found.index - 1e-9 <= found.high <= 1


@given(COUNTS)
def test_for_and_against_are_each_others_mirror(counts: list[tuple[int, int]]) -> None:
    voor, tegen = zip(*counts, strict=True)
    one, other = balance(voor, tegen, Unit.DOCUMENTEN), balance(tegen, voor, Unit.DOCUMENTEN)
    if one.index is not None and one.low is not None and other.index is not None and other.high is not None:
        assert one.index == pytest.approx(-other.index)
        assert one.low == pytest.approx(-other.high)


@pytest.mark.parametrize(
    ("voor", "tegen", "low", "high"),
    [(81, 182, 0.2553, 0.3662), (15, 133, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 28, 0.0061, 0.1718)],
)
def test_in_one_document_the_limits_are_those_of_wilson(
    voor: int, tegen: int, low: float, high: float
) -> None:
    """Of the shares of Newcombe 1998, Statistics in Medicine 17, 857-872, table I."""
    found = balance([voor], [tegen], Unit.PAGINAS)
    assert (found.low, found.high) == pytest.approx((2 * low - 1, 2 * high - 1), abs=1e-4)
    assert found.unit is Unit.PAGINAS


def test_in_documents_that_differ_the_limits_are_those_of_as_many_sentences_as_tell_as_much() -> None:
    """The limits are where (x - share)² = t² x (1 - x) / size, which is how Wilson defines them."""
    voor, tegen = [9, 1, 8, 0, 3], [1, 6, 0, 0, 2]
    found = balance(voor, tegen, Unit.DOCUMENTEN)
    share = 21 / 30
    between = 4 / 3 * sum((f - share * (f + a)) ** 2 for f, a in zip(voor, tegen, strict=True)) / 30**2
    size = share * (1 - share) / between
    assert size < 30
    for limit in (found.low, found.high):
        assert limit is not None
        x = (limit + 1) / 2
        assert abs(x - share) == pytest.approx(t_quantile(3) * math.sqrt(x * (1 - x) / size))
    assert found.low < found.index < found.high  # type: ignore[operator]


@given(COUNTS)
def test_a_document_with_neither_changes_nothing(counts: list[tuple[int, int]]) -> None:
    voor, tegen = zip(*counts, strict=True)
    assert balance((*voor, 0), (*tegen, 0), Unit.DOCUMENTEN) == balance(voor, tegen, Unit.DOCUMENTEN)


def test_documents_that_differ_widen_the_interval() -> None:
    alike = balance([5] * 6, [5] * 6, Unit.DOCUMENTEN)
    apart = balance([10, 0] * 3, [0, 10] * 3, Unit.DOCUMENTEN)
    assert alike.index == apart.index == 0
    assert alike.high is not None
    assert apart.high is not None
    assert apart.high > 1.5 * alike.high


@pytest.mark.simulation
@pytest.mark.parametrize("documents", [5, 20])
def test_the_interval_holds_the_truth_in_about_95_of_100_draws(documents: int) -> None:
    """Of shares that differ between documents."""
    assert 0.92 <= balance_coverage(documents, 0.6, 10, draws=1000) <= 0.98
