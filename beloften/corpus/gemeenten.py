"""The gemeenten of the Netherlands since 2000, found by the names that people write.

The list is `gemeenten.csv`: the codes, names and dates of Statistics Netherlands (CBS), for the gemeenten
that exist and those that were dissolved since the end of 1999. A policy document keeps the gemeente that
wrote it, also when that gemeente has since become part of another.
"""

import csv
import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from types import MappingProxyType

from beloften.errors import CorpusError

# Names in use beside the official ones, by code. Spellings that follow a rule are made in `_spellings`.
_OTHER_NAMES = MappingProxyType(
    {
        "GM0051": ("Scharsterland",),
        "GM0055": ("Boornsterhem",),
        "GM0058": ("Dongeradiel",),
        "GM0063": ("It Bilt",),
        "GM0070": ("Frjentsjerteradiel",),
        "GM0074": ("It Hearrenfean",),
        "GM0080": ("Ljouwert",),
        "GM0081": ("Ljouwerteradiel",),
        "GM0090": ("Smellingerlân",),
        "GM0140": ("Littenseradeel",),
        "GM0518": ("Den Haag", "The Hague"),
        "GM0653": ("Gaasterland-Sloten",),
        "GM0683": ("Wymbritseradeel",),
        "GM0710": ("Wonseradeel",),
        "GM0737": ("Tietjerksteradeel",),
        "GM0796": ("Den Bosch",),
        "GM0820": ("Nuenen", "Nuenen c.a."),
        "GM1722": ("Ferwerderadeel",),
        "GM1900": ("Zuidwest-Friesland",),
        "GM1970": ("Noordoost-Friesland",),
    }
)
WORD = re.compile(r"[^\W_]+")
_PREFIX = re.compile(r"\s*(?:gemeente|gem\.|municipality of)\s+", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)$")


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A gemeente that exists or existed.

    Attributes:
        code: CBS code, such as "GM0080".
        naam: official name, such as "'s-Gravenhage"; with the province where two share a name: "Bergen (NH)".
        cbs_naam: name in the tables of CBS, which add the province more often: "Hengelo (O.)".
        provincie: name of the province.
        ontstaan: first day, None for a gemeente older than 2000.
        opgeheven: last day, None for a gemeente that exists.
        opvolgers: codes of the gemeenten that its territory went to.
        voorgangers: codes of the gemeenten since 2000 that it was formed from or took up.
    """

    code: str
    naam: str
    cbs_naam: str
    provincie: str
    ontstaan: date | None
    opgeheven: date | None
    opvolgers: tuple[str, ...]
    voorgangers: tuple[str, ...]


@cache
def gemeenten() -> Mapping[str, Gemeente]:
    """All gemeenten of the list, by code."""
    text = resources.files(__package__).joinpath("gemeenten.csv").read_text("utf-8")
    return MappingProxyType({row["code"]: _gemeente(row) for row in csv.DictReader(text.splitlines())})


def _gemeente(row: dict[str, str]) -> Gemeente:
    return Gemeente(
        code=row["code"],
        naam=row["naam"],
        cbs_naam=row["cbs_naam"],
        provincie=row["provincie"],
        ontstaan=date.fromisoformat(row["begindatum"]) if row["begindatum"] else None,
        opgeheven=date.fromisoformat(row["einddatum"]) if row["einddatum"] else None,
        opvolgers=tuple(filter(None, row["opvolgers"].split("|"))),
        voorgangers=tuple(filter(None, row["voorgangers"].split("|"))),
    )


def fold(text: str) -> str:
    """The text without case and diacritics."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in folded if not unicodedata.combining(char))


def words_of(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, folded: "'s-Gravenhage (ZH.)" gives ("s", "gravenhage", "zh")."""
    return tuple(WORD.findall(fold(text)))


@cache
def spellings() -> Mapping[tuple[str, ...], tuple[Gemeente, ...]]:
    """The gemeenten that each spelling may stand for, by the words of the spelling; mostly one."""
    official: dict[tuple[str, ...], tuple[Gemeente, ...]] = {}
    other: dict[tuple[str, ...], tuple[Gemeente, ...]] = {}
    for gemeente in gemeenten().values():
        for name in (gemeente.naam, gemeente.cbs_naam):
            official[words_of(name)] = (gemeente,)
        for name in _other_names(gemeente):
            words = words_of(name)
            other[words] = (*other.get(words, ()), gemeente)
    return MappingProxyType(other | official)


def _other_names(gemeente: Gemeente) -> Iterator[str]:
    """Spellings beside the official ones; one that is official for another gemeente stays with that one."""
    yield from _OTHER_NAMES.get(gemeente.code, ())
    bare = _IN_BRACKETS.sub("", gemeente.cbs_naam)
    if bare != gemeente.cbs_naam:
        yield f"{bare} ({gemeente.provincie})"
    if bare != gemeente.naam:
        yield bare
    if re.search(r" aan den? ", bare):
        yield re.sub(r" aan den? ", " a/d ", bare)
    if bare.startswith("Sint"):
        yield bare.replace("Sint", "St.", 1)


@cache
def by_key() -> Mapping[str, tuple[Gemeente, ...]]:
    """As `spellings`, by the words written as one: "Sittard-Geleen" and "sittard geleen" are the same."""
    return MappingProxyType({"".join(words): found for words, found in spellings().items()})


def key_of(name: str) -> str:
    """What all spellings of a name have in common: its folded words as one, without a leading "gemeente"."""
    return "".join(words_of(_PREFIX.sub("", name, count=1)))


def find_gemeente(name: str) -> Gemeente | None:
    """The gemeente with this name or CBS code, also when it no longer exists.

    Case, diacritics, hyphens, spaces, apostrophes, the addition of the province and a leading "gemeente"
    make no difference; common names such as "Den Haag" are known.

    Returns:
        The gemeente, or None when the list has none of this name.

    Raises:
        CorpusError: the name belongs to more than one gemeente, as "Bergen" does.
    """
    found = by_key().get(key_of(name), ())
    if len(found) > 1:
        candidates = " or ".join(f"{each.naam} ({each.code}, {each.provincie})" for each in found)
        problem = f"The name '{name}' belongs to more than one gemeente."
        raise CorpusError(problem, f"Write {candidates}.")
    return found[0] if found else gemeenten().get(name.strip().upper())


def official_name(name: str) -> str:
    """The name that the list has for a gemeente, or `name` itself where it has none, or several, of it."""
    try:
        found = find_gemeente(name)
    except CorpusError:
        return name
    return found.naam if found else name


def suggest(name: str) -> list[str]:
    """Official names that look like `name`, the closest first; at most three."""
    close = difflib.get_close_matches(key_of(name), sorted(by_key()), n=6, cutoff=0.8)
    names = dict.fromkeys(gemeente.naam for key in close for gemeente in by_key()[key])
    return list(names)[:3]


def describe_unknown(name: str) -> str:
    """What to tell a user whose name is in no list: the name, and what may have been meant."""
    close = suggest(name)
    hint = f": did you mean {' or '.join(close)}?" if close else "."
    return f"Unknown gemeente '{name}'{hint}"


def require_gemeente(name: str) -> Gemeente:
    """As `find_gemeente`, for a name that must be in the list.

    Raises:
        CorpusError: no gemeente, or more than one, has this name.
    """
    if found := find_gemeente(name):
        return found
    next_step = "Names and CBS codes are in the official list; a manifest may declare its own."
    raise CorpusError(describe_unknown(name), next_step)
