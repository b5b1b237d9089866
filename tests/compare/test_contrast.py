from dataclasses import replace

import pytest

from beloften.codebook.schema import ConceptKind, Level, Stance
from beloften.compare.balance import balance
from beloften.compare.contrast import Contrast, Oordeel, contrasts
from beloften.compare.groups import group_by
from beloften.tally.interval import Unit
from beloften.tally.nota import Nota
from tests.compare.notas import nota
from tests.tally.building import CODEBOOK, concept


def rows(*notas: Nota, level: Level = Level.BELOFTE) -> dict[str, Contrast]:
    found = contrasts(group_by(notas, "gemeente")[0], CODEBOOK, level)
    return {row.code: row for row in found}


def test_a_logica_is_weighed_by_the_promises_against_its_values_and_what_upholds_it() -> None:
    found = rows(
        nota(
            "a.pdf",
            (0, "maatwerk", Level.BELOFTE),
            (1, "vertrouwdheid", Level.EXPLICIET),
            (1, "maatwerk", Level.BELOFTE),
            (2, "vertrouwdheid", Level.GENOEMD),
            (3, "bureaucratisch", Stance.ONDERSCHREVEN),
            (4, "bureaucratisch", Stance.AFGEZET),
        )
    )["bureaucratisch"]
    weighed = balance([2, 0, 0, 0, 0], [1, 0, 0, 0, 0], Unit.PAGINAS)
    assert found == Contrast(
        group="Elzervoort",
        logica="bureaucratisch",
        code="bureaucratisch",
        beloften="vertrouwdheid maatwerk",
        beloofd=2,
        afgezet=1,
        onderschreven=1,
        index=weighed.index,
        low=weighed.low,
        high=weighed.high,
        interval=Unit.PAGINAS,
        oordeel=Oordeel.MINDER,
    )


def test_a_value_is_weighed_by_the_promises_that_stand_against_it_and_what_upholds_it() -> None:
    found = rows(
        nota(
            "a.pdf",
            (0, "maatwerk", Level.BELOFTE),
            (1, "vertrouwdheid", Level.EXPLICIET),
            (2, "rechtsgelijkheid", Stance.AFGEZET),
            (3, "betrouwbaarheid", Stance.ONDERSCHREVEN),
            (4, "bureaucratisch", Stance.ONDERSCHREVEN),
        )
    )
    numbers = {
        code: (row.beloften, row.beloofd, row.afgezet, row.onderschreven) for code, row in found.items()
    }
    assert numbers["betrouwbaarheid"] == ("vertrouwdheid", 1, 0, 1)
    assert numbers["rechtsgelijkheid"] == ("maatwerk", 1, 1, 0)
    assert found["rechtsgelijkheid"].logica == "bureaucratisch"


def test_an_umbrella_value_stands_against_the_value_that_is_its_opposite() -> None:
    parts = (concept("markt", ConceptKind.LOGICA), concept("dynamiek", ConceptKind.WAARDE, part_of="markt"))
    codebook = replace(CODEBOOK, concepts=(*CODEBOOK.concepts, *parts))
    document = nota("a.pdf", (0, "stabiliteit", Level.BELOFTE), (1, "stabiliteit", Level.GENOEMD))
    found = {row.code: row for row in contrasts({"Elzervoort": [document]}, codebook)}
    assert (found["dynamiek"].beloften, found["dynamiek"].beloofd) == ("stabiliteit", 1)
    assert (found["markt"].beloften, found["markt"].beloofd) == ("stabiliteit", 1)


def test_promises_count_at_the_level_that_is_asked_for() -> None:
    document = nota("a.pdf", (0, "maatwerk", Level.GENOEMD))
    assert rows(document)["rechtsgelijkheid"].beloofd == 0
    assert rows(document, level=Level.GENOEMD)["rechtsgelijkheid"].beloofd == 1


@pytest.mark.parametrize(
    ("promised", "upheld", "oordeel"),
    [
        (2, 0, Oordeel.ONBESCHUT),
        (2, 1, Oordeel.MINDER),
        (1, 1, Oordeel.BESCHUT),
        (0, 1, Oordeel.NIET_BELOOFD),
        (0, 0, Oordeel.NIET_BELOOFD),
    ],
)
def test_a_value_is_unsecured_where_its_opposite_is_promised_and_it_is_nowhere_upheld(
    promised: int, upheld: int, oordeel: Oordeel
) -> None:
    codes = [(index, "maatwerk", Level.BELOFTE) for index in range(promised)]
    values = [(10 + index, "rechtsgelijkheid", Stance.ONDERSCHREVEN) for index in range(upheld)]
    assert rows(nota("a.pdf", *codes, *values))["rechtsgelijkheid"].oordeel is oordeel


def test_a_logica_stands_before_its_values_in_every_group() -> None:
    found = contrasts(group_by((nota("a.pdf"), nota("b.pdf", gemeente="Zwolle")), "gemeente")[0], CODEBOOK)
    assert [(row.group, row.code) for row in found] == [
        (group, code)
        for group in ("Elzervoort", "Zwolle")
        for code in ("bureaucratisch", "betrouwbaarheid", "rechtsgelijkheid")
    ]
