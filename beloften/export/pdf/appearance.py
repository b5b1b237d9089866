"""What the marks look like: drawing operators, in points from the top left corner of the page as shown."""

from collections.abc import Iterable, Iterator

from beloften.export.pdf import letters
from beloften.export.pdf.looks import Form
from beloften.export.pdf.marks import Mark
from beloften.extract.document import Box
from beloften.report.figures.palette import INK, channels

AROUND = 1.0
"""Points by which a wash is wider and higher than the words."""

BELOW = 1.4
"""Points from the words to the first line."""

SPREAD = 2.2
"""Points from the first line to the last: more would strike the next line of text through."""

THICK = 1.3
"""Points of a line, when there is room."""

_OF_DISTANCE = 0.6
"""Share of the distance between lines that a line takes."""

_AMPLITUDE = 0.9
_PERIOD = 3.6
_DASHES = {Form.DOTS: "[0 2.4] 0 d 1 J", Form.DASHES: "[4 2] 0 d"}

_STEP = 1.05
"""Points of a step in the grid of a letter."""

_LETTER = (letters.WIDTH + 1.2) * _STEP
"""Points from letter to letter."""

_PEN = 0.6
"""Points of the lines of a letter."""


def bounds_of(mark: Mark) -> Box:
    """Return the rectangle that holds all that is drawn of a mark."""
    around = Box.around(mark.boxes)
    left, top, right, bottom = (
        around.left - AROUND - mark.look.edge,
        around.top - AROUND - mark.look.edge,
        around.right + AROUND + mark.look.edge,
        around.bottom + AROUND + mark.look.edge,
    )
    if mark.look.form is not Form.WASH:
        bottom = around.bottom + BELOW + SPREAD + THICK
    x, y = _place_of_sign(mark)
    return Box(
        left,
        min(top, y - _PEN),
        max(right, x + len(mark.look.sign) * _LETTER),
        max(bottom, y + letters.HEIGHT * _STEP + _PEN),
    )


def drawing_of(mark: Mark) -> bytes:
    """Return the operators that draw a mark; /Multiply names a graphics state that darkens what is there."""
    draw = _wash if mark.look.form is Form.WASH else _line
    marked = (operator for box in mark.boxes for operator in draw(mark, box))
    return "\n".join(("/Multiply gs", *marked, *_sign(mark))).encode("ascii")


def _wash(mark: Mark, box: Box) -> Iterator[str]:
    height = (box.bottom - box.top + 2 * AROUND) / mark.lanes
    top = box.top - AROUND + mark.lane * height
    rectangle = _numbers(box.left - AROUND, top, box.right - box.left + 2 * AROUND, height)
    yield f"{_colour(mark.look.colour)} rg {rectangle} re f"
    if mark.look.edge:
        yield f"{_colour(INK)} RG {mark.look.edge} w {rectangle} re S"


def _line(mark: Mark, box: Box) -> Iterator[str]:
    distance = SPREAD / max(mark.lanes - 1, 1)
    y = box.bottom + BELOW + mark.lane * distance
    width = _numbers(min(THICK, distance * _OF_DISTANCE))
    yield f"{_colour(mark.look.colour)} RG {width} w {_DASHES.get(mark.look.form, '')}".rstrip()
    points = ((box.left, y), (box.right, y))
    yield f"{_path(_wave(box, y) if mark.look.form is Form.WAVE else points)} S"


def _wave(box: Box, y: float) -> Iterator[tuple[float, float]]:
    """Yield the points of a zigzag of whole turns."""
    count = max(round((box.right - box.left) / _PERIOD * 2), 2)
    step = (box.right - box.left) / count
    for number in range(count + 1):
        yield box.left + number * step, y + (-_AMPLITUDE, _AMPLITUDE)[number % 2]


def _sign(mark: Mark) -> Iterator[str]:
    """Draw the sign of a mark behind its last words, as of a footnote; in the same lines where they end."""
    x, y = _place_of_sign(mark)
    yield f"[] 0 d 0 J 1 j {_colour(INK)} RG {_PEN} w"
    for number, letter in enumerate(mark.look.sign):
        for stroke in letters.strokes_of(letter):
            points = ((x + number * _LETTER + step * _STEP, y + row * _STEP) for step, row in stroke)
            yield f"{_path(points)} S"


def _place_of_sign(mark: Mark) -> tuple[float, float]:
    """Return where the upper left corner of a sign is: raised for a wash, lowered for a line."""
    last = mark.boxes[-1]
    x = last.right + AROUND + mark.look.edge + 0.4 + mark.before * _LETTER
    if mark.look.form is Form.WASH:
        return x, last.top - AROUND
    return x, last.bottom + BELOW - letters.HEIGHT * _STEP / 2


def _path(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_numbers(*point)} {'l' if number else 'm'}" for number, point in enumerate(points))


def _colour(colour: str) -> str:
    return _numbers(*(channel / 255 for channel in channels(colour)))


def _numbers(*values: float) -> str:
    return " ".join(f"{round(value, 3) + 0.0:.3f}".rstrip("0").rstrip(".") for value in values)
