"""Drawing on paper with Matplotlib: shapes and text at places in inches from the top left corner.

Matplotlib's own layout is not used: figures place everything themselves, so that labels of any length have
the room they need. The typeface is DejaVu Sans, which Matplotlib brings; SVG holds its outlines and PDF
embeds it, so a figure looks the same everywhere. No date, random name or setting of the user's goes in.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Literal, NamedTuple

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.textpath import text_to_path

from beloften.codebook.schema import Concept
from beloften.report.figures.palette import INK, PAPER, SOFT_INK
from beloften.report.wording import label
from beloften.safe_text import visible

TEXT = 8.0
"""Size of text, in points."""
SMALL = 7.0
MARGIN = 0.15
"""Inches around a figure."""
LINE = 0.15
"""Height of a line of the foot in inches."""
PITCH = 0.0175
"""Inches from line to line, for each point of the size of text."""

CUT = 0.5
"""Thickness, in points, of an interval that is cut: what is hardly known stands back."""

_DOTS_PER_INCH = 300
_POINTS = 72
_TITLE = 11.0
_KEY = 0.12
_TYPEFACE = ["DejaVu Sans"]
# What Matplotlib would write of itself and of the time.
_NO_METADATA: dict[str, dict[str, str | None]] = {
    "svg": {"Date": None, "Creator": None},
    "png": {"Software": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}

Align = Literal["left", "center", "right"]


class Key(NamedTuple):
    """An entry of a legend.

    Attributes:
        fill: its colour.
        edge: its outline; "none" for none.
        text: what it means.
        height: how high it is, as a share of the highest, where height has a meaning.
    """

    fill: str
    edge: str
    text: str
    height: float = 1.0


@contextmanager
def same_everywhere() -> Iterator[None]:
    """Draw with the settings of this module, whatever the user has set for Matplotlib."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rc("font", family=_TYPEFACE)
        mpl.rc("text", parse_math=False)  # a name with dollar signs is no formula
        mpl.rc("svg", fonttype="path", hashsalt="beloften")
        mpl.rc("pdf", fonttype=42)
        yield


def text_width(text: str, size: float = TEXT, *, bold: bool = False) -> float:
    """Return how wide a line of text is, in inches."""
    font = FontProperties(family=_TYPEFACE, weight="bold" if bold else "normal", size=size)
    width, _, _ = text_to_path.get_text_width_height_descent(visible(text), font, ismath=False)
    return float(width) / _POINTS


def fold(text: str, width: float, size: float = TEXT, *, bold: bool = False) -> list[str]:
    """Break text into lines that are as wide as may be, in inches; a longer word is broken where it must."""
    lines = [""]
    for part in chunks(text):
        if text_width(f"{lines[-1]}{part}".rstrip(), size, bold=bold) <= width:
            lines[-1] += part
            continue
        lines.append("")
        for letter in part:
            if lines[-1] and text_width(f"{lines[-1]}{letter}".rstrip(), size, bold=bold) > width:
                lines.append("")
            lines[-1] += letter
    return [line.strip(" ").replace("\N{NO-BREAK SPACE}", " ") for line in lines if line.strip()] or [""]


def height_of(lines: Sequence[str], size: float = TEXT) -> float:
    """Return the height of lines below each other, in inches."""
    return len(lines) * size * PITCH


def widest(texts: Iterable[Sequence[str]]) -> float:
    """Return the width of the longest of many lines, in inches."""
    return max(text_width(line) for lines in texts for line in lines)


def chunks(text: str) -> list[str]:
    """Break text behind its blanks and hyphens, and behind what holds the names of files together."""
    return [part for part in re.findall(r"[^ _/-]*[ _/-]*", text) if part]


def head_of(concept: Concept, lang: str) -> str:
    """Return what stands above the column of a code; a number stays with its first word."""
    return label(concept, lang).replace(" ", "\N{NO-BREAK SPACE}", 1 if concept.number else 0)


