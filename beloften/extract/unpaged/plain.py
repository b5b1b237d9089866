"""Plain text: paragraphs between blank lines, no pages."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from beloften.errors import UnreadableError
from beloften.extract.document import Document, Kind
from beloften.extract.layout.hyphens import meaning
from beloften.extract.unpaged.outline import Block, document_of

LIST_ITEM = re.compile(r"\s*(?:[-*+•–]|\d{1,3}[.)]|[a-z][.)])\s+\S")
"""How an item of a list begins."""

_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def read_plain(data: bytes) -> Document:
    """Read a text file.

    Args:
        data: the file; UTF-8, UTF-16 with a byte order mark, or else Windows-1252.

    Raises:
        UnreadableError: the bytes are no text.
    """
    return document_of("txt", _blocks(decoded(data)), "beloften")


def decoded(data: bytes) -> str:
    """Turn the bytes of a text file into text with plain line ends.

    Raises:
        UnreadableError: they are no text.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", "replace")
    elif b"\0" in data:
        problem = "This is no text file: it holds zero bytes."
        raise UnreadableError("damaged", problem, "Save it as plain text in UTF-8.")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")


def stretches(text: str) -> Iterator[list[str]]:
    """Yield the lines between blank lines."""
    for stretch in _BLANK_LINE.split(text):
        if lines := [line for line in stretch.split("\n") if line.strip()]:
            yield lines


def on_one_line(lines: Iterable[str], words: Collection[str]) -> str:
    """Join lines with single spaces, and words that were cut in two at their ends.

    Args:
        lines: of one paragraph.
        words: those of the document, in lower case.
    """
    parts: list[str] = []
    for above, line in pairwise([*(" ".join(line.split()) for line in lines), ""]):
        if line and above.endswith("-") and above[-2:-1].isalpha():
            parts += above[:-1], meaning(above, line, words)
        else:
            parts += above, " "
    return "".join(parts).strip()


def _blocks(text: str) -> Iterator[Block]:
    words = frozenset(text.lower().split())
    for stretch in stretches(text):
        kind, lines = Kind.BODY, list[str]()
        for line in stretch:
            if LIST_ITEM.match(line):
                if lines:
                    yield Block(kind, on_one_line(lines, words))
                kind, lines = Kind.LIST_ITEM, []
            lines.append(line)
        yield Block(kind, on_one_line(lines, words))
