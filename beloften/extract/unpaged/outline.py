"""Documents without pages: from what stands where in the file to numbered paragraphs below their headings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from beloften.errors import UnreadableError
from beloften.extract.document import ASIDE, Document, Kind, Paragraph, Quality
from beloften.extract.quality import judge_text, judge_text_left, remark_on

MOST_CHARACTERS = 10_000_000
"""A document has fewer; five thousand pages would be as long."""

BETWEEN_CELLS = " | "
"""Stands between the cells of a row, so that no phrase runs from one cell into the next."""

_UNREADABLE = "Its letters are not readable; save it anew, a text file as UTF-8."
_BESIDE_THE_ROW = ASIDE | {Kind.FOOTNOTE}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph before it has its number.

    Attributes:
        kind: what it is.
        text: the words, with single spaces.
        level: of a heading: 0 for a title, 1 for a chapter, and so on.
    """

    kind: Kind
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class _Cell:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[_Cell, ...]


class Outline:
    """Takes down what begins and ends in a file, in its order, and makes blocks of it.

    What stands inside a paragraph as a paragraph of its own, such as a text box or a footnote, follows it. A
    row of a table is one block; a table of one column is a frame around text, which stays as it is.
    """

    def __init__(self) -> None:
        """Start with nothing open."""
        self._levels: list[list[Block | _Cell | _Row]] = [[]]
        self._texts: list[list[str]] = []
        self._struck: list[list[str]] = []
        self._carried: list[str] = []

    @property
    def blocks(self) -> list[Block]:
        """What was taken down so far, outside of what is still open."""
        return list(_flat(self._levels[0]))

    def write(self, text: str) -> None:
        """Add text to the innermost open paragraph; outside paragraphs it is white space of the file."""
        if self._texts:
            self._texts[-1].append(text)

    def strike(self, text: str) -> None:
        """Add text that is struck out or deleted: it stands apart, behind the paragraph."""
        if self._struck:
            self._struck[-1].append(text)

    def place(self, blocks: Iterable[Block]) -> None:
        """Put finished blocks here, inside a paragraph: behind it."""
        self._levels[-1].extend(blocks)

    def begin_paragraph(self) -> None:
        """Open a paragraph."""
        self._texts.append(self._carried)
        self._struck.append([])
        self._carried = []
        self._levels.append([])

    def end_paragraph(self, kind: Kind, level: int = 0, *, joins_next: bool = False) -> None:
        """Close a paragraph; if it joins the next one, that one starts with its text."""
        parts, inside = self._texts.pop(), self._levels.pop()
        if joins_next:
            self._carried = parts
        elif text := " ".join("".join(parts).split()):
            self._levels[-1].append(Block(kind, text, level))
        if struck := " ".join("".join(self._struck.pop()).split()):
            self._levels[-1].append(Block(Kind.STRUCK, struck))
        self._levels[-1].extend(inside)

    def begin_part(self) -> None:
        """Open a table, a row or a cell."""
        self._levels.append([])

    def end_cell(self) -> None:
        """Close a cell."""
        inside = self._levels.pop()
        self._levels[-1].append(_Cell(tuple(_flat(inside))))

    def end_row(self, *, keep: bool = True) -> None:
        """Close a row; without `keep` as if it had never been there."""
        inside = self._levels.pop()
        if keep:
            cells = (item if isinstance(item, _Cell) else _Cell(tuple(_flat([item]))) for item in inside)
            self._levels[-1].append(_Row(tuple(cells)))

    def end_table(self) -> None:
        """Close a table."""
        inside = self._levels.pop()
        rows = [item for item in inside if isinstance(item, _Row)]
        if max((len(row.cells) for row in rows), default=0) <= 1:
            self._levels[-1].extend(_flat(inside))
        else:
            for item in inside:
                self._levels[-1].extend(_in_one(item) if isinstance(item, _Row) else _flat([item]))


def _flat(items: Iterable[Block | _Cell | _Row]) -> Iterator[Block]:
    for item in items:
        match item:
            case Block():
                yield item
            case _Cell():
                yield from item.blocks
            case _Row():
                yield from _flat(item.cells)


def _in_one(row: _Row) -> Iterator[Block]:
    """Make one block of a row, followed by its footnotes."""
    texts = (
        " ".join(block.text for block in cell.blocks if block.kind not in _BESIDE_THE_ROW)
        for cell in row.cells
    )
    if text := BETWEEN_CELLS.join(filter(None, texts)):
        yield Block(Kind.TABLE, text)
    for cell in row.cells:
        yield from (block for block in cell.blocks if block.kind in _BESIDE_THE_ROW)


def document_of(form: str, blocks: Iterable[Block], reader: str, remark: str = "") -> Document:
    """Number paragraphs, tell what headings they stand below, and judge the whole.

    Args:
        form: "docx", "html", …
        blocks: in reading order.
        reader: name and version of what read it.
        remark: one line for the user besides the verdict.

    Raises:
        UnreadableError: it is longer than any document.
    """
    paragraphs: list[Paragraph] = []
    headings: list[Block] = []
    length = number = 0
    for block in blocks:
        length += len(block.text)
        if length > MOST_CHARACTERS:
            raise too_much()
        if block.kind in ASIDE:
            paragraphs.append(Paragraph(block.text, block.kind))
            continue
        number += 1
        if block.kind is Kind.HEADING:
            headings = [heading for heading in headings if heading.level < block.level]
        section = tuple(heading.text for heading in headings)
        paragraphs.append(Paragraph(block.text, block.kind, section=section, number=number))
        if block.kind is Kind.HEADING:
            headings.append(block)
    text = " ".join(paragraph.text for paragraph in paragraphs if paragraph.kind not in ASIDE)
    quality = judge_text(text).quality
    verdict = _UNREADABLE if quality is Quality.GARBLED else remark_on(quality)
    quality, verdict = judge_text_left(quality, verdict, paragraphs)
    return Document(form, (), tuple(paragraphs), quality, f"{verdict} {remark}".strip(), reader)


def too_much() -> UnreadableError:
    """The error for a file that unpacks to more than any document holds."""
    return UnreadableError(
        "memory", "It holds more text than any document.", "Look what it is before you use it."
    )
