"""The dispersion plot: where along the pages of a document each code is."""

from beloften.codebook.schema import Concept, Level, Stance
from beloften.report.figures.palette import MARKS, OUTLINE, RULE, SOFT_INK
from beloften.report.figures.paper import SMALL, Frame, Key, fold, height_of, text_width, widest
from beloften.report.figures.scale import spread_labels
from beloften.report.figures.shapes import Dispersion, Mark
from beloften.report.figures.words import foot, say
from beloften.report.wording import label, whole

_LABEL = 2.2
_PLOT = 5.0
_ROW = 0.26
_TICK = 0.08
_COUNT = 0.4
HEIGHTS = {
    Level.GENOEMD: 0.5,
    Level.BELOFTE: 1.0,
    Level.EXPLICIET: 1.0,
    Stance.AFGEZET: 1.0,
    Stance.ONDERSCHREVEN: 0.75,
    Stance.NEUTRAAL: 0.5,
    None: 0.75,
}
"""How tall a mark is, so that what it means does not hang on its colour alone."""


def draw(found: Dispersion, form: str, lang: str) -> bytes:
    """Draw a dispersion plot.

    Args:
        found: what there is in the document; at least one code, though it may have no marks.
        form: "svg", "png" or "pdf".
        lang: "nl" or "en".
    """
    names = [fold(label(concept, lang), _LABEL) for concept, _ in found.rows]
    name_width = widest(names) + 0.12
    heights = [max(_ROW, height_of(lines) + 0.08) for lines in names]
    gaps = [0.12 if row and _is_new_kind(found, row) else 0.0 for row in range(len(found.rows))]
    frame = Frame(
        say("dispersion_title", lang).format(what=found.document),
        say("pages" if found.in_pages else "paragraphs", lang).capitalize(),
        foot(found, lang),
        _keys(found, lang),
        width=name_width + _PLOT + _COUNT,
        height=0.2 + sum(heights) + sum(gaps) + 0.2,
    )
    board, left, top = frame.board, frame.left + name_width, frame.top + 0.2
    right, bottom = left + _PLOT, top + sum(heights) + sum(gaps)
    board.text(right + _COUNT, top - 0.1, say("found", lang), size=SMALL, colour=SOFT_INK, align="right")
    for place, text in spread_labels(
        found.ticks,
        lambda place: (place + 0.5) / found.length * _PLOT,
        lambda text: text_width(text, SMALL) + _TICK,
    ):
        x = left + place / found.length * _PLOT
        board.line([(x, top), (x, bottom + 0.04)], RULE)
        middle = x + 0.5 / found.length * _PLOT
        board.text(middle, bottom + 0.12, text, size=SMALL, colour=SOFT_INK, align="center")
    y = top
    for lines, height, gap, (_, marks) in zip(names, heights, gaps, found.rows, strict=True):
        y += gap + height
        board.lines(left - 0.1, y - height / 2, lines, align="right")
        board.text(right + _COUNT, y - height / 2, whole(len(marks), lang), size=SMALL, align="right")
        board.line([(left, y - 0.04), (right, y - 0.04)], RULE)
        for mark in sorted(marks, key=lambda mark: HEIGHTS[mark.degree]):
            x, tall = left + mark.place / found.length * _PLOT, (_ROW - 0.08) * HEIGHTS[mark.degree]
            board.line([(x, y - 0.04), (x, y - 0.04 - tall)], MARKS[mark.degree], 1.4)
    board.line([(left, bottom), (right, bottom)], OUTLINE)
    return frame.save(form)


def _is_new_kind(found: Dispersion, row: int) -> bool:
    before, here = found.rows[row - 1][0], found.rows[row][0]
    return (before.kind, before.nearness) != (here.kind, here.nearness)


def _keys(found: Dispersion, lang: str) -> tuple[Key, ...]:
    """The degrees that the codes shown can have."""
    degrees: list[Level | Stance] = []
    if any(concept.kind.has_level for concept, _ in found.rows):
        degrees += [Level.BELOFTE, Level.GENOEMD]
    if any(_has_stance(concept, marks) for concept, marks in found.rows):
        degrees += list(Stance)
    return tuple(Key(MARKS[degree], "none", say(degree, lang), HEIGHTS[degree]) for degree in degrees)


def _has_stance(concept: Concept, marks: tuple[Mark, ...]) -> bool:
    return not concept.kind.has_level and any(isinstance(mark.degree, Stance) for mark in marks)
