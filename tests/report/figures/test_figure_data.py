from itertools import pairwise

import pytest

from beloften.codebook.schema import Level, Nearness, Stance
from beloften.errors import UsageError
from beloften.report.figures.data import dispersion, rate_table, schema, years
from beloften.report.figures.figure import FigureAsked, figure_shape
from beloften.report.figures.shapes import FigureKind, Mark
from beloften.tally.interval import rate_intervals
from beloften.tally.nota import units_of
from tests.compare.notas import nota
from tests.report.figures.building import CODEBOOK, LONG, sixty, two


def test_a_rate_table_has_a_row_per_gemeente_and_a_column_per_belofte() -> None:
    table = rate_table(two(), CODEBOOK, "gemeente", Level.BELOFTE)
    assert table.groups == ("Ee", LONG)
    assert [concept.number for concept in table.concepts] == list(range(1, 10))
    # 1 in the 1,000 words of Ee, 2 in the 2,000 of the other
    assert [row[3].rate for row in table.cells] == [10.0, 10.0]


def test_the_level_says_what_is_counted() -> None:
    def maatwerk(level: Level) -> list[float]:
        table = rate_table(two(), CODEBOOK, "gemeente", level, ["maatwerk"])
        return sorted(row[0].rate or 0.0 for row in table.cells)

    assert maatwerk(Level.GENOEMD) == [10.0, 15.0]
    assert maatwerk(Level.EXPLICIET) == [0.0, 0.0]


def test_intervals_are_those_of_the_tables() -> None:
    table = rate_table(two(), CODEBOOK, "gemeente", Level.BELOFTE, ["maatwerk"])
    members = [one for one in two() if one.gemeente == LONG]
    units = units_of(members, [[("maatwerk", "belofte")]])
    expected = rate_intervals(units.counts, units.words, units.unit, units.sentences)
    assert table.cells[table.groups.index(LONG)] == expected


def test_groups_of_a_single_code_stand_from_high_to_low() -> None:
    table = rate_table(sixty(), CODEBOOK, "gemeente", Level.BELOFTE, ["maatwerk"])
    rates = [row[0].rate or 0.0 for row in table.cells]
    assert len(rates) == 60
    assert all(one >= other for one, other in pairwise(rates))


def test_documents_outside_any_group_are_counted_as_left_out() -> None:
    table = rate_table([*two(), nota("d.pdf", gemeente="")], CODEBOOK, "gemeente", Level.BELOFTE)
    assert (table.basis.documents, table.basis.left_out, table.basis.words) == (3, 1, 3000)


def test_the_schema_sets_each_belofte_against_its_value_by_kind_of_nearness() -> None:
    found = schema(two(), CODEBOOK, Level.BELOFTE)
    assert [nearness for nearness, _, _ in found.blocks] == list(Nearness)
    assert [logica.code for _, logica, _ in found.blocks if logica] == [
        "bureaucratisch",
        "professioneel",
        "markt",
    ]
    pairs = {pair.good.code: pair for _, _, block in found.blocks for pair in block}
    assert len(pairs) == 11
    assert {good: pair.value.code for good, pair in pairs.items() if pair.value}[
        "samenwerking"
    ] == "keuzevrijheid"
    maatwerk = pairs["maatwerk"]
    assert (maatwerk.named, maatwerk.promised) == (4 / 3000 * 10_000, 3 / 3000 * 10_000)
    assert maatwerk.stances == {
        Stance.AFGEZET: 1 / 3000 * 10_000,
        Stance.ONDERSCHREVEN: 0.0,
        Stance.NEUTRAAL: 0.0,
    }


def test_the_umbrella_pair_opens_its_kind_of_nearness() -> None:
    found = schema(two(), CODEBOOK, Level.BELOFTE)
    assert [block[0].good.code for _, _, block in found.blocks] == [
        "vertrouwdheid",
        "alledaagsheid",
        "stabiliteit",
    ]


def test_years_of_several_codes_pool_the_documents_and_follow_each_gemeente() -> None:
    found = years(two(), CODEBOOK, "gemeente", Level.BELOFTE, ["maatwerk", "samenwerking"])
    maatwerk, _ = found.panels
    assert [(year, cell.rate) for year, cell in maatwerk.points] == [(2014, 10.0), (2016, 10.0)]
    assert maatwerk.lines == (((2014, 10.0), (2016, 10.0)),)  # Ee has one year: no line


def test_years_of_one_code_have_a_panel_per_gemeente() -> None:
    found = years(two(), CODEBOOK, "gemeente", Level.GENOEMD, ["maatwerk"])
    assert [panel.title for panel in found.panels] == ["Ee", LONG]
    assert [(year, cell.rate) for year, cell in found.panels[1].points] == [(2014, 20.0), (2016, 10.0)]


def test_documents_without_a_year_are_left_out_of_the_years() -> None:
    found = years([*two(), nota("d.pdf")], CODEBOOK, "gemeente", Level.BELOFTE)
    assert (found.basis.documents, found.basis.left_out) == (3, 1)


