"""From numbers to places along an axis, with round numbers to label it by."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from beloften.tally.interval import Interval

BEYOND = 2.5
"""How many times the highest rate an axis may reach: wider intervals are cut, and said to be."""

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from nought.

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
    """Return the axis for rates with intervals, which may run `BEYOND` times the highest rate."""
    known = [cell for cell in cells if cell.rate is not None]
    highest_rate = max((cell.rate or 0.0 for cell in known), default=0.0)
    highest = max((cell.high or 0.0 for cell in known), default=0.0)
    return scale_to(min(highest, BEYOND * highest_rate) if highest_rate else highest, ticks)


def tick_text(value: float, lang: str) -> str:
    """Return the label of a tick, without decimals that say nothing."""
    text = f"{value:.10g}"
    return text if lang == "en" else text.replace(".", ",")
