"""The text of a document as a scan counts it, also for whoever needs it again after the scan."""

import hashlib
from dataclasses import dataclass

from beloften.extract.document import Document, Paragraph
from beloften.language.sentence import Sentence
from beloften.language.units import sentences_of
from beloften.run.options import WHOLE, ReadingOptions
from beloften.run.result import READ


@dataclass(frozen=True, slots=True)
class CountedText:
    """What is counted of a document.

    Attributes:
        paragraphs: those that count, in the order of the document; none of one that cannot be trusted.
        sentences: their sentences; `Bevinding.sentence_index` and `ZinRow.sentence_index` count them.
        sha256: of these paragraphs with their kinds, as in the column `text_sha256`; "" where there are none.
    """

    paragraphs: tuple[Paragraph, ...]
    sentences: list[Sentence]
    sha256: str


def counted_text(document: Document, options: ReadingOptions = WHOLE) -> CountedText:
    """Return what a scan counts of a document that was read.

    Args:
        document: as it was read.
        options: of the scan.
    """
    if document.quality not in READ:
        return CountedText((), [], "")
    paragraphs = tuple(filter(options.keeps, document.text_paragraphs))
    # with their kinds, because those decide which sentences can carry codes
    whole = "\n".join(f"{paragraph.kind} {paragraph.text}" for paragraph in paragraphs)
    return CountedText(paragraphs, sentences_of(paragraphs), hashlib.sha256(whole.encode()).hexdigest())
