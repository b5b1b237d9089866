"""Folding: what differs in print but not in meaning becomes the same, with a way back.

Case, diacritics, typographic quotes and hyphens, ligatures, soft hyphens and non-breaking spaces are folded.
One accent stays: that of *één* (also written *eén*), which is a numeral where *een* is an article.
"""

import re
import unicodedata
from dataclasses import dataclass

_NO_LETTER = re.compile(r"[\W_]+")
_ONE = re.compile("[eEéÉ][éÉ](?=[nN])")
_SPECIAL = re.compile("[`\x80-\U0010ffff]+")  # what folding does more to than making it small
_ACUTE = "\ue000"  # a private character that stands for an é to keep
_UNSEEN = {"Cf", "Mn"}  # the categories of zero-width and combining characters
_BY_HAND = {
    _ACUTE: "é",
    "\u00ad": "",  # soft hyphen
    "\ufffe": "",  # PDFium's mark of a line-end hyphen
    "\ufeff": "",
    "ß": "ß",
    "ø": "o",
    "đ": "d",
    "ł": "l",
    **dict.fromkeys("‘’‚‛′´`", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑−", "-"),
}


def _fold_character(character: str) -> str:
    if character in _BY_HAND:
        return _BY_HAND[character]
    parts = unicodedata.normalize("NFKD", character).lower()
    seen = (part for part in parts if unicodedata.category(part) not in _UNSEEN)
    return "".join(_BY_HAND.get(part, part) for part in seen)


class _Table(dict[int, str]):
    """A table for `str.translate` that fills itself, and remembers which characters change length."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _fold_character(character)
        if len(folded) != 1:
            self.uneven.add(character)
        self[code] = folded
        return folded


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back to the original.

    Attributes:
        text: the folded text.
        starts: for each folded character, and one behind the last, the offset in the original at which it
            begins; None when both have the same offsets.
    """

    text: str
    starts: tuple[int, ...] | None = None

    def original(self, offset: int) -> int:
        """Return the offset in the original of the folded character at `offset`."""
        return offset if self.starts is None else self.starts[offset]


def letters_of(text: str) -> str:
    """Return the letters and digits of a text, folded and without anything between them."""
    return _NO_LETTER.sub("", fold_text(text))


def fold_text(text: str) -> str:
    """Fold a text, without the way back.

    Line feeds stay, so a document can be folded in one go and split again into its sentences.
    """
    return _SPECIAL.sub(_folded, _marked(text)).lower()


def _folded(match: re.Match[str]) -> str:
    return match[0].translate(_TABLE)


def fold(text: str) -> Folded:
    r"""Fold a text and keep the way back.

    >>> fold("Eén Cliënt, ‘co\u00adördinatie’").text
    "één client, 'coordinatie'"
    """
    marked = _marked(text)
    folded = marked.translate(_TABLE)
    if _TABLE.uneven.isdisjoint(marked):
        return Folded(folded)
    starts: list[int] = []
    for offset, character in enumerate(marked):
        starts.extend([offset] * len(_TABLE[ord(character)]))
    starts.append(len(text))
    return Folded(folded, tuple(starts))


def _marked(text: str) -> str:
    """Put a character that folding keeps in the place of the accents that it must not take."""
    return _ONE.sub(_ACUTE * 2, text) if "é" in text or "É" in text else text
