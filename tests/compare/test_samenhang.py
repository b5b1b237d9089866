from dataclasses import replace

import pytest

from beloften.codebook.load import load_codebook
from beloften.codebook.schema import Level, Stance
from beloften.compare.samenhang import Eenheid, Samenhang, samenhang
from tests.compare.notas import nota
from tests.tally.building import CODEBOOK

# Fifty sentences, two to a paragraph and ten to a page.
NOTA = nota(
    "a.pdf",
    (0, "maatwerk", Level.BELOFTE),
    (0, "autarkie", None),
    (1, "nabijheid", None),
    (4, "autarkie", None),
    (20, "maatwerk", Level.GENOEMD),
)


def of(code: str, other: str) -> dict[Eenheid, Samenhang]:
    rows = samenhang([NOTA], CODEBOOK)
    return {row.eenheid: row for row in rows if (row.code, row.other) == (code, other)}


def test_codes_stand_together_in_a_sentence_a_paragraph_or_on_a_page() -> None:
    assert set(of("maatwerk", "autarkie")) == {Eenheid.ZIN, Eenheid.ALINEA, Eenheid.PAGINA}
    assert set(of("maatwerk", "nabijheid")) == {Eenheid.ALINEA, Eenheid.PAGINA}


def test_what_is_found_is_set_against_what_chance_would_bring() -> None:
    found = of("maatwerk", "autarkie")[Eenheid.ZIN]
    assert (found.samen, found.met_code, found.met_other, found.totaal) == (1, 2, 2, 50)
    assert found.verwacht == pytest.approx(2 * 2 / 50)
    assert 2**found.log_ratio == pytest.approx(50 / 4)
    assert [of("maatwerk", "autarkie")[unit].totaal for unit in Eenheid] == [50, 25, 5]


def test_pairs_come_by_unit_then_by_how_far_they_surpass_what_is_expected() -> None:
    document = nota(
        "a.pdf",
        *((n, "autarkie", None) for n in range(4)),
        *((n, "nabijheid", None) for n in range(2)),
        *((n, "noodzaak", None) for n in range(1, 3)),
    )
    assert [(row.eenheid, row.code, row.other, row.samen) for row in samenhang([document], CODEBOOK)][:4] == [
        (Eenheid.ZIN, "nabijheid", "autarkie", 2),
        (Eenheid.ZIN, "autarkie", "noodzaak", 2),
        (Eenheid.ZIN, "nabijheid", "noodzaak", 1),
        (Eenheid.ALINEA, "autarkie", "noodzaak", 2),
    ]


def test_the_sentences_without_words_are_no_units() -> None:
    empty = NOTA.zinnen[48]._replace(words=0)
    document = replace(NOTA, zinnen=(*NOTA.zinnen[:48], empty, empty))
    totals = {row.eenheid: row.totaal for row in samenhang([document, NOTA], CODEBOOK)}
    assert totals == {Eenheid.ZIN: 98, Eenheid.ALINEA: 49, Eenheid.PAGINA: 10}


def test_a_value_and_the_logica_that_it_is_part_of_are_no_pair() -> None:
    document = nota(
        "a.pdf",
        (0, "rechtsgelijkheid", Stance.AFGEZET),
        (0, "bureaucratisch", Stance.AFGEZET),
        (0, "maatwerk", Level.GENOEMD),
    )
    pairs = {(row.code, row.other) for row in samenhang([document], CODEBOOK)}
    assert pairs == {("maatwerk", "rechtsgelijkheid"), ("maatwerk", "bureaucratisch")}


def test_a_code_and_one_that_its_rule_asks_for_are_no_pair() -> None:
    document = nota("a.pdf", (0, "nabijheid", None), (0, "burgers-onderling", None), (0, "autarkie", None))
    codebook = load_codebook()
    pairs = {frozenset((row.code, row.other)) for row in samenhang([document], codebook)}
    assert codebook.require("burgers-onderling").context == "nabijheid"
    assert pairs == {frozenset(("nabijheid", "autarkie")), frozenset(("burgers-onderling", "autarkie"))}


def test_the_first_sentence_of_one_document_is_not_that_of_another() -> None:
    one, other = nota("a.pdf", (0, "maatwerk", Level.GENOEMD)), nota("b.pdf", (0, "autarkie", None))
    assert samenhang([one, other], CODEBOOK) == ()
