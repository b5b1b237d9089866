"""Which codes go together: in a sentence, a paragraph, or on a page."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from beloften.codebook.schema import Codebook
from beloften.tally.nota import Nota


class Eenheid(StrEnum):
    """In what codes stand together."""

    ZIN = "zin"
    ALINEA = "alinea"
    PAGINA = "pagina"


@dataclass(frozen=True, slots=True)
class Samenhang:
    """Two codes and how often they stand together.

    Attributes:
        eenheid: in what.
        code: one code.
        other: the other.
        samen: sentences, paragraphs or pages with both.
        met_code: those with the one.
        met_other: those with the other.
        totaal: all of them.
        verwacht: how many would have both if the codes had nothing to do with each other: met_code times
            met_other, by totaal.
        log_ratio: log2 of samen by verwacht: 1 is twice as often as that.
    """

    eenheid: Eenheid
    code: str
    other: str
    samen: int
    met_code: int
    met_other: int
    totaal: int
    verwacht: float
    log_ratio: float


def samenhang(notas: Sequence[Nota], codebook: Codebook) -> tuple[Samenhang, ...]:
    """Count which codes stand together in all documents.

    Two codes of which one cannot be there without the other are no pair: wherever a value is, its logica is
    found too, and a code whose rule asks for another (`with`) stands beside that one. A belofte counts when
    it is named, tied to nearness or not; tied ones have a nearness cue beside them by definition.

    Returns:
        The pairs that occur, by unit, then by how far they surpass what is expected, in sentences; the
        measure is that of mutual information (Church & Hanks 1990, Computational Linguistics 16, 22-29).
    """
    order = {concept.code: index for index, concept in enumerate(codebook.concepts)}
    by_rule = {
        frozenset((concept.code, other))
        for concept in codebook.concepts
        for other in (concept.part_of, concept.context)
    }
    rows = []
    for eenheid in Eenheid:
        single, double, total = _count(notas, eenheid, order)
        found = [
            _row(eenheid, pair, together, single, total)
            for pair, together in double.items()
            if frozenset(pair) not in by_rule
        ]
        rows += sorted(found, key=lambda row: (row.verwacht - row.samen, order[row.code], order[row.other]))
    return tuple(rows)


def _row(
    eenheid: Eenheid, pair: tuple[str, str], together: int, single: Counter[str], total: int
) -> Samenhang:
    code, other = pair
    expected = single[code] * single[other] / total
    return Samenhang(
        eenheid, code, other, together, single[code], single[other], total, expected,
        math.log2(together / expected),
    )  # fmt: skip


def _count(
    notas: Iterable[Nota], eenheid: Eenheid, order: dict[str, int]
) -> tuple[Counter[str], Counter[tuple[str, str]], int]:
    """Count units with each code, with each pair of codes, and all units."""
    single, double, total = Counter[str](), Counter[tuple[str, str]](), 0
    for nota in notas:
        places = [_place(nota, index, eenheid) for index in range(len(nota.zinnen))]
        total += len({place for place, zin in zip(places, nota.zinnen, strict=True) if zin.words})
        codes: dict[int, set[str]] = {}
        for coded in nota.codings:
            codes.setdefault(places[coded.sentence], set()).add(coded.code)
        for present in codes.values():
            single.update(present)
            double.update(combinations(sorted(present, key=order.__getitem__), 2))
    return single, double, total


def _place(nota: Nota, sentence: int, eenheid: Eenheid) -> int:
    match eenheid:
        case Eenheid.ZIN:
            return sentence
        case Eenheid.ALINEA:
            return nota.zinnen[sentence].paragraph
        case Eenheid.PAGINA:
            return nota.zinnen[sentence].page_index
