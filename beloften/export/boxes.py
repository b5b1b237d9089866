"""Where the words of a finding stand, read back from its row."""

from beloften.extract.document import Box


def boxes_in(column: str) -> tuple[tuple[int, Box], ...]:
    """Read the column `boxes` of a finding.

    Returns:
        Pairs of a 0-based page index and a box in points from the top left corner of the page as shown.

    Raises:
        ValueError: it was written by something else.
    """
    return tuple(_page_and_box(part) for part in column.split(";") if part)


def _page_and_box(part: str) -> tuple[int, Box]:
    page, corners = part.split(":")
    left, top, right, bottom = map(float, corners.split(","))
    return int(page), Box(left, top, right, bottom)
