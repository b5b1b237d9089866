"""The text of a document as it was counted, to be had again after a scan."""

from collections import defaultdict
from pathlib import Path

import pytest

from beloften.extract.document import Document, Kind, Paragraph, Quality
from beloften.extract.read import read_document
from beloften.run.options import ReadingOptions
from beloften.run.text import counted_text
from beloften.rundir.read import read_run

VOORBEELD = Path(__file__).parents[2] / "corpora" / "voorbeeld"
ZORG = Paragraph("Er is zorg. Die is dichtbij.", Kind.BODY, section=("Zorg",), number=1)
WERK = Paragraph("Er is werk.", Kind.BODY, section=("Werk",), number=2)
FOLIO = Paragraph("12", Kind.RUNNING)


def document(*paragraphs: Paragraph, quality: Quality = Quality.OK) -> Document:
    return Document("txt", (), paragraphs, quality, "", "test")


def test_the_sentences_of_a_run_are_had_again_by_their_index() -> None:
    run = read_run(VOORBEELD / "baseline")
    found = defaultdict(list)
    for finding in run.bevindingen:
        found[finding.document].append(finding)
    for row in run.documenten:
        data = (VOORBEELD / row.document).read_bytes()
        text = counted_text(read_document(data, row.document))
        assert text.sha256 == row.text_sha256
        assert len(text.sentences) == row.sentences
        for finding in found[row.document]:
            assert text.sentences[finding.sentence_index].text == finding.sentence


def test_what_is_kept_aside_or_stands_below_other_headings_is_not_counted() -> None:
    text = counted_text(document(ZORG, FOLIO, WERK), ReadingOptions(section="zorg"))
    assert text.paragraphs == (ZORG,)
    assert [sentence.text for sentence in text.sentences] == ["Er is zorg.", "Die is dichtbij."]


def test_the_kind_of_a_paragraph_is_part_of_what_was_counted() -> None:
    heading = Paragraph(WERK.text, Kind.HEADING, number=2)
    assert counted_text(document(WERK)).sha256 != counted_text(document(heading)).sha256


@pytest.mark.parametrize("quality", [Quality.EMPTY, Quality.SCANNED, Quality.GARBLED])
def test_nothing_is_counted_of_a_document_that_cannot_be_trusted(quality: Quality) -> None:
    text = counted_text(document(ZORG, quality=quality))
    assert (text.paragraphs, text.sentences, text.sha256) == ((), [], "")