class Board:
    """A figure under way; places are in inches from the top left corner."""

    def __init__(self, width: float, height: float) -> None:
        """Begin with an empty sheet of a size in inches."""
        self.width, self.height = width, height
        self.figure = Figure(figsize=(width, height), facecolor=PAPER)
        self._axes = self.figure.add_axes((0, 0, 1, 1), frameon=False, xticks=[], yticks=[])
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)
        self._drawn = 0

    def _above(self) -> int:
        """What is drawn later lies on top."""
        self._drawn += 1
        return self._drawn

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = TEXT,
        colour: str = INK,
        align: Align = "left",
        bold: bool = False,
    ) -> None:
        """Write a line of text, centred upon a height."""
        weight = "bold" if bold else "normal"
        self._axes.text(
            x,
            y,
            visible(text),
            size=size,
            color=colour,
            ha=align,
            va="center_baseline",
            weight=weight,
            zorder=self._above(),
        )

    def lines(
        self,
        x: float,
        middle: float,
        lines: Sequence[str],
        *,
        size: float = TEXT,
        colour: str = INK,
        align: Align = "left",
        bold: bool = False,
    ) -> None:
        """Write lines below each other, together centred upon a height."""
        pitch = PITCH * size
        for number, line in enumerate(lines):
            y = middle + pitch * (number - (len(lines) - 1) / 2)
            self.text(x, y, line, size=size, colour=colour, align=align, bold=bold)

    def rectangle(
        self, x: float, y: float, width: float, height: float, fill: str, edge: str = "none"
    ) -> None:
        """Fill a rectangle, of which the top left corner is given."""
        self._axes.add_patch(
            Rectangle(
                (x, y),
                width,
                height,
                facecolor=fill,
                edgecolor=edge,
                linewidth=0.5,
                clip_on=False,
                zorder=self._above(),
            )
        )

    def line(self, points: Sequence[tuple[float, float]], colour: str, width: float = 0.6) -> None:
        """Draw a line through points; its width is in points of a printer."""
        xs, ys = zip(*points, strict=True)
        self._axes.add_line(
            Line2D(
                xs,
                ys,
                color=colour,
                linewidth=width,
                solid_capstyle="butt",
                clip_on=False,
                zorder=self._above(),
            )
        )

    def dot(self, x: float, y: float, colour: str, size: float = 4.0, marker: str = "o") -> None:
        """Set a dot, or an arrowhead (">", "^"); its size is in points of a printer."""
        self._axes.add_line(
            Line2D(
                [x],
                [y],
                marker=marker,
                markersize=size,
                color=colour,
                markeredgewidth=0,
                clip_on=False,
                zorder=self._above(),
            )
        )

    def save(self, form: str, title: str) -> bytes:
        """Return the bytes of the figure as SVG, PNG or PDF."""
        stream = BytesIO()
        metadata = {**_NO_METADATA[form], "Title": title}
        self.figure.savefig(stream, format=form, dpi=_DOTS_PER_INCH, metadata=metadata)
        return stream.getvalue()


class Frame:
    """What all figures have: a title, a line below it, a legend, and at the foot what they rest on."""

    def __init__(
        self, title: str, subtitle: str, foot: str, keys: Sequence[Key], *, width: float, height: float
    ) -> None:
        """Measure what stands around a plot of a size in inches."""
        titles = [text_width(title, _TITLE, bold=True), text_width(subtitle, TEXT)]
        legend = sum(_key_width(key) for key in keys)
        inner = max(width, *titles, legend)
        self._foot = fold(foot, inner, SMALL)
        self.top = MARGIN + 0.45 + (0.25 if keys else 0.0)
        self.left = MARGIN
        total = self.top + height + 0.1 + LINE * len(self._foot) + MARGIN
        self.board = Board(inner + 2 * MARGIN, total)
        self.title = title
        self.board.text(MARGIN, MARGIN + 0.08, title, size=_TITLE, bold=True)
        self.board.text(MARGIN, MARGIN + 0.29, subtitle, colour=SOFT_INK)
        x, y = MARGIN, MARGIN + 0.52
        for key in keys:
            self.board.rectangle(x, y + 0.06 - _KEY * key.height, 0.16, _KEY * key.height, key.fill, key.edge)
            self.board.text(x + 0.22, y, key.text)
            x += _key_width(key)
        for number, line in enumerate(self._foot):
            y = total - MARGIN - LINE * (len(self._foot) - number - 0.5)
            self.board.text(MARGIN, y, line, size=SMALL, colour=SOFT_INK)

    def save(self, form: str) -> bytes:
        """Return the bytes of the figure as SVG, PNG or PDF."""
        return self.board.save(form, self.title)


def _key_width(key: Key) -> float:
    return 0.22 + text_width(key.text) + 0.2
