"""The tables of the book's argument: promises against values of distance, and the three deficits."""

from collections.abc import Iterator
from typing import cast

from beloften.codebook.schema import Codebook, Stance
from beloften.compare.compared import Compared
from beloften.compare.contrast import Contrast, Oordeel
from beloften.compare.tekorten import TEKORTEN, Tekort
from beloften.report.tables.compare_words import compare_word, limits, signed
from beloften.report.tables.sheet import STEPS, Cell, Row, Sheet
from beloften.report.wording import label, rate, word

_MARKS = {Oordeel.ONBESCHUT: ("!", STEPS), Oordeel.MINDER: ("~", 2)}


def contrast_sheets(found: Compared, codebook: Codebook, lang: str) -> Iterator[Sheet]:
    """Yield the contrast index per logica, and what becomes of each value of distance."""
    rows = {(row.group, row.code): row for row in cast("tuple[Contrast, ...]", found.rows)}
    logicas = codebook.opposing()
    yield Sheet(
        title=compare_word("logicas_contrast", lang, level=word(found.asked.level, lang)),
        labels=(compare_word("group", lang),),
        columns=tuple(label(logica, lang) for logica in logicas),
        rows=tuple(
            Row((group,), tuple(_index(rows[group, logica.code], lang) for logica in logicas))
            for group in found.groups
        ),
        note=compare_word("note_contrast", lang),
    )
    yield Sheet(
        title=compare_word("values", lang),
        labels=(compare_word("value", lang), word("belofte", lang)),
        columns=tuple(found.groups),
        rows=tuple(
            Row(
                (
                    label(codebook.require(code), lang),
                    _goods(rows[next(iter(found.groups)), code], codebook, lang),
                ),
                tuple(_value(rows[group, code]) for group in found.groups),
                starts_section=bool(index) and code == first,
            )
            for index, logica in enumerate(logicas)
            for first in [_values(found, logica.code)[0]]
            for code in _values(found, logica.code)
        ),
        note=compare_word("note_values", lang),
    )


def _values(found: Compared, logica: str) -> list[str]:
    """The values of a logica of which there are rows, in the order of the codebook."""
    rows = cast("tuple[Contrast, ...]", found.rows)
    return list(dict.fromkeys(row.code for row in rows if row.logica == logica and row.code != logica))


def _index(row: Contrast, lang: str) -> Cell:
    if row.index is None:
        return Cell("–")
    return _balance(row.index, (row.low, row.high), (row.beloofd, row.onderschreven), lang)


def _goods(row: Contrast, codebook: Codebook, lang: str) -> str:
    return ", ".join(label(codebook.require(code), lang) for code in row.beloften.split())


def _value(row: Contrast) -> Cell:
    mark, shade = _MARKS.get(row.oordeel, ("", 0))
    return Cell(f"{row.beloofd:3} {row.afgezet:3} {row.onderschreven:3} {mark:1}", shade)


def tekorten_sheets(found: Compared, codebook: Codebook, lang: str) -> Iterator[Sheet]:
    """Yield the index of each deficit, and its parts."""
    rows = {
        (row.group, row.tekort, row.code, row.measure): row for row in cast("tuple[Tekort, ...]", found.rows)
    }
    yield Sheet(
        title=compare_word("tekorten", lang),
        labels=(compare_word("group", lang),),
        columns=tuple(compare_word(composed.tekort, lang) for composed in TEKORTEN),
        rows=tuple(
            Row((group,), tuple(_whole(rows[group, composed.tekort, "", ""], lang) for composed in TEKORTEN))
            for group in found.groups
        ),
        note=compare_word("note_tekorten", lang),
    )
    parts = dict.fromkeys((row.tekort, row.code, row.measure, row.zijde) for row in rows.values() if row.code)
    yield Sheet(
        title=compare_word("parts", lang),
        labels=("", compare_word("part", lang)),
        columns=tuple(found.groups),
        rows=tuple(
            Row(
                (compare_word(tekort, lang), _part(code, measure, zijde, codebook, lang)),
                tuple(Cell(rate(rows[group, tekort, code, measure].rate, lang)) for group in found.groups),
            )
            for tekort, code, measure, zijde in parts
        ),
        note=compare_word("note_parts", lang),
    )


def _whole(row: Tekort, lang: str) -> Cell:
    if row.index is None:
        return Cell("–")
    return _balance(row.index, (row.low, row.high), (row.voor, row.tegen), lang)


def _balance(
    index: float, ends: tuple[float | None, float | None], counts: tuple[int, int], lang: str
) -> Cell:
    brackets = f"({counts[0]}:{counts[1]})"
    return Cell(f"{signed(index, lang)}  {limits(*ends, lang):>11} {brackets:>9}")


def _part(code: str, measure: str, zijde: str, codebook: Codebook, lang: str) -> str:
    sign = "+" if zijde == "voor" else "-"
    stance = f", {word(measure, lang)}" if measure in set(Stance) else ""
    return f"{sign} {label(codebook.require(code), lang)}{stance}"
