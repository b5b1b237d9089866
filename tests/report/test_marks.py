"""What stands before a sentence: the sentence that it goes on from, not its heading."""

from dataclasses import replace

import pytest

from beloften.report.marks import sentence_before
from tests.export.building import sample

FINDING = sample().run.bevindingen[0]


@pytest.mark.parametrize(
    ("heading", "before"),
    [
        ("2 Hulp die past", "2 Hulp die past"),
        ("Nota > 2 Hulp > 2.1 Dichtbij", "2.1 Dichtbij"),
        ("Nota > Maatregel 3. Vier teams", "Vier teams"),  # a heading of two sentences: the last one
    ],
)
def test_the_heading_is_no_sentence_before(heading: str, before: str) -> None:
    assert sentence_before(replace(FINDING, heading=heading, before=before)) == ""


@pytest.mark.parametrize(
    ("heading", "before"),
    [
        ("", "Zo is het."),
        ("2 Hulp die past", "Zo is het."),
        ("Nota > 2 Hulp", "Nota"),  # of a chapter above, which stood further on
        ("2 Hulp zie: ADHD", "D"),
    ],
)
def test_any_other_text_is(heading: str, before: str) -> None:
    assert sentence_before(replace(FINDING, heading=heading, before=before)) == before


def test_a_document_begins_with_nothing_before() -> None:
    assert sentence_before(replace(FINDING, heading="", before="")) == ""
