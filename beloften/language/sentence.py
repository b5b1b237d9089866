"""The sentence, the unit in which codes are counted."""

from collections.abc import Iterable
from typing import NamedTuple

from beloften.language.fold import fold_text
from beloften.language.suspended import complete
from beloften.language.words import find_words


class Sentence(NamedTuple):
    """One sentence of a paragraph; a tuple because a document has tens of thousands.

    Attributes:
        text: the characters of the paragraph from `start` to `end`.
        start: offset in the text of the paragraph.
        paragraph: number that sentences of the same paragraph share; a sentence can only continue one before
            it of the same paragraph.
        codable: false for a heading, a reference or a list of names: these carry no codes (docs/method.md).
    """

    text: str
    start: int
    paragraph: int
    codable: bool = True

    @property
    def end(self) -> int:
        """Offset behind the last character in the text of the paragraph."""
        return self.start + len(self.text)


def words_of(sentences: Iterable[Sentence]) -> list[list[str]]:
    """Return the folded words of each sentence, suspended compounds completed; all are folded in one go."""
    lines = [sentence.text.replace("\n", " ") for sentence in sentences]
    if not lines:
        return []
    folded = fold_text("\n".join(lines)).split("\n")
    found = [find_words(line) for line in folded]
    for line, words in zip(folded, found, strict=True):
        if "- " in line or "-," in line:
            complete(words)
    return found
