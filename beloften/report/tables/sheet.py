"""A table before it is drawn: what stands in which cell, and how dark it is."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

STEPS = 5
"""How many degrees of shading there are; 0 is none."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, padded so that numbers stand under each other, and its shade, 0 to `STEPS`."""

    text: str
    shade: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its labels, a cell per column, and whether a line goes before it."""

    labels: tuple[str, ...]
    cells: tuple[Cell, ...]
    starts_section: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of which the columns can be spread over several when they do not fit.

    Attributes:
        title: what it shows.
        labels: heads of the columns that say what a row is about.
        columns: heads of the columns with cells.
        rows: the rows.
        note: what the numbers mean.
        shading: what the shades mean, "" where there are none.
        subhead: a second line in the head of each column, "" for none.
    """

    title: str
    labels: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str
    shading: str = ""
    subhead: str = ""


def shades(values: Sequence[float | None]) -> list[int]:
    """Return the shade of each value: the highest alone has the darkest, zero none."""
    highest = max((value or 0.0 for value in values), default=0.0)
    return [
        STEPS if value and value == highest else math.ceil((STEPS - 1) * ((value or 0.0) / (highest or 1.0)))
        for value in values
    ]
