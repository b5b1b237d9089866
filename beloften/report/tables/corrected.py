"""Corrected rates beside the raw ones: a table for terminal and Markdown, and columns for CSV."""

from collections.abc import Mapping, Sequence

from beloften.codebook.schema import Codebook, ConceptKind, Level
from beloften.corpus.source import UNKNOWN
from beloften.report.tables.sheet import Cell, Row, Sheet
from beloften.report.wording import label, rate, word
from beloften.rundir.columns import TELLINGEN, Column
from beloften.tally.count import ALL
from beloften.validation.correct import Error
from beloften.validation.corrected import CorrectedTelling, family_of

CORRECTED = (
    *TELLINGEN,
    Column(
        "corrected", "number", "The rate corrected for the measured error; empty where that cannot be told."
    ),
    Column("corrected_low", "number", "Lower limit of its 95 % interval, over corpus and validation."),
    Column("corrected_high", "number", "Upper limit of its 95 % interval."),
)
"""The columns of corrected counts."""

_SHOWN = (ConceptKind.BELOFTE, ConceptKind.LOGICA, ConceptKind.NABIJHEID, ConceptKind.ZELFREDZAAMHEID)


def corrected_sheet(
    rows: Sequence[CorrectedTelling], codebook: Codebook, names: dict[str, str], level: Level, lang: str
) -> Sheet:
    """Lay out raw and corrected rates beside each other, of the codes of which the error was measured.

    Args:
        rows: counts, corrected.
        codebook: that the documents were read with.
        names: what to call each group, in order.
        level: the level of a belofte to show.
        lang: "nl" or "en".
    """
    by_cell = {(row.group, row.code, row.measure): row for row in rows}
    lines: list[Row] = []
    for kind in _SHOWN:
        for first, concept in enumerate(codebook.of_kind(kind)):
            measure = level if kind is ConceptKind.BELOFTE else ALL
            found = [by_cell.get((group, concept.code, measure)) for group in names]
            if any(row and row.corrected is not None for row in found):
                cells = tuple(_cell(row, lang) for row in found)
                lines.append(Row((label(concept, lang),), cells, starts_section=bool(lines) and not first))
    return Sheet(
        title=word("corrected", lang),
        labels=(word("code", lang),),
        columns=tuple(names.values()),
        rows=tuple(lines),
        note=word("note_corrected", lang),
    )


def levels_corrected(rows: Sequence[CorrectedTelling]) -> tuple[Level, ...]:
    """Return the levels of a belofte at which a rate was corrected."""
    there = {row.measure for row in rows if row.kind.has_level and row.corrected is not None}
    return tuple(level for level in Level if level in there)


def group_names(rows: Sequence[CorrectedTelling], lang: str) -> dict[str, str]:
    """Return the groups in order, each with what to call it."""
    return {row.group: word("onbekend", lang) if row.group == UNKNOWN else row.group for row in rows}


def uncorrected(rows: Sequence[CorrectedTelling], errors: Mapping[tuple[str, str], Error]) -> tuple[str, ...]:
    """Return which codes were validated, but too little for their rates to be corrected."""
    failed = {family_of(row) for row in rows if row.corrected is None and row.woorden}
    return tuple(" ".join(dict.fromkeys(family)) for family in sorted(failed & errors.keys()))


def _cell(row: CorrectedTelling | None, lang: str) -> Cell:
    if row is None or row.corrected is None:
        return Cell("–")
    limits = f"{rate(row.corrected_low, lang)}–{rate(row.corrected_high, lang)}"
    return Cell(f"{rate(row.rate, lang)} → {rate(row.corrected, lang)} ({limits})")
