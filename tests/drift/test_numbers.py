"""Numbers move when their counts do, and beyond what they may when the manifest says so."""

import pytest

from beloften.drift.numbers import MovedNumber, moved_numbers
from beloften.tally.count import Telling
from tests.drift.building import A, B, nota, run

OLD = run(A, B).tellingen
LESS = run(nota("a.pdf", "Aa", ("nabijheid", 1), ("noodzaak", 3)), B).tellingen


def moved(new: tuple[Telling, ...], **tolerances: float) -> list[tuple[str, str, bool]]:
    return [(one.group, one.code, one.is_beyond) for one in moved_numbers(OLD, new, tolerances)]


def test_all_documents_together_come_before_each_gemeente() -> None:
    assert moved(LESS) == [("", "nabijheid", True), ("Aa", "nabijheid", True)]


def test_rates_are_per_ten_thousand_words() -> None:
    total, aa = moved_numbers(OLD, LESS, {})
    assert (total.old, total.new) == (15.0, 10.0)
    assert (aa.old, aa.new, aa.difference) == (20.0, 10.0, -10.0)


@pytest.mark.parametrize(
    ("tolerance", "expected"), [(4.9, [True, True]), (5.0, [False, True]), (10.0, [False] * 2)]
)
def test_a_rate_may_move_as_far_as_its_tolerance_and_no_further(
    tolerance: float, expected: list[bool]
) -> None:
    assert [beyond for _, _, beyond in moved(LESS, nabijheid=tolerance)] == expected


def test_the_tolerance_of_the_others_holds_for_codes_that_are_not_named() -> None:
    assert [beyond for _, _, beyond in moved(LESS, overige=10.0)] == [False, False]
    assert [beyond for _, _, beyond in moved(LESS, overige=10.0, nabijheid=0.0)] == [True, True]


def test_words_have_a_tolerance_of_their_own() -> None:
    longer = run(A, nota("b.pdf", "Bee", ("nabijheid", 1), ("autarkie", 4)), nota("c.pdf", "Cee")).tellingen
    words = [one for one in moved_numbers(OLD, longer, {"overige": 100.0, "woorden": 999.0}) if one.is_beyond]
    assert [(one.group, one.code, one.old, one.new) for one in words] == [
        ("", "woorden", 2000, 3000),
        ("Cee", "woorden", 0, 1000),
    ]


def test_a_number_knows_how_far_it_moved() -> None:
    assert MovedNumber("", "maatwerk", "belofte", 2, 1, 2.0, 1.5, 0.5).is_beyond is False
