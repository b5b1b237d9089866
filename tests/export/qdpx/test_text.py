"""The text of a document in a project, and the places of its sentences."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.codings.passages import spans_of
from beloften.errors import UsageError
from beloften.export.qdpx.text import check_quotations, plain_text, safe
from beloften.extract.document import Document, Kind, Paragraph, Quality
from beloften.run.text import CountedText, counted_text
from beloften.rundir.read import read_findings
from beloften.rundir.rows import Bevinding

VOORBEELD = Path(__file__).parents[3] / "corpora" / "voorbeeld" / "baseline"


def counted(*texts: str) -> CountedText:
    paragraphs = tuple(Paragraph(text, Kind.BODY, number=number) for number, text in enumerate(texts, 1))
    return counted_text(Document("txt", (), paragraphs, Quality.OK, "", "test"))


def finding(sentence: str, index: int) -> Bevinding:
    return replace(read_findings(VOORBEELD)[0], document="nota.md", sentence=sentence, sentence_index=index)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_each_sentence_stands_at_its_place_in_the_bytes_that_are_written(texts: list[str]) -> None:
    text = counted(*texts)
    plain = plain_text(text)
    written = plain.text.encode().decode()
    assert [written[start:end] for start, end in plain.spans] == [safe(each.text) for each in text.sentences]


@given(st.text())
def test_only_what_programs_count_otherwise_is_replaced_a_character_for_a_character(text: str) -> None:
    replaced = safe(text)
    assert len(replaced) == len(text)
    for old, new in zip(text, replaced, strict=True):
        assert unicodedata.category(new) not in {"Cc", "Cs", "Zl", "Zp"}
        assert new == old or unicodedata.category(old) in {"Cc", "Cs", "Zl", "Zp", "Cf", "Cn"}
    replaced.encode("utf-8")


def test_a_reader_that_splits_the_text_itself_finds_the_same_sentences() -> None:
    text = counted("Zorg", "Er is hulp, o.a. in de wijk. Zij helpt.", "– op maat")
    plain = plain_text(text)
    assert [(span.start, span.end) for span in spans_of(plain.text)] == list(plain.spans)


@pytest.mark.parametrize(
    ("sentence", "index"), [("Er is geen hulp.", 0), ("Zij helpt.", 0), ("Zij helpt.", 2), ("", 7)]
)
def test_a_finding_that_does_not_stand_where_the_project_would_say_is_an_error(
    sentence: str, index: int
) -> None:
    plain = plain_text(counted("Er is hulp. Zij helpt."))
    check_quotations(plain.text.encode(), plain, [finding("Er is hulp.", 0), finding("Zij helpt.", 1)])
    with pytest.raises(UsageError, match=rf"nota\.md: sentence {index} is not the one that was scanned"):
        check_quotations(plain.text.encode(), plain, [finding(sentence, index)])


def test_bytes_that_are_not_the_text_of_the_positions_are_an_error() -> None:
    plain = plain_text(counted("Eén zin. Nog een zin."))
    with_mark = "\ufeff".encode() + plain.text.encode()
    with pytest.raises(UsageError, match="sentence 1"):
        check_quotations(with_mark, plain, [finding("Nog een zin.", 1)])
