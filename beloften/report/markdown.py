"""The tables of a scan in GitHub's Markdown."""

from collections.abc import Iterator, Sequence

from beloften.codebook.schema import Codebook, Level
from beloften.compare.compared import Compared
from beloften.report.remarks import doubtful_documents, how_known, unread_documents
from beloften.report.tables.compare import compare_sheets, nothing_to_show, warnings
from beloften.report.tables.scan import scan_tables
from beloften.report.tables.sheet import STEPS, Cell, Sheet
from beloften.report.wording import edition_line, word
from beloften.run.result import DocumentResult
from beloften.safe_text import markdown_text
from beloften.tally.by import By


def scan_markdown(
    results: Sequence[DocumentResult],
    codebook: Codebook,
    *,
    by: By = By.GEMEENTE,
    level: Level = Level.BELOFTE,
    lang: str = "nl",
    extra: Sequence[Sheet] = (),
) -> str:
    """Return what a scan found as a Markdown text: what is darkest in the terminal is bold here."""
    sheets = (*scan_tables(results, codebook, by=by, level=level, lang=lang), *extra)
    blocks = ["\n".join(_sheet(sheet, word("note_bold", lang))) for sheet in sheets] or [
        word("nothing", lang)
    ]
    for title, lines in (
        ("unread", unread_documents(results, lang)),
        ("look_at", doubtful_documents(results, lang)),
    ):
        if lines:
            items = "\n".join(f"- {markdown_text(line)}" for line in lines)
            blocks.append(f"## {word(title, lang)} ({len(lines)})\n\n{items}")
    if known := how_known(results, lang):
        blocks.append(known)
    blocks.append(markdown_text(edition_line(codebook.edition, lang)))
    return "\n\n".join(blocks) + "\n"


def compare_markdown(found: Compared, codebook: Codebook, lang: str = "nl") -> str:
    """Return a comparison as a Markdown text, with of which groups little can be said."""
    sheets = compare_sheets(found, codebook, lang)
    blocks = ["\n".join(_sheet(sheet, word("note_bold", lang))) for sheet in sheets]
    blocks = blocks or [nothing_to_show(found.asked.show, lang)]
    if lines := warnings(found, lang):
        blocks.append("\n".join(f"- {markdown_text(line)}" for line in lines))
    blocks.append(markdown_text(edition_line(codebook.edition, lang)))
    return "\n\n".join(blocks) + "\n"


def _sheet(sheet: Sheet, bold: str) -> Iterator[str]:
    separator = " / " if sheet.subhead else " "
    yield f"## {markdown_text(sheet.title)}\n"
    yield _line([*map(markdown_text, sheet.labels), *map(markdown_text, sheet.columns)])
    yield _line(["---"] * len(sheet.labels) + ["---:"] * len(sheet.columns))
    for row in sheet.rows:
        yield _line([*map(_label, row.labels), *(_cell(cell, separator) for cell in row.cells)])
    yield f"\n{markdown_text(sheet.note)}{f' {bold}' if sheet.shading else ''}"


def _label(text: str) -> str:
    indent = len(text) - len(text.lstrip())
    return "&nbsp;" * indent + markdown_text(text.lstrip())


def _cell(cell: Cell, separator: str) -> str:
    text = markdown_text(separator.join(cell.text.split()))
    return f"**{text}**" if cell.shade == STEPS else text


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
