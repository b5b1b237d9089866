from beloften.extract.furniture import contents_lines, part_furniture
from beloften.extract.lines import Line
from tests.extract.pages import line

_HEIGHT = 400.0


def _kept(pages: list[list[Line]]) -> list[list[str]]:
    return [[one.text for one in text] for text, _ in part_furniture(pages, [_HEIGHT] * len(pages))]


def _page(number: int, *lines: Line) -> list[Line]:
    return [one._replace(page=number) for one in lines]


def test_a_head_that_returns_with_another_number_is_furniture() -> None:
    pages = [_page(n, line(f"Nota Jeugd {n}", 40, 20), line(f"tekst {n}", 40, 100)) for n in range(4)]
    assert _kept(pages) == [[f"tekst {n}"] for n in range(4)]


def test_a_line_in_the_margin_that_does_not_return_is_text() -> None:
    pages = [_page(n, line("abcd"[n] * 9, 40, 20)) for n in range(4)]
    assert _kept(pages) == [["a" * 9], ["b" * 9], ["c" * 9], ["d" * 9]]


def test_a_line_that_returns_in_the_middle_of_the_page_is_text() -> None:
    pages = [_page(n, line("Besluit:", 40, 200)) for n in range(4)]
    assert _kept(pages) == [["Besluit:"]] * 4


def test_a_line_that_returns_far_apart_is_text() -> None:
    pages = [
        _page(n, line("Wat gaan we doen?" if n % 10 == 0 else f"{n}".translate(_WORDS), 40, 20))
        for n in range(30)
    ]
    assert ["Wat gaan we doen?"] in _kept(pages)


_WORDS = str.maketrans("0123456789", "abcdefghij")


def test_text_at_an_angle_is_furniture() -> None:
    assert _kept([[line("Concept", 40, 100, upright=False), line("tekst", 40, 120)]]) == [["tekst"]]


def test_lines_with_leaders_are_a_table_of_contents() -> None:
    lines = [line(f"Hoofdstuk {n} ........ {n}", 40, 100 + 12 * n) for n in range(4)]
    assert contents_lines([*lines, line("gewone tekst", 40, 300)]) == lines


def test_numbers_that_go_up_are_a_table_of_contents_at_the_front_only() -> None:
    lines = [line(f"Wonen en zorg deel {'abcdef'[n]} {5 + 4 * n}", 40, 100 + 12 * n) for n in range(6)]
    assert contents_lines(lines) == lines
    assert contents_lines([one._replace(page=90) for one in lines]) == []


def test_amounts_are_no_table_of_contents() -> None:
    assert contents_lines([line(f"Lasten {n * 1000}.500", 40, 100 + 12 * n) for n in range(6)]) == []


def test_numbers_at_the_foot_of_a_table_are_no_folios() -> None:
    row = [line(cell, 40 + 60 * place, 380) for place, cell in enumerate(("40", "12", "33", "7", "25"))]
    assert _kept([row]) == [["40", "12", "33", "7", "25"]]
