"""One document from its bytes to its findings, each in its place."""

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beloften.corpus.source import Source
from beloften.detect.detector import Detector
from beloften.detect.finding import Finding
from beloften.detect.hits import pattern_hits
from beloften.errors import UnreadableError
from beloften.extract.document import Document, Paragraph, Quality
from beloften.extract.quality import judge_words
from beloften.extract.read import OpenDocument, open_document
from beloften.language.sentence import Sentence, words_of
from beloften.language.words import count_words
from beloften.run.fingerprint import fingerprints
from beloften.run.options import WHOLE, ReadingOptions
from beloften.run.result import (
    DocumentResult,
    PageResult,
    PatternHits,
    PlacedFinding,
    Sample,
    Zin,
    Zinnen,
    unread,
)
from beloften.run.text import counted_text


@dataclass(frozen=True, slots=True)
class _Text:
    """A document and what was made of it on the way to its findings."""

    source: Source
    opened: OpenDocument
    paragraphs: tuple[Paragraph, ...]
    sentences: list[Sentence]


def analyse(
    source: Source, data: bytes, detector: Detector, options: ReadingOptions = WHOLE
) -> DocumentResult:
    """Read a document and find the codes in it.

    A document that cannot be read is a result too: its status says why.

    Args:
        source: whose document it is; the file itself is not opened.
        data: the bytes of the file.
        detector: the codebook to read it with.
        options: how to read it.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        with open_document(data, source.name, ocr=options.ocr) as opened:
            return _analysed(source, sha256, opened, detector, options)
    except UnreadableError as error:
        return unread(source, error.status, str(error), sha256)


def _analysed(
    source: Source, sha256: str, opened: OpenDocument, detector: Detector, options: ReadingOptions
) -> DocumentResult:
    document = opened.document
    counted = counted_text(document, options)
    text = _Text(source, opened, counted.paragraphs, counted.sentences)
    words = words_of(text.sentences)
    zinnen = list(_zinnen(text, words))
    if counted.sha256 and not any(zin.words for zin in zinnen):
        remark = (
            "It has no text below headings that match --section."
            if options.section
            else "There are no words in it."
        )
        return unread(source, Quality.EMPTY, remark, sha256)
    findings = detector.detect(text.sentences, words)
    return DocumentResult(
        source=source,
        status=document.quality,
        remark=document.remark,
        sha256=sha256,
        text_sha256=counted.sha256,
        reader=document.reader,
        dutch=_dutch(document),
        pages=_pages(document, zinnen),
        findings=tuple(_placed(text, findings)),
        zinnen=Zinnen.of(zinnen),
        hits=tuple(_hits(text, detector)) if options.hits else (),
    )


def _hits(text: _Text, detector: Detector) -> Iterator[PatternHits]:
    for pattern, hits in pattern_hits(detector.read(text.sentences)).items():
        samples = tuple(_sample(text, index, evidence.words) for index, evidence in hits.samples)
        yield PatternHits(pattern, hits.matches, hits.counts, hits.alone, samples)


def _sample(text: _Text, index: int, words: str) -> Sample:
    sentence = text.sentences[index]
    label = page_label(text.opened.document, text.paragraphs[sentence.paragraph], sentence)
    return Sample(sentence.text, words, label)


def _dutch(document: Document) -> float:
    """Share of Dutch words over all pages, each page weighing as much as it has words."""
    if not document.pages:
        text = " ".join(paragraph.text for paragraph in document.text_paragraphs)
        return judge_words(text.lower().split()).dutch
    words = sum(page.words for page in document.pages)
    return sum(page.dutch * page.words for page in document.pages) / words if words else 0.0


def _pages(document: Document, zinnen: Sequence[Zin]) -> tuple[PageResult, ...]:
    """Count sentences and their words on the page where the sentence begins."""
    sentences = Counter(zin.page_index for zin in zinnen)
    words: Counter[int] = Counter()
    for zin in zinnen:
        words[zin.page_index] += zin.words
    if not document.pages:
        return (PageResult(0, "", document.quality, words[0], sentences[0]),)
    return tuple(
        PageResult(page.index, page.labels[0].text, page.quality, words[page.index], sentences[page.index])
        for page in document.pages
    )


def _zinnen(text: _Text, words: Sequence[list[str]]) -> Iterator[Zin]:
    for sentence, own in zip(text.sentences, words, strict=True):
        page = _page_at(text.paragraphs[sentence.paragraph], sentence.start)
        digest = hashlib.blake2b(" ".join(own).encode(), digest_size=6).hexdigest()
        yield Zin(page, sentence.paragraph, count_words(own), digest)


def _page_at(paragraph: Paragraph, offset: int) -> int:
    """The index of the page on which the character at an offset stands; 0 without pages."""
    if not paragraph.runs:
        return 0
    if paragraph.runs[0].page_index == paragraph.runs[-1].page_index:
        return paragraph.runs[0].page_index
    run = bisect_right(paragraph.runs, offset, key=lambda run: run.start) - 1
    return paragraph.runs[max(run, 0)].page_index


def _placed(text: _Text, findings: Sequence[Finding]) -> Iterator[PlacedFinding]:
    sentences = text.sentences
    spans = [
        (text.paragraphs[sentences[finding.sentence].paragraph], match.start, match.end)
        for finding in findings
        for match in finding.matches
    ]
    boxes = iter(text.opened.boxes(spans))
    prints = fingerprints(
        text.source.name, [(finding.code, sentences[finding.sentence].text) for finding in findings]
    )
    for finding, fingerprint in zip(findings, prints, strict=True):
        index = finding.sentence
        sentence = sentences[index]
        paragraph = text.paragraphs[sentence.paragraph]
        yield PlacedFinding(
            finding=finding,
            fingerprint=fingerprint,
            sentence=sentence.text,
            before=sentences[index - 1].text if index else "",
            after=sentences[index + 1].text if index + 1 < len(sentences) else "",
            heading=" > ".join(paragraph.section),
            page_index=_page_at(paragraph, sentence.start),
            page_label=page_label(text.opened.document, paragraph, sentence),
            boxes=tuple(box for _ in finding.matches for box in next(boxes)),
        )


def page_label(document: Document, paragraph: Paragraph, sentence: Sentence) -> str:
    """The printed page, "12", the range a sentence runs over, "33-34", or the paragraph's number, "¶7"."""
    if not paragraph.runs:
        return f"¶{paragraph.number}"
    labels = [
        document.label(run) for run in paragraph.runs if run.start < sentence.end and run.end > sentence.start
    ]
    if not labels or labels[0] == labels[-1]:
        return labels[0] if labels else document.label(paragraph.runs[0])
    return f"{labels[0]}-{labels[-1]}"
