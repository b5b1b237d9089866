"""What is proposed for the manifest of a folder: gemeente, year, title and kind of each document.

The names of files and folders go first, as in a scan; then the first page. What is not sure enough to count
by, such as the year of a date, is a hint for the person who fills the manifest in.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from beloften.corpus.first_page import FirstPage, date_on, gemeente_on, title_on
from beloften.corpus.guess import guess_soort
from beloften.corpus.source import Source

_YEARS_APART = 1  # a nota for 2015 is often dated in the year before


class Origin(StrEnum):
    """Where a value comes from."""

    NAMES = "names"
    FIRST_PAGE = "first page"


@dataclass(frozen=True, slots=True)
class Value:
    """A value that is proposed.

    Attributes:
        text: the value.
        origin: where it comes from.
        quotation: the words that say it; "" where the names of file and folders do.
    """

    text: str
    origin: Origin
    quotation: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for one document; None is unknown.

    Attributes:
        bestand: its path below the manifest, with forward slashes.
        gemeente: official name.
        gemeente_hint: another gemeente, which the first page names.
        jaar: year.
        jaar_hint: year of a date on the first page, where the names have none or one that is far from it.
        titel: title.
        soort: kind of document.
    """

    bestand: str
    gemeente: Value | None = None
    gemeente_hint: Value | None = None
    jaar: Value | None = None
    jaar_hint: Value | None = None
    titel: Value | None = None
    soort: Value | None = None

    @property
    def guessed(self) -> tuple[str, ...]:
        """What of it a person is to look at before it counts as known."""
        return tuple(name for name in ("gemeente", "jaar") if getattr(self, name))


def propose(source: Source, page: FirstPage | None) -> Proposal:
    """Propose what a manifest says of a document.

    Args:
        source: the document, with what its names tell of it.
        page: its first page; None when that cannot be read.
    """
    gemeente = Value(source.gemeente, Origin.NAMES) if source.gemeente else None
    jaar = Value(str(source.jaar), Origin.NAMES) if source.jaar else None
    soort = guess_soort(PurePosixPath(source.name).name)
    found = gemeente_on(page, source.jaar) if page else None
    on_page = Value(found[0].naam, Origin.FIRST_PAGE, found[1]) if found else None
    date = date_on(page) if page else None
    is_other = date and (source.jaar is None or abs(date[0] - source.jaar) > _YEARS_APART)
    titel = title_on(page) if page else ""
    return Proposal(
        bestand=source.name,
        gemeente=gemeente or on_page,
        gemeente_hint=on_page if gemeente and on_page and gemeente.text != on_page.text else None,
        jaar=jaar,
        jaar_hint=Value(str(date[0]), Origin.FIRST_PAGE, date[1]) if date and is_other else None,
        titel=Value(titel, Origin.FIRST_PAGE) if titel else None,
        soort=Value(soort, Origin.NAMES) if soort else None,
    )
