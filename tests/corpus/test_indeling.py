import pytest

from beloften.corpus.gemeenten import find_gemeente
from beloften.corpus.indeling import in_indeling


def moved(name: str, jaar: int) -> str:
    gemeente = find_gemeente(name)
    assert gemeente
    found, _ = in_indeling(gemeente.code, jaar)
    return found.naam if found else ""


@pytest.mark.parametrize(
    ("name", "jaar", "becomes"),
    [
        ("Haren", 2018, "Haren"),
        ("Haren", 2019, "Groningen"),
        ("Skarsterlân", 2015, "De Friese Meren"),
        ("Bedum", 2024, "Het Hogeland"),
        ("Leeuwarden", 2024, "Leeuwarden"),
    ],
)
def test_a_gemeente_is_followed_into_the_one_that_took_it_up(name: str, jaar: int, becomes: str) -> None:
    assert moved(name, jaar) == becomes


def test_successors_are_followed_as_far_as_it_takes() -> None:
    """Skarsterlân became part of De Friese Meren, which took another name a year and a half later."""
    assert moved("Skarsterlân", 2020) == "De Fryske Marren"


def test_a_territory_that_was_divided_belongs_to_no_single_gemeente() -> None:
    haaren = find_gemeente("Haaren")
    assert haaren
    found, reason = in_indeling(haaren.code, 2022)
    assert found is None
    assert "was divided over" in reason
    assert "Vught" in reason


def test_a_merged_gemeente_is_not_taken_apart() -> None:
    later = find_gemeente("Het Hogeland")
    assert later
    found, reason = in_indeling(later.code, 2015)
    assert found is None
    assert "did not exist on 2015-01-01" in reason


def test_a_code_of_no_list_stays_without_a_warning() -> None:
    assert in_indeling("", 2020) == (None, "")
