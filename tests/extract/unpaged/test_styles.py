import pytest

from beloften.extract.document import Kind
from beloften.extract.unpaged.styles import DEEPEST, kind_of_style


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("heading 1", (Kind.HEADING, 1)),
        ("Kop 3", (Kind.HEADING, 3)),
        ("Kop2", (Kind.HEADING, 2)),
        ("Heading_20_2", (Kind.HEADING, 2)),
        ("Titel", (Kind.HEADING, 0)),
        ("Ondertitel", (Kind.HEADING, DEEPEST)),
        ("Tussenkop", (Kind.HEADING, DEEPEST)),
        ("caption", (Kind.CAPTION, 0)),
        ("Bijschrift", (Kind.CAPTION, 0)),
        ("List Bullet 2", (Kind.LIST_ITEM, 0)),
        ("Lijst opsom.teken", (Kind.LIST_ITEM, 0)),
        ("toc 1", (Kind.RUNNING, 0)),
        ("Inhopg2", (Kind.RUNNING, 0)),
        ("TOC Heading", (Kind.RUNNING, 0)),
        ("Kop van inhoudsopgave", (Kind.RUNNING, 0)),
        ("Contents 1", (Kind.RUNNING, 0)),
        ("Standaard", None),
        ("Lijstalinea", None),
        ("Table Contents", None),
        ("Koptekst", None),
        ("", None),
    ],
)
def test_the_name_of_a_style_tells_what_a_paragraph_is(name: str, expected: tuple[Kind, int] | None) -> None:
    assert kind_of_style(name) == expected
