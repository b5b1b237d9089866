"""From numbers to places along an axis, with round numbers to label it by."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from beloften.tally.interval import Interval

BEYOND = 2.0
"""About how many times the highest rate an axis may reach: wider intervals are cut, and said to be."""

_EVERY = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from zero.

    Attributes:
        most: the number at its end.
        step: between labelled numbers.
    """

    most: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """The numbers to label."""
        return tuple(self.step * number for number in range(round(self.most / self.step) + 1))

    def share(self, value: float) -> float:
        """Return where a number is, 0 at the start and 1 at the end; what lies beyond is at the end."""
        return min(value / self.most, 1.0)

    def is_cut(self, value: float) -> bool:
        """Tell whether a number lies beyond the end."""
        return value > self.most


def scale_to(highest: float, ticks: int = 4) -> Scale:
    """Return the shortest axis that holds a number, in steps of 1, 2 or 5 times a power of ten."""
    wanted = (highest or 1.0) / ticks
    power = 10.0 ** math.floor(math.log10(wanted))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= wanted * (1 - _ROUNDING))
    return Scale(step * math.ceil((highest or 1.0) / step - _ROUNDING), step)


def scale_of(cells: Iterable[Interval], ticks: int = 4) -> Scale:
    """Return the axis for rates with intervals; wide ones are cut at a round number near `BEYOND`."""
    known = [cell for cell in cells if cell.rate is not None]
    limit = BEYOND * max((cell.rate or 0.0 for cell in known), default=0.0)
    highest = max((cell.high or 0.0 for cell in known), default=0.0)
    if not limit or highest <= limit:
        return scale_to(highest, ticks)
    step = scale_to(limit, ticks).step
    return Scale(step * round(limit / step), step)


def spread_labels(
    labels: Sequence[tuple[float, str]], place: Callable[[float], float], width: Callable[[str], float]
) -> list[tuple[float, str]]:
    """Return the labels to write along an axis: every one, else every second, fifth, tenth page and so on.

    Args:
        labels: with where they are, ascending; one without a number, such as "iv", is always meant.
        place: where the middle of a label stands, in the units of `width`.
        width: of a label with the room around it.
    """
    for step in _EVERY:
        shown = [one for one in labels if (numbered(one[1])[1] or 0) % step == 0]
        edges = [(place(number), width(text) / 2) for number, text in shown]
        if all(middle + half <= after - other for (middle, half), (after, other) in pairwise(edges)):
            return shown
    return list(labels[:1])


def numbered(label: str) -> tuple[str, int | None]:
    """Split the label of a page or paragraph before its number: "¶12" gives "¶" and 12."""
    digits = label[len(label.rstrip("0123456789")) :]
    return label.removesuffix(digits), int(digits) if digits else None


def tick_text(value: float, lang: str) -> str:
    """Return the label of a tick, without decimals that say nothing."""
    text = f"{value:.10g}"
    return text if lang == "en" else text.replace(".", ",")
