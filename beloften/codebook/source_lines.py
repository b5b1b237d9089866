"""What stands in a rule file around a rule: its comments say what patterns have in common."""

import re
from functools import cache
from pathlib import Path

from beloften.codebook.schema import Place


def line_at(place: Place) -> str:
    """Return the line of a place; "" where the file is not there, or has changed since."""
    lines = _lines(place.file)
    return lines[place.line - 1] if place.line <= len(lines) else ""


def comment_above(place: Place) -> str:
    """Return the comment that stands directly above a place, its lines joined; "" for none."""
    comment: list[str] = []
    for line in reversed(_lines(place.file)[: place.line - 1]):
        if not line.lstrip().startswith("#"):
            break
        comment.insert(0, line.strip().lstrip("#").strip())
    return " ".join(comment)


def comment_behind(place: Place) -> str:
    """Return the comment at the end of the line of a place; "" for none.

    A `#` between quotes would be taken for one; no pattern has a use for it.
    """
    match = re.search(r"\s#\s+(\S.*?)\s*$", line_at(place)[place.column - 1 :])
    return match[1] if match else ""


@cache
def _lines(file: str) -> list[str]:
    try:
        return Path(file).read_text("utf-8-sig").split("\n")
    except OSError:
        return []
