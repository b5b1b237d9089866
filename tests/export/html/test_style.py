"""The colours of the report: every text stands out from what it is on, light, dark and printed."""

import re
from importlib.resources import files

import pytest

from beloften.report.figures.palette import contrast

CSS = (files("beloften.export.html") / "parts" / "report.css").read_text("utf-8")
TEXT, SHAPE = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11, level AA

PAPERS = ("paper", "raised", "sunken")
SHADES = ("s1", "s2", "s3", "s4", "s5", "f1", "f2", "f3", "f4", "f5")
TINTS = ("near-tint", "far-tint", "other-tint")


def themes() -> dict[str, dict[str, str]]:
    """The colours of each theme: the first that the file sets is the light one, then dark, then print."""
    light, dark, printed = (
        {name: _six(colour) for name, colour in re.findall(r"--([\w-]+): (#\w+);", block)}
        for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    )
    return {"light": light, "dark": light | dark, "print": light | printed}


def _six(colour: str) -> str:
    digits = colour[1:]
    return colour if len(digits) == 6 else "#" + "".join(2 * digit for digit in digits)


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_text_stands_out(theme: str) -> None:
    colours = themes()[theme]
    pairs = [(ink, paper) for ink in ("ink", "soft", "near") for paper in PAPERS]
    pairs += [("ink", ground) for ground in (*SHADES, *TINTS)]
    low = {pair: contrast(*(colours[name] for name in pair)) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_dots_edges_of_fields_and_marks_of_focus_stand_out(theme: str) -> None:
    colours = themes()[theme]
    pairs = [(shape, paper) for shape in ("near", "far", "other", "strong-line") for paper in PAPERS]
    low = {pair: contrast(*(colours[name] for name in pair)) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < SHAPE} == {}
