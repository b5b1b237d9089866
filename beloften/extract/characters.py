"""Characters that a reader must not take as they stand."""

import re

# PDFium's signs for a hyphen at the end of a line whose word goes on in the next.
LINE_END_HYPHENS = "\ufffe\x02"

# Characters that a reader takes for a plainer one; the private ones are bullets of Symbol and Wingdings.
PLAIN = {
    "\u2010": "-",
    "\u2011": "-",
    "\xa0": " ",
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0e0": "→",
}

# A character that no one sees: it stands for one of PDFium's that is not text.
UNSEEN = "\N{ZERO WIDTH SPACE}"

# Characters that programs put in words and no one sees: soft hyphens, places to break a line, order marks.
UNSEEN_IN_WORDS = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff"))

# A character before which the page has a space and PDFium's text has none stands so far up in Unicode, where
# no text of PDFium comes: with that, each character stands for one of PDFium's still.
SPACE_BEFORE = 0xF0000
_SPACED = re.compile("[\U000f0000-\U000fffff]")

# Characters that no one reads: control characters, private use, and what has no name.
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_UNREADABLE_SHARE = 0.1  # of the characters that are no space
_ENOUGH = 2000  # characters that tell of a page what it is
_PRINTABLE_BUT_SPECIAL = "\ufffd\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"


def with_spaces(text: str) -> str:
    """Write the spaces before characters that are marked with `SPACE_BEFORE`."""
    return _SPACED.sub(lambda marked: " " + chr(ord(marked[0]) - SPACE_BEFORE), text)


def as_read(text: str) -> str:
    """Write a page's text as a reader has it: with the spaces that are missing, without what no one sees."""
    return text if text.isascii() else with_spaces(text.replace(UNSEEN, ""))


def has_special(text: str) -> bool:
    """Tell whether a text has ligatures, or characters without a name."""
    return not text.isascii() and any(character in text for character in _PRINTABLE_BUT_SPECIAL)


def is_unreadable(text: str) -> bool:
    """Tell whether a text consists to a large part of characters that no one can read."""
    bare = text.replace("\r\n", "")
    if bare.isprintable() and "\ufffd" not in bare:
        return False
    bare = bare[:_ENOUGH]
    return len(_UNREADABLE.findall(bare)) > _UNREADABLE_SHARE * (len(bare) - bare.count(" "))
