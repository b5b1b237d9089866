import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.extract.layout.hyphens import CUT, REAL, SUSPENDED, meaning


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("de nieuwe woning", "bouw in de stad"),
        ("met pan", "demische dreiging"),
        ("planten en dieren bedrei", "gen."),
        ("de cere", "moniële opening"),
        ("zo", "als eerder"),
        ("de ex", "portkracht van"),
        ("WONING", "BOUW"),
        ("de offici", "eel vastgestelde"),
    ],
)
def test_a_word_cut_in_two_is_made_whole(before: str, after: str) -> None:
    assert meaning(before, after, ()) == CUT


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("per e", "mail"),
        ("de ggz", "problematiek"),
        ("aan Wmo", "voorzieningen"),
        ("in Zuid", "Holland"),
        ("de oud", "wethouder"),
        ("voor 2020", "2025"),
        ("de CO2", "reductie"),
        ("positieve innovatie", "effecten"),
        ("het VTH", "beleid"),
        ("door niet", "vrijblijvende afspraken"),
    ],
)
def test_a_real_hyphen_stays(before: str, after: str) -> None:
    assert meaning(before, after, ()) == REAL


@pytest.mark.parametrize(("before", "after"), [("de zorg", "en welzijnssector"), ("mantel", "of thuiszorg")])
def test_a_suspended_compound_keeps_its_hyphen_and_its_space(before: str, after: str) -> None:
    assert meaning(before, after, ()) == SUSPENDED


def test_the_document_itself_decides_when_it_writes_the_word_elsewhere() -> None:
    assert meaning("de CO", "VID", {"covid"}) == CUT
    assert meaning("de jeugd", "zorg", {"jeugd-zorg"}) == REAL


def test_en_is_never_the_end_of_a_word() -> None:
    assert meaning("de zorg", "en welzijnssector", {"zorgen"}) == SUSPENDED


@given(st.text(), st.text(), st.frozensets(st.text(max_size=5)))
def test_every_pair_of_lines_has_a_meaning(before: str, after: str, words: frozenset[str]) -> None:
    assert meaning(before, after, words) in {CUT, REAL, SUSPENDED}