def test_a_dispersion_places_each_finding_on_its_page() -> None:
    found = dispersion(two()[0], CODEBOOK, {3: "7", 9: "7-8", 12: "iv"})
    rows = {concept.code: marks for concept, marks in found.rows}
    assert found.in_pages
    assert found.length == 5
    # sentences 0 to 9 stand on the first of five pages
    assert rows["maatwerk"] == (Mark(0.35, Level.BELOFTE), Mark(0.45, Level.GENOEMD))
    assert rows["bureaucratisch"] == (Mark(0.95, Stance.AFGEZET),)
    assert rows["vertrouwdheid"] == ()
    assert found.ticks == ((0.0, "7"), (1.0, "iv"))


def test_pages_between_two_that_are_known_have_their_labels() -> None:
    """The second, third and fourth of five pages; not after a page of another numbering."""
    found = dispersion(two()[0], CODEBOOK, {3: "7", 40: "11"})
    assert found.ticks == ((0.0, "7"), (1.0, "8"), (2.0, "9"), (3.0, "10"), (4.0, "11"))
    assert dispersion(two()[0], CODEBOOK, {3: "7", 40: "12"}).ticks == ((0.0, "7"), (4.0, "12"))
    assert dispersion(two()[0], CODEBOOK, {3: "A-1", 40: "5"}).ticks == ((0.0, "A-1"), (4.0, "5"))


def test_a_sheet_with_two_printed_pages_has_labels_for_both() -> None:
    found = dispersion(two()[0], CODEBOOK, {3: "2", 20: "6"})
    assert found.ticks == ((0.0, "2"), (0.5, "3"), (1.0, "4"), (1.5, "5"), (2.0, "6"))


def test_groups_of_few_words_do_not_set_the_scale() -> None:
    short = nota("kort.pdf", (0, "maatwerk", Level.BELOFTE), gemeente="Aa", sentences=5)
    table = rate_table([*two(), short], CODEBOOK, "gemeente", Level.BELOFTE, ["maatwerk"])
    assert dict(zip(table.groups, table.is_short, strict=True)) == {"Aa": True, "Ee": False, LONG: False}
    assert max(cell.rate or 0.0 for row in table.cells for cell in row) == 100.0
    assert max(cell.rate or 0.0 for cell in table.scaled) == 10.0


def test_where_all_groups_have_few_words_they_set_the_scale() -> None:
    notas = [nota(f"{name}.pdf", gemeente=name, sentences=5) for name in ("Aa", "Ee")]
    assert rate_table(notas, CODEBOOK, "gemeente", Level.BELOFTE).is_short == (False, False)


def test_a_document_without_pages_is_laid_out_by_paragraph() -> None:
    found = dispersion(nota("a.txt", (3, "maatwerk", Level.BELOFTE), pages=1), CODEBOOK, {3: "¶2"})
    assert (found.in_pages, found.length, found.ticks) == (False, 25, ((1.0, "¶2"),))
    assert found.rows[3][1] == (Mark(1.75, Level.BELOFTE),)


def test_only_keeps_to_a_gemeente_a_year_or_a_document() -> None:
    def documents(*only: str) -> int:
        return figure_shape(FigureAsked(FigureKind.SCHEMA, only=only), two(), CODEBOOK).basis.documents

    assert [documents("Ee"), documents("2014"), documents("a.pdf", "b.pdf"), documents()] == [1, 2, 2, 3]


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        (FigureAsked(FigureKind.HEATMAP, only=("Elders",)), "No document is of 'Elders'"),
        (FigureAsked(FigureKind.HEATMAP, codes=("onzin",)), "No concept has the code 'onzin'"),
        (FigureAsked(FigureKind.HEATMAP, codes=("ontkenning",)), "is a cue"),
        (FigureAsked(FigureKind.HEATMAP, by="coalitie"), "Of no document the 'coalitie' is known"),
        (FigureAsked(FigureKind.SCHEMA, by="jaar"), "groups and codes of its own"),
        (FigureAsked(FigureKind.DISPERSION, level=Level.BELOFTE), "at every level"),
        (FigureAsked(FigureKind.DISPERSION), "of one document, and there are 3"),
        (FigureAsked(FigureKind.YEARS, by="soort"), "for a single code"),
    ],
)
def test_what_a_figure_cannot_show_is_refused(asked: FigureAsked, problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        figure_shape(asked, two(), CODEBOOK)


def test_a_corpus_without_words_is_refused() -> None:
    with pytest.raises(UsageError, match="no text"):
        figure_shape(FigureAsked(FigureKind.HEATMAP), [nota("a.pdf", words=0)], CODEBOOK)


def test_years_without_any_year_are_refused() -> None:
    with pytest.raises(UsageError, match="Of no document the 'jaar' is known"):
        figure_shape(FigureAsked(FigureKind.YEARS), [nota("a.pdf")], CODEBOOK)
