import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.report.figures.scale import BEYOND, numbered, scale_of, scale_to, spread_labels, tick_text
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


@given(st.floats(1e-3, 1e3), st.floats(2.01, 100.0), st.integers(3, 5))
def test_an_axis_that_cuts_intervals_holds_the_rates(rate: float, times: float, ticks: int) -> None:
    scale = scale_of([interval(rate, rate * times)], ticks)
    assert rate < scale.most <= 1.5 * BEYOND * rate


def every_page(last: int) -> list[tuple[float, str]]:
    return [(page - 1.0, str(page)) for page in range(1, last + 1)]


@pytest.mark.parametrize(("room", "step"), [(1000.0, 1), (100.0, 5), (50.0, 10), (30.0, 20)])
def test_labels_of_pages_stand_at_equal_distances(room: float, step: int) -> None:
    shown = spread_labels(every_page(100), lambda place: place / 100 * room, lambda text: len(text) + 1.0)
    assert [text for _, text in shown] == [str(page) for page in range(step, 101, step)]


def test_labels_without_a_number_are_shown_where_they_fit() -> None:
    labels = [(0.0, "iv"), *((place + 1, text) for place, text in every_page(9))]
    assert [text for _, text in spread_labels(labels, lambda place: place, lambda _: 2.0)][:2] == ["iv", "2"]


def test_a_label_is_split_before_its_number() -> None:
    assert [numbered("12"), numbered("¶7"), numbered("iv")] == [("", 12), ("¶", 7), ("iv", None)]


def test_where_nothing_was_found_the_intervals_are_whole() -> None:
    assert not scale_of([interval(0.0, 36.9)]).is_cut(36.9)


def test_ticks_have_the_decimals_that_they_need() -> None:
    assert [tick_text(0.5, "nl"), tick_text(0.5, "en"), tick_text(0.1 * 3, "nl"), tick_text(20.0, "nl")] == [
        "0,5",
        "0.5",
        "0,3",
        "20",
    ]
