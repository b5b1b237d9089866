"""When one pattern finds all that others find: sufficient conditions, told from the patterns alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import cache
from typing import Generic, TypeVar

from beloften.codebook.patterns import Globs, Item, Sequence

Owner = TypeVar("Owner")


class Finders(Generic[Owner]):
    """Sequences, each with its owner, among which those that find what another finds are looked up."""

    def __init__(self, rows: Iterable[tuple[Sequence, Owner]]) -> None:
        """Sort the sequences by the globs of their first word."""
        self._by_glob: dict[str, list[tuple[Sequence, Owner]]] = defaultdict(list)
        for row, owner in rows:
            first = row[0]
            for glob in () if isinstance(first, int) else first:
                self._by_glob[glob].append((row, owner))
        self._wild = [glob for glob in self._by_glob if "*" in glob]
        self._matching: dict[str, list[str]] = {}

    def of(self, row: Sequence, *, part: bool = False) -> Iterator[Owner]:
        """Yield the owners of sequences that match wherever `row` does.

        Args:
            row: the sequence in question.
            part: whether a match of some of the words of each match of `row` is enough.
        """
        for start in range(len(row) if part else 1):
            first = row[start]
            if isinstance(first, int):
                continue
            for glob in self._globs(min(first)):
                for wide, owner in self._by_glob[glob]:
                    rest = row[start : start + len(wide)] if part else row
                    if covers(wide, rest):
                        yield owner

    def _globs(self, glob: str) -> list[str]:
        """The globs of first words that match all that a glob matches."""
        if glob not in self._matching:
            same = [glob] if glob in self._by_glob else []
            self._matching[glob] = same + [
                wide for wide in self._wild if wide != glob and fnmatchcase(glob, wide)
            ]
        return self._matching[glob]


def covers(wide: Sequence, narrow: Sequence) -> bool:
    """Whether every match of `narrow` is one of `wide`."""
    return len(wide) == len(narrow) and all(
        _item_covers(one, other) for one, other in zip(wide, narrow, strict=True)
    )


def _item_covers(wide: Item, narrow: Item) -> bool:
    if isinstance(wide, int) or isinstance(narrow, int):
        return isinstance(wide, int) and isinstance(narrow, int) and wide >= narrow
    return _globs_cover(wide, narrow)


@cache
def _globs_cover(wide: Globs, narrow: Globs) -> bool:
    # a glob read as a text matches every wider glob: maatwerk* is found by maat*
    return all(
        glob in wide or any("*" in other and fnmatchcase(glob, other) for other in wide) for glob in narrow
    )
