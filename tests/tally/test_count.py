import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.codebook.schema import ConceptKind, Level, Stance
from beloften.run.result import DocumentResult, unread
from beloften.tally.by import By
from beloften.tally.count import Telling, Total, count, group_order, totals
from beloften.tally.interval import Unit, rate_intervals
from tests.tally.building import CODEBOOK, document, finding, page, source


def row(rows: tuple[Telling, ...], code: str, measure: str, group: str = "Leeuwarden") -> Telling:
    (found,) = (row for row in rows if (row.group, row.code, row.measure) == (group, code, measure))
    return found


def test_each_level_of_a_belofte_includes_those_behind_it() -> None:
    result = document(
        finding("maatwerk", Level.GENOEMD),
        finding("maatwerk", Level.BELOFTE, sentence=1),
        finding("maatwerk", Level.EXPLICIET, sentence=2),
    )
    rows = count([result], CODEBOOK)
    assert [row(rows, "maatwerk", level).zinnen for level in Level] == [3, 2, 1]


def test_a_logica_is_counted_by_stance_and_altogether() -> None:
    result = document(
        finding("bureaucratisch", Stance.AFGEZET),
        finding("bureaucratisch", Stance.NEUTRAAL, sentence=1),
    )
    rows = count([result], CODEBOOK)
    measures = ("alle", "afgezet", "onderschreven", "neutraal")
    assert [row(rows, "bureaucratisch", measure).zinnen for measure in measures] == [2, 1, 0, 1]


def test_every_code_and_measure_has_a_row_also_when_the_count_is_zero() -> None:
    rows = count([document()], CODEBOOK)
    assert len(rows) == 3 * 3 + 4 * 4 + 4
    assert {row.zinnen for row in rows} == {0}
    assert all(row.high is not None and row.high > 0 for row in rows)


def test_cues_are_no_codes() -> None:
    assert {row.kind for row in count([document()], CODEBOOK)} == {
        ConceptKind.BELOFTE,
        ConceptKind.KOEPEL,
        ConceptKind.WAARDE,
        ConceptKind.LOGICA,
        ConceptKind.NABIJHEID,
        ConceptKind.RELATIE,
        ConceptKind.ZELFREDZAAMHEID,
        ConceptKind.VERTOOG,
    }


def test_the_denominators_stand_beside_the_count() -> None:
    results = [
        document(
            finding("maatwerk", Level.GENOEMD), of=source("a.pdf"), pages=[page(words=2000, sentences=80)]
        ),
        document(of=source("b.pdf"), pages=[page(words=3000, sentences=120)]),
    ]
    found = row(count(results, CODEBOOK), "maatwerk", "genoemd")
    assert (found.zinnen, found.documenten) == (1, 1)
    assert (found.zinnen_totaal, found.woorden, found.documenten_totaal) == (200, 5000, 2)
    assert found.rate == pytest.approx(2.0)


def test_a_row_holds_the_rate_with_its_interval_and_what_that_rests_on() -> None:
    pages = [page(0, words=2000, sentences=80), page(1, words=500, sentences=10)]
    promises = [
        finding("maatwerk", Level.EXPLICIET, sentence=number, page_index=index)
        for number, index in enumerate((0, 0, 0, 1, 1))
    ]
    single = document(*promises, of=source("a.pdf"), pages=pages)
    (by_page,) = rate_intervals([[3], [2]], [2000, 500], Unit.PAGINAS, 90)
    assert row(count([single], CODEBOOK), "maatwerk", "expliciet") == Telling(
        group="Leeuwarden",
        gemeente_code="GM0080",
        code="maatwerk",
        kind=ConceptKind.BELOFTE,
        measure="expliciet",
        zinnen=5,
        documenten=1,
        zinnen_totaal=90,
        woorden=2500,
        documenten_totaal=1,
        rate=by_page.rate,
        low=by_page.low,
        high=by_page.high,
        interval=Unit.PAGINAS,
    )
    other = document(of=source("b.pdf"), pages=[page(words=300, sentences=2)])
    (by_document,) = rate_intervals([[5], [0]], [2500, 300], Unit.DOCUMENTEN, 92)
    found = row(count([single, other], CODEBOOK), "maatwerk", "expliciet")
    assert (found.rate, found.low, found.high) == (by_document.rate, by_document.low, by_document.high)


def test_no_rate_is_higher_than_if_each_sentence_had_the_code() -> None:
    few = document(finding("maatwerk", Level.BELOFTE), pages=[page(words=1000, sentences=1)])
    assert row(count([few], CODEBOOK), "maatwerk", "belofte").high == 10
    assert row(count([few, few], CODEBOOK), "maatwerk", "belofte").high == 10


def test_the_code_of_the_gemeente_is_told_where_all_documents_of_a_group_have_the_same() -> None:
    def told(by: By, *codes: str) -> set[str]:
        results = [document(of=source(f"{n}.pdf", code=code)) for n, code in enumerate(codes)]
        return {found.gemeente_code for found in count(results, CODEBOOK, by)}

    assert told(By.GEMEENTE, "GM0080", "GM0080") == {"GM0080"}
    assert told(By.GEMEENTE, "GM0080", "GM0081") == {""}
    assert told(By.JAAR, "GM0080", "GM0080") == {""}
    assert told(By.DOCUMENT, "GM0080", "GM0081") == {"GM0080", "GM0081"}


