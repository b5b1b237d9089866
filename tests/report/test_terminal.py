import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from beloften.codebook.schema import Level, Stance
from beloften.report.tables.scan import scan_tables
from beloften.report.tables.sheet import STEPS, shades
from beloften.report.terminal import show_scan
from beloften.run.result import DocumentResult, unread
from beloften.tally.by import By
from tests.tally.building import CODEBOOK, document, finding, page, source

Show = Callable[..., str]


def with_maatwerk(gemeente: str, sentences: int, name: str = "") -> DocumentResult:
    """A document of 10,000 words in which so many sentences tie maatwerk to nearness."""
    found = (finding("maatwerk", Level.BELOFTE, sentence=number) for number in range(sentences))
    return document(*found, of=source(name or f"{gemeente}.pdf", gemeente, ""), pages=[page(words=10_000)])


@pytest.fixture
def show(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Show:
    """Print a scan on a terminal of a width, 80 by default, and return what was printed."""

    def shown(
        *results: DocumentResult,
        width: int = 80,
        lang: str = "nl",
        by: By = By.GEMEENTE,
        level: Level = Level.BELOFTE,
    ) -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        monkeypatch.setenv("TERM", "xterm-256color")
        show_scan(results, CODEBOOK, by=by, lang=lang, level=level)
        return capsys.readouterr().out

    return shown


def line_of(text: str, start: str) -> str:
    """The only line that begins so, with single spaces."""
    (found,) = (line for line in text.splitlines() if line.startswith(start))
    return " ".join(found.split())


def test_each_belofte_stands_beside_the_value_it_turns_against(show: Show) -> None:
    text = show(with_maatwerk("Leeuwarden", 3), with_maatwerk("Zwolle", 5))
    assert line_of(text, "belofte") == "belofte tegenover Leeuwarden Zwolle"
    assert line_of(text, "4 Maatwerk") == "4 Maatwerk Rechtsgelijkheid 3,0 (3,0) 5,0 (5,0)"


def test_the_promise_leads_and_the_good_that_is_merely_named_stands_behind_it(show: Show) -> None:
    findings = [finding("maatwerk", Level.GENOEMD, sentence=number) for number in range(4)]
    findings.append(finding("maatwerk", Level.EXPLICIET, sentence=9))
    results = [document(*findings, pages=[page(words=10_000)]), with_maatwerk("Zwolle", 2)]
    assert line_of(show(*results), "4 Maatwerk").endswith("1,0 (5,0) 2,0 (2,0)")
    assert line_of(show(*results, level=Level.EXPLICIET), "4 Maatwerk").endswith("1,0 (5,0) 0,0 (2,0)")
    assert line_of(show(*results, level=Level.GENOEMD), "4 Maatwerk").endswith("5,0 2,0")


def test_a_single_gemeente_is_shown_with_interval_and_count(show: Show) -> None:
    text = show(with_maatwerk("Leeuwarden", 5))
    assert line_of(text, "4 Maatwerk") == "4 Maatwerk Rechtsgelijkheid 5,0 1,6–11,7 5 5,0"


def test_the_totals_say_what_the_rates_are_reckoned_by(show: Show) -> None:
    results = [
        with_maatwerk("Leeuwarden", 3),
        with_maatwerk("Leeuwarden", 1, "b.pdf"),
        with_maatwerk("Zwolle", 5),
    ]
    text = show(*results)
    assert line_of(text, "Documenten") == "Documenten 2 1"
    assert line_of(text, "Zinnen    ") == "Zinnen 100 50"
    assert line_of(text, "Woorden") == "Woorden 20.000 10.000"
    assert line_of(text, "Zinnen met belofte") == "Zinnen met belofte 4 5"
    assert line_of(text, "in % van de zinnen") == "in % van de zinnen 4,0 10,0"


def test_logicas_are_shown_by_stance_with_their_values_below(show: Show) -> None:
    against = [finding("bureaucratisch", Stance.AFGEZET, sentence=number) for number in range(3)]
    upheld = finding("rechtsgelijkheid", Stance.ONDERSCHREVEN)
    results = [document(*against, upheld, pages=[page(words=10_000)]), with_maatwerk("Zwolle", 1)]
    lines = show(*results).splitlines()
    (logica,) = (number for number, line in enumerate(lines) if line.startswith("Bureaucratisch"))
    assert lines[logica].split()[1:] == ["3,0", "0,0", "0,0", "0,0", "0,0", "0,0"]
    assert lines[logica + 2].split() == ["Rechtsgelijkheid", "0,0", "1,0", "0,0", "0,0", "0,0", "0,0"]


def test_umbrella_goods_stand_below_the_beloften_with_levels_of_their_own(show: Show) -> None:
    stable = finding("stabiliteit", Level.BELOFTE)
    text = show(document(stable, pages=[page(words=10_000)]), with_maatwerk("Zwolle", 1))
    assert line_of(text, "Stabiliteit") == "Stabiliteit dynamiek 1,0 (1,0) 0,0 (0,0)"
    assert text.index("Maatwerk") < text.index("Stabiliteit") < text.index("Documenten")
    assert line_of(text, "Zinnen met belofte") == "Zinnen met belofte 0 1"


def test_wider_logics_have_a_table_of_their_own(show: Show) -> None:
    text = show(document(finding("civiel", Stance.ONDERSCHREVEN), pages=[page(words=10_000)]))
    opposing, wider = text.split("De wijdere logica's")
    assert "Bureaucratisch" in opposing
    assert "Civiel" not in opposing
    assert line_of(wider, "Civiel") == "Civiel 0,0 1,0 0,0"
    assert "Bureaucratisch" not in wider


def test_codes_without_level_or_stance_stand_together_parted_by_kind(show: Show) -> None:
    found = finding("noodzaak"), finding("burgers-onderling")
    lines = show(document(*found, pages=[page(words=10_000)])).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("Nabijheid  "))
    assert [" ".join(line.split()) for line in lines[start : start + 7]] == [
        "Nabijheid 0,0",
        "",
        "Burgers-onderling 1,0",
        "",
        "Autarkie 0,0",
        "",
        "Noodzaak 1,0",
    ]


