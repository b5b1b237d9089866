"""A comparison as it was asked for, with what a reader must know of it."""

from dataclasses import replace

import pytest

from beloften.codebook.schema import Level
from beloften.compare.asked import Against, Show
from beloften.compare.codes import Few, compare, few
from beloften.compare.compared import Asked, Compared, OneGroupError, compared
from beloften.compare.contrast import contrasts
from beloften.compare.dubbel import dubbelen
from beloften.compare.gelijkenis import gelijkenissen, profielen
from beloften.compare.groups import group_by
from beloften.compare.samenhang import samenhang
from beloften.compare.tekorten import tekorten
from beloften.tally.nota import Nota
from tests.compare.notas import nota, promises
from tests.tally.building import CODEBOOK

NOTAS = (
    *(promises(f"a{number}.pdf", 4, "Assen") for number in range(2)),
    *(promises(f"b{number}.pdf", 9, "Borne") for number in range(3)),
    promises("c.pdf", 7, "Cuijk"),
)
MERGED = (("Groningen", "GM0014"), ("Haren", "GM0017"), ("Haaren", "GM0788"))
LEFT_OUT = "are left out, as their jaar is not known"
GROUPS = group_by(NOTAS, "gemeente")[0]


def asked(*notas: Nota, **said: object) -> Compared:
    return compared(notas or NOTAS, CODEBOOK, replace(Asked(), **said))  # type: ignore[arg-type]


def test_groups_are_told_with_the_number_of_their_documents() -> None:
    found = asked()
    assert found.asked == Asked()
    assert found.groups == {"Assen": 2, "Borne": 3, "Cuijk": 1}
    assert found.rows == compare(GROUPS, CODEBOOK)
    assert found.few == (Few("Cuijk", 1, 7),)
    assert (found.profielen, found.remarks, found.guessed) == (None, (), 0)


def test_each_thing_that_can_be_asked_for_is_shown() -> None:
    assert asked(against=Against.PAIRS).rows == compare(GROUPS, CODEBOOK, Against.PAIRS)
    assert asked(show=Show.CONTRAST).rows == contrasts(GROUPS, CODEBOOK)
    assert asked(show=Show.TEKORTEN).rows == tekorten(GROUPS, CODEBOOK)
    assert asked(show=Show.SAMENHANG).rows == samenhang(NOTAS, CODEBOOK)
    alike = asked(show=Show.GELIJKENIS)
    assert alike.profielen is not None
    assert alike.rows == gelijkenissen(alike.profielen)


def test_promises_count_at_the_level_that_is_asked_for() -> None:
    named = [nota(f"{n}.pdf", (0, "maatwerk", Level.GENOEMD), gemeente=f"{n}") for n in range(2)]
    groups = {each.gemeente: (each,) for each in named}
    for level in (Level.GENOEMD, Level.BELOFTE):
        assert asked(*named, show=Show.CONTRAST, level=level).rows == contrasts(groups, CODEBOOK, level)
        assert asked(*named, level=level).few == few(groups, CODEBOOK, level)
        profiles = asked(*named, show=Show.GELIJKENIS, level=level).profielen
        assert profiles == profielen(groups, CODEBOOK, level)


def test_what_is_shown_of_all_documents_together_has_one_group() -> None:
    assert asked(show=Show.SAMENHANG).groups == {"alle": 6}


def test_shared_texts_are_shown_as_they_were_also_when_they_count_once() -> None:
    hashes = {index: f"same-{index}" for index in range(40)}
    notas = [nota(name, hashes=hashes, gemeente=name) for name in ("x", "y")]
    found = asked(*notas, show=Show.DUBBEL, once=True)
    assert found.rows == dubbelen(notas) != ()
    assert found.remarks == ("800 words of y stand in other documents too.",)
    assert asked(*notas).remarks == ()


def test_documents_are_brought_to_the_gemeenten_of_a_year_when_asked() -> None:
    notas = [nota(f"{n}.pdf", gemeente=name, gemeente_code=code) for n, (name, code) in enumerate(MERGED)]
    assert list(asked(*notas).groups) == ["Groningen", "Haaren", "Haren"]
    found = asked(*notas, indeling=2022)
    assert list(found.groups) == ["Groningen", "Haaren"]
    assert len(found.remarks) == 1
    assert "Haaren" in found.remarks[0]


def test_all_that_was_done_to_the_documents_is_told_in_its_order() -> None:
    hashes = {index: f"same-{index}" for index in range(5)}
    notas = [
        nota(f"{n}.pdf", gemeente=name, gemeente_code=code, jaar=2014 + n, hashes=hashes)
        for n, (name, code) in enumerate(MERGED)
    ]
    remarks = asked(*notas, nota("z0"), by="jaar", indeling=2022, once=True).remarks
    assert "Haaren" in remarks[0]
    assert remarks[1:] == (
        "100 words of 1.pdf stand in other documents too.",
        "100 words of 2.pdf stand in other documents too.",
        f"1 of 4 documents {LEFT_OUT}: z0.",
    )


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (1, f"1 of 7 documents {LEFT_OUT}: z0."),
        (3, f"3 of 9 documents {LEFT_OUT}: z0, z1, z2."),
        (4, f"4 of 10 documents {LEFT_OUT}: z0, z1, z2 and 1 more; documenten.csv of a run has them all."),
    ],
)
def test_documents_of_which_the_group_is_not_known_are_told_three_by_name(number: int, told: str) -> None:
    known = [replace(each, jaar=2014 + index % 2) for index, each in enumerate(NOTAS)]
    assert asked(*known, *(nota(f"z{n}") for n in range(number)), by="jaar").remarks == (told,)


@pytest.mark.parametrize(("by", "other"), [("gemeente", "jaar"), ("jaar", "document")])
@pytest.mark.parametrize("show", [Show.VERSCHILLEN, Show.GELIJKENIS])
def test_one_group_has_nothing_to_be_compared_with_and_another_grouping_is_named(
    by: str, other: str, show: Show
) -> None:
    same = [replace(each, jaar=2014, gemeente="Assen") for each in NOTAS]
    with pytest.raises(OneGroupError) as caught:
        asked(*same, by=by, show=show)
    assert caught.value.problem == f"All documents have one {by}: there is nothing to compare."
    assert caught.value.next_step == (f"Group them otherwise, such as with --by {other}, or add documents.")
    assert asked(*same, by=by, show=Show.CONTRAST).rows


def test_documents_of_which_the_gemeente_or_year_was_guessed_are_counted() -> None:
    assert asked(*(replace(each, is_guess=True) for each in NOTAS[:3]), *NOTAS[3:]).guessed == 3
