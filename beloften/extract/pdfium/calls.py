"""PDFium's functions that are called for every line of every page, with addresses as plain numbers.

The bindings of pypdfium2 check each pointer that goes in and wrap each that comes out, which takes as long as
most of these calls themselves. The same functions are bound here without that.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

_ADDRESS = ctypes.c_void_p
_INT = ctypes.c_int
_SIZE = ctypes.c_ulong


def address(handle: Any) -> int:  # noqa: ANN401 - the bindings have no types
    """Return where something that the bindings gave stands in memory; 0 for nothing."""
    return ctypes.cast(handle, _ADDRESS).value or 0


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:  # noqa: ANN401 - as above
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


count_rects = _plain(pdfium.FPDFText_CountRects, _INT, _ADDRESS, _INT, _INT)
get_rect = _plain(pdfium.FPDFText_GetRect, _INT, _ADDRESS, _INT, *(_ADDRESS,) * 4)
loose_box = _plain(pdfium.FPDFText_GetLooseCharBox, _INT, _ADDRESS, _INT, _ADDRESS)
font_info = _plain(pdfium.FPDFText_GetFontInfo, _SIZE, _ADDRESS, _INT, _ADDRESS, _SIZE, _ADDRESS)
text_object = _plain(pdfium.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INT)
render_mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _ADDRESS)
index_at = _plain(pdfium.FPDFText_GetCharIndexAtPos, _INT, _ADDRESS, *(ctypes.c_double,) * 4)
fill_color = _plain(pdfium.FPDFPageObj_GetFillColor, _INT, *(_ADDRESS,) * 5)
count_objects = _plain(pdfium.FPDFPage_CountObjects, _INT, _ADDRESS)
get_object = _plain(pdfium.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INT)
object_type = _plain(pdfium.FPDFPageObj_GetType, _INT, _ADDRESS)
object_bounds = _plain(pdfium.FPDFPageObj_GetBounds, _INT, *(_ADDRESS,) * 5)
set_active = _plain(pdfium.FPDFPageObj_SetIsActive, _INT, _ADDRESS, _INT)
draw_mode = _plain(pdfium.FPDFPath_GetDrawMode, _INT, _ADDRESS, _ADDRESS, _ADDRESS)
