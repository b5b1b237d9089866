from beloften.extract.layout.furniture import contents_lines, part_furniture
from beloften.extract.pdfium.line import Line
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


_WORDS_OF_PAGES = "alfa", "bravo", "carol", "delta"
_TEXT = "Het advies wordt door alle drie de partijen omarmd"  # a line of the text column


def test_a_large_numbered_head_opens_its_chapter_where_it_stands_first() -> None:
    pages = [
        _page(n, line("04. Leefbaarheid", 40, 20, size=20.0), line(f"{word} {_TEXT}", 40, 100))
        for n, word in enumerate(_WORDS_OF_PAGES)
    ]
    first, *others = _kept(pages)
    assert first[0] == "04. Leefbaarheid"
    assert others == [[f"{word} {_TEXT}"] for word in _WORDS_OF_PAGES[1:]]


def test_slogans_that_stand_by_themselves_in_one_place_are_furniture() -> None:
    """Though each page has another."""
    pages = [
        _page(
            n,
            line(f"{word} {_TEXT}", 40, 100),
            line(f"{_TEXT} {word}", 40, 112),
            line(f"Groen {word}", 250, 370),
        )
        for n, word in enumerate(_WORDS_OF_PAGES)
    ]
    assert [page[-1] for page in _kept(pages)] == [f"{_TEXT} {word}" for word in _WORDS_OF_PAGES]


def test_the_last_line_of_a_text_that_fills_its_page_is_text() -> None:
    pages = [
        _page(n, *(line(f"{word} {_TEXT}", 40, 40 + 12 * row) for row in range(28)), line(word, 40, 376))
        for n, word in enumerate(_WORDS_OF_PAGES)
    ]
    assert [page[-1] for page in _kept(pages)] == list(_WORDS_OF_PAGES)


def test_the_details_beside_a_letter_are_furniture() -> None:
    """Small print to the right of the text, known by the labels that every letterhead has."""
    details = [line(text, 300, 100 + 8 * n, size=7.0) for n, text in enumerate(("Datum", "22 juni", "Zaken"))]
    assert _kept([[line(_TEXT, 40, 100), *details, line(_TEXT, 40, 112)]]) == [[_TEXT, _TEXT]]


def test_small_print_that_returns_beside_the_text_is_furniture() -> None:
    pages = [
        _page(n, line(f"{word} {_TEXT}", 40, 100), line(f"Versie {n}", 340, 150, size=7.0))
        for n, word in enumerate(_WORDS_OF_PAGES)
    ]
    assert _kept(pages) == [[f"{word} {_TEXT}"] for word in _WORDS_OF_PAGES]


def test_a_column_of_a_table_is_text_whatever_it_is_called() -> None:
    cells = [line("Datum", 300, 100), line("22 juni", 300, 112)]
    assert _kept([[line(_TEXT, 40, 100), cells[0], line(_TEXT, 40, 112), cells[1]]]) == [
        [_TEXT, "Datum", _TEXT, "22 juni"]
    ]


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
