"""From lines to the text of a paragraph, with runs that lead back to the page."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence

from beloften.extract.characters import UNSEEN, with_spaces
from beloften.extract.document import Box, Run
from beloften.extract.layout.hyphens import CUT, FOLLOWS_SUSPENDED, REAL, SUSPENDED, meaning
from beloften.extract.pdfium.line import Line

# What cannot stay as it is on the page: white space of more than one blank, invisible characters, ligatures.
_UNSEEN = "\\xad\\u200b-\\u200d\\u2060\\ufeff"
_ODD = re.compile(
    rf"[\s{_UNSEEN}]{{2,}}|[^\S ]|[{_UNSEEN}\ufffd\x00-\x1f\x7f\ufffe\ufb00-\ufb06\U000f0000-\U000fffff]"
)
_SPACE = re.compile(r"\s")
_OLD_BREAK = re.compile(r"(?<![\w-])([^\W\d_]{2,})- (?=([^\W\d_]{2,}))")
_HYPHEN_AT_END = re.compile(rf"(?<=\w){UNSEEN}*[-\xad]$")  # PDFium can give the hyphen as a line of its own


def compose(lines: Sequence[Line], words: Collection[str]) -> tuple[str, tuple[Run, ...]]:
    """Join lines into running text.

    Args:
        lines: in reading order.
        words: the words of the document in lower case, by which line-end hyphens are judged.

    Returns:
        The text with single spaces, and the stretches of it that stand on one line each.
    """
    pieces: list[str] = []
    runs: list[Run] = []
    length = 0
    last = len(lines) - 1
    for number, line in enumerate(_without_old_breaks(lines, words)):
        box = Box(line.left, line.top, line.right, line.bottom)
        body, sign, joint = line.text, "", " "
        if number < last:
            if line.hyphen:
                sign = "-"
            elif body[-1] in "-\xad" and _HYPHEN_AT_END.search(body):
                body, sign = body[:-1], body[-1]
            if sign:
                found = meaning(body.rstrip(UNSEEN), lines[number + 1].text, words) if sign == "-" else CUT
                body, joint = (
                    (body + "-", found[1:]) if found in (REAL, SUSPENDED) else (body.rstrip("-\xad"), CUT)
                )
            elif body.endswith("/"):
                joint = ""
        elif line.hyphen:
            body += "-"
        begun = length
        for text, source in _clean(body, line.start) if line.odd else ((body, line.start),):
            pieces.append(text)
            runs.append(Run(length, length + len(text), line.page, source, box))
            length += len(text)
        if number < last and joint and length > begun:
            pieces.append(joint)
            length += len(joint)
    return "".join(pieces), tuple(runs)


def _without_old_breaks(lines: Sequence[Line], words: Collection[str]) -> Iterator[Line]:
    """Put what no one sees for the hyphens of an earlier layout, in words that the document knows."""

    def mended(cut: re.Match[str]) -> str:
        known = (cut[1] + cut[2]).lower() in words and cut[2] not in FOLLOWS_SUSPENDED
        return cut[1] + 2 * UNSEEN if known else cut[0]

    for line in lines:
        text = _OLD_BREAK.sub(mended, line.text) if "- " in line.text else line.text
        yield line if text == line.text else line._replace(text=text, odd=True)


def _letters(odd: str) -> str:
    """Return what a reader sees of odd characters that are no white space."""
    if odd[0] > "\uffff":
        return with_spaces(odd)
    return unicodedata.normalize("NFKC", odd) if "\ufb00" <= odd <= "\ufb06" else ""


def _clean(text: str, source: int) -> Iterator[tuple[str, int]]:
    """Yield the stretches of a line that read one for one, with the place of each on the page."""
    done = 0
    for odd in _ODD.finditer(text):
        if odd.start() > done:
            yield text[done : odd.start()], source + done
        if _SPACE.search(odd[0]):
            yield " ", source + odd.start()
        else:  # a ligature becomes its letters, each of them at the place of the ligature
            letters = _letters(odd[0])
            for letter in letters if odd.start() else letters.lstrip():
                yield letter, source + odd.start()
        done = odd.end()
    if done < len(text):
        yield text[done:], source + done
