"""A picture of a page with what was read on it drawn in, so that a doubtful reading can be judged by eye."""

import io
from itertools import groupby

import pdfplumber
from pdfplumber.display import PageImage
from PIL.ImageFont import load_default

from beloften.extract.document import Box, Document, Kind, Paragraph

RESOLUTION = 110
"""Pixels per inch."""

POINTS_PER_INCH = 72
MARGIN = 2.0
"""Points by which a box is wider than what stands in it."""

LEGEND_HEIGHT = 28
"""Pixels."""

Colour = tuple[int, int, int]

# Okabe and Ito's palette, which the colour-blind can tell apart (jfly.uni-koeln.de/color)
COLOURS = {
    Kind.BODY: (0, 114, 178),
    Kind.HEADING: (213, 94, 0),
    Kind.LIST_ITEM: (0, 158, 115),
    Kind.TABLE: (204, 121, 167),
    Kind.FOOTNOTE: (86, 180, 233),
    Kind.CAPTION: (230, 159, 0),
    Kind.RUNNING: (150, 150, 150),
    Kind.STRUCK: (240, 228, 66),
    Kind.HIDDEN: (0, 0, 0),
}


def picture_of_page(data: bytes, document: Document, index: int) -> bytes:
    """Draw the paragraphs of a page on its picture.

    Each block of lines that belong together has a box in the colour of its kind, with its place in the
    reading order beside it; a paragraph that goes on in another column or on another page has one box for
    each part, with the same number.

    Args:
        data: the PDF.
        document: what was read from it.
        index: 0-based index of the page.

    Returns:
        A PNG file.
    """
    with pdfplumber.open(io.BytesIO(data), pages=[index + 1]) as pdf:
        page = pdf.pages[0]
        image = page.to_image(resolution=RESOLUTION)
        for number, paragraph in enumerate(document.paragraphs, 1):
            for box in _blocks(paragraph, index):
                _draw(image, box, number, COLOURS[paragraph.kind])
        _draw_legend(image)
        file = io.BytesIO()
        image.annotated.save(file, format="PNG")
        page.close()
    return file.getvalue()


def _draw(image: PageImage, box: Box, number: int, colour: Colour) -> None:
    """Draw a box, a little wider than its letters, with its number to the left of it."""
    left, top = image.page.bbox[0], image.page.bbox[1]
    shown = (
        box.left + left - MARGIN,
        box.top + top - MARGIN,
        box.right + left + MARGIN,
        box.bottom + top + MARGIN,
    )
    image.draw_rect(shown, fill=(*colour, 24), stroke=colour, stroke_width=2)
    pixels = RESOLUTION / POINTS_PER_INCH
    font = load_default(size=12)
    width = font.getlength(f"{number} ")
    place = ((box.left - MARGIN) * pixels - width, box.top * pixels)
    image.draw.text(place, str(number), fill=colour, font=font)


def _draw_legend(image: PageImage) -> None:
    """Name the kinds in their colours at the top of the page."""
    font = load_default(size=14)
    x = 10.0
    length = font.getlength("".join(f"{kind}    " for kind in COLOURS))
    image.draw.rectangle((0, 0, x + length, LEGEND_HEIGHT), fill="white")  # to be read on a photograph too
    for kind, colour in COLOURS.items():
        image.draw.text((x, 6), kind, fill=colour, font=font)
        x += font.getlength(f"{kind}    ")


def _blocks(paragraph: Paragraph, index: int) -> list[Box]:
    """The parts of a paragraph on a page: lines below each other make one box, a jump up begins another."""
    runs = [run for run in paragraph.runs if run.page_index == index]
    column = 0
    columns = []
    for number, run in enumerate(runs):
        if number and run.box.bottom < runs[number - 1].box.top:
            column += 1
        columns.append((column, run.box))
    return [
        Box.around([box for _, box in members]) for _, members in groupby(columns, key=lambda pair: pair[0])
    ]
