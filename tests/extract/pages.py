"""Makes lines and PDFs to test with."""

import typst

from beloften.extract.pdfium.line import Line


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


def drawn(*contents: str, resources: str = "", page: str = "", objects: tuple[str, ...] = ()) -> bytes:
    """Write a PDF with pages of 300 by 400 points by hand, each from the operators that draw it.

    Args:
        contents: of each page; /F1 is Helvetica, /F2 is bold.
        resources: more entries for the resources of all pages.
        page: more entries for each page.
        objects: more objects, from number 5 on.
    """
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica{} /Encoding /WinAnsiEncoding >>"
    first = 5 + len(objects)
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(contents)))
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} /MediaBox [0 0 300 400] >>",
        font.format(""),
        font.format("-Bold"),
        *objects,
    ]
    shared = f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> {resources} >>"
    for number, content in enumerate(contents):
        parts += [
            f"<< /Type /Page /Parent 2 0 R /Contents {first + 2 * number + 1} 0 R {page} {shared} >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    data = b"%PDF-1.7\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{part}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(parts) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()
