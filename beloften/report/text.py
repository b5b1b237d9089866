"""What was read from a document: as text for people, as JSON lines for programs."""

import json
from collections.abc import Iterator

from beloften.extract.document import Document, Kind, Paragraph
from beloften.language.sentences import sentence_bounds
from beloften.safe_text import json_text, visible


def as_text(document: Document, *, running: bool) -> Iterator[str]:
    """Yield lines: a rule for each new page, then its paragraphs with their kind where it is not body.

    A rule names the page on which the next paragraph begins.
    """
    page = None
    for paragraph in _paragraphs(document, running=running):
        first = paragraph.runs[0] if paragraph.runs else None
        if first and (here := (first.page_index, document.label(first))) != page:
            page = here
            yield f"--- {visible(here[1])}"
        kind = "" if paragraph.kind is Kind.BODY else f"[{paragraph.kind}] "
        yield f"{kind}{visible(paragraph.text)}"


def as_jsonl(document: Document, *, running: bool) -> Iterator[str]:
    """Yield a JSON object per paragraph.

    Keys: `page_index` (0-based; null without pages), `page_label` (the number of the paragraph without pages,
    null for what is kept aside), `kind`, `section` (list of headings), `text`, `sentences` (list of texts).
    """
    for paragraph in _paragraphs(document, running=running):
        first = paragraph.runs[0] if paragraph.runs else None
        number = f"¶{paragraph.number}" if paragraph.number else None
        row = {
            "page_index": first.page_index if first else None,
            "page_label": document.label(first) if first else number,
            "kind": paragraph.kind,
            "section": paragraph.section,
            "text": paragraph.text,
            "sentences": [paragraph.text[start:end] for start, end in sentence_bounds(paragraph.text)],
        }
        yield json_text(json.dumps(row, ensure_ascii=False))


def _paragraphs(document: Document, *, running: bool) -> tuple[Paragraph, ...]:
    return document.paragraphs if running else document.text_paragraphs
