"""Reading any document: the format is told by the content first, by the name second."""

import re
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from beloften.errors import UnreadableError
from beloften.extract.document import Box, Document, Paragraph

if TYPE_CHECKING:
    from beloften.extract.pdfium.sheets import OpenPdf

_PDF_SIGN = b"%PDF-"
_SIGN_WITHIN = 1024  # PDF readers look for the sign in the first kilobyte
_ZIP_SIGN = b"PK\x03\x04"
_OLE_SIGN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Word files, and new ones with a password
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML_SIGN = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_WITHIN = 4096
_SUFFIXES = {".pdf": "PDF", ".docx": "DOCX", ".odt": "ODT"}


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document that was read and whose file is still open.

    Attributes:
        document: what was read.
        pdf: the open file, None for formats without pages.
    """

    document: Document
    pdf: "OpenPdf | None" = None

    def boxes(self, spans: Sequence[tuple[Paragraph, int, int]]) -> list[tuple[tuple[int, Box], ...]]:
        """Find where stretches of text stand: for each its boxes, one a line, as (page index, box).

        Args:
            spans: paragraphs with the offsets of the first character and behind the last.
        """
        if self.pdf is None:
            return [()] * len(spans)
        from beloften.extract.pdfium.boxes import boxes_of  # noqa: PLC0415 - PDFium loads only when it is needed

        return boxes_of(self.pdf, spans)


@contextmanager
def open_document(data: bytes, name: str, *, ocr: bool = False) -> Iterator[OpenDocument]:
    """Read a document and keep its file open, so that boxes can be asked of pages that are parsed already.

    PDFium may not be used by two threads at once: read documents in processes of their own.

    Args:
        data: the bytes of the file.
        name: the name of the file; only its suffix matters.
        ocr: recognise the text of pages that are images or garbled; `ocr.require_ocr` tells whether it can.

    Raises:
        UnreadableError: the file is encrypted, damaged, or of a kind that is not read.
    """
    if not is_pdf(data):
        yield OpenDocument(_read_other(data, PurePath(name).suffix.lower()))
        return
    from beloften.extract.ocr import needs_ocr, recognise  # noqa: PLC0415 - PDFium loads when it is needed
    from beloften.extract.pdf import read_pdf  # noqa: PLC0415 - as above
    from beloften.extract.pdfium.sheets import OpenPdf  # noqa: PLC0415 - as above

    with closing(OpenPdf(data)) as pdf:
        document = read_pdf(pdf)
        if not (ocr and needs_ocr(document)):
            yield OpenDocument(document, pdf)
            return
    recognition = recognise(document, data)
    with closing(OpenPdf(recognition.data)) as pdf:
        yield OpenDocument(recognition.marked(read_pdf(pdf)), pdf)


def is_pdf(data: bytes) -> bool:
    """Tell whether a file begins as a PDF does."""
    return _PDF_SIGN in data[:_SIGN_WITHIN]


def read_document(data: bytes, name: str, *, ocr: bool = False) -> Document:
    """Read a document; arguments and errors are those of `open_document`."""
    with open_document(data, name, ocr=ocr) as opened:
        return opened.document


def _read_other(data: bytes, suffix: str) -> Document:
    if data.startswith(_ZIP_SIGN):
        return _read_zip(data)
    if data.startswith(_OLE_SIGN):
        raise _old_or_encrypted(data)
    is_html = bool(_HTML_SIGN.match(data[:_HTML_WITHIN]))
    if suffix in _SUFFIXES:
        raise _no_such(_SUFFIXES[suffix], data, is_html=is_html)
    if is_html or suffix in (".html", ".htm"):
        return _read_html(data)
    if suffix == ".txt":
        from beloften.extract.unpaged.plain import read_plain  # noqa: PLC0415 - as above

        return read_plain(data)
    if suffix == ".md":
        from beloften.extract.unpaged.markdown import read_markdown  # noqa: PLC0415 - as above

        return read_markdown(data)
    problem = f"Files of the kind {suffix or 'without a suffix'} are not read."
    raise UnreadableError("unsupported", problem, "Save it as PDF or as plain text.")


def _read_zip(data: bytes) -> Document:
    """Read what word processors keep in a zip file; its first part tells which of them made it."""
    from beloften.extract.unpaged.docx import read_docx  # noqa: PLC0415 - what a corpus lacks need not load
    from beloften.extract.unpaged.odt import read_odt  # noqa: PLC0415 - as above
    from beloften.extract.unpaged.package import Package  # noqa: PLC0415 - as above

    package = Package(data)
    form = package.start_of("mimetype", 100).strip()
    if form.startswith(b"application/vnd.oasis.opendocument.text"):
        return read_odt(package)
    if not form and package.has("_rels/.rels"):
        return read_docx(package)
    problem = "This is a zip file, and no text document of a word processor."
    raise UnreadableError("unsupported", problem, "Unpack it, or save its content as PDF.")


def _read_html(data: bytes) -> Document:
    from beloften.extract.unpaged.plain import decoded  # noqa: PLC0415 - as above

    try:
        from beloften.extract.unpaged.html import read_html  # noqa: PLC0415 - its library is an extra
    except ModuleNotFoundError as error:
        problem = "Web pages are read with a library that is not installed."
        raise UnreadableError("unsupported", problem, "`beloften doctor` says how to install it.") from error
    return read_html(decoded(data))


def _no_such(form: str, data: bytes, *, is_html: bool) -> UnreadableError:
    """The error for a file whose name promises what it does not hold."""
    if not data:
        return UnreadableError("damaged", "The file is empty.", "Download or export it again.")
    if is_html:
        problem = f"This is no {form} but a web page, perhaps the message that the {form} is not there."
        return UnreadableError(
            "damaged", problem, "Look at it in a browser; rename it to .html to have it read."
        )
    problem = f"This is no {form}, whatever its name says."
    return UnreadableError("damaged", problem, "Download or export it again.")


def _old_or_encrypted(data: bytes) -> UnreadableError:
    if _OLE_ENCRYPTED in data:
        return UnreadableError("encrypted", "The document is encrypted.", "Save a copy without a password.")
    problem = "Files of Word 2003 and older are not read."
    return UnreadableError("unsupported", problem, "Save it as DOCX or as PDF.")
