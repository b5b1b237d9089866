"""The picture of a page shows what was read on it."""

import io
from pathlib import Path

import pytest
from PIL import Image

from beloften.extract.document import Box, Document, Kind
from beloften.extract.picture import COLOURS, POINTS_PER_INCH, RESOLUTION, picture_of_page
from beloften.extract.read import read_document

VOORBEELD = Path(__file__).parents[2] / "corpora" / "voorbeeld"
DATA = (VOORBEELD / "vlierwaard-2015.pdf").read_bytes()


@pytest.fixture(scope="module")
def document() -> Document:
    return read_document(DATA, "vlierwaard-2015.pdf")


@pytest.fixture(scope="module")
def picture(document: Document) -> Image.Image:
    return Image.open(io.BytesIO(picture_of_page(DATA, document, 2))).convert("RGB")


def boxes(document: Document, kind: Kind) -> list[Box]:
    return [
        run.box
        for paragraph in document.paragraphs
        for run in paragraph.runs
        if paragraph.kind is kind and run.page_index == 2
    ]


def test_the_picture_has_the_size_of_the_page(document: Document, picture: Image.Image) -> None:
    page = document.pages[2]
    pixels = RESOLUTION / POINTS_PER_INCH
    assert picture.size == pytest.approx((page.width * pixels, page.height * pixels), abs=2)


@pytest.mark.parametrize("kind", [Kind.BODY, Kind.HEADING, Kind.RUNNING])
def test_every_paragraph_has_a_box_in_the_colour_of_its_kind(
    document: Document, picture: Image.Image, kind: Kind
) -> None:
    pixels = RESOLUTION / POINTS_PER_INCH
    found = boxes(document, kind)
    assert found
    for box in found:
        beside = picture.crop(
            (
                int((box.left - 6) * pixels),
                int(box.top * pixels),
                int((box.right + 6) * pixels),
                int(box.bottom * pixels),
            )
        )
        colours = {colour for _, colour in beside.getcolors(1 << 20) or []}
        assert COLOURS[kind] in colours


def test_the_same_page_gives_the_same_picture(document: Document) -> None:
    assert picture_of_page(DATA, document, 1) == picture_of_page(DATA, document, 1)
