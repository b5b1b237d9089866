"""Reading any document: the format is told by the content first, by the name second."""

from pathlib import PurePath

from beloften.errors import UnreadableError
from beloften.extract.document import Document

READABLE_SUFFIXES = frozenset((".pdf", ".txt", ".md"))
_PDF_SIGN = b"%PDF-"
_SIGN_WITHIN = 1024  # PDF readers look for the sign in the first kilobyte


def read_document(data: bytes, name: str) -> Document:
    """Read a document.

    PDFium may not be used by two threads at once: read documents in processes of their own.

    Args:
        data: the bytes of the file.
        name: the name of the file; only its suffix matters.

    Raises:
        UnreadableError: the file is encrypted, damaged, or of a kind that is not read.
    """
    suffix = PurePath(name).suffix.lower()
    if _PDF_SIGN in data[:_SIGN_WITHIN]:
        from beloften.extract.pdf import read_pdf  # noqa: PLC0415 - PDFium loads only when it is needed

        return read_pdf(data)
    if suffix == ".pdf":
        problem = "This is no PDF, whatever its name says." if data else "The file is empty."
        raise UnreadableError("damaged", problem, "Download or export it again.")
    if suffix in (".txt", ".md"):
        from beloften.extract.plain import read_plain  # noqa: PLC0415 - as above

        return read_plain(data, suffix)
    problem = f"Files of the kind {suffix or 'without a suffix'} are not read."
    raise UnreadableError("unsupported", problem, "Save it as PDF or as plain text.")
