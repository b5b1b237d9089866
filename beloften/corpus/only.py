"""What `--only` can name a document by: its gemeente, how it is cited, its file, or its year."""

import difflib
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import PurePosixPath
from typing import TypeVar

from beloften.corpus.gemeenten import official_name
from beloften.corpus.source import UNKNOWN, Source
from beloften.errors import UsageError

_LISTED = 5

_Document = TypeVar("_Document")


def names_of(gemeente: str, citation: str, file: str, jaar: int | None) -> frozenset[str]:
    """Return all names of a document; that of its file counts with and without its suffix."""
    names = {gemeente or UNKNOWN, citation, file, str(PurePosixPath(file).with_suffix("")), str(jaar or "")}
    return frozenset(names - {""})


def names_of_source(source: Source) -> frozenset[str]:
    """Return all names of a document of a corpus."""
    return names_of(source.gemeente, source.citation, source.name, source.jaar)


def chosen(
    documents: Sequence[_Document], asked: Sequence[str], names: Callable[[_Document], Collection[str]]
) -> tuple[_Document, ...]:
    """Return the documents that bear one of the names that were asked for; all of them when there are none.

    A gemeente may be named as in a manifest: "Den Haag" for 's-Gravenhage.

    Args:
        documents: to choose from.
        asked: names that were given.
        names: all names of a document.

    Raises:
        UsageError: a name is that of none; tells which names resemble it.
    """
    if not asked:
        return tuple(documents)
    meant = _known_names(asked, map(names, documents))
    return tuple(document for document in documents if not meant.isdisjoint(names(document)))


def _known_names(asked: Sequence[str], documents: Iterable[Collection[str]]) -> set[str]:
    """The names as documents bear them."""
    known = sorted({name for names in documents for name in names})
    meant = set()
    for name in asked:
        official = name if name in known else official_name(name)
        if official not in known:
            close = [one for one in known if name.casefold() in one.casefold()]
            close = close or difflib.get_close_matches(name, known)
            where = f"Name a gemeente, a citation, a file or a year, such as {', '.join(known[:_LISTED])}."
            hint = f"These are like it: {', '.join(close[:_LISTED])}." if close else where
            raise UsageError(f"No document is of {name!r} or bears that name.", hint)
        meant.add(official)
    return meant
