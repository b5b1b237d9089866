"""Web pages: the article, with menus, banners and footers kept aside as running text.

selectolax builds the tree that the HTML standard prescribes, as a browser does, also of pages with errors.
What is not the article is told by the standard's own elements and roles, by class names that sites share, and
by lists that hold nothing but links.
"""

import re
from collections import Counter
from collections.abc import Iterable
from importlib.metadata import version

from selectolax.lexbor import LexborHTMLParser, LexborNode

from beloften.extract.characters import UNSEEN_IN_WORDS
from beloften.extract.common_words import words_of
from beloften.extract.document import Document, Kind
from beloften.extract.unpaged.html_tree import check_size_of_tree, steps
from beloften.extract.unpaged.outline import MOST_CHARACTERS, Block, Outline, document_of, too_much
from beloften.extract.unpaged.styles import DEEPEST

_INLINE = words_of("html-inline")
_NO_TEXT = sorted(words_of("html-no-text"))
_BESIDE = words_of("html-beside")
_BESIDE_NAMES = re.compile(rf"(?<![a-z])({'|'.join(sorted(words_of('html-beside-names')))})(?![a-z])")
_UNSEEN_NAMES = re.compile(r"(?<![a-z])(sr-only|visually-?hidden|screen-?reader(-text)?)(?![a-z])")
_NOTES = re.compile(
    r"(?<![a-z])((sd)?(foot|end)notes?|voetnoot|voetnoten|doc-footnote|doc-endnotes?)(?![a-z])"
)
_NOTE_LINK = re.compile(r"doc-noteref|doc-backlink|footnote-?(ref|back)|sd(foot|end)note(anc|sym)")
_NOTE_MARK = re.compile(r"\s*([\[(]?\w{1,3}[\])]?|\*{1,3})\s*")
_NUMBER = re.compile(r"\s*[1-9]\d{0,2}(?:,\s?[1-9]\d{0,2})*\s*")
_CAN_CITE = re.compile(r"(?:[^\W\d_]{2}(?<!\b[kdchm]m)|[.,;:!?)”’\"'])\Z")  # a word, but no square kilometre
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PARTS = frozenset({"table", "tr", "td", "th"})
_KINDS = (
    ("note", Kind.FOOTNOTE),
    ("caption", Kind.CAPTION),
    ("figcaption", Kind.CAPTION),
    ("li", Kind.LIST_ITEM),
)
_MARKS = frozenset({*_HEADINGS, "caption", "figcaption", "li", "summary"})
_STRUCK = frozenset({"del", "s", "strike"})
_LINE_THROUGH = re.compile(r"text-decoration[\w-]*\s*:[^;]*\bline-through\b", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_BREAK = "\N{LINE SEPARATOR}"
_WITHIN = frozenset({"", "struck"})  # marks that part no paragraphs
_MENU_LINKS = 3  # a list of so many links, and little else, is a menu
_MENU_SHARE = 0.8  # of its characters
_MENU_LENGTH = 60  # characters of a link in a menu, on average
_MAIN_SHARE = 0.25  # of the page's text; an element with less is not what the page is about


def read_html(text: str) -> Document:
    """Read a web page.

    Args:
        text: the page, decoded.

    Raises:
        UnreadableError: it is too large, or its elements stand in each other without end.
    """
    if len(text) > MOST_CHARACTERS:
        raise too_much()
    check_size_of_tree(text)
    tree = LexborHTMLParser(text)
    tree.strip_tags(_NO_TEXT)
    blocks = _Reader(tree.body).blocks if tree.body else []
    if all(block.kind is Kind.RUNNING for block in blocks):  # then it is all that there is
        blocks = [Block(Kind.BODY, block.text) for block in blocks]
    return document_of("html", blocks, f"selectolax {version('selectolax')}")


class _Reader:
    """Reads the body of a page.

    Attributes:
        blocks: what was read.
    """

    def __init__(self, body: LexborNode) -> None:
        article = _article(body)
        self._article = article.mem_id
        self._all_is_article = article.mem_id == body.mem_id
        self._kept = _with_parents([article, *body.css("h1, article")])
        self._outline = Outline()
        self._text: list[str] = []
        self._struck: list[str] = []
        self._marks: list[tuple[int, str]] = []
        self._inside: Counter[str] = Counter()
        passed_over = 0
        for what, node in steps(body):
            if passed_over:
                passed_over += {"start": 1, "text": 0, "end": -1}[what]
            elif what == "text":
                (self._struck if self._inside["struck"] else self._text).append(node.text_content or "")
            elif what == "end":
                self._end(node)
            elif self._is_passed_over(node):
                passed_over = 1
            else:
                self._start(node)
        self._flush()
        self.blocks = self._outline.blocks

    def _start(self, node: LexborNode) -> None:
        if node.tag == "br":
            self._break()
        mark = self._mark(node)
        if mark not in _WITHIN or node.tag not in _INLINE:
            self._flush()
        if mark:
            self._marks.append((node.mem_id, mark))
            self._inside[mark] += 1
        if mark in _PARTS:
            self._outline.begin_part()

    def _end(self, node: LexborNode) -> None:
        is_marked = bool(self._marks) and self._marks[-1][0] == node.mem_id
        if node.tag not in _INLINE or (is_marked and self._marks[-1][1] not in _WITHIN):
            self._flush()
        if not is_marked:
            return
        mark = self._marks.pop()[1]
        self._inside[mark] -= 1
        match mark:
            case "table":
                self._outline.end_table()
            case "tr":
                self._outline.end_row()
            case "td" | "th":
                self._outline.end_cell()

    def _mark(self, node: LexborNode) -> str:
        """Name what holds for all that stands in an element; "" when it changes nothing."""
        tag, names = node.tag or "", _names(node)
        if node.mem_id == self._article:
            return "article"
        if node.mem_id not in self._kept and self._is_beside(node, tag, names):
            return "beside"
        if tag not in _INLINE and _NOTES.search(names):
            return "note"
        if tag in _PARTS:
            is_part = not _is_layout(node) if tag == "table" else self._inside["table"]
            return tag if is_part else ""
        if tag in _STRUCK or _LINE_THROUGH.search(node.attrs.sget("style")):
            return "struck"
        return tag if tag in _MARKS else ""

    def _is_beside(self, node: LexborNode, tag: str, names: str) -> bool:
        """Tell whether an element holds something that stands around the article."""
        if tag in _BESIDE or node.attrs.get("role") in _BESIDE or _BESIDE_NAMES.search(names):
            return True
        if tag == "header":
            return self._all_is_article
        return tag in ("ul", "ol") and _is_menu(node)

    def _is_passed_over(self, node: LexborNode) -> bool:
        """Tell whether an element shows no text of the page: a button, a mark of a footnote, a label."""
        if node.tag == "button":
            return not any(self._inside[heading] for heading in _HEADINGS)
        if node.tag == "sup" and self._is_note_mark(node):
            return True
        if node.tag == "a" and _NOTE_LINK.search(_names(node)):
            return True
        if node.mem_id in self._kept:
            return False
        attributes = node.attrs
        return (
            "hidden" in attributes
            or _NOT_SHOWN.search(attributes.sget("style")) is not None
            or _UNSEEN_NAMES.search(_names(node)) is not None
        )

    def _is_note_mark(self, node: LexborNode) -> bool:
        """Tell whether a raised text cites a note: by a link, or as a number behind a word."""
        mark, parent = node.text(), node.parent
        if _NOTE_MARK.fullmatch(mark) and (
            node.css_first("a") is not None or (parent is not None and parent.tag == "a")
        ):
            return True
        before = "".join(self._text[-3:])[-3:]
        return _NUMBER.fullmatch(mark) is not None and _CAN_CITE.search(before) is not None

    def _break(self) -> None:
        """Take two breaks with nothing between for the end of a paragraph, one for a space."""
        so_far = "".join(self._text).rstrip(" \t\r\n")
        if so_far.endswith(_BREAK):
            self._text = [so_far.rstrip(_BREAK)]
            self._flush()
        else:
            self._text = [so_far, _BREAK]

    def _flush(self) -> None:
        """End the paragraph that is being read."""
        text, struck = (
            " ".join("".join(parts).replace(_BREAK, " ").translate(UNSEEN_IN_WORDS).split())
            for parts in (self._text, self._struck)
        )
        self._text, self._struck = [], []
        if text:
            self._outline.place([self._block(text)])
        if struck:
            self._outline.place([Block(Kind.STRUCK, struck)])

    def _block(self, text: str) -> Block:
        inside = self._inside
        if inside["beside"] or not (self._all_is_article or inside["article"]):
            return Block(Kind.RUNNING, text)
        for level, heading in enumerate(_HEADINGS, 1):
            if inside[heading]:
                return Block(Kind.HEADING, text, level)
        if inside["summary"]:
            return Block(Kind.HEADING, text, DEEPEST)
        for mark, kind in _KINDS:
            if inside[mark]:
                return Block(kind, text)
        return Block(Kind.BODY, text)


def _article(body: LexborNode) -> LexborNode:
    """Return the element that holds what the page is about, the body itself when no other does."""
    whole = len(body.text())
    main = body.css_first("main, [role=main]")
    articles = body.css("article")
    for node in (main, articles[0] if len(articles) == 1 else None):
        if node is not None and len(node.text()) > _MAIN_SHARE * whole:
            return node
    return body


def _with_parents(nodes: Iterable[LexborNode]) -> set[int]:
    """Return the marks of nodes and of all that they stand in."""
    found: set[int] = set()
    for start in nodes:
        node: LexborNode | None = start
        while node is not None and node.mem_id not in found:
            found.add(node.mem_id)
            node = node.parent
    return found


def _names(node: LexborNode) -> str:
    attributes = node.attrs
    return " ".join(attributes.sget(key) for key in ("class", "id", "role")).lower()


def _is_layout(table: LexborNode) -> bool:
    """Tell whether a table places parts of the page instead of showing rows."""
    if table.attrs.get("role") in ("presentation", "none"):
        return True
    return table.css_first("table table, h1, h2, h3") is not None


def _is_menu(items: LexborNode) -> bool:
    """Tell whether a list holds short links and little else."""
    links = [len(link.text().strip()) for link in items.css("a")]
    if len(links) < _MENU_LINKS:
        return False
    words = len("".join(items.text().split()))
    return sum(links) > _MENU_SHARE * words and sum(links) < _MENU_LENGTH * len(links)
