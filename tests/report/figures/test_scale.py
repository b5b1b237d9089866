import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.report.figures.scale import BEYOND, scale_of, scale_to, tick_text
from beloften.tally.interval import Interval, Unit


def interval(rate: float, high: float) -> Interval:
    return Interval(rate, 0.0, high, Unit.DOCUMENTEN)


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [(19.2, (0, 5, 10, 15, 20)), (4, (0, 1, 2, 3, 4)), (0.0, (0, 0.5, 1)), (72, (0, 20, 40, 60, 80))],
)
def test_an_axis_has_round_numbers(highest: float, ticks: tuple[float, ...]) -> None:
    assert scale_to(highest).ticks == pytest.approx(ticks)


@given(st.floats(1e-6, 1e6), st.integers(1, 6))
def test_an_axis_holds_its_highest_number_in_no_more_steps_than_asked(highest: float, ticks: int) -> None:
    scale = scale_to(highest, ticks)
    assert highest <= scale.most * (1 + 1e-6)
    assert len(scale.ticks) <= ticks + 1
    assert scale.most - scale.step < highest * (1 + 1e-6)


def test_a_wide_interval_does_not_push_the_rates_together() -> None:
    scale = scale_of([interval(2.0, 90.0), interval(4.0, 6.0)])
    assert scale.most == BEYOND * 4.0
    assert scale.is_cut(90.0)
    assert not scale.is_cut(6.0)
    assert scale.share(90.0) == 1.0


def test_where_nothing_was_found_the_intervals_are_whole() -> None:
    assert not scale_of([interval(0.0, 36.9)]).is_cut(36.9)


def test_ticks_have_the_decimals_that_they_need() -> None:
    assert [tick_text(0.5, "nl"), tick_text(0.5, "en"), tick_text(0.1 * 3, "nl"), tick_text(20.0, "nl")] == [
        "0,5",
        "0.5",
        "0,3",
        "20",
    ]
