"""From blocks of lines to paragraphs: where one ends, what kind it is, where it goes on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median_low

from beloften.extract.document import Kind
from beloften.extract.layout.blocks import Block
from beloften.extract.pdfium.line import Line, is_marker

_BULLET = re.compile(r"(?:[•●○▪■□▫◦‣⁃❖➢➤✓✔➔→►*]|[-–—·](?=\s)|o(?=\s)|§(?=\s+[^\d\s]))\s*")
_NUMBER = re.compile(r"(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)]|\d{1,2}[a-z]\.?)\s+\S")
_COUNT = re.compile(r"\(?(\d{1,3}|[a-z])([.)])\s")
_OUTLINE = re.compile(r"\d{1,2}\.\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-Z]")
_NUMBERED_HEADING = re.compile(
    r"(?:[A-Z]\.|\d{1,2}(?!\s+[a-zà-ÿ])(?:\.\d{1,2}){0,4}\.?|(?:Hoofdstuk|Bijlage|Deel|Paragraaf|Artikel)\s+\w+[.:]?)\s+\S"
)
_CAPTION = re.compile(
    r"(?:(?:Figuur|Tabel|Grafiek|Afbeelding|Kaart|Diagram|Schema)\s*\d|(?:Bron|Foto)\s?:)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*\d{0,3}$")
_WHOLE_SENTENCE = re.compile(r"[.!?][\"'”’)]*\d{0,3}$")
_FULL_STOP = re.compile(r"[.;,:…][\"'”’)\]]*$")
_UNFINISHED = re.compile(r"\b(?:de|het|een|en|of|van|der|ten|ter)$")
_LABEL = re.compile(r"[A-Z]\w+:")  # alone on its line
_LAST_SIGNS = frozenset(".!?:;…\"'”’)]0123456789")
_END = 8  # characters in which the end of a sentence shows
_NEW_LEADING = 1.35  # of the leading of the column: more white than this starts a paragraph
_TITLE_LEADING = 1.2  # in line heights: of a bold title that goes on in lower case
_WIDEST_LEADING = 2.4  # in line heights: wider than text with double spacing
_NEW_SIZE = 0.08  # of the size: a larger difference is another kind of text
_OTHER_SIZE = 0.25  # of the size: not even a word cut in two goes on in such a line
_MUCH_ROOM = 0.25  # of the column: more white space at the end of a line is no accident
_DASHES = "-–—"
_NEARLY_FULL = 6  # in line heights: white space at the end of a line that was full
_INDENT = 0.8  # in line heights
_HANGING = 0.3  # in line heights: the text of a list item stands to the right of its bullet
_LONG_LINE = 30  # characters: a shorter line is not full, however narrow its column
_LONGEST_HEADING = 110
_LONGEST_TITLE = 160  # of a bold heading with a number
_SHORTEST_HEADING = 3
_HEADING_LINES = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph before its text is put together.

    Attributes:
        lines: in reading order.
        kind: what it is on the page.
        first: whether it is the first of its column.
        last: whether it is the last of its column.
        right: right edge of the column.
    """

    lines: tuple[Line, ...]
    kind: Kind
    first: bool = False
    last: bool = False
    right: float = 0.0

    @property
    def is_open(self) -> bool:
        """Whether its last sentence is not finished."""
        line = self.lines[-1]
        return self.kind is not Kind.HEADING and (line.hyphen or not _ends_sentence(line.text))

    @property
    def continues(self) -> bool:
        """Whether its first sentence began elsewhere."""
        text = self.lines[0].text
        return text[0].islower() and not is_list_item(text)


def is_list_item(text: str) -> bool:
    """Tell whether a line starts with a bullet or the number of a list item."""
    return _BULLET.match(text) is not None or _NUMBER.match(text) is not None


def starts_with_bullet(text: str) -> bool:
    """Tell whether a line starts with a bullet."""
    return _BULLET.match(text) is not None


def _is_numbered(text: str) -> bool:
    """Tell whether a line starts with a number."""
    return text[0].isdigit() and is_marker(text.partition(" ")[0])


