import io
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from beloften.export.boxes import boxes_in
from beloften.export.html.crop import MARKER, Picture, frame_of, pictures_of
from beloften.extract.document import Box
from tests.export.building import CORPUS, sample

MATERIAL = sample()
FINDING = next(row for row in MATERIAL.run.bevindingen if row.code == "maatwerk")
PDF = (CORPUS / FINDING.document).read_bytes()


def picture(boxes: str) -> Picture:
    ((number, made),) = pictures_of(PDF, [(3, boxes_in(boxes))])
    assert number == 3
    return made


def is_marker(pixel: Sequence[int]) -> bool:
    return all(abs(one - other) < 25 for one, other in zip(pixel, MARKER, strict=True))


def test_the_words_are_marked_and_nothing_else() -> None:
    made = picture(FINDING.boxes)
    image = Image.open(io.BytesIO(made.data)).convert("RGB")
    assert image.size == (made.width, made.height)
    data = image.tobytes()
    pixels = [data[place : place + 3] for place in range(0, len(data), 3)]
    marked = [place for place, pixel in enumerate(pixels) if is_marker(pixel)]
    (_, box), *_ = boxes_in(FINDING.boxes)
    columns = [place % made.width for place in marked]
    assert 0.3 < len(marked) / ((box.right - box.left + 3) * (box.bottom - box.top + 3) * 1.4**2) < 1.05
    assert max(columns) - min(columns) == pytest.approx(1.4 * (box.right - box.left + 3), abs=4)


def test_the_same_words_make_the_same_bytes() -> None:
    assert picture(FINDING.boxes) == picture(FINDING.boxes)


def test_a_page_that_is_not_there_and_a_file_that_is_no_pdf_have_no_pictures() -> None:
    assert not list(pictures_of(PDF, [(0, boxes_in("999:1.0,1.0,2.0,2.0"))]))
    assert not list(pictures_of(b"geen pdf", [(0, boxes_in(FINDING.boxes))]))


SIDES = st.floats(0, 3000)


@given(SIDES, SIDES, SIDES, SIDES, st.floats(50, 3000), st.floats(50, 3000))
def test_a_picture_lies_within_its_page_and_has_a_bounded_size(
    left: float, top: float, width: float, height: float, page_width: float, page_height: float
) -> None:
    frame = frame_of([Box(left, top, left + width, top + height)], page_width, page_height)
    assert -1e-6 <= frame.left < frame.right <= page_width + 1e-6
    assert -1e-6 <= frame.top < frame.bottom <= page_height + 1e-6
    assert frame.right - frame.left <= 760 + 1e-6
    assert frame.bottom - frame.top <= 330 + 1e-6


@given(st.floats(0, 500), st.floats(0, 800))
def test_words_on_a_page_are_in_its_picture(left: float, top: float) -> None:
    frame = frame_of([Box(left, top, left + 60, top + 12)], 595, 842)
    assert frame.left <= left
    assert frame.right >= min(left + 60, 595)
    assert frame.top <= top
    assert frame.bottom >= min(top + 12, 842)
