"""Lines of pages that the tests draw operator by operator."""

from beloften.extract.document import Kind
from beloften.extract.read import read_document
from tests.extract.pages import drawn


def _shown(content: str) -> list[tuple[Kind, str]]:
    document = read_document(drawn(content), "nota.pdf")
    return [(paragraph.kind, paragraph.text) for paragraph in document.text_paragraphs]


def _rows(*rows: str) -> str:
    lines = "".join(f"1 0 0 1 20 {360 - 14 * number} Tm {row}\n" for number, row in enumerate(rows))
    return f"BT /F1 10 Tf {lines} ET"


def test_cells_that_the_file_draws_in_one_go_are_parted() -> None:
    """Some programs write a row of a table as one text with white space of a hundred letters in it."""
    row = "[({}) -5000 (2025) -3000 (2026) -3000 (2027)] TJ".format
    texts = _shown(_rows(row("Zorg en jeugd"), row("Wonen en buurt"), row("Werk en inkomen")))
    assert texts == [
        (Kind.TABLE, f"{name} 2025 2026 2027")
        for name in ("Zorg en jeugd", "Wonen en buurt", "Werk en inkomen")
    ]


def test_letters_that_are_set_apart_stay_one_line() -> None:
    texts = _shown(_rows("[(S) -900 (A) -900 (M) -900 (E) -900 (N)] TJ"))
    assert [text.replace(" ", "") for _, text in texts] == ["SAMEN"]


def test_a_bold_number_makes_no_heading_of_a_list_item() -> None:
    items = ("1. Wij bouwen woningen", "2. Wij helpen jongeren", "3. Wij maken ruimte")
    rows = (f"/F2 10 Tf ({item[:2]}) Tj /F1 10 Tf ({item[2:]}) Tj" for item in items)
    assert _shown(_rows(*rows)) == [(Kind.LIST_ITEM, item) for item in items]


def test_a_bold_line_with_a_number_is_a_heading() -> None:
    rows = "/F2 10 Tf (1. Wonen voor jongeren) Tj", "/F1 10 Tf (Wij bouwen meer woningen voor iedereen.) Tj"
    assert _shown(_rows(*rows)) == [
        (Kind.HEADING, "1. Wonen voor jongeren"),
        (Kind.BODY, "Wij bouwen meer woningen voor iedereen."),
    ]


def test_a_word_is_whole_whose_hyphen_the_file_draws_a_little_lower() -> None:
    """PDFium takes such a hyphen for a line of its own."""
    content = (
        "(Wij bouwen samen aan een maat) Tj -4 Ts (-) Tj 0 Ts",
        "(schappij waarin iedereen mag meedoen.) Tj",
    )
    assert _shown(_rows(*content)) == [
        (Kind.BODY, "Wij bouwen samen aan een maatschappij waarin iedereen mag meedoen.")
    ]
