"""Names for files that are made from names of documents, which may be anything."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

_LONGEST = 200
"""Bytes; most file systems take 255, and what is added to a name needs some."""

# What Windows takes in no name, what steers a terminal, and what hides or turns the direction of reading.
_FORBIDDEN = re.compile(
    '[<>:"|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff]'
)
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)")


def safe_names(documents: Iterable[str]) -> dict[str, PurePosixPath]:
    """Make a path within a folder for each document, that every system takes and that leads nowhere else.

    Folders and endings are kept. Names that differ in letter case alone are told apart by a number.

    Args:
        documents: their names in a run.

    Returns:
        Paths by name of document: none has another's path, or is absolute, or holds "..".
    """
    taken: set[str] = set()
    made: dict[tuple[str, ...], PurePosixPath] = {}
    names: dict[str, PurePosixPath] = {}
    for document in sorted(set(documents)):
        *folders, last = [part for part in re.split(r"[/\\]", document) if part not in {"", ".", ".."}] or [
            ""
        ]
        path = PurePosixPath()
        for depth, folder in enumerate(folders, 1):
            above = tuple(folders[:depth])
            if above not in made:
                made[above] = _free(path / _safe_part(folder), taken)
            path = made[above]
        names[document] = _free(path / _safe_part(last), taken)
    return names


def _free(path: PurePosixPath, taken: set[str]) -> PurePosixPath:
    """Take a path that nothing has yet, if need be with a number."""
    free, number = path, 1
    while str(free).casefold() in taken:
        number += 1
        free = path.with_stem(f"{path.stem} ({number})")
    taken.add(str(free).casefold())
    return free


def _safe_part(part: str) -> str:
    part = _FORBIDDEN.sub("_", part).rstrip(" .") or "_"
    if _RESERVED.match(part):
        part = f"_{part}"
    path = PurePosixPath(part)
    ending = path.suffix if len(path.suffix) < _LONGEST // 10 else ""
    stem = part.removesuffix(ending) if ending else part
    room = _LONGEST - len(ending.encode())
    return stem.encode()[:room].decode(errors="ignore") + ending
