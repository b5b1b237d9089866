"""ODT files (OpenDocument 1.0 to 1.4), read from their XML."""

from collections.abc import Iterable
from dataclasses import dataclass

from beloften.extract.document import Document, Kind
from beloften.extract.unpaged.outline import Outline, document_of
from beloften.extract.unpaged.package import Attributes, Event, Package, damaged, encrypted
from beloften.extract.unpaged.styles import DEEPEST, kind_of_style

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    f"{_ODF}office:1.0": "office",
    f"{_ODF}style:1.0": "style",
    f"{_ODF}text:1.0": "text",
    f"{_ODF}table:1.0": "table",
    f"{_ODF}manifest:1.0": "manifest",
    f"{_ODF}svg-compatible:1.0": "svg",
}
_PASSED_OVER = {
    "text:note-citation",
    "text:ruby-text",
    "office:annotation",
    "office:forms",
    "office:scripts",
    "svg:title",  # what a screen reader says of a picture
    "svg:desc",
}
_CONTENTS = {
    "text:table-of-content",
    "text:illustration-index",
    "text:table-index",
    "text:object-index",
    "text:user-index",
    "text:alphabetical-index",
}
_RUNNING = _CONTENTS | {
    f"style:{part}{pages}" for part in ("header", "footer") for pages in ("", "-left", "-first")
}
_STRUCK = {"text:deletion"}
_LISTED = {"text:list-item", "text:list-header"}
_AS_TEXT = {"text:s", "text:tab", "text:line-break"}
_LONGEST_CHAIN = 20  # of styles based on styles; a longer one is a loop


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    parent: str
    level: int


def read_odt(package: Package) -> Document:
    """Read an ODT file.

    Raises:
        UnreadableError: it is damaged, encrypted or too large.
    """
    manifest = package.events("META-INF/manifest.xml", _PREFIXES)
    if any(name == "manifest:encryption-data" for what, name, _ in manifest if what == "start"):
        raise encrypted()
    if not package.has("content.xml"):
        raise damaged()
    story = _Story()
    story.read(package.events("styles.xml", _PREFIXES))
    running = story.outline.blocks
    story.outline = Outline()
    story.read(package.events("content.xml", _PREFIXES))
    return document_of("odt", [*story.outline.blocks, *running], "beloften")


class _Story:
    """The text of a part with the styles that it, and parts before it, define."""

    def __init__(self) -> None:
        self.outline = Outline()
        self._styles: dict[str, _Style] = {}
        self._paragraphs: list[Attributes] = []
        self._inside = dict.fromkeys(("running", "listed", "note", "struck"), 0)
        self._spans: list[str] = []
        self._style = ""
        self._struck: set[str] = set()
        self._hidden: set[str] = set()

    def read(self, events: Iterable[Event]) -> None:
        passed_over = 0
        for what, name, attributes in events:
            if what == "text":
                if not passed_over:
                    self._write(name)
            elif what == "start":
                if passed_over or name in _PASSED_OVER or _is_hidden(name, attributes):
                    passed_over += 1
                else:
                    self._start(name, attributes)
            elif passed_over:
                passed_over -= 1
            else:
                self._end(name)

    def _write(self, text: str) -> None:
        styles = [*self._spans, *(each.get("text:style-name", "") for each in self._paragraphs[-1:])]
        if not self._hidden.isdisjoint(styles):
            return
        if self._inside["struck"] or not self._struck.isdisjoint(styles):
            self.outline.strike(text)
        else:
            self.outline.write(text)

    def _start(self, name: str, attributes: Attributes) -> None:
        self._count(name, 1)
        match name:
            case "text:span":
                self._spans.append(attributes.get("text:style-name", ""))
            case "style:text-properties":
                if attributes.get("style:text-line-through-style", "none") != "none":
                    self._struck.add(self._style)
                if attributes.get("text:display") == "none":
                    self._hidden.add(self._style)
            case "text:p" | "text:h":
                self.outline.begin_paragraph()
                self._paragraphs.append(attributes)
            case "table:table" | "table:table-row" | "table:table-cell":
                self.outline.begin_part()
            case "style:style":
                self._style = own = attributes.get("style:name", "")
                if attributes.get("style:family") != "paragraph":
                    return
                self._styles[own] = _Style(
                    attributes.get("style:display-name", own),
                    attributes.get("style:parent-style-name", ""),
                    _number(attributes.get("style:default-outline-level", "")),
                )
            case _ if name in _AS_TEXT:
                self._write(" ")

    def _end(self, name: str) -> None:
        self._count(name, -1)
        match name:
            case "text:span":
                self._spans.pop()
            case "text:p" | "text:h":
                self.outline.end_paragraph(*self._kind(name, self._paragraphs.pop()))
            case "table:table-cell":
                self.outline.end_cell()
            case "table:table-row":
                self.outline.end_row()
            case "table:table":
                self.outline.end_table()

    def _count(self, name: str, step: int) -> None:
        if name in _RUNNING:
            self._inside["running"] += step
        elif name in _LISTED:
            self._inside["listed"] += step
        elif name in _STRUCK:
            self._inside["struck"] += step
        elif name == "text:note-body":
            self._inside["note"] += step

    def _kind(self, name: str, attributes: Attributes) -> tuple[Kind, int]:
        if self._inside["running"]:
            return Kind.RUNNING, 0
        if self._inside["note"]:
            return Kind.FOOTNOTE, 0
        if name == "text:h":
            return Kind.HEADING, _number(attributes.get("text:outline-level", "")) or 1
        kind, level = self._kind_by_style(attributes.get("text:style-name", ""))
        return (Kind.LIST_ITEM, 0) if kind is Kind.BODY and self._inside["listed"] else (kind, level)

    def _kind_by_style(self, name: str) -> tuple[Kind, int]:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(name)
            named = kind_of_style(style.name if style else name)
            if style and style.level and (not named or named[1] == DEEPEST):
                return Kind.HEADING, style.level
            if named:
                return named
            if style is None:
                break
            name = style.parent
        return Kind.BODY, 0


def _is_hidden(name: str, attributes: Attributes) -> bool:
    if name == "text:section":
        return attributes.get("text:display") == "none"
    return name in ("text:hidden-text", "text:hidden-paragraph")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and text.isascii() and len(text) < DEEPEST else 0