def test_totals_add_up_documents_sentences_and_words() -> None:
    results = [
        document(
            finding("maatwerk", Level.BELOFTE, sentence=3),
            finding("bureaucratisch", Stance.AFGEZET, sentence=4),
            of=source("a.pdf"),
            pages=[page(words=2000, sentences=80)],
        ),
        document(
            finding("vertrouwdheid", Level.EXPLICIET, sentence=3),
            finding("stabiliteit", Level.EXPLICIET, sentence=5),
            of=source("b.pdf"),
            pages=[page(words=3000, sentences=120)],
        ),
    ]
    with_belofte = {Level.GENOEMD: 2, Level.BELOFTE: 2, Level.EXPLICIET: 1}
    assert totals(results, CODEBOOK) == (Total("Leeuwarden", 2, 200, 5000, with_belofte),)


def test_documents_that_were_not_read_do_not_count() -> None:
    results = [document(), unread(source("scan.pdf"), "scanned", "")]
    assert {row.documenten_totaal for row in count(results, CODEBOOK)} == {1}


def test_a_gemeente_of_which_nothing_was_read_has_no_rows() -> None:
    assert count([unread(source(), "damaged", "")], CODEBOOK) == ()


def test_documents_without_a_gemeente_are_a_group_at_the_end() -> None:
    results = [
        document(of=source("x.pdf", gemeente="", code="")),
        document(of=source("z.pdf", "Zwolle", "GM0193")),
    ]
    groups = [row.group for row in count(results, CODEBOOK)]
    assert list(dict.fromkeys(groups)) == ["Zwolle", "onbekend"]


def test_groups_stand_as_in_a_dutch_index() -> None:
    names = ("Zwolle", "'s-Hertogenbosch", "Almere")
    results = [document(of=source(f"{name}.pdf", name)) for name in names]
    assert [total.group for total in totals(results, CODEBOOK)] == ["Almere", "'s-Hertogenbosch", "Zwolle"]


def test_documents_are_counted_by_year_or_each_by_itself() -> None:
    results = [
        document(of=source("b.pdf", jaar=2014)),
        document(of=source("a.pdf", jaar=2016)),
        document(of=source("c.pdf", jaar=None)),
    ]
    assert [total.group for total in totals(results, CODEBOOK, By.JAAR)] == ["2014", "2016", "onbekend"]
    assert [total.group for total in totals(results, CODEBOOK, By.DOCUMENT)] == ["a.pdf", "b.pdf", "c.pdf"]


def test_a_gemeente_with_several_documents_is_resampled_by_document() -> None:
    results = [document(finding("maatwerk", Level.GENOEMD), of=source(name)) for name in ("a.pdf", "b.pdf")]
    assert row(count(results, CODEBOOK), "maatwerk", "genoemd").interval is Unit.DOCUMENTEN


def test_a_gemeente_with_a_single_document_is_resampled_by_page() -> None:
    result = document(finding("maatwerk", Level.GENOEMD, page_index=1), pages=[page(0), page(1), page(2)])
    assert row(count([result], CODEBOOK), "maatwerk", "genoemd").interval is Unit.PAGINAS


def test_a_sentence_with_two_beloften_is_one_sentence_in_the_total() -> None:
    result = document(
        finding("maatwerk", Level.BELOFTE, sentence=3),
        finding("vertrouwdheid", Level.GENOEMD, sentence=3),
        finding("vertrouwdheid", Level.GENOEMD, sentence=4),
        finding("nabijheid", sentence=5),
    )
    (total,) = totals([result], CODEBOOK)
    assert total.with_belofte == {Level.GENOEMD: 2, Level.BELOFTE: 1, Level.EXPLICIET: 0}


def test_names_are_sorted_as_in_a_dutch_index() -> None:
    names = [
        "onbekend",
        "Zwolle",
        "Súdwest-Fryslân",
        "'s-Hertogenbosch",
        "Staphorst",
        "Heerlen",
        "Ijsselstein",
        "Hilversum",
        "'t Harde",
        "’s-Graveland",
        "Sint",
    ]
    assert sorted(names, key=group_order) == [
        "’s-Graveland",
        "'t Harde",
        "Heerlen",
        "'s-Hertogenbosch",
        "Hilversum",
        "Ijsselstein",
        "Sint",
        "Staphorst",
        "Súdwest-Fryslân",
        "Zwolle",
        "onbekend",
    ]


def corpus() -> list[DocumentResult]:
    return [
        document(
            *(finding("maatwerk", Level.BELOFTE, sentence=number) for number in range(7 * index % 5)),
            of=source(f"{index}.pdf", gemeente=gemeente, code=""),
            pages=[page(words=1000 + 700 * index)],
        )
        for index, gemeente in enumerate(
            ["Leeuwarden", "Zwolle", "Leeuwarden", "", "Zwolle", "Zwolle", "Leeuwarden"]
        )
    ]


@given(st.permutations(corpus()))
def test_the_order_of_the_documents_changes_nothing(results: list[DocumentResult]) -> None:
    assert count(results, CODEBOOK) == count(corpus(), CODEBOOK)
