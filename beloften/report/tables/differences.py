"""The tables of differences: what is distinctive for whom, and how sure that is."""

from collections.abc import Iterator, Sequence
from typing import cast

from beloften.codebook.schema import Codebook, Concept, ConceptKind, Level, Stance
from beloften.compare.codes import REST, Verschil
from beloften.compare.compared import Compared
from beloften.report.tables.compare_words import chance, compare_word, limits, signed
from beloften.report.tables.sheet import STEPS, Cell, Row, Sheet
from beloften.report.wording import label, rate, word
from beloften.tally.count import ALL

SHOWN = 12
"""How many comparisons a table of the largest differences lists; CSV and JSON have all."""

_SURE = 0.05
_HALF_SURE = 2


def difference_sheets(found: Compared, codebook: Codebook, lang: str) -> Iterator[Sheet]:
    """Yield what is distinctive for each group, and the differences that are least likely to be chance."""
    rows = cast("tuple[Verschil, ...]", found.rows)
    level = found.asked.level
    if rows and rows[0].other == REST:
        yield _distinctive(rows, codebook, level, lang)
    beloften = [row for row in rows if row.kind is ConceptKind.BELOFTE and row.measure == level]
    title = compare_word("differences", lang, level=word(level, lang))
    yield _list(title, beloften, codebook, lang)
    leading = {ALL, level, Stance.AFGEZET, Stance.ONDERSCHREVEN}
    others = [
        row
        for row in rows
        if row.kind is not ConceptKind.BELOFTE
        and row.measure in leading
        and not (row.measure == ALL and row.kind.has_stance)
    ]
    yield _list(compare_word("differences_other", lang), others, codebook, lang)


def _distinctive(rows: Sequence[Verschil], codebook: Codebook, level: Level, lang: str) -> Sheet:
    cells = {(row.group, row.code, row.measure): row for row in rows}
    groups = list(dict.fromkeys(row.group for row in rows))
    lines = [
        Row(
            (label(concept, lang),),
            tuple(_keyness(cells, group, concept, level, lang) for group in groups),
        )
        for concept in codebook.of_kind(ConceptKind.BELOFTE)
    ]
    return Sheet(
        title=compare_word("distinctive", lang, level=word(level, lang)),
        labels=(word("belofte", lang),),
        columns=tuple(groups),
        rows=tuple(lines),
        note=f"{compare_word('note_distinctive', lang)} {compare_word('note_zero', lang)}",
        shading=compare_word("shade_distinctive", lang),
    )


def _keyness(
    cells: dict[tuple[str, str, str], Verschil], group: str, concept: Concept, level: Level, lang: str
) -> Cell:
    """The log ratio with its stars, and that of genoemd in brackets; shaded where it is sure and positive."""
    row = cells[group, concept.code, level]
    sure, stars = _sureness(row)
    text = f"{_ratio(row, lang)}{stars:1}"
    if level is not Level.GENOEMD:
        named = cells[group, concept.code, Level.GENOEMD]
        brackets = f"({_ratio(named, lang)}{_sureness(named)[1]})"
        text = f"{text} {brackets:>7}"
    return Cell(text, sure if (row.log_ratio or 0) > 0 else 0)


def _ratio(row: Verschil, lang: str) -> str:
    """The log ratio; a word where one of the two has nothing, as its size then hangs on half a sentence."""
    if row.zinnen and row.zinnen_other:
        return signed(row.log_ratio, lang)
    return compare_word("alone" if row.zinnen else "none", lang) if row.zinnen or row.zinnen_other else "–"


def _sureness(row: Verschil) -> tuple[int, str]:
    """The shade and the stars of a comparison."""
    if row.p_holm is not None and row.p_holm < _SURE:
        return STEPS, "*"
    return (_HALF_SURE, "°") if row.p is not None and row.p < _SURE else (0, "")


def _list(title: str, rows: Sequence[Verschil], codebook: Codebook, lang: str) -> Sheet:
    made = [row for row in rows if row.log_ratio is not None]
    surest = sorted(made, key=lambda row: (1.0 if row.p is None else row.p, -(row.g2 or 0.0)))[:SHOWN]
    note = "note_differences" if len(surest) < len(made) else "note_all_differences"
    return Sheet(
        title=title,
        labels=(compare_word("group", lang), word("code", lang)),
        columns=(
            compare_word("rate", lang),
            word("interval", lang),
            compare_word("other_rate", lang),
            compare_word("log_ratio", lang),
            word("interval", lang),
            "G²",
            "p",
            "Holm",
        ),
        rows=tuple(Row(_names(row, codebook, lang), _numbers(row, lang)) for row in surest),
        note=" ".join(
            (
                compare_word(note, lang, shown=len(surest), total=len(made)),
                compare_word("note_zero", lang),
            )
        ),
    )


def _names(row: Verschil, codebook: Codebook, lang: str) -> tuple[str, str]:
    group = row.group if row.other == REST else f"{row.group} – {row.other}"
    name = label(codebook.require(row.code), lang)
    return group, f"{name}, {word(row.measure, lang)}" if row.measure in set(Stance) else name


def _numbers(row: Verschil, lang: str) -> tuple[Cell, ...]:
    return (
        Cell(rate(row.rate, lang)),
        Cell(f"{rate(row.low, lang)}–{rate(row.high, lang)}"),
        Cell(rate(row.rate_other, lang)),
        Cell(_ratio(row, lang)),
        Cell(limits(row.log_ratio_low, row.log_ratio_high, lang)),
        Cell(rate(row.g2, lang)),
        Cell(chance(row.p, lang)),
        Cell(chance(row.p_holm, lang)),
    )
