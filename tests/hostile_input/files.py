"""Documents that harm who reads them carelessly, made small: bombs, loops, nesting, and lies."""

import zlib
from collections.abc import Iterator, Mapping

from tests.extract.pages import drawn
from tests.extract.zips import zipped

SECRET = "zeergeheim"  # noqa: S105 - no password, but a word to look for
"""What stands in a file of the user's that some of these documents try to have read."""

_NESTED = 20_000
_BOMB = 1500 * 1024**2  # bytes, unpacked; more than a worker may have


def objects(*bodies: str | bytes) -> bytes:
    """Write a PDF of these objects, without a table of where they stand; the first is its catalog."""
    data = b"%PDF-1.7\n"
    for number, body in enumerate(bodies, 1):
        data += b"%d 0 obj\n%s\nendobj\n" % (
            number,
            body.encode("latin-1") if isinstance(body, str) else body,
        )
    return data + b"trailer\n<< /Size %d /Root 1 0 R >>\n%%%%EOF\n" % (len(bodies) + 1)


def stream(data: bytes, entries: str = "") -> bytes:
    """Write a stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries.encode(), data)


def _page(content: bytes, entries: str = "") -> bytes:
    return objects(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 400] >>",
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
        stream(content, entries),
    )


def _spaces(size: int) -> bytes:
    """So many spaces, packed twice, without ever having them all."""
    inner, outer = zlib.compressobj(9), zlib.compressobj(9)
    block = b" " * 1024**2
    packed = [outer.compress(inner.compress(block)) for _ in range(size // len(block))]
    return b"".join([*packed, outer.compress(inner.flush()), outer.flush()])


_TREE = "<< /Type /Catalog /Pages 2 0 R >>"
_TEXT = "BT /F1 10 Tf 40 350 Td (De gemeente zorgt dat de hulp dichtbij is en op maat.) Tj ET"

_FORM_IN_ITSELF = """<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 5
/Resources << /XObject << /X 5 0 R >> >> >>
stream
/X Do
endstream"""


def pdfs() -> Mapping[str, bytes]:
    """Return PDF files by name."""
    good = drawn(_TEXT)
    deep = [
        f"<< /Type /Pages /Kids [{number + 3} 0 R] /Count 1 /Parent {number + 1} 0 R >>"
        for number in range(2000)
    ]
    return {
        "bom.pdf": _page(_spaces(_BOMB), "/Filter [/FlateDecode /FlateDecode]"),
        "lus-in-boom.pdf": objects(_TREE, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
        "lus-in-formulier.pdf": drawn(
            f"{_TEXT} /X Do", resources="/XObject << /X 5 0 R >>", objects=(_FORM_IN_ITSELF,)
        ),
        "diepe-boom.pdf": objects(_TREE, *deep, "<< /Type /Page /Parent 2 0 R >>"),
        "diepe-lijst.pdf": objects(
            "<< /Type /Catalog /Pages 2 0 R /X " + "[" * _NESTED + "]" * _NESTED + " >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        ),
        "te-veel-bladen.pdf": objects(
            _TREE, "<< /Type /Pages /Kids [" + "3 0 R " * 20_001 + "] /Count 20001 >>", "<< /Type /Page >>"
        ),
        "geen-bladen.pdf": objects(_TREE, "<< /Type /Pages /Kids [] /Count 0 >>"),
        "groot-en-leeg.pdf": _page(b"<" * 200_000),
        "afgebroken.pdf": good[: len(good) // 2],
        "alleen-een-kop.pdf": b"%PDF-1.7\n",
        "geen-pdf.pdf": b"MZ" + bytes(2000),
        "nul.pdf": b"",
        "reusachtig.pdf": drawn(_TEXT, page="/MediaBox [0 0 1e9 1e9]"),
        "zonder-maat.pdf": drawn(_TEXT, page="/MediaBox [0 0 0 0]"),
        "halve-letters.pdf": _half_letters(),
        "opdrachten.pdf": drawn(
            "BT /F1 10 Tf 40 350 Td (De hulp is <script>alert\\(1\\)</script> \\033[31m =1+1 op maat.) Tj ET"
        ),
    }


def _half_letters() -> bytes:
    """A font that says that its letters are halves of characters, which no UTF-8 can carry."""
    table = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <00> <FF> <D800> endbfrange"
    return objects(
        _TREE,
        "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 400] >>",
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        stream(_TEXT.encode()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        stream(table),
    )


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Id="r" Target="{}"/></Relationships>'
)


def docx(body: str, doctype: str = "", main: str = "word/document.xml") -> bytes:
    """Write a DOCX file with this in its body."""
    document = f"{doctype}<w:document {_WORD}><w:body>{body}</w:body></w:document>"
    return zipped({"_rels/.rels": _RELATIONS.format(main), "word/document.xml": document})


def packages(secret: str) -> Mapping[str, bytes]:
    """Return zipped documents by name.

    Args:
        secret: URL of a file of the user's.
    """
    paragraph = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    laughs = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    return {
        "bom.docx": docx(paragraph.format(" " * 70 * 1024**2)),
        "lach.docx": docx(paragraph.format("&e9;"), f'<!DOCTYPE x [<!ENTITY e0 "ha">{laughs}]>'),
        "van-buiten.docx": docx(paragraph.format("&e;"), f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret}">]>'),
        "doctype-van-buiten.docx": docx(paragraph.format("a"), f'<!DOCTYPE x SYSTEM "{secret}">'),
        "diep.docx": docx("<w:p>" * _NESTED + "</w:p>" * _NESTED),
        "naar-buiten.docx": docx(paragraph.format("a"), main="../../../../etc/passwd"),
        "gebroken.docx": docx("<w:p>"),
        "geen-tekst.docx": zipped({"_rels/.rels": "", "x": ""}),
        "zip-met-paden.zip": zipped({"../../uit.txt": SECRET, "/etc/uit.txt": SECRET}),
        "half.docx": docx(paragraph.format("tekst"))[:-30],
        "lach.odt": zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": f'<!DOCTYPE x [<!ENTITY e0 "ha">{laughs}]><x>&e9;</x>',
            }
        ),
    }


def texts() -> Mapping[str, bytes]:
    """Return web pages and texts by name."""
    return {
        "diep.html": b"<html>" + b"<div>" * _NESTED,
        "opmaak.html": b"<html>" + b"<b><i>" * 400 + b"<p>" * 2000,
        "veel.html": b"<html>" + b"<p>" * 600_000,
        "van-buiten.html": b"<html><iframe src='file:///etc/passwd'></iframe><p>De hulp is op maat.",
        "lang-woord.txt": b"maatwerk" * 200_000,
        "haken.md": b"[" * 50_000 + b"](x" * 50_000,
        "sterren.md": b"*a_ " * 50_000,
        "nullen.txt": b"De hulp is op maat.\0",
        "utf-16.txt": b"\xff\xfe" + b"\x00\xd8" * 100 + "De hulp is op maat.".encode("utf-16-le"),
        "regels.txt": b"\n" * 500_000,
        "streepjes.txt": b"- " * 200_000,
        "onbekend.xyz": b"x",
    }


def all_files(secret: str) -> Iterator[tuple[str, bytes]]:
    """Yield all of them with their names."""
    for made in (pdfs(), packages(secret), texts()):
        yield from made.items()
