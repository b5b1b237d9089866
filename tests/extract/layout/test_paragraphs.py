from beloften.extract.document import Kind
from beloften.extract.layout.blocks import Block
from beloften.extract.layout.paragraphs import Draft, drafts_of, joined
from beloften.extract.pdfium.line import Line
from tests.extract.pages import in_order, line

_FULL = "Een regel die de kolom tot het eind toe vult en"


def _drafts(*lines: Line) -> list[Draft]:
    placed = tuple(in_order(*lines))
    return drafts_of(Block(placed, table=False, right=max(one.right for one in placed)), body_size=10.0)


def _texts(drafts: list[Draft]) -> list[str]:
    return [" ".join(one.text for one in draft.lines) for draft in drafts]


def test_lines_with_the_same_leading_are_one_paragraph() -> None:
    assert len(_drafts(line(_FULL, 40, 60), line("verder gaat.", 40, 72))) == 1


def test_white_space_between_lines_starts_a_paragraph() -> None:
    drafts = _drafts(line(_FULL, 40, 60), line(_FULL, 40, 72), line(_FULL, 40, 84), line("Nieuw.", 40, 110))
    assert [len(draft.lines) for draft in drafts] == [3, 1]


def test_a_short_line_with_a_full_stop_ends_a_paragraph() -> None:
    drafts = _drafts(
        line(_FULL, 40, 60), line("ten einde is.", 40, 72), line("Hier begint een andere alinea die", 40, 84)
    )
    assert [len(draft.lines) for draft in drafts] == [2, 1]


def test_a_line_that_goes_on_in_lower_case_never_starts_a_paragraph() -> None:
    assert len(_drafts(line("Kort.", 40, 60), line("en toch verder", 40, 72))) == 1


def test_every_bullet_starts_a_list_item_that_keeps_its_lines() -> None:
    drafts = _drafts(
        line("• de eerste die lang is en", 40, 60),
        line("doorloopt;", 50, 72),
        line("• de tweede.", 40, 84),
    )
    assert [(draft.kind, len(draft.lines)) for draft in drafts] == [(Kind.LIST_ITEM, 2), (Kind.LIST_ITEM, 1)]


def test_a_dash_within_a_sentence_starts_nothing() -> None:
    assert len(_drafts(line(_FULL, 40, 60), line("– zoals gezegd – de wijk.", 40, 72))) == 1


def test_a_bold_or_larger_or_numbered_line_is_a_heading() -> None:
    assert _drafts(line("Wonen in de wijk", 40, 60, heavy=True))[0].kind is Kind.HEADING
    assert _drafts(line("Wonen in de wijk", 40, 60, size=14.0))[0].kind is Kind.HEADING
    assert _drafts(line("2.3 Wonen", 40, 60))[0].kind is Kind.HEADING
    assert _drafts(line("Wonen in de wijk is belangrijk.", 40, 60, heavy=True))[0].kind is Kind.BODY


def test_no_paragraph_ends_in_an_article_or_a_conjunction() -> None:
    lines = line("1. Huizen bouwen op de heide, aan de gracht en", 40, 60), line("Rust en Vreugd", 40, 72)
    wide = line("Een kop aan de rechterkant van de bladzijde", 300, 90)
    assert _texts(_drafts(*lines, wide))[0] == "1. Huizen bouwen op de heide, aan de gracht en Rust en Vreugd"


def test_an_item_of_an_outline_goes_on_below_its_text() -> None:
    drafts = _drafts(
        line("3.2 De nieuwe school van de Stichting Katholiek", 40, 60),
        line("Wassenaarse Onderwijsinstellingen", 60, 72),
        line("3.3 Het nieuwe zwembad aan de rand van het dorp en de sporthal", 40, 84),
    )
    assert [len(draft.lines) for draft in drafts] == [2, 1]


