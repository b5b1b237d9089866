"""An open PDF and its pages, which stay open as long as memory allows, so that nothing is parsed twice."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium

from beloften.errors import UnreadableError

MOST_OPEN = 250
"""Pages that stay open; each takes about half a megabyte."""

MOST_PAGES = 20_000
"""A file with more pages says so to do harm."""


class OpenPdf:
    """A PDF with its text pages; close it when done."""

    def __init__(self, data: bytes) -> None:
        """Open the PDF.

        Raises:
            UnreadableError: it is encrypted, or damaged beyond reading.
        """
        self.data = data
        self.document = _opened(data)
        self._has_fields = pdfium.FPDF_GetFormType(self.document) != pdfium.FORMTYPE_NONE
        self._open: dict[int, tuple[pdfium.FPDF_PAGE, pdfium.FPDF_TEXTPAGE]] = {}

    @property
    def attachments(self) -> int:
        """The number of files that are attached to it."""
        return int(pdfium.FPDFDoc_GetAttachmentCount(self.document))

    def __len__(self) -> int:
        """Return the number of pages."""
        return len(self.document)

    @contextmanager
    def page(self, index: int) -> Iterator[tuple[pdfium.FPDF_PAGE, pdfium.FPDF_TEXTPAGE]]:
        """Give a page and its text page; both are null where PDFium cannot load them."""
        if index in self._open:
            yield self._open[index]
            return
        page = pdfium.FPDF_LoadPage(self.document, index)
        if page and self._has_fields and pdfium.FPDFPage_GetAnnotCount(page):
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)  # what is filled in becomes text
            pdfium.FPDF_ClosePage(page)
            page = pdfium.FPDF_LoadPage(self.document, index)
        handles = (page, pdfium.FPDFText_LoadPage(page) if page else None)
        if len(self._open) < MOST_OPEN:
            self._open[index] = handles
            yield handles
            return
        try:
            yield handles
        finally:
            _close(*handles)

    def close(self) -> None:
        """Close all pages and the file."""
        for handles in self._open.values():
            _close(*handles)
        self._open.clear()
        self.document.close()


def _close(page: pdfium.FPDF_PAGE, textpage: pdfium.FPDF_TEXTPAGE) -> None:
    if textpage:
        pdfium.FPDFText_ClosePage(textpage)
    if page:
        pdfium.FPDF_ClosePage(page)


def _opened(data: bytes) -> pypdfium.PdfDocument:
    try:
        document = pypdfium.PdfDocument(data)
    except pypdfium.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            problem, step = "The PDF is encrypted.", "Save a copy without a password."
            raise UnreadableError("encrypted", problem, step) from error
        raise damaged("The PDF is damaged.") from error
    if len(document) > MOST_PAGES:
        problem = f"The PDF says that it has {len(document)} pages."
        document.close()
        raise UnreadableError("damaged", problem, "Split it, if that is true.")
    return document


def damaged(problem: str) -> UnreadableError:
    """The error for a PDF that is damaged beyond reading."""
    return UnreadableError("damaged", problem, "Open it in a PDF reader and save it anew.")
