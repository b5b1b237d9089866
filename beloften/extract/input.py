"""A document from a path or from standard input."""

import sys
from pathlib import Path

from beloften.errors import UsageError
from beloften.extract.document import Document
from beloften.extract.read import read_document

STDIN = Path("-")


def read_input(path: Path) -> Document:
    """Read a document from a file, or a text from standard input when the path is `-`.

    Raises:
        UsageError: when there is no such file.
        UnreadableError: when it cannot be read, with the reason.
    """
    return read_document(*bytes_of(path))


def bytes_of(path: Path) -> tuple[bytes, str]:
    """Return the bytes of a file and its name; those of standard input when the path is `-`."""
    if path == STDIN:
        return sys.stdin.buffer.read(), "stdin.txt"
    try:
        return path.read_bytes(), path.name
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror}.", "Give the path of a document."
        ) from error
