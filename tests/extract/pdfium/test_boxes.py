from itertools import pairwise

import pypdfium2 as pypdfium
import pytest

from beloften.extract.document import Box
from beloften.extract.pdfium import sheets
from beloften.extract.read import open_document
from tests.extract.pages import pdf

_TEXT = "De gemeente wil dat alle inwoners mee kunnen doen en dat zij in hun eigen wijk de zorg krijgen. "


def _text_in(data: bytes, page: int, box: Box) -> str:
    sheet = pypdfium.PdfDocument(data)[page]
    height = sheet.get_height()
    edges = (box.left - 0.5, height - box.bottom - 0.5, box.right + 0.5, height - box.top + 0.5)
    return str(sheet.get_textpage().get_text_bounded(*edges))


def test_a_box_lies_around_the_words_on_the_page() -> None:
    data = pdf(_TEXT * 3)
    with open_document(data, "nota.pdf") as opened:
        paragraph = opened.document.text_paragraphs[0]
        start = paragraph.text.index("inwoners")
        ((page, box),) = opened.boxes([(paragraph, start, start + len("inwoners"))])[0]
    assert _text_in(data, page, box).strip() == "inwoners"


def test_words_over_two_lines_have_two_boxes() -> None:
    with open_document(pdf(_TEXT), "nota.pdf") as opened:
        paragraph = opened.document.text_paragraphs[0]
        (boxes,) = opened.boxes([(paragraph, 0, len(paragraph.text))])
    assert len(boxes) == len(paragraph.runs)
    assert all(above.top < below.top for (_, above), (_, below) in pairwise(boxes))


@pytest.mark.parametrize("most_open", [0, 1, 250])
def test_words_on_several_pages_are_found_on_each_however_many_stay_open(
    most_open: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST_OPEN", most_open)
    data = pdf(f"{_TEXT}\n#pagebreak()\nDe gemeente doet ook dit voor haar inwoners.")
    with open_document(data, "nota.pdf") as opened:
        found = opened.boxes([(each, 0, len("De gemeente")) for each in opened.document.text_paragraphs])
    assert [boxes[0][0] for boxes in found] == [0, 1]
    assert all(_text_in(data, *boxes[0]).strip() == "De gemeente" for boxes in found)


def test_a_text_without_pages_has_no_boxes() -> None:
    with open_document(b"De gemeente.", "nota.txt") as opened:
        assert opened.boxes([(opened.document.paragraphs[0], 0, 2)]) == [()]
