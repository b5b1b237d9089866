"""Markdown, with what its common dialects add."""

import pytest

from beloften.extract.document import Kind
from beloften.extract.read import read_document
from tests.extract.zips import shown


def _shown(text: str) -> list[tuple[Kind, str]]:
    return shown(read_document(text.encode(), "nota.md"))


def test_headings_of_markdown_make_sections() -> None:
    document = read_document(b"# Wonen\n\n## Huur\nTekst.\n\nZorg\n====\nMeer.", "nota.md")
    assert [(paragraph.text, paragraph.section, paragraph.number) for paragraph in document.paragraphs] == [
        ("Wonen", (), 1),
        ("Huur", ("Wonen",), 2),
        ("Tekst.", ("Wonen", "Huur"), 3),
        ("Zorg", (), 4),
        ("Meer.", ("Zorg",), 5),
    ]


def test_marks_for_bold_and_links_are_not_text() -> None:
    assert _shown("Een **nieuwe** [nota](https://example.org).") == [(Kind.BODY, "Een nieuwe nota.")]


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("Hulp *dicht bij* huis.", "Hulp dicht bij huis."),
        ("Hulp _dicht bij_ huis.", "Hulp dicht bij huis."),
        ("Hulp ***dicht bij*** huis.", "Hulp dicht bij huis."),
        ("**Hulp *dicht bij* huis.**", "Hulp dicht bij huis."),
        ("Hulp is [*dicht bij*](https://example.org).", "Hulp is dicht bij."),
        ("Wij rekenen 2 * 3 * 4 uren.", "Wij rekenen 2 * 3 * 4 uren."),
        (
            "Bedragen* en kosten* van het bestand zorg_en_jeugd_2015.",
            "Bedragen* en kosten* van het bestand zorg_en_jeugd_2015.",
        ),
        ("Hulp dicht\xadbij\u200b.", "Hulp dichtbij."),
    ],
)
def test_marks_for_cursive_are_not_text_and_other_asterisks_are(marked: str, text: str) -> None:
    assert _shown(marked) == [(Kind.BODY, text)]


def test_a_quotation_is_text_without_its_marks() -> None:
    assert _shown("> Hulp dicht bij\n> huis.\n>\n> > Meer > minder.") == [
        (Kind.BODY, "Hulp dicht bij huis."),
        (Kind.BODY, "Meer > minder."),
    ]


def test_text_before_a_heading_or_between_two_is_a_paragraph() -> None:
    assert _shown("Voor.\n# Kop\nNa.\n- Punt\n## Slot") == [
        (Kind.BODY, "Voor."),
        (Kind.HEADING, "Kop"),
        (Kind.BODY, "Na."),
        (Kind.LIST_ITEM, "- Punt"),
        (Kind.HEADING, "Slot"),
    ]


def test_struck_text_is_kept_aside() -> None:
    assert _shown("Wij willen ~~geen **enkele**~~ een regel ~~weg~~.") == [
        (Kind.BODY, "Wij willen een regel ."),
        (Kind.STRUCK, "geen enkele weg"),
    ]


def test_a_row_of_a_table_is_one_paragraph() -> None:
    assert _shown("| Doel | Wie \\| wat |\n|:--|---|\n| **Zorg** | |") == [
        (Kind.TABLE, "Doel | Wie | wat"),
        (Kind.TABLE, "Zorg"),
    ]
    assert _shown("| geen tabel\n| maar regels") == [(Kind.BODY, "| geen tabel | maar regels")]


def test_footnotes_are_told_apart_and_their_marks_are_not_text() -> None:
    assert _shown("Zorg[^1] nabij.\n\n[^1]: Zie de\nWmo.\n[^b]: En de Jeugdwet.") == [
        (Kind.BODY, "Zorg nabij."),
        (Kind.FOOTNOTE, "Zie de Wmo."),
        (Kind.FOOTNOTE, "En de Jeugdwet."),
    ]


def test_comments_and_data_above_the_text_are_not_read() -> None:
    assert _shown("---\ntitle: Nota\ntags:\n  - zorg\n---\nEen <!-- of\n\ntwee --> nota.") == [
        (Kind.BODY, "Een nota.")
    ]
    assert _shown("---\nEen zin tussen lijnen.\n\n---")[0] == (Kind.BODY, "--- Een zin tussen lijnen.")
