"""A document on standard input."""

import sys
from pathlib import Path

from beloften.corpus.gemeenten import require_gemeente
from beloften.corpus.source import Source
from beloften.corpus.years import check_year

STDIN = Path("-")
"""The path that stands for standard input."""

NAME = "stdin.txt"
"""What results call it; it is taken for text unless its bytes say otherwise."""


def read_stdin() -> bytes:
    """Return all bytes of standard input."""
    return sys.stdin.buffer.read()


def source_of_stdin(gemeente: str | None = None, jaar: int | None = None) -> Source:
    """Return the source of a text on standard input, of which nothing is known but what the user says.

    Raises:
        CorpusError: when the gemeente is unknown or the year is none.
    """
    known = require_gemeente(gemeente) if gemeente else None
    check_year(jaar)
    return Source(
        path=STDIN,
        name=NAME,
        gemeente=known.naam if known else "",
        gemeente_code=known.code if known else "",
        gemeente_from="option" if known else "",
        jaar=jaar,
        jaar_from="option" if jaar else "",
        titel="",
        soort="",
        citation="stdin",
    )