def test_a_label_alone_on_its_line_is_a_paragraph() -> None:
    drafts = _drafts(
        line("Vaststellen van de leidraad", 40, 60),
        line("Besluit:", 40, 72),
        line("De leidraad van het sportpark vast te stellen.", 40, 84),
    )
    assert _texts(drafts)[:2] == ["Vaststellen van de leidraad", "Besluit:"]


def test_a_bold_line_is_a_title_where_the_text_below_it_begins_with_a_word_that_fits_beside_it() -> None:
    title = line("Een sterke positie voor makers van de kunsten", 40, 60, heavy=True)
    drafts = _drafts(title, line("De crisis laat zien hoe kwetsbaar de kunsten zijn.", 40, 72))
    assert [(draft.kind, len(draft.lines)) for draft in drafts] == [(Kind.HEADING, 1), (Kind.BODY, 1)]


def test_a_bold_beginning_of_a_full_line_is_part_of_its_paragraph() -> None:
    begin = line("Let op: wij doen veel voor jongeren uit heel", 40, 60, heavy=True)
    assert len(_drafts(begin, line("Wassenaar, en voor ouderen.", 40, 72))) == 1


def test_a_bold_title_goes_on_in_lower_case_however_widely_it_is_set() -> None:
    title = {"size": 20.0, "heavy": True}
    lines = line("5 Afspraken met", 40, 60, **title), line("ouders en jongeren", 40, 90, size=20.0)
    drafts = _drafts(*lines, *(line(_FULL, 40, 130 + 12 * row) for row in range(3)))
    assert [(draft.kind, len(draft.lines)) for draft in drafts] == [(Kind.HEADING, 2), (Kind.BODY, 3)]


def test_a_quantity_is_no_number_of_a_heading() -> None:
    assert _drafts(line("80 jaar Vrijheid", 40, 60))[0].kind is Kind.BODY
    assert _drafts(line("8 Vrijheid", 40, 60))[0].kind is Kind.HEADING


def test_a_figure_has_a_caption() -> None:
    assert _drafts(line("Figuur 3: Bevolking naar leeftijd", 40, 60))[0].kind is Kind.CAPTION


def _draft(
    text: str, page: int = 0, *, left: float = 40.0, top: float = 60.0, kind: Kind = Kind.BODY
) -> Draft:
    one = line(text, left, top, page=page)
    return Draft((one,), kind, first=True, last=True, right=one.right)


def test_a_paragraph_that_runs_over_a_page_is_whole() -> None:
    drafts = [_draft("Wij zorgen dat iedereen in de wijk", 0), _draft("mee kan doen.", 1)]
    assert _texts(joined(drafts)) == ["Wij zorgen dat iedereen in de wijk mee kan doen."]


def test_a_sentence_that_goes_on_with_a_name_runs_over_a_full_line() -> None:
    drafts = [_draft("De fracties in de vergadering van de Tweede", 0), _draft("Kamer stemden in.", 1)]
    assert len(joined(drafts)) == 1


def test_a_finished_paragraph_is_not_continued() -> None:
    assert len(joined([_draft("Dit is af.", 0), _draft("Dit ook.", 1)])) == 2


def test_a_footnote_between_does_not_break_a_paragraph() -> None:
    note = _draft("1 Zie de bijlage.", 0, kind=Kind.FOOTNOTE)
    drafts = joined([_draft("Wij zorgen dat iedereen in de wijk", 0), note, _draft("mee kan doen.", 1)])
    assert [draft.kind for draft in drafts] == [Kind.BODY, Kind.FOOTNOTE]


def test_a_panel_between_does_not_break_a_paragraph() -> None:
    panel = _draft("Een kader dat af is.", left=55.0, top=84.0)
    drafts = joined([_draft("Wij zorgen dat iedereen"), panel, _draft("mee kan doen.", top=120.0)])
    assert _texts(drafts) == ["Wij zorgen dat iedereen mee kan doen.", "Een kader dat af is."]


def test_cells_of_a_table_stay_apart() -> None:
    cells = [_draft("nog niet bekend", kind=Kind.TABLE), _draft("nvt", kind=Kind.TABLE)]
    assert len(joined(cells)) == 2
