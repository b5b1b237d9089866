"""A second opinion on the number of pages of a PDF.

PDFium repairs a damaged file in silence, and a page that it does not find is missed by nobody. What the file
says of itself costs little to look up; where that differs from PDFium, pdfminer, which shares no code with
it, walks the tree of pages too. That takes as long as reading the text: it is not done for every file.
"""

import io
import logging
import re

_COUNT = re.compile(rb"/Count\s+(\d{1,7})\b")
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_PACKED = b"/ObjStm"  # the objects of the file are compressed: its pages cannot be counted from outside
_END = b"%%EOF"
_END_WITHIN = 4096  # bytes; what follows the end of a file is seldom more


def other_count(data: bytes, count: int) -> int:
    """Return the number of pages by another reader, or the same number where there is no doubt.

    Args:
        data: the file.
        count: the number of its pages by PDFium.
    """
    if not _is_doubtful(data, count):
        return count
    import pdfplumber  # noqa: PLC0415 - takes long to load, and few files need it

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it tells of each fault that it mends
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            return len(pdf.pages) or count
    except Exception:  # noqa: BLE001 - damaged files raise whatever they like, and then there is no opinion
        return count


def _is_doubtful(data: bytes, count: int) -> bool:
    if _END not in data[-_END_WITHIN:]:
        return True
    said = {int(number) for number in _COUNT.findall(data)}  # of parts of the tree, and of bookmarks
    if said and count not in said:
        return True
    return _PACKED not in data and len(_PAGE.findall(data)) != count
