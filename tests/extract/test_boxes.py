from itertools import pairwise

import pypdfium2 as pypdfium

from beloften.extract.boxes import boxes_of, estimated_boxes
from beloften.extract.document import Box
from beloften.extract.read import read_document
from tests.extract.pages import pdf

_TEXT = "De gemeente wil dat alle inwoners mee kunnen doen en dat zij in hun eigen wijk de zorg krijgen. "


def _text_in(data: bytes, page: int, box: Box) -> str:
    sheet = pypdfium.PdfDocument(data)[page]
    height = sheet.get_height()
    edges = (box.left - 0.5, height - box.bottom - 0.5, box.right + 0.5, height - box.top + 0.5)
    return str(sheet.get_textpage().get_text_bounded(*edges))


def test_a_box_lies_around_the_words_on_the_page() -> None:
    data = pdf(_TEXT * 3)
    paragraph = read_document(data, "nota.pdf").text_paragraphs[0]
    start = paragraph.text.index("inwoners")
    ((page, box),) = boxes_of(data, [(paragraph, start, start + len("inwoners"))])[0]
    assert _text_in(data, page, box).strip() == "inwoners"


def test_words_over_two_lines_have_two_boxes() -> None:
    data = pdf(_TEXT)
    paragraph = read_document(data, "nota.pdf").text_paragraphs[0]
    (boxes,) = boxes_of(data, [(paragraph, 0, len(paragraph.text))])
    assert len(boxes) == len(paragraph.runs)
    assert all(above.top < below.top for (_, above), (_, below) in pairwise(boxes))


def test_words_on_several_pages_are_found_on_each() -> None:
    data = pdf(f"{_TEXT}\n#pagebreak()\nDe gemeente doet ook dit voor haar inwoners.")
    paragraphs = read_document(data, "nota.pdf").text_paragraphs
    found = boxes_of(data, [(paragraph, 0, len("De gemeente")) for paragraph in paragraphs])
    assert [boxes[0][0] for boxes in found] == [0, 1]


def test_nothing_asked_opens_nothing() -> None:
    assert boxes_of(b"", []) == []


def test_estimated_boxes_lie_near_the_exact_ones() -> None:
    data = pdf(_TEXT * 3)
    paragraph = read_document(data, "nota.pdf").text_paragraphs[0]
    spans = [(paragraph, start, start + 12) for start in range(0, len(paragraph.text) - 12, 7)]
    for exact, rough in zip(boxes_of(data, spans), estimated_boxes(spans), strict=True):
        assert [page for page, _ in exact] == [page for page, _ in rough]
        assert all(
            abs(one.left - two.left) < 12 and abs(one.right - two.right) < 12
            for (_, one), (_, two) in zip(exact, rough, strict=True)
        )
