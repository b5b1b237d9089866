from beloften.extract.layout.order import blocks_of
from beloften.extract.pdfium.line import Line
from tests.extract.pages import in_order, line


def _texts(lines: list[Line]) -> list[list[str]]:
    return [[one.text for one in block.lines] for block in blocks_of(lines)]


def _column(left: float, top: float, *texts: str) -> list[Line]:
    return [line(text, left, top + 12 * number) for number, text in enumerate(texts)]


def test_one_column_is_read_from_top_to_bottom_whatever_the_file_draws_first() -> None:
    lines = in_order(line("tweede", 40, 72), line("eerste", 40, 60))
    assert _texts(lines) == [["eerste", "tweede"]]


def test_columns_are_read_one_after_the_other() -> None:
    left = _column(40, 60, "links een", "links twee", "links drie")
    right = _column(160, 60, "rechts een", "rechts twee")
    assert _texts(in_order(*left, *right)) == [
        ["links een", "links twee", "links drie"],
        ["rechts een", "rechts twee"],
    ]


def test_a_head_over_the_columns_comes_first_although_it_is_drawn_last() -> None:
    left, right = _column(40, 60, "a", "b"), _column(160, 60, "c", "d")
    head = line("een kop over de hele breedte van de bladzijde", 40, 20)
    assert _texts(in_order(*left, *right, head)) == [[head.text], ["a", "b"], ["c", "d"]]


def test_prose_that_the_file_draws_across_the_columns_is_read_by_column() -> None:
    left = _column(40, 60, "Wij willen dat", "iedereen mee", "kan doen in", "de wijk waar hij woont.")
    right = _column(200, 60, "Daarom gaan", "wij met elkaar", "in gesprek over", "wat er nodig is.")
    zipped = [one for pair in zip(left, right, strict=True) for one in pair]
    assert [len(texts) for texts in _texts(in_order(*zipped))] == [4, 4]
    assert _texts(in_order(*zipped))[0][1] == "iedereen mee"


def test_a_table_is_read_row_by_row_and_a_cell_stays_whole() -> None:
    rows = []
    for number, name in enumerate(("Jeugd", "Wmo", "Werk")):
        top = 60 + 40 * number
        rows += [
            line(name, 40, top),
            line(f"Doel {number} van de raad", 160, top),
            line("wordt gehaald.", 160, top + 12),
        ]
    blocks = blocks_of(in_order(*rows))
    assert all(block.table for block in blocks)
    assert [one.text for one in blocks[1].lines] == ["Doel 0 van de raad", "wordt gehaald."]
    assert [block.lines[0].text for block in blocks][::2] == ["Jeugd", "Wmo", "Werk"]


def test_text_below_two_panels_is_not_taken_into_one_of_them() -> None:
    left, right = _column(40, 60, "a", "b"), _column(160, 60, "c", "d", "e")
    below = line("Toelichting over de hele breedte van de bladzijde", 40, 130)
    assert _texts(in_order(*left, *right, below))[-1] == [below.text]


def test_both_halves_of_a_spread_are_read_with_their_own_columns() -> None:
    places = (40, 140, 300, 400)
    columns = [_column(left, 60, f"{left} een", f"{left} twee") for left in places]
    assert _texts(in_order(*(one for column in columns for one in column))) == [
        [f"{left} een", f"{left} twee"] for left in places
    ]


def test_a_heading_low_in_the_left_column_comes_before_a_right_column_that_ends_higher() -> None:
    left = _column(40, 60, *(f"links {number}" for number in range(6)))
    right = _column(160, 60, *(f"rechts {number}" for number in range(6)))
    heading = line("een kop", 40, 180)
    blocks = _texts(in_order(*left, heading, *right))
    assert blocks == [[*(one.text for one in left), heading.text], [one.text for one in right]]


def test_words_below_a_few_words_side_by_side_stay_below_them() -> None:
    left, right = _column(40, 60, "Datum"), _column(160, 60, "Kenmerk", "twee")
    below = line("Motie", 40, 130)
    assert _texts(in_order(*left, below, *right))[-1] == [below.text]
