import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.codebook.schema import ConceptKind, Level
from beloften.compare.gelijkenis import gelijkenissen, hellinger, profielen
from beloften.compare.groups import group_by
from beloften.tally.nota import Nota
from tests.compare.notas import nota
from tests.tally.building import CODEBOOK, concept

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


def test_the_distance_is_that_of_hellinger() -> None:
    """Shares of 1/4 and 3/4 against 3/4 and 1/4: the root of 1 less twice that of 3/16."""
    assert hellinger([1, 3], [30, 10]) == pytest.approx(math.sqrt(1 - 2 * math.sqrt(3 / 16)))


def test_coordinates_are_those_of_a_correspondence_analysis_the_furthest_group_at_the_positive_end() -> None:
    """Of two classes the coordinate is how far a share lies from that of all, by sqrt(p (1 - p))."""
    notas = (promising("Alphen", 3, 7), promising("Bergen", 9, 1), promising("Culemborg", 3, 7))
    found = profielen(group_by(notas, "gemeente")[0], CODEBOOK)
    assert found.axis == pytest.approx({"Alphen": -0.4, "Bergen": 0.8, "Culemborg": -0.4})
    assert found.ordered == ("Alphen", "Culemborg", "Bergen")
    assert profielen(group_by(NOTAS, "gemeente")[0], CODEBOOK).axis == pytest.approx(
        {"Alphen": 0.8, "Bergen": -0.8, "Culemborg": 0}
    )


def test_the_furthest_group_lies_at_the_positive_end_also_where_it_is_little_further_out() -> None:
    notas = (promising("Alphen", 0, 10), promising("Borne", 1, 9), promising("Zwolle", 9, 1))
    found = profielen(group_by(notas, "gemeente")[0], CODEBOOK)
    assert found.ordered == ("Alphen", "Borne", "Zwolle")


def test_the_first_axis_holds_a_part_of_all_differences() -> None:
    """Three groups that each promise one thing differ as much along one axis as along the other."""
    notas = [
        nota(f"{name}.pdf", (0, code, Level.BELOFTE), gemeente=name)
        for name, code in (("Alphen", "maatwerk"), ("Bergen", "vertrouwdheid"), ("Culemborg", "preventie"))
    ]
    codebook = replace(CODEBOOK, concepts=(*CODEBOOK.concepts, concept("preventie", ConceptKind.BELOFTE)))
    found = profielen(group_by(notas, "gemeente")[0], codebook)
    assert found.inertia == pytest.approx(1 / 2)
    assert found.beloften == ("vertrouwdheid", "maatwerk", "preventie")
    assert found.counts == {"Alphen": (0, 1, 0), "Bergen": (1, 0, 0), "Culemborg": (0, 0, 1)}


def test_a_pair_is_told_with_its_likeness_and_the_place_of_both_on_the_axis() -> None:
    first = gelijkenissen(profielen(group_by(NOTAS, "gemeente")[0], CODEBOOK))[0]
    assert (first.group, first.other) == ("Bergen", "Culemborg")
    assert first.gelijkenis == pytest.approx(1 - hellinger([1, 9], [5, 5]))
    assert (first.as_group, first.as_other) == pytest.approx((-0.8, 0))
