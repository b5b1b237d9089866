"""How documents are read in a scan."""

import re
from dataclasses import dataclass

from beloften.errors import UsageError
from beloften.extract.document import Paragraph


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What a user can ask of the reading of documents.

    Attributes:
        ocr: recognise the text of pages that are images or garbled.
        section: regular expression; only paragraphs below a heading in which it is found count, whatever
            the case of letters. "" for the whole document.
        only: names of documents (`corpus.only`); no other is read, but names and citations stay those of the
            whole corpus. () for all.
        hits: also note what each pattern of the codebook does in the document.
    """

    ocr: bool = False
    section: str = ""
    hits: bool = False
    only: tuple[str, ...] = ()

    def check(self) -> None:
        """Check what can be checked before documents are read.

        Raises:
            UsageError: when the expression cannot be read.
        """
        try:
            re.compile(self.section)
        except (re.error, RecursionError, OverflowError) as error:
            problem = f"The section {self.section!r} is no regular expression: {error}."
            raise UsageError(problem, "Write headings parted by |, such as 'zorg|jeugd'.") from error

    def keeps(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph counts."""
        if not self.section:
            return True
        return any(re.search(self.section, heading, re.IGNORECASE) for heading in paragraph.section)


WHOLE = ReadingOptions()
"""The whole document, as it is."""
