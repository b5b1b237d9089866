"""The tables of a scan, before they are drawn: what they show, in which order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beloften.codebook.schema import Codebook, Concept, ConceptKind, Level, Stance
from beloften.corpus.source import UNKNOWN
from beloften.report.tables.sheet import Cell, Row, Sheet, shades
from beloften.report.wording import label, rate, whole, word
from beloften.run.result import DocumentResult
from beloften.tally.by import By
from beloften.tally.count import ALL, Telling, Total, count, totals

_PLAIN = (
    ConceptKind.NABIJHEID,
    ConceptKind.RELATIE,
    ConceptKind.ZELFREDZAAMHEID,
    ConceptKind.BEGINSEL,
    ConceptKind.STURING,
    ConceptKind.VERTOOG,
)
"""The kinds of code that are there or not, with neither level nor stance."""


class _Counts:
    """The rows of `count` by group, code and measure."""

    def __init__(self, rows: Iterable[Telling]) -> None:
        self._rows = {(row.group, row.code, row.measure): row for row in rows}

    def of(self, group: str, concept: Concept, measure: str) -> Telling:
        return self._rows[group, concept.code, measure]


@dataclass(frozen=True, slots=True)
class _Scan:
    """What the tables are made from."""

    counts: _Counts
    totals: tuple[Total, ...]
    names: dict[str, str]
    codebook: Codebook
    level: Level
    lang: str

    @property
    def groups(self) -> tuple[str, ...]:
        return tuple(total.group for total in self.totals)

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self.names[group] for group in self.groups)

    def word(self, key: str) -> str:
        return word(key, self.lang)

    def rate(self, row: Telling) -> str:
        return rate(row.rate, self.lang)


def scan_tables(
    results: Sequence[DocumentResult],
    codebook: Codebook,
    *,
    by: By = By.GEMEENTE,
    level: Level = Level.BELOFTE,
    lang: str = "nl",
) -> tuple[Sheet, ...]:
    """Lay out the tables of a scan: beloften, what they turn against, the wider logics, and all the rest.

    Several groups stand in columns beside each other, shaded per row. A single one has columns for the rate,
    its interval and its count, shaded per column.

    Args:
        results: of all documents; those that were not read do not count.
        codebook: that they were read with.
        by: what a column is.
        level: the number that leads; "genoemd" stands in brackets behind it.
        lang: "nl" or "en".

    Returns:
        No table at all when no document was read.
    """
    scan = _Scan(
        counts=_Counts(count(results, codebook, by)),
        totals=totals(results, codebook, by),
        names=_names(results, by, lang),
        codebook=codebook,
        level=level,
        lang=lang,
    )
    if not scan.totals:
        return ()
    sheets = (
        _beloften(scan),
        _stances(scan, "logicas", _opposing(scan)),
        _stances(scan, "wider", _wider(scan)),
        _rest(scan),
    )
    return tuple(sheet for sheet in sheets if sheet.rows)


def _names(results: Sequence[DocumentResult], by: By, lang: str) -> dict[str, str]:
    """What to call each group: a document as it is cited, because names of files are long."""
    if by is By.DOCUMENT:
        return {result.source.name: result.source.citation or result.source.name for result in results}
    names = {result.source.gemeente: result.source.gemeente for result in results}
    years = {str(result.source.jaar): str(result.source.jaar) for result in results}
    return (names if by is By.GEMEENTE else years) | {UNKNOWN: word("onbekend", lang)}


def _beloften(scan: _Scan) -> Sheet:
    beloften = scan.codebook.of_kind(ConceptKind.BELOFTE)
    concepts = beloften + scan.codebook.of_kind(ConceptKind.KOEPEL)
    level_word = scan.word(scan.level)
    both = scan.level is not Level.GENOEMD
    note = scan.word("note_level").format(level=level_word) if both else scan.word("note_genoemd")
    labels = [(label(concept, scan.lang), _opposite(concept, scan)) for concept in concepts]
    if len(scan.groups) > 1:
        columns = scan.columns
        cells = [_compared(concept, scan) for concept in concepts]
        shading = scan.word("note_heat")
    else:
        columns, cells = _single(concepts, scan)
        note, shading = f"{note} {scan.word('note_interval')}", scan.word("note_heat_column")
    rows = [
        Row(names, row, starts_section=number == len(beloften) > 0)
        for number, (names, row) in enumerate(zip(labels, cells, strict=True))
    ]
    return Sheet(
        title=f"{scan.word('beloften')}, {level_word} {scan.word('per_words')}",
        labels=(scan.word("belofte"), scan.word("against")),
        columns=columns,
        rows=(*rows, *_totals(scan, len(columns))),
        note=note,
        shading=shading,
    )


def _opposite(concept: Concept, scan: _Scan) -> str:
    value = scan.codebook.concept(concept.opposite)
    return label(value, scan.lang) if value else concept.opposite


def _compared(concept: Concept, scan: _Scan) -> tuple[Cell, ...]:
    """A cell per group: the rate of the level, with that of genoemd in brackets."""
    leading = [scan.counts.of(group, concept, scan.level) for group in scan.groups]
    named = [scan.counts.of(group, concept, Level.GENOEMD) for group in scan.groups]
    if scan.level is Level.GENOEMD:
        texts = [scan.rate(row) for row in leading]
    else:
        brackets = (f"({scan.rate(row)})" for row in named)
        texts = [f"{scan.rate(row)} {other:>6}" for row, other in zip(leading, brackets, strict=True)]
    dark = shades([row.rate for row in leading])
    return tuple(Cell(text, shade) for text, shade in zip(texts, dark, strict=True))


def _single(concepts: Sequence[Concept], scan: _Scan) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """Heads and cells for a single group: rate, interval, sentences, and the rate of genoemd."""
    (group,) = scan.groups
    leading = [scan.counts.of(group, concept, scan.level) for concept in concepts]
    cells: list[tuple[Cell, ...]] = [
        (
            Cell(scan.rate(row), shade),
            Cell(f"{rate(row.low, scan.lang)}–{rate(row.high, scan.lang)}"),
            Cell(whole(row.zinnen, scan.lang)),
            Cell(scan.rate(scan.counts.of(group, concept, Level.GENOEMD))),
        )
        for concept, row, shade in zip(concepts, leading, shades([row.rate for row in leading]), strict=True)
    ]
    heads = (
        f"{scan.columns[0]} {scan.word(scan.level)}",
        scan.word("interval"),
        scan.word("sentences"),
        scan.word("genoemd"),
    )
    if scan.level is Level.GENOEMD:
        return heads[:-1], [row[:-1] for row in cells]
    return heads, cells


def _totals(scan: _Scan, width: int) -> tuple[Row, ...]:
    """Rows with what the rates are reckoned by; for a single group in the first column."""
    values = {
        "documents": [whole(total.documenten, scan.lang) for total in scan.totals],
        "all_sentences": [whole(total.zinnen, scan.lang) for total in scan.totals],
        "words": [whole(total.woorden, scan.lang) for total in scan.totals],
        f"with_{scan.level}": [whole(total.with_belofte[scan.level], scan.lang) for total in scan.totals],
        "share": [_share(total, scan) for total in scan.totals],
    }
    return tuple(
        Row(
            (scan.word(key), ""),
            tuple(Cell(text) for text in texts + [""] * (width - len(texts))),
            starts_section=key == "documents",
        )
        for key, texts in values.items()
    )


def _share(total: Total, scan: _Scan) -> str:
    found = total.with_belofte[scan.level]
    return rate(100 * found / total.zinnen if total.zinnen else None, scan.lang)


def _stances(scan: _Scan, title: str, concepts: Sequence[tuple[Concept, str]]) -> Sheet:
    """A table of concepts that have a stance, each with the indentation of its name."""
    rows = [
        Row((f"{indent}{label(concept, scan.lang)}",), _stance_cells(concept, scan))
        for concept, indent in concepts
    ]
    stances = tuple(scan.word(stance) for stance in Stance)
    several = len(scan.groups) > 1
    return Sheet(
        title=scan.word(title),
        labels=(scan.word("logica"),),
        columns=scan.columns if several else stances,
        rows=_shaded(rows, [concept for concept, _ in concepts], scan),
        note=scan.word("note_logicas"),
        shading=scan.word("note_heat_against"),
        subhead=" ".join(f"{scan.word(key):>4}" for key in ("afg", "ond", "neu")) if several else "",
    )


def _opposing(scan: _Scan) -> list[tuple[Concept, str]]:
    """Each opposing logica with its values indented below it; values without one at the end."""
    values = scan.codebook.of_kind(ConceptKind.WAARDE)
    logicas = scan.codebook.opposing()
    known = {logica.code for logica in logicas}
    ordered = []
    for logica in logicas:
        ordered.append((logica, ""))
        ordered.extend((value, "  ") for value in values if value.part_of == logica.code)
    return ordered + [(value, "") for value in values if value.part_of not in known]


def _wider(scan: _Scan) -> list[tuple[Concept, str]]:
    """The logics that nearness does not turn against."""
    opposing = scan.codebook.opposing()
    return [(logica, "") for logica in scan.codebook.of_kind(ConceptKind.LOGICA) if logica not in opposing]


def _stance_cells(concept: Concept, scan: _Scan) -> tuple[Cell, ...]:
    """The three rates of each group, in one cell where there are several groups, else each in its own."""
    rates = [
        [scan.rate(scan.counts.of(group, concept, stance)) for stance in Stance] for group in scan.groups
    ]
    if len(rates) == 1:
        return tuple(Cell(text) for text in rates[0])
    return tuple(Cell(" ".join(f"{text:>4}" for text in texts)) for texts in rates)


def _shaded(rows: Sequence[Row], concepts: Sequence[Concept], scan: _Scan) -> tuple[Row, ...]:
    """Shade by the rate of afgezet: within the row, or for a single group within the column."""
    against = [
        [scan.counts.of(group, concept, Stance.AFGEZET).rate for group in scan.groups] for concept in concepts
    ]
    if len(scan.groups) > 1:
        dark = [shades(values) for values in against]
    else:
        dark = [[shade, 0, 0] for shade in shades([values[0] for values in against])]
    return tuple(
        Row(row.labels, tuple(Cell(cell.text, shade) for cell, shade in zip(row.cells, steps, strict=True)))
        for row, steps in zip(rows, dark, strict=True)
    )


def _rest(scan: _Scan) -> Sheet:
    rows = [
        Row(
            (label(concept, scan.lang),),
            _rates([scan.counts.of(group, concept, ALL) for group in scan.groups], scan),
            starts_section=number == 0 and kind is not _PLAIN[0],
        )
        for kind in _PLAIN
        for number, concept in enumerate(scan.codebook.of_kind(kind))
    ]
    return Sheet(
        title=scan.word("rest"),
        labels=(scan.word("code"),),
        columns=scan.columns,
        rows=tuple(rows),
        note=scan.word("note_rest"),
        shading=scan.word("note_heat") if len(scan.groups) > 1 else "",
    )


def _rates(found: Sequence[Telling], scan: _Scan) -> tuple[Cell, ...]:
    """A cell per group, shaded where there are several."""
    dark = shades([row.rate for row in found]) if len(found) > 1 else [0]
    return tuple(Cell(scan.rate(row), shade) for row, shade in zip(found, dark, strict=True))
