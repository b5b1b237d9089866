"""Tables for a paper in Markdown, which Pandoc takes to Word and others."""

from collections.abc import Iterator, Sequence

from beloften.export.material import Material
from beloften.export.paper import PaperTable, paper_tables
from beloften.safe_text import markdown_text


def text(material: Material) -> str:
    """Return the tables of a run with a note below each."""
    return "\n\n".join("\n".join(_lines(table)) for table in paper_tables(material)) + "\n"


def _lines(table: PaperTable) -> Iterator[str]:
    heads = [head for measure in table.measures for head in (f"{measure}: n", table.head, "95 %")]
    yield f"## {markdown_text(table.title)}\n"
    yield _line(["", *map(markdown_text, heads)])
    yield _line(["---", *["---:"] * len(heads)])
    for panel in table.panels:
        yield _line([f"**{markdown_text(panel.title)}**", *[""] * len(heads)])
        for label, measures in panel.rows:
            yield _line(
                [markdown_text(label), *(markdown_text(cell) for cells in measures for cell in cells)]
            )
    yield f"\n{markdown_text(table.note)}"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
