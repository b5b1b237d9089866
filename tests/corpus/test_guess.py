"""Gemeente and year are guessed from names of files and folders, or left unknown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.corpus.gemeenten import Gemeente, gemeenten
from beloften.corpus.guess import guess_gemeente, guess_jaar, guess_soort
from beloften.corpus.years import FIRST_LIKELY_YEAR, LAST_LIKELY_YEAR


def guessed(path: str, jaar: int | None = None) -> str:
    *folders, file_name = path.split("/")
    found = guess_gemeente(file_name, folders, jaar)
    return found.naam if found else ""


def guessed_year(path: str) -> int | None:
    *folders, file_name = path.split("/")
    return guess_jaar(file_name, folders)


@pytest.mark.parametrize(
    ("path", "naam"),
    [
        ("leeuwarden/beleidsplan 2014.pdf", "Leeuwarden"),
        ("denhaag__motie-15078009-k-3-plek-voor-podium.pdf", "'s-Gravenhage"),
        ("nota_sittard-geleen_2015-2018.pdf", "Sittard-Geleen"),
        ("Wassenaar begroting 2021-2024.pdf", "Wassenaar"),
        ("corpus/Súdwest Fryslân/nota.pdf", "Súdwest-Fryslân"),
        ("Bergen op Zoom/visie.pdf", "Bergen op Zoom"),
        ("visie bergen op zoom.pdf", "Bergen op Zoom"),
        ("bergen_nh_nota.pdf", "Bergen (NH)"),
        ("capelle-aan-den-ijssel-2016.pdf", "Capelle aan den IJssel"),
        ("utrecht/leeuwarden/nota.pdf", "Leeuwarden"),
        ("Groningen/Midden-Groningen/nota.pdf", "Midden-Groningen"),
        ("utrecht/nota.pdf", "Utrecht"),
        ("nota Leeuwarden (Leeuwarden).pdf", "Leeuwarden"),
        ("zwolle/nota zwolle.pdf", "Zwolle"),
    ],
)
def test_a_gemeente_is_recognised_as_a_whole_name_in_file_or_folder(path: str, naam: str) -> None:
    assert guessed(path) == naam


@pytest.mark.parametrize(
    "path",
    [
        "nota.pdf",
        "leeuwarderstraat 2014.pdf",
        "oude water visie.pdf",
        "begroting2021leeuwarden.pdf",
        "Leeuwarden en Zwolle 2014.pdf",
        "leeuwarden/zwolle 2014.pdf",
        "bergen/nota.pdf",
        "bergen_nota.pdf",
        "provincie utrecht 2014.pdf",
        "Nieuw-Amsterdam 2014.pdf",
        "veiligheidsregio utrecht.pdf",
    ],
)
def test_nothing_is_guessed_where_names_say_nothing_or_several_things(path: str) -> None:
    assert guessed(path) == ""


@pytest.mark.parametrize(
    "path",
    ["best/nota.pdf", "Gemeente Best/nota.pdf", "best_nota_2014.pdf", "Best - nota.pdf", "Best 2014.pdf",
     "Best.pdf", "best-2014-nota.pdf", "Best, nota.pdf", "nota gemeente Best.pdf"],
)  # fmt: skip
def test_a_gemeente_that_is_also_a_word_counts_where_it_can_only_be_the_gemeente(path: str) -> None:
    assert guessed(path) == "Best"


@pytest.mark.parametrize(
    "path",
    ["best practices 2014.pdf", "best-practices.pdf", "de beste beek.pdf", "beekdal/nota.pdf",
     "huizen bouwen.pdf", "goede buren_2014.pdf", "wat goed is voor buren.pdf",
     "buren en vrienden/nota.pdf", "heel de mens.pdf"],
)  # fmt: skip
def test_an_ordinary_word_is_no_gemeente(path: str) -> None:
    assert guessed(path) == ""


def test_a_gemeente_that_no_longer_existed_in_that_year_is_not_meant() -> None:
    assert guessed("sneek nota.pdf", 2008) == "Sneek"
    assert guessed("sneek nota.pdf") == "Sneek"
    assert guessed("sneek nota.pdf", 2014) == ""
    assert guessed("sneek/nota leeuwarden.pdf", 2014) == "Leeuwarden"


@given(st.sampled_from(sorted(gemeenten().values(), key=lambda gemeente: gemeente.code)))
def test_every_gemeente_is_recognised_by_a_folder_with_its_name(gemeente: Gemeente) -> None:
    assert guess_gemeente("nota.pdf", ["corpus", gemeente.naam]) is gemeente


@pytest.mark.parametrize(
    ("path", "jaar"),
    [
        ("Wassenaar begroting 2021-2024.pdf", 2021),
        ("nota_sittard-geleen_2015-2018.pdf", 2015),
        ("besluitenlijst_11_maart_2025.pdf", 2025),
        ("15119282-20250213-ris320293-voorstel.pdf", 2025),
        ("2025-02-13 voorstel.pdf", 2025),
        ("2014/nota.pdf", 2014),
        ("2014/nota 2015.pdf", 2015),
        ("2013/2014/nota.pdf", 2014),
        ("1994 nota.pdf", 1994),
        ("Visie 2050, vastgesteld 2016.pdf", 2016),
        ("nota (2014).pdf", 2014),
        ("nota.2014.pdf", 2014),
    ],
)
def test_the_year_is_the_first_in_the_file_name_else_of_the_nearest_folder(path: str, jaar: int) -> None:
    assert guessed_year(path) == jaar


@pytest.mark.parametrize(
    "path",
    ["nota.pdf", "ris321295.pdf", "ris2014.pdf", "15119282.pdf", "motie-528709.pdf", "kst-32545-143.pdf",
     "20251301.pdf", "20142018.pdf", "visie 2050.pdf", "uit 1848.pdf", "nota2014.pdf", "120140.pdf",
     "x.2014"],
)  # fmt: skip
def test_numbers_that_are_no_years_are_left_alone(path: str) -> None:
    assert guessed_year(path) is None


@given(st.integers(FIRST_LIKELY_YEAR, LAST_LIKELY_YEAR), st.sampled_from([" ", "_", "-", "(", "."]))
def test_any_year_with_word_borders_is_found(jaar: int, border: str) -> None:
    assert guess_jaar(f"nota{border}{jaar}{border}def.pdf") == jaar


@pytest.mark.parametrize(
    ("name", "soort"),
    [
        ("Leeuwarden_Kadernota sociaal domein 2014.pdf", "beleidsnota"),
        ("begroting_2021-2024.pdf", "begroting"),
        ("motie-15078009-podium.pdf", "motie"),
        ("afdoening-motie-taaltoets.pdf", ""),
        ("notariskosten.pdf", ""),
        ("2014.pdf", ""),
    ],
)
def test_the_kind_is_the_one_that_the_name_of_the_file_names(name: str, soort: str) -> None:
    assert guess_soort(name) == soort
