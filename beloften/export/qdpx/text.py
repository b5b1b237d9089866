"""The plain text of a document in a project, and where its sentences stand in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from beloften.errors import UsageError
from beloften.run.text import CountedText
from beloften.rundir.rows import Bevinding

_JOINER = "\u2060"
_UNKNOWN = "\ufffd"
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text with the places of its sentences.

    Attributes:
        text: paragraphs parted by blank lines; the only control characters are line feeds.
        spans: start and end of each sentence, counted in code points from 0, the end behind the last.
    """

    text: str
    spans: tuple[tuple[int, int], ...]


def plain_text(counted: CountedText) -> PlainText:
    """Return what was counted of a document as one text."""
    starts, length, parts = [], 0, []
    for paragraph in counted.paragraphs:
        starts.append(length)
        parts.append(f"{safe(paragraph.text)}\n")
        length += len(paragraph.text) + 2
    spans = [
        (
            starts[sentence.paragraph] + sentence.start,
            starts[sentence.paragraph] + sentence.start + len(sentence.text),
        )
        for sentence in counted.sentences
    ]
    return PlainText("\n".join(parts), tuple(spans))


def safe(text: str) -> str:
    """Replace what programs take for a line end, a mark or nothing at all, a character for a character.

    A control character becomes a space, a byte order mark a word joiner, half a character the sign for an
    unknown one: so each program counts the same positions.
    """
    return _UNSAFE.sub(_replacement, text)


def _replacement(found: re.Match[str]) -> str:
    match found[0]:
        case "\ufeff":
            return _JOINER
        case "\ufffe" | "\uffff":
            return _UNKNOWN
        case letter:
            return _UNKNOWN if "\ud800" <= letter <= "\udfff" else " "


def check_quotations(written: bytes, plain: PlainText, findings: Sequence[Bevinding]) -> None:
    """Check that each finding stands where the project says, in the bytes that are written.

    Args:
        written: the text file.
        plain: with the places that are written.
        findings: of the document.

    Raises:
        UsageError: a sentence does not stand at its place.
    """
    text = written.decode("utf-8")
    for finding in findings:
        start, end = (
            plain.spans[finding.sentence_index] if finding.sentence_index < len(plain.spans) else (0, 0)
        )
        if not finding.sentence or text[start:end] != safe(finding.sentence):
            problem = (
                f"{finding.document}: sentence {finding.sentence_index} is not the one that was scanned."
            )
            raise UsageError(problem, "Scan again, and export that run.")
