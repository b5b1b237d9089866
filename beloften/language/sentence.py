"""The sentence, the unit in which codes are counted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph.

    Attributes:
        text: the characters of the paragraph from `start` to `end`.
        start: offset in the text of the paragraph.
        paragraph: number that sentences of the same paragraph share; a sentence can only continue one before
            it of the same paragraph.
        codable: false for a heading, a reference or a list of names: these carry no codes (codebook 3.1).
    """

    text: str
    start: int
    paragraph: int
    codable: bool = True

    @property
    def end(self) -> int:
        """Offset behind the last character in the text of the paragraph."""
        return self.start + len(self.text)
