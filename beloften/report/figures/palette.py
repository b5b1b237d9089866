"""Colours that colour blindness and a black-and-white printer leave apart.

Two hues, blue for nearness and orange for distance, in steps of lightness: ColorBrewer's Blues and Oranges
(Brewer, colorbrewer2.org), some steps darkened so that they stand out on white. Blue and orange are the pair
that no common colour blindness confuses; within a hue it is the lightness that tells steps apart. A test
computes both, and the contrast with what they stand on.
"""

from beloften.codebook.schema import Level, Stance

PAPER = "#ffffff"
INK = "#1a1a1a"
BLACK = "#000000"
"""Of text on a fill: of black and white one always has a contrast of 4.5 or more."""
SOFT_INK = "#595959"
"""Of subtitles, ticks and notes."""
RULE = "#d0d0d0"
"""Of lines that guide the eye and carry no meaning."""
OUTLINE = "#6e6e6e"
"""Around light fills, which would fade into the paper."""

SEQUENCE = ("#f7fbff", "#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#08519c", "#08306b")
"""From little to much."""

PROMISED = "#08519c"
NAMED = "#7db8da"
STANCES = {Stance.AFGEZET: "#8c2d04", Stance.ONDERSCHREVEN: "#e07b1f", Stance.NEUTRAAL: "#e3e3e3"}
"""Of bars; the light ones have an outline."""

MARKS: dict[Level | Stance | None, str] = {
    Level.GENOEMD: "#4292c6",
    Level.BELOFTE: PROMISED,
    Level.EXPLICIET: PROMISED,
    Stance.AFGEZET: "#8c2d04",
    Stance.ONDERSCHREVEN: "#d96f0e",
    Stance.NEUTRAAL: "#858585",
    None: "#404040",
}
"""Of thin marks, which need more contrast than bars; those of codes with neither level nor stance last."""

UNSURE = "#6e6e6e"
"""Of intervals that are cut, and of rates in few words."""
DIM = "#ececec"
"""Behind rates in few words."""

THREAD = "#b5b5b5"
"""Of the line of one gemeente, behind that of all."""


def shade(share: float) -> str:
    """Return the colour of a share, 0 to 1, of the highest value."""
    place = min(max(share, 0.0), 1.0) * (len(SEQUENCE) - 1)
    index = min(int(place), len(SEQUENCE) - 2)
    pairs = zip(channels(SEQUENCE[index]), channels(SEQUENCE[index + 1]), strict=True)
    mixed = [round(low + (high - low) * (place - index)) for low, high in pairs]
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def ink_on(fill: str) -> str:
    """Return the colour of text, light or dark, that stands out most on a fill."""
    return max((BLACK, PAPER), key=lambda ink: contrast(ink, fill))


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1 (WCAG 2.2, w3.org/TR/WCAG22)."""
    red, green, blue = (_linear(channel / 255) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (the same)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
