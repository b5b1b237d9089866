"""The page as it is shown and the page's own coordinates."""

from hypothesis import given
from hypothesis import strategies as st

from beloften.extract.pdfium.sheet import Sheet

_SIDE = st.integers(-500, 500).map(float)


@given(_SIDE, _SIDE, st.integers(0, 3), st.tuples(_SIDE, _SIDE))
def test_the_matrix_leads_back_from_the_page_as_shown(
    left: float, bottom: float, rotation: int, point: tuple[float, float]
) -> None:
    sheet = Sheet(left, bottom, left + 300, bottom + 400, rotation)
    x, y = point
    shown_x, shown_y, _, _ = sheet.shown(x, y, x, y)
    a, b, c, d, e, f = sheet.matrix
    assert (a * shown_x + c * shown_y + e, b * shown_x + d * shown_y + f) == point
