"""Markdown with tables, footnotes and struck-out text as GitHub and Pandoc have them; no pages."""

import re
from collections.abc import Iterator

from beloften.extract.characters import UNSEEN_IN_WORDS
from beloften.extract.document import Document, Kind
from beloften.extract.unpaged.outline import BETWEEN_CELLS, Block, document_of
from beloften.extract.unpaged.plain import LIST_ITEM, decoded, on_one_line, stretches

_FRONT_MATTER = re.compile(r"---\n(?:[\w-]+:.*\n|[ \t-].*\n)+(?:---|\.\.\.)[ \t]*(?:\n|$)")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_UNDERLINE = re.compile(r"(=+|-+)\s*$")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:")
_RULER = frozenset("|-: \t")
_CELL_END = re.compile(r"(?<!\\)\|")
_MARKUP = re.compile(
    r"(?:\*\*(?=\S)((?:[^*]|\*(?!\*))+)(?<=\S)\*\*|__(?=\S)((?:[^_]|_(?!_))+)(?<=\S)__|`([^`]+)`"
    r"|!?\[([^\][]*)\]\([^)\s]*\))"
)
_CURSIVE = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+)(?<=\S)\*(?!\w)|(?<!\w)_(?=[^\s_])([^_]+)(?<=\S)_(?!\w)")
_QUOTED = re.compile(r"^ {0,3}(?:> ?)+", re.MULTILINE)
_DEEPEST = 3  # bold within cursive within a link
_CITED_NOTE = re.compile(r"\[\^[^\][\s]+\]")
_STRUCK = re.compile(r"~~(?=[^\s~])([^~]+)(?<=\S)~~")


def read_markdown(data: bytes) -> Document:
    """Read a Markdown file; its comments and the data above its text are not read.

    Args:
        data: the file, encoded as a text file can be.

    Raises:
        UnreadableError: the bytes are no text.
    """
    text = decoded(data)
    if front := _FRONT_MATTER.match(text):
        text = text[front.end() :]
    text = _QUOTED.sub("", _without_comments(text)).translate(UNSEEN_IN_WORDS)
    whole = (block for raw in _blocks(text) for block in _parted(raw))
    return document_of("md", whole, "beloften")


def _without_comments(text: str) -> str:
    first, *rest = text.split("<!--")
    return first + "".join(part.partition("-->")[2] if "-->" in part else f"<!--{part}" for part in rest)


def _blocks(text: str) -> Iterator[Block]:
    """Yield the paragraphs, with the marks in their text."""
    words = frozenset(text.lower().split())
    for stretch in stretches(text):
        if _is_table(stretch):
            yield from (_row(line) for line in (stretch[0], *stretch[2:]))
            continue
        lines: list[str] = []
        kind = Kind.BODY
        for line in stretch:
            if lines and kind is Kind.BODY and len(lines) == 1 and _UNDERLINE.match(line):
                yield Block(Kind.HEADING, on_one_line(lines, words), 1 if line.startswith("=") else 2)
                lines = []
                continue
            begins = _begins(line)
            if begins and lines:
                yield Block(kind, on_one_line(lines, words))
            if begins is None:
                lines.append(line)
            elif begins.kind is Kind.HEADING:
                yield begins
                kind, lines = Kind.BODY, []
            else:
                kind, lines = begins.kind, [begins.text]
        if lines:
            yield Block(kind, on_one_line(lines, words))


def _begins(line: str) -> Block | None:
    """Return what a line begins, or None when it goes on."""
    if heading := _HEADING.match(line):
        return Block(Kind.HEADING, heading[2], len(heading[1]))
    if note := _NOTE.match(line):
        return Block(Kind.FOOTNOTE, line[note.end() :])
    return Block(Kind.LIST_ITEM, line) if LIST_ITEM.match(line) else None


def _is_table(lines: list[str]) -> bool:
    return (
        len(lines) > 1
        and all(line.lstrip().startswith("|") for line in lines)
        and "-" in lines[1]
        and _RULER.issuperset(lines[1])
    )


def _row(line: str) -> Block:
    cells = (cell.strip().replace("\\|", "|") for cell in _CELL_END.split(line))
    return Block(Kind.TABLE, BETWEEN_CELLS.join(filter(None, cells)))


def _parted(block: Block) -> Iterator[Block]:
    """Take the marks from a paragraph, and put what is struck out in it behind it."""
    struck = _STRUCK.findall(block.text)
    for kind, text in ((block.kind, _STRUCK.sub("", block.text)), (Kind.STRUCK, " ".join(struck))):
        if left := " ".join(_without_marks(text).split()):
            yield Block(kind, left, block.level)


def _without_marks(text: str) -> str:
    """Take away the marks for bold, cursive, code and links, and those that cite footnotes."""
    for _ in range(_DEEPEST):
        text = _CURSIVE.sub(_within, _MARKUP.sub(_within, text))
    return _CITED_NOTE.sub("", text)


def _within(marked: re.Match[str]) -> str:
    return next(filter(None, marked.groups()), "")
