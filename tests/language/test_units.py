"""Headings, references and names carry no codes; phrases of policy do."""

import pytest

from beloften.extract.document import Kind, Paragraph
from beloften.language.units import is_codable, sentences_of


@pytest.mark.parametrize(
    ("kind", "text", "codable"),
    [
        (Kind.BODY, "Wij bieden maatwerk.", True),
        (Kind.BODY, "Preventie 2014", False),
        (Kind.HEADING, "Zorg dichtbij de inwoners van de gemeente", False),
        (Kind.CAPTION, "Figuur 2: samenwerking in de wijk", False),
        (Kind.LIST_ITEM, "• hulp dichtbij", True),
        (Kind.TABLE, "Preventie en vroegsignalering 120 130", False),
        (Kind.TABLE, "Het wijkteam biedt hulp op maat in de buurt", True),
        (Kind.FOOTNOTE, "3 Zie de nota Samen dichtbij, www.voorbeeld.nl/nota", False),
        (Kind.FOOTNOTE, "3 Het wijkteam werkt samen met de huisarts.", True),
    ],
)
def test_what_can_carry_codes(kind: Kind, text: str, codable: bool) -> None:
    assert is_codable(kind, text) is codable


def test_sentences_keep_the_number_of_their_paragraph_and_their_place_in_it() -> None:
    paragraphs = [Paragraph("Zorg", Kind.HEADING), Paragraph("Wij komen thuis. Dat helpt.", Kind.BODY)]
    sentences = sentences_of(paragraphs)
    assert [(s.paragraph, s.start, s.end, s.text) for s in sentences] == [
        (0, 0, 4, "Zorg"),
        (1, 0, 16, "Wij komen thuis."),
        (1, 17, 27, "Dat helpt."),
    ]
