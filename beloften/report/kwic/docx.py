"""Concordances as a table for Word."""

import io
from collections.abc import Iterable
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from beloften.report.kwic.lines import CONTEXT, KwicLine, trimmed
from beloften.safe_text import visible
from beloften.timeless import timeless

_HEADS = {
    "nl": ("ervoor", "", "erna", "niveau of houding", "bron"),
    "en": ("before", "", "after", "level or stance", "source"),
}
_WIDTHS = (8.0, 4.0, 8.0, 2.2, 4.5)  # centimetres; with the margins an A4 that lies
_PAGE = (29.7, 21.0)
_MARGIN = 1.5
_SIZE = 8


def kwic_docx(lines: Iterable[KwicLine], code: str, rules: str, lang: str = "nl") -> bytes:
    """Return a Word document with a row per line, the keys under each other and the code above them.

    The row of heads is repeated on each page.

    Args:
        lines: of the concordance.
        code: that the words carry.
        rules: a line that says which rules found them, to stand below the table.
        lang: "nl" or "en", of the heads.
    """
    rows = [trimmed(line, CONTEXT) for line in lines]
    document = Document()
    _lie_down(document)
    table = document.add_table(rows=len(rows) + 1, cols=len(_WIDTHS))
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
    before, _, *behind = _HEADS[lang]
    for row, line in zip(table.rows, [KwicLine(before, code, *behind), *rows], strict=True):
        _fill(row, line)
    _quiet_lines(table)
    _make_head(table.rows[0])
    document.add_paragraph(_shown(rules))
    stream = io.BytesIO()
    document.save(stream)
    return timeless(stream.getvalue())


def _lie_down(document: Any) -> None:  # noqa: ANN401 - python-docx names its class in no public module
    """Turn the page, and let many lines fit on it."""
    (section,) = document.sections
    section.orientation = WD_ORIENTATION.LANDSCAPE
    section.page_width, section.page_height = map(Cm, _PAGE)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN)
    style = document.styles["Normal"]
    style.font.size = Pt(_SIZE)
    style.paragraph_format.space_after = Pt(0)


def _quiet_lines(table: Any) -> None:  # noqa: ANN401 - as above
    """Draw thin lines between rows, darker ones around, and none upright, as tables in papers have."""
    borders = OxmlElement("w:tblBorders")
    for side, eighths, colour in (("top", 8, "404040"), ("bottom", 8, "404040"), ("insideH", 4, "C8C8C8")):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", str(eighths)), ("space", "0"), ("color", colour)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties = table._tbl.tblPr  # noqa: SLF001 - the library has styles only, of which none is this one
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def _make_head(row: Any) -> None:  # noqa: ANN401 - as above
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - as above
    for cell in row.cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True


def _fill(row: Any, line: KwicLine) -> None:  # noqa: ANN401 - as above
    left, key, *rest = row.cells
    for cell, width in zip(row.cells, _WIDTHS, strict=True):
        cell.width = Cm(width)  # LibreOffice goes by the columns, Word by the cells
    left.text = _shown(line.left)
    left.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    key.paragraphs[0].add_run(_shown(line.key)).bold = True
    key.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    for cell, text in zip(rest, (line.right, line.degree, line.citation), strict=True):
        cell.text = _shown(text)


def _shown(text: str) -> str:
    return visible(text).strip()
