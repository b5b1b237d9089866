"""Words, the units of which patterns are made and in which rates are expressed."""

import re
from itertools import filterfalse

# A hyphen or apostrophe inside a word belongs to it (e-mail, foto's), and so does the one at the end of a
# suspended compound (zorg- en welzijnsaanbod). A number is a word of its own (1 gezin, 1 plan).
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*-?")

find_words = _WORD.findall
"""The words of a folded text, in order."""

find_word_spans = _WORD.finditer
"""The same words as `re.Match` objects, with their offsets."""


def count_words(words: list[str]) -> int:
    """Return how many of the words are words rather than numbers: the denominator of all rates."""
    return len(words) - sum(word[0].isdigit() for word in filterfalse(str.isalpha, words))
