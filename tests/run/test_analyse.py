"""One document from its bytes to findings, each with its place."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from beloften.codebook.schema import Codebook
from beloften.corpus.source import Source
from beloften.detect.detector import Detector
from beloften.extract.document import Box, Document, Kind, Page, PageLabel, Paragraph, Quality, Run
from beloften.extract.read import OpenDocument
from beloften.run.analyse import analyse
from beloften.run.options import ReadingOptions
from beloften.run.result import DocumentResult

VOORBEELD = Path(__file__).parents[2] / "corpora" / "voorbeeld"


@pytest.fixture
def analysed(codebook_of: Callable[..., Codebook]) -> Callable[[bytes, str], DocumentResult]:
    detector = Detector(
        codebook_of(
            maatwerk="kind: belofte\npatterns: [op maat]",
            samen="kind: belofte\npatterns: [gemeente, inwoner*]",
        )
    )
    return lambda data, name: analyse(
        Source(Path(name), name, "", "", "", None, "", "", "", "Proef 2014"), data, detector
    )


Analysed = Callable[[bytes, str], DocumentResult]


def test_a_finding_stands_between_its_neighbours_below_its_heading(analysed: Analysed) -> None:
    text = "# Zorg\n\nEr is hulp. Wij bieden hulp op maat. Dat helpt.\n"
    (found,) = analysed(text.encode(), "nota.md").findings
    assert (found.before, found.sentence, found.after) == (
        "Er is hulp.",
        "Wij bieden hulp op maat.",
        "Dat helpt.",
    )
    assert found.heading == "Zorg"
    assert found.page_label.startswith("¶")
    assert found.boxes == ()


def test_words_and_sentences_are_counted_and_numbers_are_no_words(analysed: Analysed) -> None:
    result = analysed(b"In 2014 waren er 12 teams. Dat hielp.", "nota.txt")
    assert (result.words, result.sentences) == (6, 2)


def test_a_fingerprint_stays_when_text_around_the_sentence_changes(analysed: Analysed) -> None:
    (before,) = analysed(b"Er is hulp. Wij bieden hulp op maat.", "nota.txt").findings
    (after,) = analysed(b"Nieuw begin. Er is zorg. Wij bieden hulp op maat.", "nota.txt").findings
    assert before.fingerprint == after.fingerprint


def test_equal_sentences_have_fingerprints_of_their_own(analysed: Analysed) -> None:
    findings = analysed(b"Hulp op maat is er. Hulp op maat is er.", "nota.txt").findings
    assert len({finding.fingerprint for finding in findings}) == 2


def test_a_file_that_is_no_document_says_why(analysed: Analysed) -> None:
    damaged = analysed(b"geen pdf", "nota.pdf")
    assert (damaged.status, damaged.is_read, damaged.words) == ("damaged", False, 0)
    assert damaged.remark
    assert analysed(b"PK", "nota.pptx").status == "unsupported"


@pytest.mark.parametrize("name", ["vlierwaard-2015.pdf", "hollerdam-2013.pdf"])
def test_in_a_pdf_every_match_has_a_box_on_the_page_of_its_label(analysed: Analysed, name: str) -> None:
    result = analysed((VOORBEELD / name).read_bytes(), name)
    labels = {page.index: page.label for page in result.pages}
    assert len(result.findings) > 10
    for found in result.findings:
        assert len(found.boxes) >= len(found.finding.matches)
        assert all(0 <= box.left < box.right and 0 <= box.top < box.bottom for _, box in found.boxes)
        assert found.page_index in labels
    assert sum(page.words for page in result.pages) == result.words > 2_000


def test_the_same_bytes_give_the_same_result(analysed: Analysed) -> None:
    data = (VOORBEELD / "hollerdam-2013.pdf").read_bytes()
    assert analysed(data, "a.pdf") == analysed(data, "a.pdf")


TEXT = "Eerst hulp op maat. Dan hulp op maat en zorg op maat. Ook hulp op maat."


def two_pages(break_before: str) -> Document:
    """A paragraph of three sentences of which the page breaks in the space before some words."""
    box = Box(50, 50, 500, 62)
    cut = TEXT.index(break_before)
    runs = (Run(0, cut - 1, 0, 0, box), Run(cut, len(TEXT), 1, 0, box))
    pages = tuple(
        Page(index, (PageLabel(label, "folio"),), 595, 842, Quality.OK, 8, 1.0)
        for index, label in enumerate(("33", "34"))
    )
    return Document("pdf", pages, (Paragraph(TEXT, Kind.BODY, runs),), Quality.OK, "", "proef")


@pytest.mark.parametrize(
    ("break_before", "labels", "pages"),
    [
        ("en zorg", ["33", "33-34", "34"], [("33", 2, 12), ("34", 1, 4)]),
        ("Dan hulp", ["33", "34", "34"], [("33", 1, 4), ("34", 2, 12)]),
        ("Ook hulp", ["33", "33", "34"], [("33", 2, 12), ("34", 1, 4)]),
    ],
)
def test_a_citation_names_a_range_only_for_a_sentence_that_runs_over_pages(
    codebook_of: Callable[..., Codebook],
    monkeypatch: pytest.MonkeyPatch,
    break_before: str,
    labels: list[str],
    pages: list[tuple[str, int, int]],
) -> None:
    detector = Detector(codebook_of(maatwerk="kind: belofte\npatterns: [op maat]"))

    @contextmanager
    def opened(*_: object, **__: object) -> Iterator[OpenDocument]:
        yield OpenDocument(two_pages(break_before))

    monkeypatch.setattr("beloften.run.analyse.open_document", opened)
    source = Source(Path("a.pdf"), "a.pdf", "", "", "", None, "", "", "", "Proef 2014")
    result = analyse(source, b"", detector)
    assert [found.page_label for found in result.findings] == labels
    assert [(page.label, page.sentences, page.words) for page in result.pages] == pages


def test_a_document_without_words_is_empty(analysed: Analysed) -> None:
    assert analysed(b"... 12 345 !!\n", "nota.txt").status == "empty"


@pytest.mark.parametrize(
    ("section", "sentences"), [("zorg", 2), ("ZORG|wonen", 3), ("", 3), ("^jeugd", 1), ("sport", 0)]
)
def test_a_scan_can_be_held_to_what_stands_below_some_headings(
    codebook_of: Callable[..., Codebook], section: str, sentences: int
) -> None:
    text = b"# Zorg\n\nHulp op maat.\n\n## Jeugd\n\nOok op maat.\n\n# Wonen\n\nHuizen op maat.\n"
    detector = Detector(codebook_of(maatwerk="kind: belofte\npatterns: [op maat]"))
    source = Source(Path("a.md"), "a.md", "", "", "", None, "", "", "", "Proef 2014")
    result = analyse(source, text, detector, ReadingOptions(section=section))
    assert len(result.findings) == sentences
    assert result.is_read is bool(sentences)


def test_the_share_of_dutch_words_is_known_of_a_text_without_pages_too(analysed: Analysed) -> None:
    assert analysed(b"De gemeente is er voor de inwoners en dat is goed.", "nota.txt").dutch > 0.5
    assert analysed(b"Xyzzy frobnicate quux plugh.", "nota.txt").dutch < 0.1


def test_every_sentence_is_kept_with_its_place_and_its_words_but_not_its_text(analysed: Analysed) -> None:
    text = "# Visie\n\nHet wijkteam helpt. Zo komt hulp dichtbij!\n\nHet wijkteam helpt."
    result = analysed(text.encode(), "a.md")
    zinnen = list(result.zinnen)
    assert [(zin.paragraph, zin.words) for zin in zinnen] == [(0, 1), (1, 3), (1, 4), (2, 3)]
    assert [zin.hash == zinnen[1].hash for zin in zinnen] == [False, True, False, True]
    assert sum(zin.words for zin in zinnen) == result.words
