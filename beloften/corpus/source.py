"""A document of the corpus before it is read: where it is, whose it is, how it is cited."""

from dataclasses import dataclass
from pathlib import Path

UNKNOWN = "onbekend"
"""What the gemeente, or the year, of a document is called that is not known; in tables it comes last."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the corpus.

    Attributes:
        path: where the file is; for one behind a URL see `beloften.corpus.location`.
        name: the path as results show it: relative to the folder that the user named, with forward slashes.
        gemeente: official name, or what the manifest says where it declares its own; "" when unknown.
        gemeente_code: CBS code such as "GM0080"; "" when unknown or not a gemeente of the list.
        gemeente_from: "option", "manifest", "guess" or "" (unknown).
        jaar: year of the document, None when unknown.
        jaar_from: "option", "manifest", "guess" or "" (unknown).
        titel: title; "" when unknown.
        soort: kind of document, such as "beleidsnota"; "" when unknown.
        citation: gemeente and year as a citation names them, with a letter where several documents share
            both: "Amsterdam 2013b"; unique within a corpus.
        kenmerken: what else its manifest says of it, as pairs of name and value: ("grootte", "klein").
    """

    path: Path
    name: str
    gemeente: str
    gemeente_code: str
    gemeente_from: str
    jaar: int | None
    jaar_from: str
    titel: str
    soort: str
    citation: str
    kenmerken: tuple[tuple[str, str], ...] = ()

    @property
    def is_guess(self) -> bool:
        """Whether the gemeente or the year was a guess that nobody has looked at yet."""
        return "guess" in {self.gemeente_from, self.jaar_from}
