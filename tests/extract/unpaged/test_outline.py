"""How blocks of any format without pages become paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.errors import UnreadableError
from beloften.extract.document import Kind
from beloften.extract.unpaged.outline import MOST_CHARACTERS, Block, Outline, document_of


def _row(outline: Outline, *cells: str, keep: bool = True) -> None:
    outline.begin_part()
    for cell in cells:
        outline.begin_part()
        outline.begin_paragraph()
        outline.write(cell)
        outline.end_paragraph(Kind.BODY)
        outline.end_cell()
    outline.end_row(keep=keep)


def test_a_row_of_a_table_is_one_block() -> None:
    outline = Outline()
    outline.begin_part()
    _row(outline, "Doel", "Middel")
    _row(outline, "Zorg", "")
    _row(outline, "geschrapt", "geschrapt", keep=False)
    outline.end_table()
    assert outline.blocks == [Block(Kind.TABLE, "Doel | Middel"), Block(Kind.TABLE, "Zorg")]


def test_a_table_of_one_column_is_a_frame_around_text() -> None:
    outline = Outline()
    outline.begin_part()
    _row(outline, "Kader.")
    outline.end_table()
    assert outline.blocks == [Block(Kind.BODY, "Kader.")]


def test_what_stands_inside_a_paragraph_follows_it() -> None:
    outline = Outline()
    outline.begin_paragraph()
    outline.write("Voor")
    outline.begin_paragraph()
    outline.write("kader")
    outline.end_paragraph(Kind.BODY)
    outline.write(" en na.")
    outline.end_paragraph(Kind.BODY)
    assert [block.text for block in outline.blocks] == ["Voor en na.", "kader"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    outline = Outline()
    for text, joins_next in (("Wij bieden ", True), ("hulp.", False)):
        outline.begin_paragraph()
        outline.write(text)
        outline.end_paragraph(Kind.BODY, joins_next=joins_next)
    assert outline.blocks == [Block(Kind.BODY, "Wij bieden hulp.")]


@given(st.lists(st.tuples(st.sampled_from(list(Kind)), st.integers(0, 9)), max_size=30))
def test_a_section_is_made_of_headings_of_ever_deeper_levels(chosen: list[tuple[Kind, int]]) -> None:
    blocks = [Block(kind, f"{level} {index}", level) for index, (kind, level) in enumerate(chosen)]
    document = document_of("txt", blocks, "proef")
    assert [paragraph.text for paragraph in document.paragraphs] == [block.text for block in blocks]
    for paragraph in document.text_paragraphs:
        levels = [int(heading[0]) for heading in paragraph.section]
        assert levels == sorted(set(levels))
        if paragraph.kind is Kind.HEADING:
            assert all(level < int(paragraph.text[0]) for level in levels)
    numbers = [paragraph.number for paragraph in document.text_paragraphs]
    assert numbers == list(range(1, len(numbers) + 1))


def test_running_text_has_no_number_and_does_not_count() -> None:
    document = document_of("txt", [Block(Kind.RUNNING, "Menu"), Block(Kind.BODY, "Tekst.")], "proef")
    assert [paragraph.number for paragraph in document.paragraphs] == [0, 1]


def test_a_text_longer_than_any_document_is_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        document_of("txt", [Block(Kind.BODY, "a" * (MOST_CHARACTERS + 1))], "proef")
    assert caught.value.status == "memory"
