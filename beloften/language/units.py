"""From the paragraphs of a document to its sentences, and which of those can carry codes."""

import re
from collections.abc import Sequence
from itertools import islice

from beloften.extract.document import Kind, Paragraph
from beloften.language.sentence import Sentence
from beloften.language.sentences import sentence_bounds

FEWEST_WORDS = 3
"""A codable sentence has at least this many words; a list item may be shorter, it is a phrase of policy."""

FEWEST_WORDS_OF_CELL = 6
"""A cell of a table speaks from this many words on; below it is a name or an amount."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_REFERENCE = re.compile(r"https?://|www\.|\bKamerstuk|\bStaatsblad\b|\bStb\.|\bStcrt\b|\bISBN\b|\bTK 20\d\d")


def sentences_of(paragraphs: Sequence[Paragraph]) -> list[Sentence]:
    """Return all sentences, in order; `Sentence.paragraph` is the index of the paragraph."""
    return [
        Sentence(text := paragraph.text[start:end], start, index, is_codable(paragraph.kind, text))
        for index, paragraph in enumerate(paragraphs)
        for start, end in sentence_bounds(paragraph.text)
    ]


def is_codable(kind: Kind, text: str) -> bool:
    """Whether a sentence can carry codes; headings, captions, references and bare names cannot."""
    if kind in {Kind.HEADING, Kind.CAPTION, Kind.RUNNING}:
        return False
    if kind is Kind.FOOTNOTE and _REFERENCE.search(text):
        return False
    if kind is Kind.LIST_ITEM:
        return True
    fewest = FEWEST_WORDS_OF_CELL if kind is Kind.TABLE else FEWEST_WORDS
    return any(islice(_WORD.finditer(text), fewest - 1, None))
