"""Plain text and Markdown: paragraphs between blank lines, no pages."""

import re
from collections.abc import Iterator

from beloften.errors import UnreadableError
from beloften.extract.document import Document, Kind
from beloften.extract.outline import Block, document_of

_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LIST_ITEM = re.compile(r"\s*(?:[-*+•–]|\d{1,3}[.)]|[a-z][.)])\s+\S")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_UNDERLINE = re.compile(r"(=+|-+)\s*$")
_MARKUP = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1|!?\[([^\]]*)\]\([^)\s]*\)")


def read_plain(data: bytes, suffix: str) -> Document:
    """Read a text file.

    Args:
        data: the file; UTF-8, UTF-16 with a byte order mark, or else Windows-1252.
        suffix: ".md" for Markdown, anything else for plain text.

    Raises:
        UnreadableError: the bytes are no text.
    """
    text = decoded(data)
    markdown = suffix == ".md"
    blocks = (Block(kind, words, level) for kind, level, words in _blocks(text, markdown=markdown))
    return document_of(suffix.lstrip("."), blocks, "beloften")


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


def _blocks(text: str, *, markdown: bool) -> Iterator[tuple[Kind, int, str]]:
    """Yield the paragraphs of a text as (kind, level of a heading, words)."""
    for block in _BLANK_LINE.split(text):
        lines: list[str] = []
        kind = Kind.BODY
        for line in block.split("\n"):
            heading = _HEADING.match(line) if markdown else None
            underlined = (
                _UNDERLINE.match(line) if markdown and len(lines) == 1 and kind is Kind.BODY else None
            )
            if heading or underlined or _LIST_ITEM.match(line):
                if lines and not underlined:
                    yield kind, 0, _one_line(lines, markdown=markdown)
                if heading:
                    yield Kind.HEADING, len(heading[1]), _one_line([heading[2]], markdown=True)
                elif underlined:
                    yield Kind.HEADING, 1 if line.startswith("=") else 2, _one_line(lines, markdown=True)
                kind, lines = (Kind.BODY, []) if heading or underlined else (Kind.LIST_ITEM, [line])
            elif line.strip():
                lines.append(line)
        if lines:
            yield kind, 0, _one_line(lines, markdown=markdown)


def _one_line(lines: list[str], *, markdown: bool) -> str:
    """Join lines with single spaces, without the marks for bold, code and links."""
    text = " ".join(" ".join(lines).split())
    return _MARKUP.sub(lambda match: match[2] or match[3] or "", text) if markdown else text
