"""Concordances as a table for Word."""

import io
from collections.abc import Iterable
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from beloften.codings.sheet import timeless
from beloften.report.kwic import KwicLine, trimmed
from beloften.report.kwic_files import CONTEXT
from beloften.report.safe_text import visible

_WIDTHS = (8.0, 4.0, 8.0, 2.2, 4.5)  # centimetres; with the margins an A4 that lies
_PAGE = (29.7, 21.0)
_MARGIN = 1.5
_SIZE = 8


def kwic_docx(lines: Iterable[KwicLine], code: str) -> bytes:
    """Return a Word document with a row per line, the keys under each other and the code above them."""
    rows = [trimmed(line, CONTEXT) for line in lines]
    document = Document()
    _lie_down(document)
    table = document.add_table(rows=len(rows) + 1, cols=len(_WIDTHS))
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
    head = KwicLine("", code, "", "", "")
    for row, line in zip(table.rows, [head, *rows], strict=True):
        _fill(row, line)
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
