import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beloften.codebook.schema import ConceptKind, Level
from beloften.compare.asked import Against
from beloften.compare.codes import Few, Verschil, compare, few
from beloften.compare.groups import group_by
from beloften.compare.ratio import g2, log_ratio, log_ratio_limits
from beloften.tally.count import measures
from beloften.tally.interval import Unit, rate_intervals
from beloften.tally.nota import Nota
from tests.compare.notas import nota, promises
from tests.tally.building import CODEBOOK

HIGH = tuple(promises(f"hoog-{number}.pdf", 10 + number % 3, "Hoogstad") for number in range(6))
LOW = tuple(promises(f"laag-{number}.pdf", number % 3, "Laagdorp") for number in range(6))
MIDDLE = tuple(promises(f"midden-{number}.pdf", 5 + number % 3, "Middelburg") for number in range(6))


def compared(notas: tuple[Nota, ...], against: Against = Against.REST) -> tuple[Verschil, ...]:
    return compare(group_by(notas, "gemeente")[0], CODEBOOK, against)


def of(rows: tuple[Verschil, ...], group: str, code: str = "maatwerk", measure: str = "belofte") -> Verschil:
    (row,) = (row for row in rows if (row.group, row.code, row.measure) == (group, code, measure))
    return row


def test_each_group_is_compared_with_the_rest() -> None:
    rows = compared((*HIGH, *LOW, *MIDDLE))
    assert {(row.group, row.other) for row in rows} == {
        ("Hoogstad", "rest"),
        ("Laagdorp", "rest"),
        ("Middelburg", "rest"),
    }
    found = of(rows, "Hoogstad")
    assert (found.documenten_totaal, found.documenten_totaal_other) == (6, 12)
    assert (found.zinnen, found.zinnen_other) == (66, 42)
    assert found.rate == pytest.approx(110)
    assert found.rate_other == pytest.approx(35)


def test_a_row_sets_the_two_groups_beside_each_other() -> None:
    mine, theirs = (
        rate_intervals([[count] for count in counts], [1000] * 6, Unit.DOCUMENTEN, 300)[0]
        for counts in ((10, 11, 12) * 2, (0, 1, 2) * 2)
    )
    low, high = log_ratio_limits(mine, theirs)
    assert of(compared((*HIGH, *LOW)), "Hoogstad") == Verschil(
        group="Hoogstad",
        other="Laagdorp",
        code="maatwerk",
        kind=ConceptKind.BELOFTE,
        measure="belofte",
        zinnen=66,
        zinnen_other=6,
        documenten_totaal=6,
        documenten_totaal_other=6,
        rate=mine.rate,
        low=mine.low,
        high=mine.high,
        rate_other=theirs.rate,
        low_other=theirs.low,
        high_other=theirs.high,
        log_ratio=log_ratio((66, 6), (6000, 6000)),
        log_ratio_low=low,
        log_ratio_high=high,
        g2=g2((66, 6), (6000, 6000)),
        p=2 / 924,
        p_holm=2 / 924,
    )


def test_rows_come_by_comparison_then_in_the_order_of_the_codebook() -> None:
    rows = compared((*HIGH, *LOW, *MIDDLE))
    measured = [(concept.code, measure) for concept in CODEBOOK.concepts for measure in measures(concept)]
    assert [(row.group, row.code, row.measure) for row in rows] == [
        (group, *each) for group in ("Hoogstad", "Laagdorp", "Middelburg") for each in measured
    ]


def test_a_group_of_one_document_is_one_document_in_the_test_whatever_its_pages() -> None:
    found = of(compared((*HIGH, LOW[2])), "Hoogstad")
    assert (found.zinnen_other, found.documenten_totaal_other) == (2, 1)
    assert found.p == pytest.approx(1 / 7)


