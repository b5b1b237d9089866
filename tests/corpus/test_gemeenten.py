"""Gemeenten are found by the names that people write, and only by those."""

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.corpus.gemeenten import Gemeente, find_gemeente, gemeenten, require_gemeente, suggest
from beloften.errors import CorpusError, ExitCode

LIST = tuple(gemeenten().values())


def code_of(name: str) -> str:
    found = find_gemeente(name)
    return found.code if found else ""


def test_every_official_name_code_and_cbs_name_finds_its_own_gemeente() -> None:
    for gemeente in LIST:
        for name in (gemeente.naam, gemeente.cbs_naam, gemeente.code):
            assert find_gemeente(name) is gemeente, name


def test_the_list_knows_the_342_gemeenten_of_2023_and_those_dissolved_since_2000() -> None:
    existing = [gemeente for gemeente in LIST if gemeente.opgeheven is None]
    assert len(existing) == 342
    assert len({gemeente.provincie for gemeente in LIST}) == 12


def test_successors_and_predecessors_are_in_the_list() -> None:
    for gemeente in LIST:
        assert {*gemeente.opvolgers, *gemeente.voorgangers} <= set(gemeenten())
        assert (gemeente.opgeheven is None) == (not gemeente.opvolgers), gemeente


CHANGES: tuple[Callable[[str], str], ...] = (
    str.upper,
    str.lower,
    lambda text: text.replace("-", " "),
    lambda text: text.replace(" ", "-"),
    lambda text: text.replace(" ", ""),
    lambda text: text.replace("'", "’"),
    lambda text: text.replace("'", ""),
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode(),
    lambda text: f"  {text} ",
)


@given(st.sampled_from(LIST), st.lists(st.sampled_from(CHANGES)))
def test_case_diacritics_and_punctuation_make_no_difference(
    gemeente: Gemeente, changes: list[Callable[[str], str]]
) -> None:
    written = gemeente.naam
    for change in changes:
        written = change(written)
    assert find_gemeente(written) is gemeente


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Den Haag", "GM0518"), ("denhaag", "GM0518"), ("The Hague", "GM0518"), ("’s-Gravenhage", "GM0518"),
        ("Den Bosch", "GM0796"), ("s Hertogenbosch", "GM0796"),
        ("gemeente Leeuwarden", "GM0080"), ("Gemeente  's-Gravenhage", "GM0518"), ("gem. Ede", "GM0228"),
        ("Sudwest Fryslan", "GM1900"), ("Zuidwest-Friesland", "GM1900"), ("Tietjerksteradeel", "GM0737"),
        ("De Friese Meren", "GM1921"), ("De Fryske Marren", "GM1940"),
        ("Sittard Geleen", "GM1883"), ("Beek (L.)", "GM0888"), ("Beek", "GM0888"),
        ("Beek (Limburg)", "GM0888"),
        ("Bergen (NH)", "GM0373"), ("Bergen NH.", "GM0373"), ("Bergen (Noord-Holland)", "GM0373"),
        ("Bergen (L.)", "GM0893"), ("Hengelo (O.)", "GM0164"), ("Rijswijk (Zuid-Holland)", "GM0603"),
        ("Nuenen", "GM0820"), ("Nuenen c.a.", "GM0820"), ("Nuenen, Gerwen en Nederwetten", "GM0820"),
        ("Alphen a/d Rijn", "GM0484"), ("Capelle a.d. IJssel", "GM0502"), ("St. Michielsgestel", "GM0845"),
        ("gm0080", "GM0080"), ("ĳsselstein", "GM0353"), ("Valkenburg", "GM0619"),
    ],
)  # fmt: skip
def test_the_names_that_people_write_are_known(name: str, code: str) -> None:
    assert code_of(name) == code


@pytest.mark.parametrize(
    "name", ["", "gemeente", "Leuwarden", "Beekdal", "Hengelo (Gld)", "GM9999", "0080", "???"]
)
def test_other_names_find_nothing(name: str) -> None:
    assert find_gemeente(name) is None


def test_a_name_of_two_gemeenten_is_an_error_that_names_both() -> None:
    with pytest.raises(CorpusError, match=r"Bergen \(NH\) \(GM0373, Noord-Holland\)") as caught:
        find_gemeente("bergen")
    assert "Bergen (L) (GM0893, Limburg)" in str(caught.value)


def test_a_dissolved_gemeente_knows_its_last_day_and_its_successors() -> None:
    found = require_gemeente("Boarnsterhim")
    assert found.opgeheven == date(2013, 12, 31)
    assert "GM0080" in found.opvolgers
    assert require_gemeente("Leeuwarden").opgeheven is None


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Leuwarden", "Leeuwarden"),
        ("gemeente Amsterdan", "Amsterdam"),
        ("Sudwest Fryslân", "Súdwest-Fryslân"),
    ],
)
def test_a_slip_of_the_pen_gets_a_suggestion(name: str, meant: str) -> None:
    assert suggest(name)[0] == meant


def test_an_unknown_gemeente_is_wrong_usage_and_the_message_says_what_to_do() -> None:
    with pytest.raises(CorpusError) as caught:
        require_gemeente("Leuwarden")
    assert str(caught.value) == (
        "Unknown gemeente 'Leuwarden': did you mean Leeuwarden? "
        "Names and CBS codes are in the official list; a manifest may declare its own."
    )
    assert caught.value.exit_code is ExitCode.USAGE


def test_a_name_like_no_other_gets_no_suggestion() -> None:
    assert suggest("Xyzzy") == []
    with pytest.raises(CorpusError, match=r"^Unknown gemeente 'Xyzzy'\. Names"):
        require_gemeente("Xyzzy")
