"""What a document looks like once it has been read: pages, paragraphs, and the way back to the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a paragraph is on the page. The last three are kept aside and not counted as text."""

    BODY = "body"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    TABLE = "table"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    RUNNING = "running"
    STRUCK = "struck"
    HIDDEN = "hidden"


ASIDE = frozenset({Kind.RUNNING, Kind.STRUCK, Kind.HIDDEN})
"""What is no text of the document: running heads and folios, words struck out, words that are not seen."""


class Quality(StrEnum):
    """How far the text of a page, or of a whole document, can be trusted."""

    OK = "ok"
    EMPTY = "empty"
    SCANNED = "scanned"
    GARBLED = "garbled"
    PARTIAL = "partial"
    OTHER_LANGUAGE = "other-language"


class Box(NamedTuple):
    """A rectangle on a page, in points (1/72 inch) from the top left corner of the page as it is shown.

    It and `Run` are tuples because a document has tens of thousands.
    """

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, boxes: Iterable["Box"]) -> "Box":
        """Return the smallest box that holds all of these, of which there is at least one."""
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return cls(min(lefts), min(tops), max(rights), max(bottoms))


class Run(NamedTuple):
    """A stretch of a paragraph's text that stands on one line of one page.

    Within a run the paragraph's characters are the page's characters, one for one, so that the character
    at `start + k` of the paragraph is the character at `source + k` of the page.

    Attributes:
        start: offset of the first character in `Paragraph.text`.
        end: offset behind the last character.
        page_index: 0-based index of the page in the file.
        source: index of the first character in the reader's own text of the page.
        box: where the line of the run stands on the page.
    """

    start: int
    end: int
    page_index: int
    source: int
    box: Box


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What a reader takes as one unit of text, whole, also when it runs over a column or a page.

    Attributes:
        text: the words, with single spaces, line-end hyphens resolved.
        kind: what it is on the page.
        runs: where the text stands, in the order of the text; empty for formats without pages.
        section: the headings above it, outermost first.
        number: 1-based number in the document, over all paragraphs that are its text; 0 for those kept aside.
    """

    text: str
    kind: Kind
    runs: tuple[Run, ...] = ()
    section: tuple[str, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class PageLabel:
    """The number by which a reader cites a printed page.

    Attributes:
        text: as printed: "12", "iv", "A-3".
        source: "pdf" (the file's own page labels), "folio" (printed on the page) or "index" (counted).
        left: where the printed page starts on the sheet, in points; a spread has two labels.
    """

    text: str
    source: str
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the file, a sheet that can carry two printed pages side by side.

    Attributes:
        index: 0-based index in the file.
        labels: the printed pages on the sheet from left to right, one or two.
        width: in points, as shown (after rotation).
        height: in points, as shown.
        quality: how far its text can be trusted.
        words: number of words on it, running heads not counted.
        dutch: share of those words that are common Dutch words, 0 to 1.
    """

    index: int
    labels: tuple[PageLabel, ...]
    width: float
    height: float
    quality: Quality
    words: int
    dutch: float

    def label_at(self, left: float) -> str:
        """Return the label of the printed page on which something at `left` points stands."""
        on_the_left = [label.text for label in self.labels if label.left <= left]
        return on_the_left[-1] if on_the_left else self.labels[0].text


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was read.

    Attributes:
        format: "pdf", "txt", "md", …
        pages: in the order of the file; empty for formats without pages.
        paragraphs: in reading order, what is kept aside among them.
        quality: the verdict on the whole.
        remark: one line for the user on what is wrong, empty when nothing is.
        reader: name and version of the library that read it.
    """

    format: str
    pages: tuple[Page, ...]
    paragraphs: tuple[Paragraph, ...]
    quality: Quality
    remark: str
    reader: str

    @property
    def text_paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that count as text of the document."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.kind not in ASIDE)

    def label(self, run: Run) -> str:
        """Return the label of the printed page on which a run stands."""
        return self.pages[run.page_index].label_at(run.box.left)
