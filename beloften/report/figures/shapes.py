"""What figures show, before they are drawn."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from beloften.codebook.schema import Concept, Edition, Level, Nearness, Stance

if TYPE_CHECKING:  # it brings numpy, which the names of figures can do without
    from beloften.tally.interval import Interval


SHORT = 1000
"""With fewer words than this, one sentence more or less changes a rate by over 10 per 10,000."""


class FigureKind(StrEnum):
    """The figures that there are."""

    HEATMAP = "heatmap"
    DOTS = "dots"
    SCHEMA = "schema"
    YEARS = "years"
    DISPERSION = "dispersion"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a figure rests on, as its foot says.

    Attributes:
        documents: documents that it shows.
        words: their words.
        left_out: documents of which the group, or the year, is not known.
        guessed: documents that it shows of which the gemeente or the year was guessed.
        rules: which made the findings.
    """

    documents: int
    words: int
    left_out: int
    guessed: int
    rules: Edition


@dataclass(frozen=True, slots=True)
class RateTable:
    """The rate of each code in each group: of the heat map and the dot plot.

    Attributes:
        basis: what it rests on.
        level: at which beloften are counted; other codes are counted whatever their stance.
        groups: names of the groups, in order.
        concepts: the codes, in order.
        cells: per group, per code, the rate with its interval.
        is_short: per group, whether it has too few words for its rates to set the scale; of none where all
            have.
        with_intervals: whether to show the intervals, as a dot plot, or the rates alone, as a heat map.
    """

    basis: Basis
    level: Level
    groups: tuple[str, ...]
    concepts: tuple[Concept, ...]
    cells: "tuple[tuple[Interval, ...], ...]"
    is_short: tuple[bool, ...]
    with_intervals: bool

    @property
    def scaled(self) -> "list[Interval]":
        """The cells that set the scale."""
        rows = zip(self.cells, self.is_short, strict=True)
        return [cell for row, is_short in rows if not is_short for cell in row]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not any(cell.rate for row in self.cells for cell in row)


@dataclass(frozen=True, slots=True)
class Panel:
    """One of many small plots over years.

    Attributes:
        title: a code, or a group where a single code was asked for.
        points: per year, the rate of all documents of that year with its interval.
        lines: per gemeente with two years or more, its rate per year; none where a panel is a group.
    """

    title: Concept | str
    points: "tuple[tuple[int, Interval], ...]"
    lines: tuple[tuple[tuple[int, float], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Years:
    """Small multiples over years; with one code a panel per group, else a panel per code."""

    basis: Basis
    level: Level
    concepts: tuple[Concept, ...]
    panels: tuple[Panel, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not any(cell.rate for panel in self.panels for _, cell in panel.points)


@dataclass(frozen=True, slots=True)
class Pair:
    """A promise and the value of distance that it stands against.

    Attributes:
        good: the belofte or koepel.
        value: what it stands against; None where the codebook has none.
        named: sentences per 10,000 words that name the good.
        promised: of those, the ones that reach the level.
        stances: sentences per 10,000 words with the value, by stance.
    """

    good: Concept
    value: Concept | None
    named: float
    promised: float
    stances: dict[Stance, float]


@dataclass(frozen=True, slots=True)
class Schema:
    """The schema of the book (Tonkens & Kampen 2018: 46) with how often each side of it is spoken of.

    Attributes:
        basis: what it rests on.
        level: that of `promised`.
        blocks: per kind of nearness, the logica that it turns against and its pairs, umbrella values first.
    """

    basis: Basis
    level: Level
    blocks: tuple[tuple[Nearness | None, Concept | None, tuple[Pair, ...]], ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not any(
            pair.named or any(pair.stances.values()) for _, _, block in self.blocks for pair in block
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding on the line of its code.

    Attributes:
        place: where, in pages (or paragraphs) from the start; 2.5 is half-way the third.
        degree: the level of a good, the stance towards a logica; None for other codes.
    """

    place: float
    degree: Level | Stance | None


@dataclass(frozen=True, slots=True)
class Dispersion:
    """Where in a document its codes are.

    Attributes:
        basis: what it rests on.
        document: how it is cited.
        in_pages: whether places are pages; else they are paragraphs.
        length: number of pages, or paragraphs.
        ticks: places with the label that a citation has there.
        rows: per code its marks, in the order of the text.
    """

    basis: Basis
    document: str
    in_pages: bool
    length: int
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[tuple[Concept, tuple[Mark, ...]], ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not any(marks for _, marks in self.rows)


Shape = RateTable | Years | Schema | Dispersion
"""What a figure shows."""
