"""A document from a path or from standard input."""

from pathlib import Path

from beloften.corpus.stdin import NAME, STDIN, read_stdin
from beloften.errors import UnreadableError, UsageError
from beloften.extract.document import Document
from beloften.extract.ocr import require_ocr
from beloften.extract.read import read_document


def read_input(path: Path, *, ocr: bool = False) -> Document:
    """Read a document from a file, or a text from standard input when the path is `-`.

    Args:
        path: of the document.
        ocr: recognise the text of pages that are images or garbled.

    Raises:
        UsageError: when there is no such file, or OCR lacks a program.
        UnreadableError: when it cannot be read, with the reason.
    """
    if ocr:
        require_ocr()
    if path == STDIN:
        return read_document(read_stdin(), NAME)
    try:
        data = path.read_bytes()
    except OSError as error:
        problem = f"{path} cannot be read: {error.strerror}."
        raise UsageError(problem, "Give the path of a document.") from error
    try:
        return read_document(data, path.name, ocr=ocr)
    except UnreadableError as error:
        raise UnreadableError(error.status, f"{path}: {error.problem}", error.next_step) from error
    except MemoryError as error:
        problem = f"{path}: Reading it takes too much memory."
        raise UnreadableError("memory", problem, "Save it anew from a PDF reader, or split it.") from error
