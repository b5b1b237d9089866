"""Counts with corrected rates."""

from dataclasses import replace

import pytest

from beloften.codebook.schema import ConceptKind, Level, Stance
from beloften.tally.by import By
from beloften.tally.count import count
from beloften.validation.correct import Cluster, Error, correct
from beloften.validation.corrected import CorrectedTelling, count_corrected, family_of
from tests.tally.building import CODEBOOK, concept, document, finding, page, source

ERROR = Error((Cluster(80, 100),), (Cluster(950, 1000),))
PAGES = [page(words=1000, sentences=50)]


def rows(errors: dict[tuple[str, str], Error]) -> dict[tuple[str, str], CorrectedTelling]:
    results = [
        document(
            *[finding("maatwerk", Level.BELOFTE, sentence=n) for n in range(5)],
            of=source("a.pdf"),
            pages=PAGES,
        ),
        document(
            *[finding("bureaucratisch", Stance.AFGEZET, sentence=n) for n in range(5)],
            of=source("b.pdf"),
            pages=PAGES,
        ),
    ]
    return {(row.code, row.measure): row for row in count_corrected(results, CODEBOOK, By.GEMEENTE, errors)}


def test_the_corrected_rate_is_the_share_of_sentences_times_sentences_by_words() -> None:
    """5 of 100 sentences: (0.05 + 0.95 - 1) / 0.75 = 0; 10 of 100 would give 1/15 x 100 / 2,000 x 10,000."""
    row = rows({("belofte", "maatwerk"): Error((Cluster(100, 100),), (Cluster(990, 1000),))})[
        "maatwerk", "belofte"
    ]
    assert row.rate == 25
    assert row.corrected == pytest.approx((0.05 + 0.99 - 1) / 0.99 * 100 / 2000 * 10_000)
    low, middle, high = row.corrected_low or 0, row.corrected or 0, row.corrected_high or 0
    assert low < middle < high


def test_each_measure_has_the_error_of_its_own_family() -> None:
    found = rows({("genoemd", "maatwerk"): ERROR, ("houding", "bureaucratisch afgezet"): ERROR})
    assert {key for key, row in found.items() if row.corrected is not None} == {
        ("maatwerk", "genoemd"),
        ("bureaucratisch", "afgezet"),
    }


def test_the_family_of_a_row_is_that_under_which_a_validation_knows_it() -> None:
    families = {(row.code, row.measure): family_of(row) for row in count([document()], CODEBOOK)}
    assert families["maatwerk", "expliciet"] == ("expliciet", "maatwerk")
    assert families["bureaucratisch", "alle"] == ("logica", "bureaucratisch")
    assert families["bureaucratisch", "neutraal"] == ("houding", "bureaucratisch neutraal")
    assert families["rechtsgelijkheid", "alle"] == ("waarde", "rechtsgelijkheid")
    assert families["rechtsgelijkheid", "afgezet"] == ("waardehouding", "rechtsgelijkheid afgezet")
    assert families["nabijheid", "alle"] == ("nabijheid", "nabijheid")
    assert families["autarkie", "alle"] == ("zelfredzaamheid", "autarkie")
    assert families["noodzaak", "alle"] == ("overige", "noodzaak")


def test_an_umbrella_good_is_known_without_its_levels() -> None:
    families = {(row.code, row.measure): family_of(row) for row in count([document()], CODEBOOK)}
    assert families["stabiliteit", "genoemd"] == ("overige", "stabiliteit")
    assert {families["stabiliteit", level] for level in ("belofte", "expliciet")} == {("", "stabiliteit")}


def test_nearness_is_corrected_where_one_rule_tells_it_and_left_out_where_several_do() -> None:
    errors = {("nabijheid", "nabijheid"): ERROR}
    results = [document(*[finding("nabijheid", sentence=n) for n in range(30)])]
    (row,) = (
        row for row in count_corrected(results, CODEBOOK, By.GEMEENTE, errors) if row.code == "nabijheid"
    )
    assert row.corrected is not None
    several = replace(CODEBOOK, concepts=(*CODEBOOK.concepts, concept("dichtbij", ConceptKind.NABIJHEID)))
    codes = {row.code for row in count_corrected(results, several, By.GEMEENTE, errors)}
    assert codes.isdisjoint({"nabijheid", "dichtbij"})


def test_the_limits_are_those_of_the_share_times_sentences_by_words() -> None:
    row = rows({("belofte", "maatwerk"): ERROR})["maatwerk", "belofte"]
    share = correct([Cluster(5, 50), Cluster(0, 50)], ERROR)
    assert share is not None
    limits = (row.corrected, row.corrected_low, row.corrected_high)
    assert limits == pytest.approx((share.share * 500, share.low * 500, share.high * 500))


def test_apart_from_the_correction_rows_are_those_of_the_count() -> None:
    results = [document(finding("maatwerk", Level.BELOFTE), of=source("a.pdf"), pages=PAGES)]
    plain = count(results, CODEBOOK, By.DOCUMENT)
    corrected = count_corrected(results, CODEBOOK, By.DOCUMENT, {})
    assert [(row.group, row.code, row.measure, row.zinnen, row.low) for row in corrected] == [
        (row.group, row.code, row.measure, row.zinnen, row.low) for row in plain
    ]


def test_a_single_document_is_resampled_by_its_pages() -> None:
    pages = [page(index, words=1000, sentences=100) for index in range(4)]
    even = [finding("maatwerk", Level.BELOFTE, sentence=n, page_index=n % 4) for n in range(40)]
    heaped = [finding("maatwerk", Level.BELOFTE, sentence=n, page_index=0) for n in range(40)]

    def width(placed: list) -> float:  # type: ignore[type-arg]
        (row,) = (
            row
            for row in count_corrected(
                [document(*placed, pages=pages)], CODEBOOK, By.DOCUMENT, {("belofte", "maatwerk"): ERROR}
            )
            if (row.code, row.measure) == ("maatwerk", "belofte")
        )
        return (row.corrected_high or 0) - (row.corrected_low or 0)

    assert width(heaped) > 1.5 * width(even)
