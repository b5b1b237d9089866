import pytest

from beloften.extract.layout.labels import labels_of
from beloften.extract.pdfium.line import Line
from tests.extract.pages import line

_SIZE = (300.0, 400.0)
_SHEET = (600.0, 400.0)


def _labels(folios: list[str], own: list[str] | None = None) -> list[str]:
    pages = [[line(text, 140, 380)] if text else [] for text in folios]
    labels = labels_of(pages, [_SIZE] * len(pages), own or [""] * len(pages))
    return [label.text for (label,) in labels]


def test_the_number_at_the_foot_is_the_label() -> None:
    assert _labels(["5", "6", "7"]) == ["5", "6", "7"]
    assert _labels(["Pagina 1 van 3", "Pagina 2 van 3", "Pagina 3 van 3"]) == ["1", "2", "3"]
    assert _labels(["2/7"]) == ["2"]


def test_roman_numerals_count_apart() -> None:
    assert _labels(["iii", "iv", "v", "1", "2", "3"]) == ["iii", "iv", "v", "1", "2", "3"]


def test_a_page_without_a_number_counts_with_its_neighbours() -> None:
    assert _labels(["5", "6", "", "8"]) == ["5", "6", "7", "8"]


def test_a_number_that_does_not_count_on_is_no_folio() -> None:
    assert _labels(["2021", "14", "2021"]) == ["1", "2", "3"]


def test_a_row_of_years_is_no_row_of_folios_unless_the_page_says_that_it_counts() -> None:
    assert _labels(["2014", "2015", "2016"]) == ["1", "2", "3"]
    assert _labels(["Pagina 2014", "Pagina 2015", "Pagina 2016"]) == ["2014", "2015", "2016"]


@pytest.mark.parametrize("gap", [1, 2, 3])
def test_pages_between_numbers_that_do_not_agree_are_counted_from_the_front(gap: int) -> None:
    """Two numbers stand before the gap and two behind it; five pages are missing in between."""
    folios = ["5", "6", *[""] * gap, str(12 + gap), str(13 + gap)]
    between = _labels(folios)[2 : 2 + gap]
    assert between == [str(number) for number in range(3, 3 + gap)]


def test_a_number_is_borne_out_by_pages_close_by_and_not_by_one_far_away() -> None:
    assert _labels(["7", "", "9", "", "", ""])[:3] == ["7", "8", "9"]
    assert _labels(["7", "", "", "", "", "12"]) == ["1", "2", "3", "4", "5", "6"]


def test_the_labels_of_the_file_serve_where_nothing_is_printed() -> None:
    assert _labels(["", "", ""], ["A-1", "A-2", "A-3"]) == ["A-1", "A-2", "A-3"]


def test_what_is_printed_goes_before_the_labels_of_the_file() -> None:
    assert _labels(["5", "6", "7"], ["1", "2", "3"]) == ["5", "6", "7"]


def test_a_page_is_counted_when_there_is_nothing_else() -> None:
    assert _labels(["", ""]) == ["1", "2"]


def _sheet(left: str, right: str) -> list[Line]:
    return [line(left, 20, 380), line(right, 560, 380)]


def test_a_spread_has_two_labels_and_knows_which_half_is_which() -> None:
    pages = [_sheet("4", "5"), _sheet("6", "7"), []]
    labels = labels_of(pages, [_SHEET] * 3, [""] * 3)
    assert [[label.text for label in pair] for pair in labels] == [["4", "5"], ["6", "7"], ["8", "9"]]
    assert [label.left for label in labels[0]] == [0.0, 300.0]
