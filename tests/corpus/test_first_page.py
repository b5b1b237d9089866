"""Gemeente, year and title are taken from a first page only where it says them."""

import pytest

from beloften.corpus.first_page import FirstPage, date_on, gemeente_on, title_on


@pytest.mark.parametrize(
    ("text", "naam", "quotation"),
    [
        ("Nota Wmo\nGemeente Leeuwarden\n2014", "Leeuwarden", "Gemeente Leeuwarden"),
        ("GEMEENTE DEN HAAG Ons kenmerk", "'s-Gravenhage", "GEMEENTE DEN HAAG"),
        ("de gemeenteraad van 's-Hertogenbosch", "'s-Hertogenbosch", "gemeenteraad van 's-Hertogenbosch"),
        ("De raad van de gemeente Bergen op\nZoom;", "Bergen op Zoom", "gemeente Bergen op Zoom"),
        ("burgemeester en wethouders van Súdwest-Fryslân,", "Súdwest-Fryslân", "Súdwest-Fryslân"),
        ("B&W-vergadering Wassenaar 11 maart", "Wassenaar", "B&W-vergadering Wassenaar"),
        ("gemeente Goes en nog eens Gemeente Goes", "Goes", "gemeente Goes"),
    ],
)
def test_the_gemeente_that_is_named_as_such_is_found_with_its_words(
    text: str, naam: str, quotation: str
) -> None:
    found = gemeente_on(FirstPage(text))
    assert found
    assert found[0].naam == naam
    assert found[1].endswith(quotation)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Leeuwarden, 3 maart 2014",
        "gemeente Katwijk en gemeente Noordwijk",
        "de gemeente best veel doet",
        "gemeente Elzervoort",
        "de Raad van State",
        "gemeente Bergen",
    ],
)
def test_none_several_or_no_name_of_a_gemeente_is_unknown(text: str) -> None:
    assert gemeente_on(FirstPage(text)) is None


def test_a_gemeente_that_was_dissolved_before_the_year_is_not_meant() -> None:
    page = FirstPage("Gemeente Echt")
    assert gemeente_on(page, 2001)
    assert gemeente_on(page, 2014) is None


def test_the_year_is_that_of_the_first_date() -> None:
    page = FirstPage("Kenmerk 2019/44\nDatum 3\nMaart 2015, vastgesteld op 1 april 2016")
    assert date_on(page) == (2015, "3 Maart 2015")
    assert date_on(FirstPage("In 2015 en 2016, sinds 1 januari 1950")) is None


def test_a_title_counts_when_the_page_has_it_too_whatever_its_lines() -> None:
    title = "Om de hoek. Beleidsplan 2015–2018"
    assert title_on(FirstPage("OM DE HOEK\nBeleidsplan 2015–2018\nGemeente", title)) == title


@pytest.mark.parametrize("title", ["", "Microsoft Word - nota.doc", "Nota", "Om de hoek van de"])
def test_a_title_of_a_program_a_file_or_another_text_does_not_count(title: str) -> None:
    assert title_on(FirstPage("Nota\nOm de hoek van deze straat", title)) == ""