def test_below_the_tables_stands_of_how_many_documents_gemeente_or_year_is_a_guess(show: Show) -> None:
    results = [with_maatwerk("Best", 1, "a.pdf"), with_maatwerk("Ee", 2, "b.pdf")]
    assert "geraden" not in show(*results)
    results[0] = replace(results[0], source=replace(results[0].source, jaar_from="guess"))
    said = "Van 1 van de 2 documenten is de gemeente of het jaar geraden."
    assert said in " ".join(show(*results).split())


def test_below_the_tables_stands_of_how_many_documents_the_gemeente_is_not_known(show: Show) -> None:
    nameless = with_maatwerk("", 1, "b.pdf")
    said = "Van 1 is de gemeente niet bekend: vul haar in in corpus.yaml (`beloften init` maakt dat)."
    assert said in " ".join(show(with_maatwerk("Best", 1, "a.pdf"), nameless).split())
    assert "manifest" not in show(nameless)


def test_documents_that_could_not_be_read_are_listed_with_the_reason(show: Show) -> None:
    text = show(with_maatwerk("Zwolle", 1), unread(source("scan.pdf"), "scanned", "The pages are pictures."))
    assert "Niet gelezen (1)\n- scan.pdf: scan zonder tekst; The pages are pictures.\n" in text


def test_documents_to_look_at_are_listed_with_the_pages_concerned(show: Show) -> None:
    doubtful = document(of=source("deels.pdf"), pages=[page(0), page(1, quality="garbled")], status="partial")
    text = show(with_maatwerk("Zwolle", 1), doubtful)
    assert "Gelezen, maar kijk ze na (1)\n- deels.pdf: deels gelezen; pagina's 2\n" in text


