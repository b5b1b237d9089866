"""Concordances as CSV and as a table in Markdown."""

import io
from collections.abc import Iterable

from beloften.report.kwic.lines import CONTEXT, KwicLine, trimmed
from beloften.rundir.columns import Column
from beloften.rundir.csv_rows import write_rows
from beloften.safe_text import markdown_text

KWIC = (
    Column("left", "string", "What stands before the words, from the sentence before on."),
    Column("key", "string", "The words that carry the code."),
    Column("right", "string", "What stands behind them, to the end of the next sentence."),
    Column("degree", "string", "Level or stance; empty where the code has none."),
    Column("citation", "string", "Where the sentence stands, as a paper cites it: (Leeuwarden 2014: 31)."),
)
"""The columns of a concordance in CSV."""


def kwic_csv(lines: Iterable[KwicLine]) -> str:
    """Return a concordance with its whole context as CSV."""
    stream = io.StringIO(newline="")
    write_rows(lines, KWIC, stream)
    return stream.getvalue()


def kwic_markdown(lines: Iterable[KwicLine], code: str, rules: str) -> str:
    """Return a concordance as a Markdown table, with the code above the words that carry it.

    Args:
        lines: of the concordance.
        code: that the words carry.
        rules: a line that says which rules found them, to stand below the table.
    """
    rows = [_cells(trimmed(line, CONTEXT)) for line in lines]
    marked = [
        [left, f"**{key}**", *rest] for left, key, *rest in ([*map(markdown_text, row)] for row in rows)
    ]
    table = [["", markdown_text(code), "", "", ""], ["---:", ":---:", "---", "---", "---"], *marked]
    return "".join(f"| {' | '.join(row)} |\n" for row in table) + f"\n{markdown_text(rules)}\n"


def _cells(line: KwicLine) -> list[str]:
    return [line.left, line.key, line.right, line.degree, line.citation]
