"""Small corpora that figures are drawn of."""

from collections.abc import Sequence

import pytest

from beloften.codebook.load import load_codebook
from beloften.codebook.schema import Level, Stance
from beloften.report.figures.figure import FigureAsked, figure_shape
from beloften.report.figures.shapes import FigureKind, Shape
from beloften.tally.nota import Nota
from tests.compare.notas import nota

CODEBOOK = load_codebook()
LONG = "Nuenen, Gerwen en Nederwetten"
AWKWARD = "$Gemeente_1$ & <b>Zonen</b>"


def two() -> tuple[Nota, ...]:
    """Two gemeenten with something of every sort; the first has two years."""
    return (
        nota(
            "a.pdf",
            (3, "maatwerk", Level.BELOFTE),
            (4, "maatwerk", Level.GENOEMD),
            (4, "samenwerking", Level.EXPLICIET),
            (9, "rechtsgelijkheid", Stance.AFGEZET),
            (9, "bureaucratisch", Stance.AFGEZET),
            (11, "markt", Stance.NEUTRAAL),
            (12, "alledaagsheid", Level.BELOFTE),
            gemeente=LONG,
            jaar=2014,
        ),
        nota("b.pdf", (5, "maatwerk", Level.BELOFTE), gemeente=LONG, jaar=2016),
        nota("c.pdf", (6, "maatwerk", Level.BELOFTE), (7, "vertrouwdheid", None), gemeente="Ee", jaar=2014),
    )


def sixty() -> tuple[Nota, ...]:
    """Sixty gemeenten, each with a document, some with more findings than others."""
    names = [LONG, AWKWARD, *(f"Gemeente {number}" for number in range(58))]
    return tuple(
        nota(
            f"{number}.pdf",
            *((place, "maatwerk", Level.BELOFTE) for place in range(number % 7)),
            gemeente=name,
            jaar=2010 + number % 9,
        )
        for number, name in enumerate(names)
    )


def nothing_found() -> tuple[Nota, ...]:
    return (nota("leeg.pdf", gemeente="Leeg", jaar=2014),)


CORPORA = {"two": two, "sixty": sixty, "nothing": nothing_found}
ONE_CODE = ("maatwerk",)


def shape_of(kind: FigureKind, notas: Sequence[Nota], codes: tuple[str, ...] = ()) -> Shape:
    """A figure of a corpus; a dispersion is of its first document."""
    only = (notas[0].name,) if kind is FigureKind.DISPERSION else ()
    codes = () if kind is FigureKind.SCHEMA else codes
    labels = {place: str(place // 10 + 1) for place in range(50)}
    return figure_shape(FigureAsked(kind, codes=codes, only=only), notas, CODEBOOK, lambda _: labels)


every_figure = pytest.mark.parametrize(
    ("kind", "corpus", "codes"),
    [(kind, corpus, codes) for kind in FigureKind for corpus in CORPORA for codes in ((), ONE_CODE)],
)
