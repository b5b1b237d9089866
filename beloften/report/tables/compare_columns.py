"""A comparison for programs: the columns of its CSV, for each thing that it can show, and its JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from beloften.codebook.schema import Codebook
from beloften.compare.asked import Show
from beloften.compare.compared import Compared
from beloften.rundir.columns import Column
from beloften.rundir.run_info import RunMeta, basis, to_json

_GROUP = Column("group", "string", "Name of the group: a gemeente, a year, a province …")
_P = 6
"""Decimals of p-values."""

_VERSCHILLEN = (
    _GROUP,
    Column("other", "string", "The group that it is compared with; 'rest' for all others together."),
    Column("code", "string", "What was counted."),
    Column("kind", "string", "What sort of code it is."),
    Column("measure", "string", "As in tellingen.csv: a level, a stance, or alle."),
    Column("zinnen", "integer", "Sentences with the code in the group."),
    Column("zinnen_other", "integer", "Sentences with the code in the other."),
    Column("documenten_totaal", "integer", "Documents of the group."),
    Column("documenten_totaal_other", "integer", "Documents of the other."),
    Column("rate", "number", "Sentences with the code per 10,000 words of the group."),
    Column("low", "number", "Lower limit of the 95 % interval of the rate."),
    Column("high", "number", "Upper limit of the 95 % interval of the rate."),
    Column("rate_other", "number", "The rate of the other."),
    Column("low_other", "number", "Lower limit of its 95 % interval."),
    Column("high_other", "number", "Upper limit of its 95 % interval."),
    Column(
        "log_ratio",
        "number",
        "Log2 of the ratio of the rates: 1 is twice as often, -1 half as often. Empty where neither has "
        "the code.",
    ),
    Column("log_ratio_low", "number", "Lower limit of its 95 % interval; empty where there is none."),
    Column("log_ratio_high", "number", "Upper limit of its 95 % interval; empty where there is none."),
    Column("g2", "number", "Log-likelihood statistic G²; orders keywords, and is no test."),
    Column(
        "p",
        "number",
        "Two-sided p-value by reallocating documents; empty where neither has the code, or both have a "
        "single document.",
        _P,
    ),
    Column(
        "p_holm",
        "number",
        "The same, corrected after Holm for all comparisons of codes of that kind by that measure.",
        _P,
    ),
)

_CONTRAST = (
    _GROUP,
    Column("logica", "string", "Code of the logica."),
    Column(
        "code", "string", "Code of the value of distance; that of the logica in the row on the whole of it."
    ),
    Column("beloften", "string", "Codes of the promises that stand against it, parted by spaces."),
    Column("beloofd", "integer", "Sentences with such a promise, at the level that was asked for."),
    Column("afgezet", "integer", "Sentences that turn against the value or logica."),
    Column("onderschreven", "integer", "Sentences that uphold it."),
    Column(
        "index",
        "number",
        "Contrast index: (beloofd - onderschreven) / (beloofd + onderschreven), from -1 to 1; empty where "
        "there are neither.",
    ),
    Column("low", "number", "Lower limit of its 95 % interval."),
    Column("high", "number", "Upper limit of its 95 % interval."),
    Column("interval", "string", "What the interval rests on: documenten, or paginas of the only one."),
    Column(
        "oordeel",
        "string",
        "onbeschut: promised, and the value nowhere upheld; minder: upheld less often than the opposite is "
        "promised; beschut: as often or more; niet-beloofd: no promise against it.",
    ),
)

_TEKORTEN = (
    _GROUP,
    Column("tekort", "string", "professioneel, democratisch or solidariteit."),
    Column("code", "string", "Code of the part; empty in the row on the whole."),
    Column("measure", "string", "Measure of the part; empty in the row on the whole."),
    Column("zijde", "string", "voor: indicates the deficit; tegen: counts against it; empty for the whole."),
    Column("voor", "integer", "Sentences that indicate the deficit: with the part, or any such part."),
    Column("tegen", "integer", "Sentences that count against it: with the part, or any such part."),
    Column("rate", "number", "Sentences with the part, or any part, per 10,000 words."),
    Column(
        "index",
        "number",
        "Of the whole: (voor - tegen) / (voor + tegen), from -1 to 1; empty for parts and where there are "
        "neither.",
    ),
    Column("low", "number", "Lower limit of its 95 % interval."),
    Column("high", "number", "Upper limit of its 95 % interval."),
    Column("interval", "string", "What the interval rests on: documenten, or paginas of the only one."),
)

_GELIJKENIS = (
    _GROUP,
    Column("other", "string", "The other group."),
    Column(
        "gelijkenis", "number", "1 less the Hellinger distance of how their promises are divided: 1 is alike."
    ),
    Column("as_group", "number", "Place of the group on the first axis of a correspondence analysis."),
    Column("as_other", "number", "Place of the other on it."),
)

_SAMENHANG = (
    Column("eenheid", "string", "In what the codes stand together: zin, alinea or pagina."),
    Column("code", "string", "One code."),
    Column("other", "string", "The other code."),
    Column("samen", "integer", "Sentences, paragraphs or pages with both."),
    Column("met_code", "integer", "Those with the one."),
    Column("met_other", "integer", "Those with the other."),
    Column("totaal", "integer", "All of them."),
    Column("verwacht", "number", "How many would have both by chance: met_code × met_other / totaal."),
    Column("log_ratio", "number", "Log2 of samen by verwacht: 1 is twice as often as by chance."),
)

_DUBBEL = (
    Column("document", "string", "One document."),
    Column("other", "string", "Another that shares text with it."),
    Column("gemeente", "string", "Gemeente of the one."),
    Column("gemeente_other", "string", "Gemeente of the other."),
    Column("zinnen", "integer", "Sentences of eight words or more that both have."),
    Column("woorden", "integer", "Their words."),
    Column("deel", "number", "The same by the words in such sentences of the shorter document, 0 to 1."),
    Column(
        "versie",
        "string",
        "Where they are versions of one nota, the one that stays with --once: half of the shorter or more is "
        "shared, and the gemeente is the same. Else empty.",
    ),
)

COMPARE: Mapping[Show, Sequence[Column]] = {
    Show.VERSCHILLEN: _VERSCHILLEN,
    Show.CONTRAST: _CONTRAST,
    Show.TEKORTEN: _TEKORTEN,
    Show.GELIJKENIS: _GELIJKENIS,
    Show.SAMENHANG: _SAMENHANG,
    Show.DUBBEL: _DUBBEL,
}
"""The columns by what is shown."""


def compare_json(found: Compared, codebook: Codebook, meta: RunMeta, warnings: Sequence[str]) -> str:
    """Return a comparison as one JSON object, with what it rests on and its warnings before it."""
    columns = COMPARE[found.asked.show]
    rows = [
        {column.name: _value(getattr(row, column.name), column) for column in columns} for row in found.rows
    ]
    return to_json(
        {
            **basis(codebook, meta),
            "asked": asdict(found.asked),
            "groups": found.groups,
            "warnings": [*found.remarks, *warnings],
            "rows": rows,
        }
    )


def _value(value: str | float | None, column: Column) -> str | float | None:
    return round(value, column.decimals) if isinstance(value, float) else value
