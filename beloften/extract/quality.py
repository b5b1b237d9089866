"""How far the text of a page can be trusted, judged by its words."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import filterfalse

from beloften.extract.characters import is_unreadable
from beloften.extract.common_words import DUTCH, ENGLISH, FRISIAN
from beloften.extract.document import ASIDE, Page, Paragraph, Quality

_LETTER = re.compile(r"[^\W\d_]")
_VOWEL = re.compile("[aeiouyàáäâèéëêìíïîòóöôùúüûý]")
_DUTCH_SHARE = 0.12  # lists of names and agenda items stay above it, other languages do not
_OTHER_SHARE = 0.2  # running text in a language has twice this share of its own common words
_MARGIN = 1.3  # Frisian and Dutch share words; the other language must be clearly ahead
_ENOUGH_WORDS = 20  # below it, a page says too little about its language
_LIKE_A_WORD = 0.7  # share of the words of a readable page that have a vowel
_FEW_WORDS = 12  # an image with fewer words on it is a scan
_PARTIAL_SHARE = 0.1  # of the pages; a title page that is a photograph spoils no document
TRY_OCR = "; try --ocr"
"""What the remark on pages that cannot be read advises."""

_LISTED = 8  # pages named in a remark


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the words of a text tell.

    Attributes:
        quality: OK, EMPTY, GARBLED or OTHER_LANGUAGE.
        words: number of words.
        dutch: share of the words that are common Dutch words.
    """

    quality: Quality
    words: int
    dutch: float


def judge_words(words: Sequence[str]) -> Verdict:
    """Judge a text by its words, given in lower case and split at white space."""
    plain = list(filter(str.isalpha, words))
    count = len(plain) + sum(
        1 for word in filterfalse(str.isalpha, words) if word[0].isalpha() or word[-2:-1].isalpha()
    )
    if not words:
        return Verdict(Quality.EMPTY, 0, 0.0)
    if not plain:
        return Verdict(Quality.OK, count, 0.0)
    dutch = sum(map(DUTCH.__contains__, plain)) / len(plain)
    quality = Quality.OK
    if (dutch < _OTHER_SHARE * _MARGIN and len(plain) >= _ENOUGH_WORDS) or _may_be_frisian(plain):
        other = max(sum(map(language.__contains__, plain)) for language in (ENGLISH, FRISIAN)) / len(plain)
        if other > max(_OTHER_SHARE, _MARGIN * dutch):
            quality = Quality.OTHER_LANGUAGE
        elif dutch < _DUTCH_SHARE and not _looks_like_words(plain):
            quality = Quality.GARBLED
    return Verdict(quality, count, dutch)


def judge_text(text: str) -> Verdict:
    """Judge a text, of a page or of a whole file."""
    verdict = judge_words(text.lower().split())
    return Verdict(Quality.GARBLED, 0, 0.0) if is_unreadable(text) else verdict


def is_scan(words: int, image_share: float) -> bool:
    """Tell whether a page is the image of a page.

    Args:
        words: number of words in its text layer.
        image_share: share of the page that images cover.
    """
    return words < _FEW_WORDS and image_share > 1 / 2


def judge_document(pages: Sequence[Page]) -> tuple[Quality, str]:
    """Return the verdict on a document and one line on what is wrong with it."""
    kinds = Counter(page.quality for page in pages)
    bad = [page for page in pages if page.quality in (Quality.SCANNED, Quality.GARBLED)]
    full = [page for page in pages if page.quality is not Quality.EMPTY]
    if not full:
        return Quality.EMPTY, remark_on(Quality.EMPTY)
    readable = [page for page in full if page.quality in (Quality.OK, Quality.OTHER_LANGUAGE)]
    words = sum(page.words for page in readable)
    foreign = sum(page.words for page in readable if page.quality is Quality.OTHER_LANGUAGE)
    if len(bad) > len(readable) and words < _FEW_WORDS * len(bad):
        quality = max((Quality.SCANNED, Quality.GARBLED), key=lambda kind: kinds[kind])
        return quality, remark_on(quality)
    if len(bad) > _PARTIAL_SHARE * len(full) or kinds[Quality.GARBLED]:
        return Quality.PARTIAL, f"{len(bad)} of {len(pages)} pages cannot be read{TRY_OCR}: {_named(bad)}."
    if 2 * foreign > words:
        return Quality.OTHER_LANGUAGE, remark_on(Quality.OTHER_LANGUAGE)
    dutch = sum(page.dutch * page.words for page in readable)
    if words and dutch < _DUTCH_SHARE * words:
        return Quality.OK, "There is hardly any running text in it."
    return Quality.OK, f"Images without text: {_named(bad)}." if bad else ""


def judge_text_left(quality: Quality, remark: str, paragraphs: Sequence[Paragraph]) -> tuple[Quality, str]:
    """Take back the verdict on a document, and what was remarked, when no word of it counts as text."""
    if quality in (Quality.SCANNED, Quality.GARBLED):
        return quality, remark
    aside = [paragraph.kind in ASIDE for paragraph in paragraphs if _LETTER.search(paragraph.text)]
    if not all(aside):
        return quality, remark
    if aside:
        where = "stand in running heads, run up or down the page, or are not shown"
        return Quality.EMPTY, f"All its words {where}; `beloften text --all` shows them."
    return Quality.EMPTY, remark if quality is Quality.EMPTY else "There are no words in it."


def remark_on(quality: Quality) -> str:
    """Say in one line what a verdict on a whole document means."""
    match quality:
        case Quality.SCANNED:
            return "The pages are images; read them with --ocr."
        case Quality.GARBLED:
            return "The text layer is not readable; read the pages with --ocr."
        case Quality.EMPTY:
            return "There is no text in it."
        case Quality.OTHER_LANGUAGE:
            return "The text is not Dutch."
        case _:
            return ""


def _named(pages: Sequence[Page]) -> str:
    names = ", ".join(f"p. {page.labels[0].text}" for page in pages[:_LISTED])
    return names + (", …" if len(pages) > _LISTED else "")


def _may_be_frisian(words: Sequence[str]) -> bool:
    return len(words) >= _ENOUGH_WORDS and 2 * words.count("fan") > words.count("van") and "fan" in words


def _looks_like_words(words: Sequence[str]) -> bool:
    return sum(1 for word in words if _VOWEL.search(word)) > _LIKE_A_WORD * len(words)
