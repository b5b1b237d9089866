"""The marks of a document: findings on a page, with room for each where several stand on the same words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from beloften.export.boxes import boxes_in
from beloften.export.pdf.looks import Form, Look, Looks
from beloften.extract.document import Box
from beloften.rundir.rows import Bevinding

_SIGN = 6.0
"""Points between ends of marks from which their signs do not meet."""

_SPACE = 0.4
"""Letters between one sign and the next."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding on a page; one that runs over two pages has two.

    Attributes:
        finding: what was found.
        part: which of its marks it is, counted from 0.
        boxes: of its words on this page, in points from the top left corner of the page as shown.
        look: how it is drawn.
        lane: its place among marks on the same words, counted from 0 at the top.
        lanes: how many of these there are: washes share the height of the words among them.
        before: letters of signs that stand before its own where its last words end.
        beside: other findings on the same words.
    """

    finding: Bevinding
    part: int
    boxes: tuple[Box, ...]
    look: Look
    lane: int = 0
    lanes: int = 1
    before: float = 0
    beside: tuple[Bevinding, ...] = ()


def marks_of(findings: Sequence[Bevinding], looks: Looks) -> Mapping[int, tuple[Mark, ...]]:
    """Place the findings of a document on its pages.

    Returns:
        By 0-based index of the page its marks, washes first as lines are drawn over them; both in the order
        of the codebook.
    """
    pages: dict[int, list[Mark]] = defaultdict(list)
    for finding in sorted(findings, key=lambda finding: looks.rank(finding.code)):
        by_page: dict[int, list[Box]] = defaultdict(list)
        for page, box in boxes_in(finding.boxes):
            by_page[page].append(box)
        for part, (page, boxes) in enumerate(sorted(by_page.items())):
            pages[page].append(Mark(finding, part, tuple(boxes), looks.look(finding)))
    return {page: _in_lanes(pages[page]) for page in sorted(pages)}


def _in_lanes(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Give each mark of a page a place of its own among those of its form that it shares words with."""
    touching = _touching(marks)
    washes = [index for index, mark in enumerate(marks) if mark.look.form is Form.WASH]
    lines = [index for index, mark in enumerate(marks) if mark.look.form is not Form.WASH]
    placed: list[Mark] = []
    for group in (washes, lines):
        lanes: dict[int, int] = {}
        before: dict[int, float] = {}
        for index in group:
            others = sorted(other for other in touching[index] if other in lanes)
            taken = {lanes[other] for other in others if not _share_a_lane(marks[index], marks[other])}
            lanes[index] = next(lane for lane in range(len(taken) + 1) if lane not in taken)
            before[index] = sum(_letters_at_end(marks[index], marks[other]) for other in others)
        for index in group:
            count = 1 + max(lanes[other] for other in (index, *touching[index]) if other in lanes)
            beside = tuple(marks[other].finding for other in sorted(touching[index]))
            placed.append(
                replace(marks[index], lane=lanes[index], lanes=count, before=before[index], beside=beside)
            )
    return tuple(placed)


def _share_a_lane(one: Mark, other: Mark) -> bool:
    """Tell whether two lines may be one, as those of a waarde and its logica: their signs tell them apart."""
    same = (one.look.form, one.look.colour) == (other.look.form, other.look.colour)
    return same and one.look.form is not Form.WASH and one.look.sign != other.look.sign


def _letters_at_end(mark: Mark, other: Mark) -> float:
    """Return the number of letters of the sign of another mark if it ends where this one does."""
    end, there = mark.boxes[-1], other.boxes[-1]
    same = _share_words(end, there) and abs(end.right - there.right) < _SIGN
    return len(other.look.sign) + _SPACE if same and other.look.sign else 0


def _touching(marks: Sequence[Mark]) -> list[set[int]]:
    """Return for each mark which others share words with it, from top to bottom so that few are compared."""
    touching: list[set[int]] = [set() for _ in marks]
    boxes = chain.from_iterable(((box, index) for box in mark.boxes) for index, mark in enumerate(marks))
    near: list[tuple[Box, int]] = []
    for box, index in sorted(boxes, key=lambda pair: (pair[0].top, pair[1])):
        near = [(above, other) for above, other in near if above.bottom > box.top]
        for above, other in near:
            if other != index and _share_words(above, box):
                touching[index].add(other)
                touching[other].add(index)
        near.append((box, index))
    return touching


def _share_words(one: Box, other: Box) -> bool:
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    width = min(one.right, other.right) - max(one.left, other.left)
    lower = min(one.bottom - one.top, other.bottom - other.top)
    return width > 1 and height > lower / 2  # neighbours touch by less than a point
