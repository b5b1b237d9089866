"""Tables for a paper in LaTeX, with the packages array, booktabs and longtable."""

from collections.abc import Iterator

from beloften.export.material import Material
from beloften.export.paper import PaperTable, paper_tables
from beloften.safe_text import latex_text

_HEAD = "% In the preamble: \\usepackage[T1]{fontenc} \\usepackage{array,booktabs,longtable}"
_LABELS = r">{\raggedright\arraybackslash\hangindent=1em}p{0.27\linewidth}"


def text(material: Material) -> str:
    """Return the tables of a run, each over as many pages as it takes, with a note below it."""
    return "\n\n".join([_HEAD, *("\n".join(_lines(table)) for table in paper_tables(material))]) + "\n"


def _lines(table: PaperTable) -> Iterator[str]:
    columns = 1 + 3 * len(table.measures)
    yield r"\begingroup\footnotesize\setlength{\tabcolsep}{4pt}"
    yield rf"\begin{{longtable}}{{@{{}}{_LABELS}{'rrl' * len(table.measures)}@{{}}}}"
    yield rf"\caption{{{latex_text(table.title)}}}\label{{tab:{table.name}}}\\"
    yield from _head(table)
    yield r"\endfirsthead"
    yield from _head(table)
    yield r"\endhead"
    yield r"\bottomrule"
    yield r"\endfoot"
    yield r"\bottomrule\addlinespace"
    yield rf"\multicolumn{{{columns}}}{{@{{}}p{{0.95\linewidth}}@{{}}}}{{{latex_text(table.note)}}}\\"
    yield r"\endlastfoot"
    for place, panel in enumerate(table.panels):
        if place:
            yield r"\addlinespace[1ex]"
        yield rf"\multicolumn{{{columns}}}{{@{{}}l@{{}}}}{{\emph{{{latex_text(panel.title)}}}}}\\*[0.5ex]"
        for label, measures in panel.rows:
            cells = [latex_text(cell) for cells in measures for cell in cells]
            # In braces: a row that begins with a bracket would be an option of the line break before it.
            yield " & ".join([rf"{{{latex_text(label)}}}", *cells]) + r"\\"
    yield r"\end{longtable}"
    yield r"\endgroup"


def _head(table: PaperTable) -> Iterator[str]:
    """The lines above each page of the table."""
    yield r"\toprule"
    yield (
        " & ".join(["", *(rf"\multicolumn{{3}}{{c}}{{{latex_text(each)}}}" for each in table.measures)])
        + r"\\"
    )
    rules = (rf"\cmidrule(lr){{{first}-{first + 2}}}" for first in range(2, 3 * len(table.measures), 3))
    yield "".join(rules)
    heads = f"$n$ & {latex_text(table.head)} & 95 \\%"
    yield " & ".join(["", *[heads] * len(table.measures)]) + r"\\"
    yield r"\midrule"