def test_each_group_is_compared_with_each_other() -> None:
    rows = compared((*HIGH, *LOW, *MIDDLE), Against.PAIRS)
    assert list(dict.fromkeys((row.group, row.other) for row in rows)) == [
        ("Hoogstad", "Laagdorp"),
        ("Hoogstad", "Middelburg"),
        ("Laagdorp", "Middelburg"),
    ]


def test_two_groups_are_compared_once() -> None:
    rows = compared((*HIGH, *LOW))
    assert {(row.group, row.other) for row in rows} == {("Hoogstad", "Laagdorp")}


def test_one_group_has_nothing_to_be_compared_with() -> None:
    assert compared(HIGH) == ()


def test_a_difference_that_all_documents_bear_out_is_found() -> None:
    found = of(compared((*HIGH, *LOW)), "Hoogstad")
    assert found.p == pytest.approx(2 / 924)
    assert found.log_ratio is not None
    assert found.log_ratio_low is not None
    assert found.log_ratio_high is not None
    assert 0 < found.log_ratio_low < found.log_ratio < found.log_ratio_high


def test_one_long_document_full_of_a_good_is_not_taken_for_a_difference() -> None:
    """G² takes each sentence for itself and would call this certain (10.83 is p = 0.001)."""
    full = promises("vol.pdf", 40, "Hoogstad")
    found = of(
        compared((full, *LOW[:2], *(promises(f"{n}.pdf", 2, "Hoogstad") for n in range(2)))), "Hoogstad"
    )
    assert found.g2 is not None
    assert found.p is not None
    assert found.g2 > 10.83
    assert found.p > 0.05


def test_the_correction_is_for_all_comparisons_of_one_kind_by_one_measure() -> None:
    rows = compared((*HIGH, *LOW, *MIDDLE))
    family = [row for row in rows if row.kind is ConceptKind.BELOFTE and row.measure == "belofte" and row.p]
    smallest = min(family, key=lambda row: row.p or 1)
    assert smallest.p is not None
    assert smallest.p_holm == pytest.approx(smallest.p * len(family))


def test_groups_of_a_single_document_have_rates_but_no_test() -> None:
    found = of(compared((HIGH[0], LOW[0])), "Hoogstad")
    assert (found.p, found.p_holm) == (None, None)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 100 < found.high


def test_groups_of_which_little_can_be_said_are_told() -> None:
    groups, _ = group_by((*HIGH, LOW[0], *MIDDLE[:1]), "gemeente")
    found = {row.group: (row.documenten, row.zinnen) for row in few(groups, CODEBOOK, Level.BELOFTE)}
    assert found == {"Laagdorp": (1, 0), "Middelburg": (1, 5)}


@pytest.mark.parametrize(("promised", "told"), [(4, True), (5, False)])
def test_fewer_than_five_sentences_with_a_belofte_are_few(promised: int, told: bool) -> None:
    both = (
        nota("a.pdf", (0, "maatwerk", Level.BELOFTE), (0, "vertrouwdheid", Level.BELOFTE)),
        nota(
            "b.pdf",
            (9, "maatwerk", Level.GENOEMD),
            *((n, "maatwerk", Level.EXPLICIET) for n in range(1, promised)),
        ),
    )
    found = few({"Elzervoort": both}, CODEBOOK, Level.BELOFTE)
    assert found == ((Few("Elzervoort", 2, promised),) if told else ())


@settings(max_examples=10)
@given(st.permutations((*HIGH[:4], *LOW[:3], *MIDDLE[:3])))
def test_the_order_of_the_documents_changes_nothing(notas: list[Nota]) -> None:
    assert compared(tuple(notas)) == compared((*HIGH[:4], *LOW[:3], *MIDDLE[:3]))


def test_a_text_without_codes_is_compared_too() -> None:
    rows = compared((*HIGH, nota("leeg.pdf", gemeente="Leegte"), nota("ook-leeg.pdf", gemeente="Leegte")))
    assert of(rows, "Hoogstad").zinnen_other == 0
    assert of(rows, "Hoogstad", "vertrouwdheid").log_ratio is None
