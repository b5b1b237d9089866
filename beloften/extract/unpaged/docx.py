"""DOCX files (Office Open XML, ECMA-376), read from their XML.

Libraries for DOCX files, such as python-docx, give the text of a paragraph without inserted text, text boxes
and footnotes; here those count. Text that is struck out, or that a tracked change deleted, is kept aside.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from beloften.errors import UnreadableError
from beloften.extract.document import Document, Kind
from beloften.extract.unpaged.outline import Block, Outline, document_of
from beloften.extract.unpaged.package import Attributes, Event, Package, damaged
from beloften.extract.unpaged.styles import DEEPEST, kind_of_style

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",  # the strict variant of the standard
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
# What is moved away, what an older program shows instead, and properties from before a change.
_PASSED_OVER = re.compile(r"w:(moveFrom|\w+Change)$|mc:Fallback$")
_TEXTS = {"w:t", "w:delText"}
_OFF = {"0", "false", "off"}
_AS_TEXT = {"w:tab": " ", "w:ptab": " ", "w:br": " ", "w:cr": " ", "w:noBreakHyphen": "-"}
_LEVELS = set("0123456789")
_BODY_LEVEL = 9  # the outline level of text that is no heading
_STORIES = {"footnotes", "endnotes", "header", "footer"}
_LONGEST_CHAIN = 20  # of styles based on styles; a longer one is a loop


@dataclass(slots=True)
class _Style:
    """What a paragraph, or a style, says itself; None for what it leaves to the style it is based on."""

    name: str = ""
    based_on: str = ""
    level: int | None = None
    is_listed: bool | None = None
    joins_next: bool = False


def read_docx(package: Package) -> Document:
    """Read a DOCX file.

    Raises:
        UnreadableError: it is damaged, too large, or no text document.
    """
    (main,) = [target for kind, target in _related(package, "") if kind == "officeDocument"][:1] or [""]
    if not package.has(main):
        raise damaged()
    related = list(_related(package, main))
    styles: dict[str, _Style] = {}
    for kind, target in related:
        if kind == "styles":
            styles = _read_styles(package.events(target, _PREFIXES))
    notes: dict[str, list[Block]] = {}
    running: list[Block] = []
    for kind, target in dict.fromkeys(pair for pair in related if pair[0] in _STORIES):
        story = _Story(styles, {})
        story.read(package.events(target, _PREFIXES))
        if kind in ("header", "footer"):
            running += (Block(Kind.RUNNING, block.text) for block in story.outline.blocks)
        else:
            notes |= story.notes
    story = _Story(styles, notes)
    story.read(package.events(main, _PREFIXES))
    if story.root != "w:document":
        raise _no_text()
    remark = "A document that is embedded in it was not read." if story.embeds else ""
    return document_of("docx", [*story.outline.blocks, *running], "beloften", remark)


def _no_text() -> UnreadableError:
    problem = "This is a file of an office program, and no text document."
    return UnreadableError("unsupported", problem, "Save it as PDF.")


def _related(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """Yield kind and name of the parts that a part refers to; of the whole file for the part ""."""
    folder, name = posixpath.split(part)
    for what, element, attributes in package.events(posixpath.join(folder, f"_rels/{name}.rels"), {}):
        if what == "start" and element == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.join("/", folder, attributes.get("Target", ""))
            yield attributes.get("Type", "").rpartition("/")[2], posixpath.normpath(target).lstrip("/")


def _read_styles(events: Iterable[Event]) -> dict[str, _Style]:
    styles: dict[str, _Style] = {}
    style = _Style()
    for what, name, attributes in events:
        if what == "start" and name == "w:style":
            style = _Style()
            if attributes.get("w:type") == "paragraph":
                styles[attributes.get("w:styleId", "")] = style
        elif what == "start":
            _note_property(style, name, attributes)
    return styles


def _note_property(style: _Style, name: str, attributes: Attributes) -> None:
    """Take down a property that stands in the definition of a style or at the head of a paragraph."""
    value = attributes.get("w:val", "")
    match name:
        case "w:name":
            style.name = value
        case "w:basedOn" | "w:pStyle":
            style.based_on = value
        case "w:outlineLvl" if value in _LEVELS:
            style.level = int(value)
        case "w:numId":
            style.is_listed = value != "0"


def _kind(paragraph: _Style, styles: Mapping[str, _Style]) -> tuple[Kind, int]:
    """Tell what a paragraph is by its own properties and the styles it builds on."""
    chain = [paragraph]
    while chain[-1].based_on in styles and len(chain) < _LONGEST_CHAIN:
        chain.append(styles[chain[-1].based_on])
    for style in chain:
        named = kind_of_style(style.name)
        if named and named[1] < DEEPEST:
            return named
        if style.level is not None and style.level < _BODY_LEVEL:
            return Kind.HEADING, style.level + 1
        if named:
            return named
    listed = next((style.is_listed for style in chain if style.is_listed is not None), False)
    return (Kind.LIST_ITEM if listed else Kind.BODY), 0


class _Story:
    """A stretch of text of its own: the body, or all footnotes.

    Attributes:
        outline: what was read of it.
        notes: the footnotes that were read, by their number.
        root: name of the element around all.
        embeds: whether it holds a document of another kind.
    """

    def __init__(self, styles: Mapping[str, _Style], notes: dict[str, list[Block]]) -> None:
        self.outline = Outline()
        self.notes: dict[str, list[Block]] = {}
        self.root = ""
        self.embeds = False
        self._styles = styles
        self._cited = notes
        self._names: list[str] = []
        self._paragraphs: list[_Style] = []
        self._note = ""
        self._row_is_deleted = False
        self._is_hidden = self._is_struck = False
        self._deletions = 0

    def read(self, events: Iterable[Event]) -> None:
        passed_over = 0
        for what, name, attributes in events:
            if what == "text":
                if not passed_over and self._names[-1] in _TEXTS:
                    self._write(name)
            elif what == "start":
                if passed_over or (_PASSED_OVER.match(name) and not self._is_mark(name)):
                    passed_over += 1
                else:
                    self._start(name, attributes)
                    self._names.append(name)
            elif passed_over:
                passed_over -= 1
            else:
                self._names.pop()
                self._end(name)

    def _write(self, text: str) -> None:
        if self._is_struck or self._deletions:
            self.outline.strike(text)
        elif not self._is_hidden:
            self.outline.write(text)

    def _is_mark(self, name: str) -> bool:
        """Take down that the end of a paragraph, or a whole row, is deleted: no text stands in that mark."""
        if self._names[-1:] == ["w:trPr"] and name == "w:del":
            self._row_is_deleted = True
            return True
        if self._names[-2:] == ["w:pPr", "w:rPr"] and self._paragraphs:
            self._paragraphs[-1].joins_next = True
            return True
        return False

    def _start(self, name: str, attributes: Attributes) -> None:
        self.root = self.root or name
        match name:
            case "w:p":
                self.outline.begin_paragraph()
                self._paragraphs.append(_Style())
            case "w:tbl" | "w:tr" | "w:tc":
                self.outline.begin_part()
            case "w:pStyle" | "w:outlineLvl" | "w:numId" if self._paragraphs:
                _note_property(self._paragraphs[-1], name, attributes)
            case "w:vanish" | "w:strike" | "w:dstrike" if self._names[-2:] == ["w:r", "w:rPr"]:
                self._note_looks(name, is_on=attributes.get("w:val", "1") not in _OFF)
            case "w:del":
                self._deletions += 1
                self._is_mark(name)
            case "w:footnoteReference" | "w:endnoteReference":
                self.outline.place(self._cited.pop(_note_key(name, attributes), ()))
            case "w:footnote" | "w:endnote":
                self.outline = Outline()
                self._note = _note_key(name, attributes)
            case "w:altChunk":
                self.embeds = True
            case _ if name in _AS_TEXT:
                self._write(_AS_TEXT[name])

    def _note_looks(self, name: str, *, is_on: bool) -> None:
        """Take down that a stretch of text is not shown, or struck out once or twice."""
        if name == "w:vanish":
            self._is_hidden = is_on
        else:
            self._is_struck |= is_on

    def _end(self, name: str) -> None:
        match name:
            case "w:p":
                paragraph = self._paragraphs.pop()
                kind, level = (Kind.FOOTNOTE, 0) if self._note else _kind(paragraph, self._styles)
                self.outline.end_paragraph(kind, level, joins_next=paragraph.joins_next)
            case "w:tc":
                self.outline.end_cell()
            case "w:tr":
                self.outline.end_row(keep=not self._row_is_deleted)
                self._row_is_deleted = False
            case "w:tbl":
                self.outline.end_table()
            case "w:r":
                self._is_hidden = self._is_struck = False
            case "w:del":
                self._deletions -= 1
            case "w:footnote" | "w:endnote":
                self.notes[self._note] = self.outline.blocks
                self._note = ""


def _note_key(name: str, attributes: Attributes) -> str:
    """Footnotes and endnotes are numbered each by themselves."""
    return f"{name[2:5]} {attributes.get('w:id', '')}"
