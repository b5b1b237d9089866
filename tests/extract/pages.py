"""Makes lines and PDFs to test with."""

import typst

from beloften.extract.lines import Line


def line(text: str, left: float, top: float, **changes: object) -> Line:
    """Make a line of ten points high with five points for each character."""
    made = Line(
        page=0,
        start=0,
        end=len(text),
        text=text,
        left=left,
        top=top,
        right=left + 5 * len(text),
        bottom=top + 10,
        size=10.0,
        hyphen=False,
        upright=True,
    )
    return made._replace(**changes)  # type: ignore[arg-type]


def in_order(*lines: Line) -> list[Line]:
    """Give lines their places in the text of a page, as if the file drew them in this order."""
    placed = []
    start = 0
    for one in lines:
        placed.append(one._replace(start=start, end=start + len(one.text)))
        start += len(one.text) + 2
    return placed


def pdf(source: str, *, columns: int = 1, flipped: bool = False) -> bytes:
    """Typeset a PDF with pages of 300 by 400 points."""
    page = f"width: 300pt, height: 400pt, margin: 40pt, columns: {columns}, flipped: {str(flipped).lower()}"
    setting = f'#set page({page})\n#set text(size: 10pt, lang: "nl", hyphenate: true)\n'
    return bytes(typst.compile((setting + source).encode()))