def test_without_a_document_that_was_read_there_is_no_table(show: Show) -> None:
    text = show(unread(source("x.pdf"), "missing", ""))
    assert text.startswith("Er is geen document gelezen.")
    assert "- x.pdf: niet gevonden" in text


@pytest.mark.parametrize("width", [80, 100, 120])
@pytest.mark.parametrize("gemeenten", [1, 2, 5, 12])
def test_all_gemeenten_are_shown_within_the_width(show: Show, width: int, gemeenten: int) -> None:
    names = [f"Gemeente{number:02}" for number in range(gemeenten)]
    text = show(*(with_maatwerk(name, 12) for name in names), width=width)
    assert max(map(len, text.splitlines())) <= width
    assert all(text.count(name) >= 1 for name in names)


def test_long_names_are_broken_at_their_hyphens(show: Show) -> None:
    lines = show(with_maatwerk("Leidschendam-Voorburg", 1), with_maatwerk("Zwolle", 1)).splitlines()
    assert any(line.split() == ["Leidschendam-"] for line in lines)
    assert "belofte tegenover Voorburg Zwolle" in [" ".join(line.split()) for line in lines]


def test_by_document_the_columns_are_headed_as_documents_are_cited(show: Show) -> None:
    results = [with_maatwerk("Leeuwarden", 1, "map/a.pdf"), with_maatwerk("Zwolle", 1, "map/b.pdf")]
    text = show(*results, by=By.DOCUMENT, width=100)
    assert "Leeuwarden" in text
    assert "map/a.pdf" not in text


def test_english_labels_come_with_english_numbers(show: Show) -> None:
    text = show(with_maatwerk("Leeuwarden", 3), with_maatwerk("Zwolle", 5), lang="en")
    assert line_of(text, "4 Maatwerk (en)").endswith("3.0 (3.0) 5.0 (5.0)")
    assert line_of(text, "Words") == "Words 10,000 10,000"


def test_names_are_shown_literally(show: Show) -> None:
    hostile = [
        unread(source("[red]x[/red].pdf"), "missing", ""),
        unread(source("\x1b[31m.pdf"), "missing", ""),
    ]
    text = show(with_maatwerk("[bold]Zwolle", 1), *hostile)
    assert "- [red]x[/red].pdf: niet gevonden" in text
    assert "- <U+001B>[31m.pdf: niet gevonden" in text
    assert "[bold]Zwolle" in text


def test_the_shade_follows_the_rate_within_the_row() -> None:
    (beloften, *_) = scan_tables(
        [with_maatwerk("A", 0), with_maatwerk("B", 2), with_maatwerk("C", 10)], CODEBOOK
    )
    maatwerk = beloften.rows[1]
    assert [cell.shade for cell in maatwerk.cells] == [0, 1, STEPS]


def test_shades_run_from_none_for_zero_to_the_darkest_for_the_highest() -> None:
    assert shades([0.0, 0.1, 5.0, 9.9, None]) == [0, 1, 3, STEPS, 0]
    assert shades([0.0, 0.0]) == [0, 0]


def test_colours_are_used_on_a_terminal_and_not_where_no_color_is_set(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = [with_maatwerk("Leeuwarden", 3), with_maatwerk("Zwolle", 5)]
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert "\x1b" not in show(*results)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLORTERM", "truecolor")
    assert "48;2;8;81;156" in show(*results)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*48;", show(*results))


def test_plain_tables_have_a_line_per_row_with_tabs_however_narrow_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    show_scan([with_maatwerk("Leeuwarden", 3), with_maatwerk("Zwolle", 5)], CODEBOOK, plain=True)
    lines = capsys.readouterr().out.splitlines()
    assert "4 Maatwerk\tRechtsgelijkheid\t3,0 (3,0)\t5,0 (5,0)" in lines
    assert not any("─" in line for line in lines)
