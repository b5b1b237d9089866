import pytest

from beloften.errors import UnreadableError
from beloften.extract.document import Kind
from beloften.extract.read import read_document


def _paragraphs(text: str, name: str = "nota.txt") -> list[tuple[Kind, str]]:
    document = read_document(text.encode(), name)
    return [(paragraph.kind, paragraph.text) for paragraph in document.paragraphs]


def test_a_blank_line_ends_a_paragraph_and_a_line_break_does_not() -> None:
    assert _paragraphs("Een regel\nen nog een.\n\n\nNieuw.") == [
        (Kind.BODY, "Een regel en nog een."),
        (Kind.BODY, "Nieuw."),
    ]


def test_list_items_are_units_with_the_lines_that_belong_to_them() -> None:
    assert _paragraphs("Wij willen:\n- zorg\n  dichtbij;\n- hulp.") == [
        (Kind.BODY, "Wij willen:"),
        (Kind.LIST_ITEM, "- zorg dichtbij;"),
        (Kind.LIST_ITEM, "- hulp."),
    ]


def test_a_hash_in_plain_text_is_no_heading() -> None:
    assert _paragraphs("# Wonen") == [(Kind.BODY, "# Wonen")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_usual_encodings_are_read(encoding: str) -> None:
    document = read_document("Eén gezin, één plan – coördinatie".encode(encoding), "nota.txt")
    assert document.paragraphs[0].text == "Eén gezin, één plan – coördinatie"


def test_zero_bytes_are_no_text() -> None:
    with pytest.raises(UnreadableError) as caught:
        read_document(b"\x00\x01\x02", "nota.txt")
    assert caught.value.status == "damaged"


def test_a_word_that_is_cut_in_two_at_the_end_of_a_line_is_whole() -> None:
    assert _paragraphs("De mede-\nwerkers van zorg-\nen welzijn, 2014-\n2015.") == [
        (Kind.BODY, "De medewerkers van zorg- en welzijn, 2014- 2015.")
    ]