def _ends_sentence(text: str) -> bool:
    return text[-1] in _LAST_SIGNS and _SENTENCE_END.search(text[-_END:]) is not None


def drafts_of(block: Block, body_size: float) -> list[Draft]:
    """Cut a block into paragraphs."""
    if block.table and block.lines[0].bottom > block.lines[-1].top:  # a row
        return [Draft(block.lines, Kind.TABLE, right=block.right)]
    groups = list(_groups(block))
    if block.table:
        return [Draft(lines, Kind.TABLE, right=block.right) for lines in groups]
    last = len(groups) - 1
    return [
        Draft(lines, _kind(lines, body_size), number == 0, number == last, block.right)
        for number, lines in enumerate(groups)
    ]


def _groups(block: Block) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each paragraph of a column."""
    lines = block.lines
    leadings = [below.top - above.top for above, below in pairwise(lines)]
    usual = median_low(leadings) if leadings else 0.0
    start = 0
    for number in range(1, len(lines)):
        leading = leadings[number - 2] if number - start > 1 else usual
        if _starts_new(lines, start, number, min(leading, usual * _NEW_LEADING), block.right):
            yield lines[start:number]
            start = number
    yield lines[start:]


def _starts_new(lines: Sequence[Line], start: int, number: int, leading: float, right: float) -> bool:
    """Tell whether the line at `number` starts a paragraph; the current one started at `start`."""
    above, line = lines[number - 1], lines[number]
    step, difference = line.top - above.top, abs(line.size - above.size) / above.size
    if difference > _NEW_SIZE:
        return not (line.text[0].islower() or above.hyphen) or difference > _OTHER_SIZE
    usual = max(
        leading, above.size * (_TITLE_LEADING if lines[start].heavy and line.text[0].islower() else 0.9)
    )
    if step > _NEW_LEADING * usual or step > _WIDEST_LEADING * above.size:
        return True
    ended = _ends_sentence(above.text)
    if _BULLET.match(line.text):  # a dash can also stand within a sentence
        return line.text[0] not in _DASHES or ended or line.left != above.left
    if _NUMBER.match(line.text) and (
        ended or line.left < above.left - 1 or _counts_on(lines[start].text, line.text)
    ):
        return True
    if line.text[0].islower() or above.hyphen:
        return False
    return _breaks_off(lines, start, number, right, ended=ended)


def _counts_on(first: str, text: str) -> bool:
    """Tell whether the number of a list item follows that of another: 1. and 2., a) and b)."""
    before, after = _COUNT.match(first), _COUNT.match(text)
    if before is None or after is None or before[2] != after[2]:
        return False
    if before[1].isdigit() and after[1].isdigit():
        return int(after[1]) == int(before[1]) + 1
    return len(before[1]) == len(after[1]) == 1 and ord(after[1]) == ord(before[1]) + 1


def _breaks_off(lines: Sequence[Line], start: int, number: int, right: float, *, ended: bool) -> bool:
    """Tell by the white space at its end whether the line above `number` is the last of its paragraph."""
    above, line = lines[number - 1], lines[number]
    in_outline = _OUTLINE.match(lines[start].text) is not None
    if (ended or in_outline) and _OUTLINE.match(line.text):
        return True
    is_item = is_list_item(lines[start].text)
    hangs = line.left > lines[start].left + _HANGING * line.size
    if is_item and hangs and _WHOLE_SENTENCE.search(above.text):
        return False
    room = right - above.right
    word = len(line.text.split(None, 1)[0]) * (line.right - line.left) / len(line.text)
    if ended:
        moved = abs(line.left - (lines[start].left if number - start == 1 else above.left))
        indented = moved > _INDENT * line.size and not is_item
        return indented or room > word + line.size / 2
    if _UNFINISHED.search(above.text):
        return False
    is_label = _LABEL.fullmatch(line.text) is not None
    if _is_title_above(above, line):
        return is_label or _is_numbered(above.text) or room > word + line.size / 2
    if (in_outline and number - start == 1 and not hangs) or is_label:
        least = word + line.size
    else:
        least = max(2 * (word + line.size), _MUCH_ROOM * (right - above.left))
    return room > least


def _is_title_above(above: Line, line: Line) -> bool:
    """Tell whether bold gives way to text; a single word can be the head of a column in a table."""
    return above.heavy and not line.heavy and line.text[0] != "(" and " " in above.text


def _kind(lines: Sequence[Line], body_size: float) -> Kind:
    first = lines[0]
    text = first.text
    if _looks_like_heading(lines, body_size):
        return Kind.HEADING
    if is_list_item(text):
        return Kind.LIST_ITEM
    if len(lines) <= _HEADING_LINES and _CAPTION.match(text):
        return Kind.CAPTION
    return Kind.BODY


def _looks_like_heading(lines: Sequence[Line], body_size: float) -> bool:
    if len(lines) > _HEADING_LINES:
        return False
    first, last = lines[0], lines[-1]
    length = sum(len(line.text) for line in lines)
    if (
        length > (_LONGEST_TITLE if first.heavy and _is_numbered(first.text) else _LONGEST_HEADING)
        or length < _SHORTEST_HEADING
        or _FULL_STOP.search(last.text)
        or last.hyphen
        or first.text[0].islower()
    ):
        return False
    if not any(map(str.isalpha, first.text)):
        return False
    numbered = _NUMBERED_HEADING.match(first.text)
    larger = first.size > body_size * (1 + _NEW_SIZE)
    return bool(
        larger
        or first.heavy
        or (numbered and first.text[-1].isalpha())
        or (length > _SHORTEST_HEADING and first.text.isupper())
    )


def joined(drafts: Sequence[Draft]) -> list[Draft]:
    """Make paragraphs whole that run over a column, a page, or around something that stands in between."""
    whole: list[Draft] = []
    unfinished: list[int] = []
    latest = -1  # the paragraph of the text that was read last
    for draft in drafts:
        index = _predecessor(whole, unfinished, latest, draft) if unfinished else None
        if index is None:
            index = len(whole)
            whole.append(draft)
        else:
            before = whole[index]
            whole[index] = replace(
                before, lines=before.lines + draft.lines, last=draft.last, right=draft.right
            )
            unfinished.remove(index)
        if whole[index].is_open:
            unfinished.append(index)
            del unfinished[:-_REACH]
        if draft.kind is not Kind.FOOTNOTE:
            latest = index
    return whole


_REACH = 12  # unfinished paragraphs to look back for the one that goes on


def _predecessor(whole: Sequence[Draft], unfinished: Sequence[int], latest: int, draft: Draft) -> int | None:
    """Find the paragraph that a draft continues."""
    continues = draft.continues
    if draft.kind is Kind.HEADING or not (continues or draft.first) or is_list_item(draft.lines[0].text):
        return None
    line = draft.lines[0]
    for index in reversed(unfinished):
        before = whole[index]
        above = before.lines[-1]
        if line.page - above.page > 1:
            break
        if not _can_be_one(before, draft):
            continue
        aligned = abs(above.left - line.left) < line.size or abs(before.lines[0].left - line.left) < line.size
        if Kind.TABLE in (before.kind, draft.kind):
            if continues and aligned and line.page > above.page:
                return index
            continue
        if index == latest and (continues or above.hyphen or (draft.first and _fills_column(before))):
            return index
        if continues and (aligned or above.hyphen):
            return index
    return None


def _can_be_one(before: Draft, draft: Draft) -> bool:
    """Tell whether two drafts look alike enough to be one paragraph."""
    if (before.kind is Kind.FOOTNOTE) != (draft.kind is Kind.FOOTNOTE):
        return False
    above, line = before.lines[-1], draft.lines[0]
    return abs(above.size - line.size) <= _NEW_SIZE * above.size


def _fills_column(draft: Draft) -> bool:
    line = draft.lines[-1]
    return (
        draft.last
        and line.end - line.start > _LONG_LINE
        and draft.right - line.right < _NEARLY_FULL * line.size
    )
