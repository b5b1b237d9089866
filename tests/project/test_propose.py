"""Names go before the first page; what is not sure is a hint."""

from pathlib import Path

import pytest

from beloften.corpus.discover import discover
from beloften.corpus.first_page import FirstPage
from beloften.corpus.source import Source
from beloften.project.propose import Origin, Value, propose


def source(folder: Path, name: str) -> Source:
    path = folder / "stukken" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    return discover([path]).sources[0]


def test_names_tell_gemeente_year_and_kind(tmp_path: Path) -> None:
    proposal = propose(source(tmp_path, "Goes_kadernota_2014.pdf"), None)
    assert proposal.gemeente == Value("Goes", Origin.NAMES)
    assert proposal.jaar == Value("2014", Origin.NAMES)
    assert proposal.soort == Value("beleidsnota", Origin.NAMES)
    assert proposal.guessed == ("gemeente", "jaar")


def test_the_first_page_tells_the_gemeente_where_names_do_not_and_hints_at_the_year(tmp_path: Path) -> None:
    page = FirstPage("Gemeente Goes, 3 maart 2014. Dichtbij in de wijk", "Dichtbij in de wijk")
    proposal = propose(source(tmp_path, "stuk.pdf"), page)
    assert proposal.gemeente == Value("Goes", Origin.FIRST_PAGE, "Gemeente Goes")
    assert (proposal.gemeente_hint, proposal.jaar) == (None, None)
    assert proposal.jaar_hint == Value("2014", Origin.FIRST_PAGE, "3 maart 2014")
    assert proposal.titel == Value("Dichtbij in de wijk", Origin.FIRST_PAGE)
    assert proposal.guessed == ("gemeente",)


def test_a_first_page_that_contradicts_the_names_hints_at_it(tmp_path: Path) -> None:
    page = FirstPage("De gemeente Veere en haar buren, 3 maart 2014")
    proposal = propose(source(tmp_path, "gemeente Goes 2015.pdf"), page)
    assert proposal.gemeente == Value("Goes", Origin.NAMES)
    assert proposal.gemeente_hint == Value("Veere", Origin.FIRST_PAGE, "gemeente Veere")
    assert proposal.jaar == Value("2015", Origin.NAMES)
    assert proposal.jaar_hint is None


@pytest.mark.parametrize(("date", "hint"), [("3 maart 2014", None), ("14 januari 2025", "2025")])
def test_a_date_of_another_time_than_the_names_say_is_a_hint(
    tmp_path: Path, date: str, hint: str | None
) -> None:
    proposal = propose(source(tmp_path, "20131107 bijlage 2 DEF.pdf"), FirstPage(f"Goes, {date}"))
    assert proposal.jaar == Value("2013", Origin.NAMES)
    assert proposal.jaar_hint == (Value(hint, Origin.FIRST_PAGE, date) if hint else None)


def test_what_agrees_with_the_names_is_not_said_twice(tmp_path: Path) -> None:
    assert propose(source(tmp_path, "gemeente Goes.pdf"), FirstPage("Gemeente Goes")).gemeente_hint is None
