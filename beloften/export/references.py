"""The documents of a run as references."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from beloften.run.result import READ
from beloften.rundir.read import Run
from beloften.rundir.rows import DocumentRow

_NO_KEY = re.compile("[^a-z0-9]+")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Reference:
    """A document as a reference.

    Attributes:
        key: of letters and digits, unique in the run: leeuwarden2014a.
        citation: as citations have it: Leeuwarden 2014a.
        gemeente: its author; "" when not known.
        jaar: its year; None when not known.
        titel: its title; where the manifest has none, the name of the file.
        soort: the kind of document; "" when not known.
    """

    key: str
    citation: str
    gemeente: str
    jaar: int | None
    titel: str
    soort: str


def references(run: Run) -> Iterator[Reference]:
    """Yield a reference for each document that was read, by name."""
    read = sorted((row for row in run.documenten if row.status in READ), key=lambda row: row.document)
    keys = _keys(read)
    for row in read:
        yield Reference(
            key=keys[row.document],
            citation=row.citation,
            gemeente=row.gemeente,
            jaar=row.jaar,
            titel=row.titel or PurePosixPath(row.document).stem,
            soort=row.soort,
        )


def _keys(rows: list[DocumentRow]) -> Mapping[str, str]:
    """By document its citation in small letters and digits, with a number where that is another's, too."""
    taken: set[str] = set()
    keys = {}
    for row in rows:
        plain = unicodedata.normalize("NFKD", row.citation.casefold()).encode("ascii", "ignore").decode()
        base = key = _NO_KEY.sub("", plain)[:_LONGEST] or "document"
        number = 1
        while key in taken:
            number += 1
            key = f"{base}-{number}"
        taken.add(key)
        keys[row.document] = key
    return keys
