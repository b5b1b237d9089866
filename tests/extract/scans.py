"""Makes scans: PDFs of which pages are the images of pages."""

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pypdfium2 as pypdfium

from beloften.errors import UsageError
from beloften.extract.ocr import require_ocr

NOTA = Path(__file__).parents[2] / "corpora" / "voorbeeld" / "vlierwaard-2015.pdf"
_DPI = 130  # enough for letters of ten points, and quick


def missing_for_ocr() -> str:
    """Say what OCR lacks on this machine, "" when it can be done."""
    try:
        require_ocr()
    except UsageError as error:
        return str(error)
    return ""


@cache
def nota(pages: Sequence[int], scanned: Sequence[int]) -> bytes:
    """Take pages of a nota of the sample corpus, some of them as images.

    Args:
        pages: 0-based indices of the pages to take.
        scanned: 0-based indices of those among them that become images.
    """
    source, target = pypdfium.PdfDocument(NOTA), pypdfium.PdfDocument.new()
    for index in pages:
        page = source[index]
        if index in scanned:
            picture = io.BytesIO()
            page.render(scale=_DPI / 72).to_pil().convert("L").save(picture, "pdf", resolution=_DPI)
            target.import_pages(pypdfium.PdfDocument(picture.getvalue()))
        else:
            target.import_pages(source, [index])
    buffer = io.BytesIO()
    target.save(buffer)
    return buffer.getvalue()
