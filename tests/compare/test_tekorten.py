from dataclasses import replace

import pytest

from beloften.codebook.load import load_codebook
from beloften.codebook.schema import ConceptKind, Stance
from beloften.compare.balance import balance
from beloften.compare.groups import group_by
from beloften.compare.tekorten import TEKORTEN, Tekort, tekorten
from beloften.tally.interval import Unit
from beloften.tally.nota import Nota
from tests.compare.notas import nota
from tests.tally.building import CODEBOOK, concept

WITH_PARTS = replace(
    CODEBOOK,
    concepts=(
        *CODEBOOK.concepts,
        concept("professioneel", ConceptKind.LOGICA),
        concept("civiel", ConceptKind.LOGICA),
        concept("noodzaak", ConceptKind.VERTOOG),
        concept("inspraak", ConceptKind.VERTOOG),
        concept("naastenhulp", ConceptKind.ZELFREDZAAMHEID),
    ),
)
NOTA = nota(
    "a.pdf",
    (0, "professioneel", Stance.AFGEZET),
    (1, "professioneel", Stance.AFGEZET),
    (2, "professioneel", Stance.AFGEZET),
    (3, "professioneel", Stance.ONDERSCHREVEN),
    (4, "professioneel", Stance.NEUTRAAL),
    (5, "noodzaak", None),
    (6, "inspraak", None),
    (7, "naastenhulp", None),
    (8, "civiel", Stance.NEUTRAAL),
)


def wholes(*notas: Nota) -> dict[str, Tekort]:
    rows = tekorten(group_by(notas, "gemeente")[0], WITH_PARTS)
    return {row.tekort: row for row in rows if not row.code}


def test_a_deficit_is_the_balance_of_what_indicates_it_and_what_counts_against_it() -> None:
    found = wholes(NOTA)
    assert (found["professioneel"].voor, found["professioneel"].tegen) == (3, 1)
    assert [found[name].index for name in ("professioneel", "democratisch", "solidariteit")] == [
        pytest.approx(0.5),
        pytest.approx(0.0),
        pytest.approx(1.0),
    ]


def test_a_whole_has_an_index_with_its_interval_and_a_part_has_a_rate() -> None:
    whole, part, *_ = tekorten(group_by([NOTA], "gemeente")[0], WITH_PARTS)
    weighed = balance([3, 0, 0, 0, 0], [1, 0, 0, 0, 0], Unit.PAGINAS)
    assert whole == Tekort(
        group="Elzervoort",
        tekort="professioneel",
        code="",
        measure="",
        zijde="",
        voor=3,
        tegen=1,
        rate=40.0,
        index=weighed.index,
        low=weighed.low,
        high=weighed.high,
        interval=Unit.PAGINAS,
    )
    assert part == Tekort(
        group="Elzervoort",
        tekort="professioneel",
        code="professioneel",
        measure="afgezet",
        zijde="voor",
        voor=3,
        tegen=0,
        rate=30.0,
        index=None,
        low=None,
        high=None,
        interval=None,
    )


def test_every_part_can_be_seen() -> None:
    rows = tekorten(group_by([NOTA], "gemeente")[0], WITH_PARTS)
    assert [(row.tekort, row.code, row.zijde, row.voor + row.tegen) for row in rows if row.code] == [
        ("professioneel", "professioneel", "voor", 3),
        ("professioneel", "professioneel", "tegen", 1),
        ("democratisch", "noodzaak", "voor", 1),
        ("democratisch", "inspraak", "tegen", 1),
        ("solidariteit", "naastenhulp", "voor", 1),
        ("solidariteit", "civiel", "tegen", 0),
    ]


def test_without_the_codes_of_one_side_there_is_no_index() -> None:
    rows = tekorten(group_by([NOTA], "gemeente")[0], CODEBOOK)
    assert {row.index for row in rows} == {None}
    democratic = next(row for row in rows if (row.tekort, row.code) == ("democratisch", ""))
    assert (democratic.voor, democratic.tegen, democratic.low, democratic.high) == (1, 0, None, None)
    assert democratic.interval is None


def test_the_rules_that_ship_have_every_code_that_a_deficit_is_composed_of() -> None:
    known = {each.code for each in load_codebook(None).concepts if each.kind.is_code}
    assert {code for composed in TEKORTEN for code, _ in composed.voor + composed.tegen} <= known
