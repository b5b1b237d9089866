"""Letters and digits as lines, for the signs beside marks.

Drawn, not written: letters of a font in a mark would become text of the page for programs that read it.
"""

from collections.abc import Iterator

WIDTH, HEIGHT = 2, 4
"""Of a letter, in steps of its grid."""

_STROKES = {
    "0": "10 01 03 14 23 21 10", "1": "01 10 14|04 24", "2": "01 10 21 04 24", "3": "00 20 12 23 14 03",
    "4": "14 10 03 23", "5": "20 00 02 12 23 14 03", "6": "03 12 23 14 03 10", "7": "00 20 14",
    "8": "10 21 03 14 23 01 10", "9": "21 12 01 10 21 14", "A": "04 01 10 21 24|02 22",
    "B": "02 12 21 10 00 04 14 23 12", "C": "21 10 01 03 14 23", "D": "00 04 14 23 21 10 00",
    "E": "20 00 04 24|02 12", "F": "20 00 04|02 12", "G": "21 10 01 03 14 23 22 12",
    "H": "00 04|20 24|02 22", "I": "00 20|10 14|04 24", "J": "20 23 14 03", "K": "00 04|20 02 24",
    "L": "00 04 24", "M": "04 00 12 20 24", "N": "04 00 24 20", "O": "10 01 03 14 23 21 10",
    "P": "04 00 10 21 12 02", "Q": "10 01 03 14 23 21 10|13 24", "R": "04 00 10 21 12 02|12 24",
    "S": "21 10 01 23 14 03", "T": "00 20|10 14", "U": "00 03 14 23 20", "V": "00 14 20",
    "W": "00 04 12 24 20", "X": "00 24|20 04", "Y": "00 12 20|12 14", "Z": "00 20 04 24",
}  # fmt: skip
"""Lines from point to point, each its column from the left and its row from the top."""


def strokes_of(letter: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the lines of a letter, each as its points; a letter that is not known has none."""
    for stroke in filter(None, _STROKES.get(letter, "").split("|")):
        yield [(int(point[0]), int(point[1])) for point in stroke.split()]
