"""Citation keys: "Amsterdam 2013", with a letter where several documents share gemeente and year."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count, product
from pathlib import PurePosixPath
from string import ascii_lowercase

from beloften.corpus.source import Source


def with_citations(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Give each source a citation key that no other has; a key that a source has already is kept.

    Letters go by name, so that the same documents get the same keys in whatever order they are found. A
    document without year is "Amsterdam z.j." (zonder jaar); one without gemeente goes by title or file name.

    Args:
        sources: with unique names, and with unique keys where they have one.

    Returns:
        The sources in order of name.
    """
    ordered = sorted(sources, key=lambda source: source.name)
    taken = {source.citation for source in ordered if source.citation}
    sharing: defaultdict[str, list[Source]] = defaultdict(list)
    for source in ordered:
        sharing[_base(source)].append(source)
    made: dict[str, str] = {}
    for base, group in sorted(sharing.items()):
        alone = len(group) == 1 and base not in taken
        keys = iter([base]) if alone else _lettered(base)
        for source in group:
            made[source.name] = source.citation or next(key for key in keys if key not in taken)
            taken.add(made[source.name])
    return tuple(replace(source, citation=made[source.name]) for source in ordered)


def _base(source: Source) -> str:
    """The key without letter."""
    jaar = "" if source.jaar is None else str(source.jaar)
    if source.gemeente:
        return f"{source.gemeente} {jaar or 'z.j.'}"
    title = source.titel or PurePosixPath(source.name).stem
    return f"{title} {jaar}" if jaar and jaar not in title else title


def _lettered(base: str) -> Iterator[str]:
    """The key with a, b, … z, aa, ab, …; with a hyphen where it does not end in a year."""
    hyphen = "" if base[-1:].isdecimal() else "-"
    for length in count(1):
        for letters in product(ascii_lowercase, repeat=length):
            yield base + hyphen + "".join(letters)
