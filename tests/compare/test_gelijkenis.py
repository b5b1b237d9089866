import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.codebook.schema import Level
from beloften.compare.gelijkenis import gelijkenissen, hellinger, profielen
from beloften.compare.groups import group_by
from beloften.tally.nota import Nota
from tests.compare.notas import nota
from tests.tally.building import CODEBOOK

DIVISIONS = st.lists(st.integers(0, 50), min_size=3, max_size=3).filter(any)


@given(DIVISIONS, DIVISIONS)
def test_a_distance_is_symmetric_and_lies_between_zero_and_one(one: list[int], other: list[int]) -> None:
    assert 0 <= hellinger(one, other) <= 1
    assert hellinger(one, other) == pytest.approx(hellinger(other, one))


@given(DIVISIONS)
def test_the_same_shares_have_no_distance_however_many_there_are(one: list[int]) -> None:
    assert hellinger(one, [3 * count for count in one]) == pytest.approx(0, abs=1e-7)


def test_divisions_with_nothing_in_common_are_as_far_apart_as_can_be() -> None:
    assert hellinger([4, 0], [0, 7]) == 1


def promising(gemeente: str, maatwerk: int, vertrouwdheid: int) -> Nota:
    first = [(index, "maatwerk", Level.BELOFTE) for index in range(maatwerk)]
    second = [(index, "vertrouwdheid", Level.BELOFTE) for index in range(vertrouwdheid)]
    return nota(f"{gemeente}.pdf", *first, *second, gemeente=gemeente)


NOTAS = (
    promising("Alphen", 1, 9),
    promising("Bergen", 9, 1),
    promising("Culemborg", 5, 5),
    promising("Delft", 0, 0),
)


def test_groups_are_ordered_along_the_axis_on_which_they_differ_most() -> None:
    found = profielen(group_by(NOTAS, "gemeente")[0], CODEBOOK)
    assert found.ordered in {("Alphen", "Culemborg", "Bergen"), ("Bergen", "Culemborg", "Alphen")}
    assert found.inertia == pytest.approx(1)
    assert found.axis["Culemborg"] == pytest.approx(0, abs=1e-6)


def test_a_group_that_makes_no_promise_has_no_profile() -> None:
    assert "Delft" not in profielen(group_by(NOTAS, "gemeente")[0], CODEBOOK).counts


def test_each_two_groups_are_compared() -> None:
    found = gelijkenissen(profielen(group_by(NOTAS, "gemeente")[0], CODEBOOK))
    alike = {frozenset((row.group, row.other)): row.gelijkenis for row in found}
    assert len(alike) == 3
    assert min(alike, key=alike.__getitem__) == {"Alphen", "Bergen"}


def test_two_groups_have_no_order_but_are_compared() -> None:
    found = profielen(group_by(NOTAS[:2], "gemeente")[0], CODEBOOK)
    assert (found.axis, found.inertia) == ({}, None)
    assert len(gelijkenissen(found)) == 1


def test_groups_that_do_not_differ_have_no_axis() -> None:
    same = [promising(name, 4, 2) for name in ("Alphen", "Bergen", "Culemborg")]
    found = profielen(group_by(same, "gemeente")[0], CODEBOOK)
    assert (found.axis, found.ordered) == ({}, ("Alphen", "Bergen", "Culemborg"))
