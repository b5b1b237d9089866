"""What the hyphen at the end of a line means: a word cut in two, a real hyphen, or a suspended compound.

The spelling rules are those of the Woordenlijst Nederlandse Taal: a hyphen stays where vowels would clash
(*innovatie-effecten*), after a letter or an abbreviation (*e-mail*, *ggz-problematiek*), in names
(*Zuid-Holland*) and after a few prefixes (*oud-wethouder*).
"""

import re
from collections.abc import Collection

from beloften.extract.common_words import words_of

CUT = ""
REAL = "-"
SUSPENDED = "- "

FOLLOWS_SUSPENDED = frozenset(
    {"en", "of", "en/of", "en/", "tot", "alsmede", "alsook", "noch", "resp.", "c.q."}
)
_ENDINGS = ("heid", "heden", "ste", "er", "ere", "eren", "ers", "s", "en", "ig", "ige", "aal", "ale", "alen")
_CLASHES = frozenset(
    {
        "aa",
        "ae",
        "ai",
        "au",
        "ee",
        "ei",
        "eu",
        "ij",
        "oe",
        "oi",
        "oo",
        "ou",
        "ui",
        "uu",
        "eé",
        "éé",
        "ée",
    }
)
_LONGEST_ACRONYM = 4
_FIRST = re.compile(r"[^\s]+")
_CORE = re.compile(r"[^\W_]+(?:[/'’-][^\W_]+)*")


def meaning(before: str, after: str, words: Collection[str]) -> str:
    """Tell what the hyphen between two lines means.

    Args:
        before: the first line up to its hyphen.
        after: the next line.
        words: the words that occur elsewhere in the document, in lower case.

    Returns:
        `CUT` if the two halves are one word, `REAL` if the hyphen belongs to the word, `SUSPENDED` if it
        stands for a part that comes later (*zorg- en welzijn*).
    """
    follows = _FIRST.match(after)
    first = _last_core(before.rstrip("-\xad"))
    if follows is None or not first:
        return SUSPENDED if after else REAL
    second = _first_core(follows[0])
    if not second:
        return REAL
    if follows[0].lower().rstrip(",") in FOLLOWS_SUSPENDED:
        return SUSPENDED
    joined, hyphenated = (first + second).lower(), f"{first}-{second}".lower()
    if joined in words and hyphenated not in words:
        return CUT
    if hyphenated in words and joined not in words:
        return REAL
    return REAL if _keeps_hyphen(first, second, words) else CUT


def _keeps_hyphen(first: str, second: str, words: Collection[str]) -> bool:
    """Tell by the spelling rules whether two parts are written with a hyphen in between."""
    last_part = re.split(r"[-/]", first)[-1]
    small = last_part.lower()
    if not second[0].islower() or last_part[-1:].isdigit():
        return not (first.isupper() and second.isupper() and len(first) > _LONGEST_ACRONYM)
    if (
        len(last_part) == 1
        or small in words_of("abbreviations")
        or any(letter.isupper() for letter in last_part[1:])
    ):
        return True
    if small in words_of("prefixes"):
        return second in words or (small != "ex" and second not in _ENDINGS)  # ex-port is one word
    return small not in {"be", "ge"} and small[-1] + second[0] in _CLASHES


def _last_core(line: str) -> str:
    cores = _CORE.findall(line.rsplit(None, 1)[-1]) if line.strip() else []
    return cores[-1] if cores and line.endswith(cores[-1]) else ""


def _first_core(word: str) -> str:
    core = _CORE.match(word)
    return core[0] if core else ""
