import pytest

from beloften.report.figures.figure import FigureAsked, figure_shape
from beloften.report.figures.shapes import FigureKind
from beloften.report.figures.terminal import terminal_figure
from tests.compare.notas import nota
from tests.report.figures.building import AWKWARD, CODEBOOK, CORPORA, every_figure, shape_of


def lines(
    kind: FigureKind, corpus: str = "two", width: int = 80, lang: str = "nl", codes: tuple[str, ...] = ()
) -> list[str]:
    return [line.plain for line in terminal_figure(shape_of(kind, CORPORA[corpus](), codes), width, lang)]


def line_of(text: list[str], start: str) -> str:
    """The only line that begins so, with single spaces."""
    (found,) = (line for line in text if line.startswith(start))
    return " ".join(found.split())


@every_figure
@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_line_fits(
    kind: FigureKind, corpus: str, codes: tuple[str, ...], width: int, lang: str
) -> None:
    text = lines(kind, corpus, width, lang, codes)
    assert max(map(len, text)) <= width


def test_the_heat_map_has_a_row_per_gemeente_and_a_column_per_number() -> None:
    text = lines(FigureKind.HEATMAP, width=120)
    assert line_of(text, "   ") == "1 2 3 4 5 6 7 8 9"
    assert line_of(text, "Ee ") == "Ee 0,0 0,0 0,0 10,0 0,0 0,0 0,0 0,0 0,0"
    assert line_of(text, "1 Vertrouwdheid").startswith("1 Vertrouwdheid, 2 Efficiëntie door korte lijnen, 3")


def test_columns_that_do_not_fit_go_below() -> None:
    text = lines(FigureKind.HEATMAP, width=60)
    assert sum(line.startswith("Ee ") for line in text) == 2
    assert {number for line in text if line.startswith("  ") for number in line.split()} == set("123456789")


def test_a_rate_has_its_place_between_the_limits_of_its_interval() -> None:
    text = lines(FigureKind.DOTS, codes=("maatwerk",))
    low, high = (next(line for line in text if line.startswith(name)) for name in ("Ee", "Nuenen"))
    assert low.index("─") < low.index("●") < low.rindex("─")
    assert low.endswith(" 10,0")
    assert high.endswith(" 10,0")
    assert text[-3].split()[0] == "0"


def test_the_schema_mirrors_promise_and_value() -> None:
    text = lines(FigureKind.SCHEMA, width=100)
    maatwerk = next(line for line in text if line.startswith("4 Maatwerk"))
    left, right = maatwerk.split("│")
    assert left.endswith("█")
    assert "▒" in left
    assert right.startswith("█")
    assert right.strip().endswith("Rechtsgelijkheid")
    (axis,) = {line.index("│") for line in text if "│" in line and not line.startswith(("█", "▒"))}
    assert axis == maatwerk.index("│")
    assert line_of(text, "Stabiele") == "Stabiele nabijheid Marktlogica"


def test_the_years_stand_beside_each_other() -> None:
    text = lines(FigureKind.YEARS)
    assert line_of(text, "  ") == "2014 2016"
    assert line_of(text, "4 Maatwerk") == "4 Maatwerk 10,0 10,0"


def test_a_dispersion_shows_the_strongest_mark_of_a_place_and_counts_all() -> None:
    text = lines(FigureKind.DISPERSION, width=60)
    maatwerk = line_of(text, "4 Maatwerk")
    assert maatwerk.endswith(" 2")
    assert "┃" in maatwerk
    assert any(line.startswith("· genoemd   ┃ verbonden aan nabijheid") for line in text)


def test_every_degree_of_a_dispersion_has_a_sign_of_its_own() -> None:
    legend = next(line for line in lines(FigureKind.DISPERSION) if line.startswith("· genoemd"))
    signs = [key.split()[0] for key in legend.split("   ")]
    assert len(signs) == len(set(signs)) == 4


def test_long_names_that_differ_at_the_end_still_differ_where_they_are_cut() -> None:
    notas = [nota(f"{'vergadering_' * 4}{day}.pdf") for day in (11, 12)]
    shape = figure_shape(FigureAsked(FigureKind.HEATMAP, by="document"), notas, CODEBOOK)
    rows = [line.plain for line in terminal_figure(shape, 80) if line.plain.startswith("vergader")]
    assert len({row.split()[0] for row in rows}) == 2


def test_where_nothing_was_found_it_is_said() -> None:
    for kind in FigureKind:
        assert " ".join(lines(kind, "nothing")[-2:]).endswith("Er is niets gevonden.")


def test_names_are_shown_literally() -> None:
    assert any(line.startswith(AWKWARD) for line in lines(FigureKind.HEATMAP, "sixty", 120))
