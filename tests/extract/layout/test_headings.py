from collections.abc import Sequence

from beloften.extract.document import Kind, Paragraph
from beloften.extract.read import read_document
from tests.extract.pages import drawn, pdf

_ABOUT = "De gemeente werkt samen met scholen en met inwoners aan de wijk. " * 3


def _read(source: str) -> Sequence[Paragraph]:
    return read_document(pdf(source), "nota.pdf").text_paragraphs


def _kinds(paragraphs: Sequence[Paragraph]) -> list[tuple[Kind, str]]:
    return [(paragraph.kind, paragraph.text) for paragraph in paragraphs]


def _lines(*texts: str) -> str:
    return " \\\n".join(texts)


def test_numbered_lines_without_text_between_are_a_list() -> None:
    """As the results that a budget promises, which look like headings one by one."""
    results = ("1.1 Meer huizen gebouwd", "1.2 Een loket geopend", "2.1 Het zwembad is gereed")
    paragraphs = _read(f"*Resultaten*\n\n{_lines(*results)}\n\n{_ABOUT}")
    assert _kinds(paragraphs)[:4] == [
        (Kind.HEADING, "Resultaten"),
        *((Kind.LIST_ITEM, result) for result in results),
    ]
    assert {paragraph.section for paragraph in paragraphs[1:]} == {("Resultaten",)}


def test_numbered_lines_with_text_below_each_are_headings() -> None:
    titles = ("1.1 Meer huizen gebouwd", "1.2 Een loket geopend", "2.1 Het zwembad is gereed")
    paragraphs = _read("\n\n".join(f"{title}\n\n{_ABOUT}" for title in titles))
    assert [paragraph.text for paragraph in paragraphs if paragraph.kind is Kind.HEADING] == list(titles)


def test_a_chapter_and_its_first_section_are_headings() -> None:
    titles = ("2 Zorg", "2.1 Jeugd", "2.1.1 Scholen")
    paragraphs = _read("\n\n".join((*titles, _ABOUT)))
    assert [paragraph.text for paragraph in paragraphs if paragraph.kind is Kind.HEADING] == list(titles)


def test_bold_titles_that_follow_each_other_are_headings() -> None:
    titles = ("4.1 Communicatie", "4.2 Geld", "4.3 Bijlagen")
    paragraphs = _read("\n\n".join((*(f"*{title}*" for title in titles), _ABOUT)))
    assert [paragraph.text for paragraph in paragraphs if paragraph.kind is Kind.HEADING] == list(titles)


def test_items_of_one_list_are_all_items() -> None:
    """Whatever their length, and whether they end in a full stop or not."""
    items = ("1\\. Huizen bouwen.", "2\\. Scholen openen", "3\\. Wegen aanleggen, en daarbij bomen planten.")
    assert {kind for kind, _ in _kinds(_read(f"{_lines(*items)}\n\n{_ABOUT}"))[:3]} == {Kind.LIST_ITEM}


def test_no_heading_begins_with_a_bullet() -> None:
    assert _kinds(_read(f"*• Huizen bouwen*\n\n{_ABOUT}"))[0] == (Kind.LIST_ITEM, "• Huizen bouwen")


def test_a_line_that_goes_on_in_lower_case_is_no_heading() -> None:
    """Also where it stands at the foot of a page."""
    first = "BT /F1 10 Tf 40 380 Td (Besluit:) Tj 0 -360 Td (4. De huur bij uitvraag aan de markt te) Tj ET"
    second = (
        "BT /F1 10 Tf 40 380 Td (bepalen op een ander bedrag.) Tj 0 -40 Td (De raad stemt ermee in.) Tj ET"
    )
    paragraphs = read_document(drawn(first, second), "nota.pdf").text_paragraphs
    assert (
        Kind.LIST_ITEM,
        "4. De huur bij uitvraag aan de markt te bepalen op een ander bedrag.",
    ) in _kinds(paragraphs)


def test_a_number_in_a_column_of_its_own_belongs_to_its_bold_title() -> None:
    """As in lists of decisions, which have the number in the margin and the decision below the title."""
    items = (("5.a.1", "Leidraad Schulpwei"), ("5.a.2", "Regionale aanpak van de jeugdhulp"), ("6", "Raad"))
    page = "".join(
        f"BT /F2 9 Tf 40 {360 - 80 * place} Td ({number}) Tj 83 0 Td ({title}) Tj"
        " /F1 9 Tf 0 -14 Td (Besluit:) Tj 0 -14 Td (De leidraad vast te stellen.) Tj ET\n"
        for place, (number, title) in enumerate(items)
    )
    paragraphs = read_document(drawn(page), "besluitenlijst.pdf").text_paragraphs
    assert _kinds(paragraphs) == [
        kind_and_text
        for number, title in items
        for kind_and_text in (
            (Kind.HEADING, f"{number} {title}"),
            (Kind.BODY, "Besluit:"),
            (Kind.BODY, "De leidraad vast te stellen."),
        )
    ]


def test_a_bold_line_with_a_number_can_be_a_long_title() -> None:
    title = "3.3 Hervormingsagenda en uitvoering van de bestuurlijke opdracht om de kosten te beheersen"
    (heading, text) = _read(f"#set text(size: 5pt)\n*{title}* \\\n{_ABOUT}")
    assert (heading.kind, heading.text) == (Kind.HEADING, title)
    assert text.section == (title,)


def test_a_bold_quantity_does_not_rank_above_the_sections_that_follow() -> None:
    paragraphs = _read(f"*80 jaar vrijheid*\n\n{_ABOUT}\n\n*4.1 Scholen*\n\n{_ABOUT}")
    assert [paragraph.section for paragraph in paragraphs if paragraph.kind is Kind.BODY] == [
        ("80 jaar vrijheid",),
        ("4.1 Scholen",),
    ]
