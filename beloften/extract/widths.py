"""How wide letters are in the sans-serif faces that most documents are set in.

The widths are classes read off the shapes of the letters, in thousandths of the font size; what matters is
how they compare within one line.
"""

_CLASSES = {
    222: "ijlI'|.,:;!/\\‘’",
    300: 'ft()[]{}r-–"“” ',
    500: "ckszvxyJ",
    556: "abdeghnopqu0123456789?€$§_*+=~^#",
    667: "ABEFKLPSTVXYZ&",
    722: "CDHRUw",
    800: "OQGN—…%",
    833: "mM",
    944: "W@",
}
_WIDTHS = {letter: width for width, letters in _CLASSES.items() for letter in letters}
_OTHER = 556


def share_of(text: str, length: int) -> float:
    """Return which part of the width of a text its first `length` characters take, 0 to 1."""
    widths = [_WIDTHS.get(letter, _OTHER) for letter in text]
    return sum(widths[:length]) / sum(widths) if widths else 0.0
