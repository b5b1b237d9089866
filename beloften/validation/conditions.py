"""Conditions on agreement, such as `f1=0.8`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from beloften.errors import UsageError
from beloften.validation.measure import MEASURES, Validation

_FORM = re.compile(r"(?:(?P<kind>[a-z]+)\.)?(?P<measure>[a-z0-9]+)=(?P<least>\d(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class Condition:
    """The least that is asked of a micro-average.

    Attributes:
        kind: family of codes; "" for each family that the gold coding has codes of.
        measure: "precision", "recall", "f1" or "alpha".
        least: the least value, 0 to 1.
    """

    kind: str
    measure: str
    least: float


def parse_condition(text: str) -> Condition:
    """Read a condition: `f1=0.8` for all families of codes, `genoemd.alpha=0.7` for one.

    Raises:
        UsageError: it is none.
    """
    match = _FORM.fullmatch(text.strip())
    if match is None or match["measure"] not in MEASURES:
        problem = f"{text!r} is no condition."
        raise UsageError(problem, f"Write f1=0.8 or genoemd.alpha=0.7; measures are {', '.join(MEASURES)}.")
    return Condition(match["kind"] or "", match["measure"], float(match["least"]))


def failed(validation: Validation, conditions: Iterable[Condition]) -> list[str]:
    """Return a line for each micro-average that is lower than asked.

    A family that is asked for and has no such value fails too: what was not measured was not agreed upon.
    """
    lines = []
    for condition in conditions:
        asked = [family for family in validation.families if condition.kind in {"", family.kind}]
        values = {family.kind: getattr(family.micro, condition.measure).value for family in asked}
        for kind, value in (values or {condition.kind or "all": None}).items():
            if value is None or value < condition.least:
                shown = "not measured" if value is None else f"{value:.3f}"
                lines.append(f"{condition.measure} of {kind} is {shown}, less than {condition.least:g}.")
    return lines
