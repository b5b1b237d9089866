"""Tables for a paper: sentences, rate and interval of each code, per gemeente."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beloften.codebook.schema import ConceptKind, Level, Stance
from beloften.corpus.source import UNKNOWN
from beloften.export.asked import TableName
from beloften.export.codes import CodeRow, code_rows
from beloften.export.material import Lang, Material
from beloften.report.wording import edition_line, rate, whole, word
from beloften.rundir.read import Run
from beloften.rundir.run_info import edition_of
from beloften.tally.count import ALL, Telling

_NOTE_NL = (
    "n: zinnen met de code. Per 10.000: n per 10.000 woorden van de gemeente, met tussen haken het "
    "95 %-betrouwbaarheidsinterval (bootstrap over documenten, bij één document over pagina's, bij minder "
    "dan vijf begrensd door een negatief-binomiale verdeling; exact volgens Poisson bij nul of waar niets "
    "te trekken valt)."
)
_NOTE_EN = (
    "n: sentences with the code. Per 10,000: n per 10,000 words of the gemeente, with its 95 % "
    "confidence interval between brackets (bootstrap over documents, over pages for a single document, "
    "bounded by a negative binomial distribution for fewer than five; exact Poisson for a count of zero or "
    "where there is nothing to resample)."
)
_WORDS = {
    "beloften": ("Beloften van nabijheid", "Promises of nearness"),
    "logicas": ("Logica's en hun waarden", "Logics and their values"),
    "rest": ("Nabijheid, zelfredzaamheid en meer", "Nearness, self-reliance and more"),
    ALL: ("alle zinnen", "all sentences"),
    "rate": ("per 10.000", "per 10,000"),
    "program": ("programma: beloften", "program: beloften"),
    "panel": (
        "{group} ({documents} documenten, {words} woorden)",
        "{group} ({documents} documents, {words} words)",
    ),
    "panel_of_one": ("{group} (1 document, {words} woorden)", "{group} (1 document, {words} words)"),
    "note": (_NOTE_NL, _NOTE_EN),
    "note_beloften": (
        "Belofte: een goed dat aan nabijheid verbonden is; genoemd omvat belofte.",
        "Promise: a good that is tied to nearness; named includes promise.",
    ),
}


@dataclass(frozen=True, slots=True)
class Panel:
    """The rows of one gemeente.

    Attributes:
        title: its name and size.
        rows: each code by its label, with n, rate and interval per measure.
    """

    title: str
    rows: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table.

    Attributes:
        name: for references: beloften, logicas or rest.
        title: what it shows.
        measures: heads over each n, rate and interval.
        head: what stands over a rate.
        panels: one per gemeente.
        note: the denominator, the interval, and what it was made with.
    """

    name: str
    title: str
    measures: tuple[str, ...]
    head: str
    panels: tuple[Panel, ...]
    note: str


def paper_tables(material: Material) -> Iterator[PaperTable]:
    """Yield the tables that were asked for: the beloften, the logics with their values, the other codes."""
    codes = list(code_rows(material.run.rules))
    goods = [code for code in codes if ConceptKind(code.kind).has_level]
    logics = list(_by_logic(codes))
    others = [code for code in codes if code not in goods and code not in logics]
    tables: dict[TableName, tuple[Sequence[CodeRow], Sequence[str]]] = {
        TableName.BELOFTEN: (goods, (Level.BELOFTE, Level.GENOEMD)),
        TableName.LOGICAS: (logics, (Stance.AFGEZET, Stance.ONDERSCHREVEN)),
        TableName.REST: (others, (ALL,)),
    }
    for name, (rows, measures) in tables.items():
        if name in material.tables:
            yield _table(name, material, rows, measures)


def _by_logic(codes: Sequence[CodeRow]) -> Iterator[CodeRow]:
    """Each logic, with its values below it."""
    for logic in codes:
        if logic.kind == ConceptKind.LOGICA:
            yield logic
            yield from (
                code for code in codes if code.kind == ConceptKind.WAARDE and code.part_of == logic.code
            )


def _table(
    name: TableName, material: Material, codes: Sequence[CodeRow], measures: Sequence[str]
) -> PaperTable:
    lang = material.lang
    notes = [_word("note", lang), edition_line(edition_of(material.run.info), lang) + ";"]
    if name is TableName.BELOFTEN:
        notes.insert(1, _word("note_beloften", lang))
    return PaperTable(
        name=name,
        title=_word(name, lang),
        measures=tuple(
            _word(measure, lang) if measure in _WORDS else word(measure, lang) for measure in measures
        ),
        head=_word("rate", lang),
        panels=tuple(_panels(material.run, codes, measures, lang)),
        note=" ".join([*notes, f"{_word('program', lang)} {material.run.info['beloften']}."]),
    )


def _panels(run: Run, codes: Sequence[CodeRow], measures: Sequence[str], lang: Lang) -> Iterator[Panel]:
    counted = {(row.group, row.code, row.measure): row for row in run.tellingen}
    groups = {row.group: row for row in run.tellingen}
    for group, size in groups.items():
        form = _word("panel_of_one" if size.documenten_totaal == 1 else "panel", lang)
        name = word(UNKNOWN, lang) if group == UNKNOWN else group
        title = form.format(group=name, documents=size.documenten_totaal, words=whole(size.woorden, lang))
        rows = [
            (
                _label(code, lang),
                tuple(_cells(counted[group, code.code, measure], lang) for measure in measures),
            )
            for code in codes
        ]
        yield Panel(title, tuple(rows))


def _label(code: CodeRow, lang: Lang) -> str:
    if code.kind == ConceptKind.BELOFTE and code.number:
        return f"{code.number} {code.label(lang)}"
    indent = "\N{EM SPACE}" if code.kind == ConceptKind.WAARDE else ""
    return indent + code.label(lang)


def _cells(count: Telling, lang: Lang) -> tuple[str, str, str]:
    """n, rate and interval; limits are apart by a semicolon where decimals have a comma."""
    if count.rate is None:
        return whole(count.zinnen, lang), "–", "–"
    between = ", " if lang == "en" else "; "
    return (
        whole(count.zinnen, lang),
        rate(count.rate, lang),
        f"[{rate(count.low, lang)}{between}{rate(count.high, lang)}]",
    )


def _word(key: str, lang: Lang) -> str:
    dutch, english = _WORDS[key]
    return english if lang == "en" else dutch
