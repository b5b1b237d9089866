"""A colour for each code: by hue what kind it is, by shade which.

Blue is nearness and orange what it turns against, as in the figures; see `beloften.report.figures.palette`.
"""

import colorsys

from beloften.codebook.schema import ConceptKind, Level, Stance
from beloften.report.figures.palette import MARKS

_HUES = {  # degrees of the colour circle
    ConceptKind.BELOFTE: 215,
    ConceptKind.KOEPEL: 190,
    ConceptKind.WAARDE: 15,
    ConceptKind.LOGICA: 30,
    ConceptKind.NABIJHEID: 250,
    ConceptKind.RELATIE: 265,
    ConceptKind.ZELFREDZAAMHEID: 120,
    ConceptKind.BEGINSEL: 150,
    ConceptKind.STURING: 300,
    ConceptKind.VERTOOG: 55,
}
_LIGHTEST, _SHADES, _STEP = 0.72, 9, 0.045
_SATURATION = 0.65
_TURN = 4  # degrees from each code to the next, so that neighbours differ in more than shade


def colour_of(kind: str, place: int) -> str:
    """Return the colour of a code.

    Args:
        kind: of the code.
        place: which of its kind it is, from 0.
    """
    hue = (_HUES[ConceptKind(kind)] + _TURN * (place - _SHADES // 2)) % 360 / 360
    return _hex(hue, _LIGHTEST - _STEP * (place % _SHADES))


def colour_of_degree(degree: Level | Stance) -> str:
    """Return the colour of a level or stance, that of its marks in figures."""
    return MARKS[degree]


def _hex(hue: float, lightness: float) -> str:
    parts = colorsys.hls_to_rgb(hue, lightness, _SATURATION)
    return "#{:02x}{:02x}{:02x}".format(*(round(part * 255) for part in parts))
