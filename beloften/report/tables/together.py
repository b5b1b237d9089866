"""The tables of what is alike: profiles of groups, codes that go together, documents that share text."""

from collections.abc import Iterator
from typing import cast

from beloften.codebook.schema import Codebook
from beloften.compare.compared import Compared
from beloften.compare.dubbel import Dubbel
from beloften.compare.gelijkenis import Gelijkenis
from beloften.compare.samenhang import Eenheid, Samenhang
from beloften.report.tables.compare_words import compare_word, signed
from beloften.report.tables.sheet import Cell, Row, Sheet, shades
from beloften.report.wording import label, rate, whole, word

SHOWN = 12
"""How many pairs a table lists; CSV and JSON have all."""


def gelijkenis_sheets(found: Compared, _: Codebook, lang: str) -> Iterator[Sheet]:
    """Yield how much the profiles of each two groups are alike, in the order of the axis."""
    profiles = found.profielen
    if not profiles:
        return
    alike = {
        pair: row.gelijkenis
        for row in cast("tuple[Gelijkenis, ...]", found.rows)
        for pair in ((row.group, row.other), (row.other, row.group))
    }
    groups = profiles.ordered
    rows = []
    for group in groups:
        values = [alike.get((group, other)) for other in groups]
        cells = [
            Cell(_decimals(value, lang), shade) for value, shade in zip(values, shades(values), strict=True)
        ]
        axis = Cell(signed(profiles.axis.get(group), lang, 2))
        rows.append(Row((group,), (axis, *cells)))
    share = None if profiles.inertia is None else round(100 * profiles.inertia)
    inertia = "" if share is None else compare_word("inertia", lang, share=share)
    yield Sheet(
        title=compare_word("gelijkenis", lang, level=word(found.asked.level, lang)),
        labels=(compare_word("group", lang),),
        columns=(compare_word("as", lang), *groups),
        rows=tuple(rows) if len(rows) > 1 else (),
        note=compare_word("note_gelijkenis", lang, inertia=inertia),
        shading=word("note_heat", lang),
    )


def samenhang_sheets(found: Compared, codebook: Codebook, lang: str) -> Iterator[Sheet]:
    """Yield, for sentences, paragraphs and pages, the pairs of codes that go together most."""
    rows = cast("tuple[Samenhang, ...]", found.rows)
    for eenheid in Eenheid:
        pairs = [row for row in rows if row.eenheid is eenheid]
        yield Sheet(
            title=compare_word(eenheid, lang),
            labels=(word("code", lang), word("code", lang)),
            columns=(
                compare_word("together", lang),
                compare_word("with_one", lang),
                compare_word("with_other", lang),
                compare_word("expected", lang),
                compare_word("log_ratio", lang),
            ),
            rows=tuple(_pair(row, codebook, lang) for row in pairs[:SHOWN]),
            note=compare_word("note_samenhang", lang, shown=len(pairs[:SHOWN]), total=len(pairs)),
        )


def dubbel_sheets(found: Compared, _: Codebook, lang: str) -> Iterator[Sheet]:
    """Yield the documents that share text."""
    rows = cast("tuple[Dubbel, ...]", found.rows)
    yield Sheet(
        title=compare_word("dubbel", lang),
        labels=(compare_word("document", lang), compare_word("document", lang)),
        columns=(
            word("sentences", lang),
            compare_word("shared_words", lang),
            f"{compare_word('part', lang)} %",
            compare_word("version", lang),
        ),
        rows=tuple(
            Row(
                (row.document, row.other),
                (
                    Cell(whole(row.zinnen, lang)),
                    Cell(whole(row.woorden, lang)),
                    Cell(f"{100 * row.deel:.0f}"),
                    Cell({row.document: "1", row.other: "2"}.get(row.versie, "")),
                ),
            )
            for row in rows
        ),
        note=compare_word("note_dubbel", lang),
    )


def _pair(row: Samenhang, codebook: Codebook, lang: str) -> Row:
    names = label(codebook.require(row.code), lang), label(codebook.require(row.other), lang)
    counts = (Cell(whole(count, lang)) for count in (row.samen, row.met_code, row.met_other))
    return Row(names, (*counts, Cell(rate(row.verwacht, lang)), Cell(signed(row.log_ratio, lang))))


def _decimals(value: float | None, lang: str) -> str:
    if value is None:
        return ""
    return f"{value:.2f}" if lang == "en" else f"{value:.2f}".replace(".", ",")
