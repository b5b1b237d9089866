"""Boxes are read back from the column that holds them."""

import pytest

from beloften.export.boxes import boxes_in
from beloften.extract.document import Box


def test_each_box_comes_with_its_page() -> None:
    assert boxes_in("2:221.6,596.0,368.3,606.4;3:68.5,-1.5,104.6,18.4") == (
        (2, Box(221.6, 596.0, 368.3, 606.4)),
        (3, Box(68.5, -1.5, 104.6, 18.4)),
    )


def test_a_document_without_pages_has_none() -> None:
    assert boxes_in("") == ()


@pytest.mark.parametrize("column", ["x", "1:2", "1:1,2,3", "1:1,2,3,x"])
def test_what_is_no_box_is_refused(column: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        boxes_in(column)
