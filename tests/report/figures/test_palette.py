"""The colours stay apart for the colour-blind, in greyscale, and from what they stand on."""

import math
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.codebook.schema import Level, Stance
from beloften.report.figures import palette
from beloften.report.figures.palette import channels, contrast, ink_on, luminance, shade

# Machado, Oliveira & Fernandes 2009 (doi:10.1109/TVCG.2009.113), severity 1.0, on linear RGB.
BLINDNESS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TELLING = 20.0
"""CIE76 difference from which colours side by side are clearly not the same; 2.3 is just noticeable."""

BARS = [palette.PROMISED, palette.NAMED, *palette.STANCES.values()]
MARKS = [palette.MARKS[degree] for degree in (Level.GENOEMD, Level.BELOFTE, *Stance)]


def lab(colour: str, blindness: str = "none") -> tuple[float, float, float]:
    """CIELAB of a colour as it is seen with a colour blindness (sRGB, D65)."""
    linear = [_linear(channel / 255) for channel in channels(colour)]
    red, green, blue = (
        min(max(sum(weight * value for weight, value in zip(row, linear, strict=True)), 0), 1)
        for row in BLINDNESS[blindness]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (
        value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116 for value in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def difference(one: str, other: str, blindness: str) -> float:
    pairs = zip(lab(one, blindness), lab(other, blindness), strict=True)
    return math.sqrt(sum((a - b) ** 2 for a, b in pairs))


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize("colours", [BARS, MARKS], ids=["bars", "marks"])
def test_no_two_colours_of_a_figure_look_alike_with_any_colour_blindness(
    colours: list[str], blindness: str
) -> None:
    for one, other in combinations(colours, 2):
        assert difference(one, other, blindness) >= TELLING, (one, other)


@pytest.mark.parametrize(
    "side", [[palette.PROMISED, palette.NAMED], list(palette.STANCES.values())], ids=["left", "right"]
)
def test_bars_that_touch_differ_in_lightness_so_that_greyscale_tells_them_apart(side: list[str]) -> None:
    for one, other in combinations(side, 2):
        assert abs(lab(one)[0] - lab(other)[0]) >= 20, (one, other)


def test_bars_have_an_edge_that_stands_out_on_paper() -> None:
    assert contrast(palette.OUTLINE, palette.PAPER) >= 3


@pytest.mark.parametrize("colour", [*palette.MARKS.values(), palette.PROMISED])
def test_thin_marks_stand_out_on_paper(colour: str) -> None:
    assert contrast(colour, palette.PAPER) >= 3  # WCAG 2.2, 1.4.11


@pytest.mark.parametrize("colour", [palette.INK, palette.SOFT_INK])
def test_text_is_readable_on_paper(colour: str) -> None:
    assert contrast(colour, palette.PAPER) >= 4.5  # WCAG 2.2, 1.4.3


@given(st.floats(0, 1))
def test_a_number_is_readable_on_every_shade(share: float) -> None:
    assert contrast(ink_on(shade(share)), shade(share)) >= 4.5


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_higher_share_is_never_lighter(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert luminance(shade(high)) <= luminance(shade(low))


@pytest.mark.parametrize("blindness", BLINDNESS)
def test_shades_darken_by_even_steps_with_any_colour_blindness(blindness: str) -> None:
    steps = [lab(shade(number / 4), blindness)[0] for number in range(5)]
    assert all(one - other >= 10 for one, other in pairwise(steps))


def test_contrast_runs_from_1_to_21() -> None:
    assert contrast("#777777", "#777777") == 1
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
