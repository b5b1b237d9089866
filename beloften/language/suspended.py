"""Suspended compounds: *wijk-* in *wijk- en buurtteams* is read as *wijkteams*.

The part that both share is the last part of the compound that ends the series. Where to cut a Dutch compound
no spelling tells, so `last_parts.txt` lists the nouns and endings with which policy texts make compounds.
"""

import re
from pathlib import Path

_LAST_PARTS = (Path(__file__).parent / "last_parts.txt").read_text(encoding="utf-8").split()

_SHORTEST_FIRST_PART = 3
_COMPOUND = re.compile(
    rf"[^\W\d_]{{{_SHORTEST_FIRST_PART},}}?[-']?({'|'.join(sorted(_LAST_PARTS, key=len, reverse=True))})"
)
_CONJUNCTIONS = frozenset({"en", "of", "tot", "als", "noch", "alsmede", "dan", "wel"})


def complete(words: list[str]) -> None:
    """Put the full compound in the place of each suspended one, as far as it is known.

    A series may have several (*wijk-, buurt- en dorpsteams*). The number of words stays.
    """
    last_part = ""
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        if word[-1] == "-":
            words[index] = word[:-1] + last_part if last_part else word
        elif word not in _CONJUNCTIONS:
            compound = _COMPOUND.fullmatch(word)
            last_part = compound[1] if compound else ""
