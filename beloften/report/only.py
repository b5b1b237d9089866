"""What `--only` can name a document by: its gemeente, how it is cited, its file, or its year."""

import difflib
from collections.abc import Collection, Iterable, Sequence
from pathlib import PurePosixPath

from beloften.corpus.source import UNKNOWN
from beloften.errors import UsageError

_LISTED = 5


def names_of(gemeente: str, citation: str, file: str, jaar: int | None) -> frozenset[str]:
    """Return all names of a document; that of its file counts with and without its suffix."""
    names = {gemeente or UNKNOWN, citation, file, str(PurePosixPath(file).with_suffix("")), str(jaar or "")}
    return frozenset(names - {""})


def require_names(asked: Sequence[str], documents: Iterable[Collection[str]]) -> None:
    """Refuse a name that no document bears, and tell which names resemble it.

    Args:
        asked: names that were given.
        documents: of each document all its names.

    Raises:
        UsageError: a name is that of none.
    """
    known = sorted({name for names in documents for name in names})
    for name in asked:
        if name not in known:
            close = [one for one in known if name.casefold() in one.casefold()]
            close = close or difflib.get_close_matches(name, known)
            where = "Names stand in documenten.csv of a run: a gemeente, a citation, a file or a year."
            hint = f"These are like it: {', '.join(close[:_LISTED])}." if close else where
            raise UsageError(f"No document is of {name!r} or bears that name.", hint)
