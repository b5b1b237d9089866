"""From a text to its sentences, and from a quotation to the sentences that it codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.codings.passages import Passages, covered, spans_of
from beloften.language.sentence import Sentence

WORDS = st.text("abcdé", min_size=2, max_size=6)
SENTENCES = st.lists(
    st.lists(WORDS, min_size=3, max_size=8).map(lambda words: " ".join(words).capitalize() + "."),
    min_size=1,
    max_size=8,
)


def texts(text: str) -> list[str]:
    return [span.sentence.text for span in spans_of(text)]


def test_paragraphs_between_blank_lines_run_on_over_their_lines() -> None:
    text = "Het wijkteam is er\nvoor iedereen. Ook voor u.\n\nDit is nieuw.\n"
    spans = spans_of(text)
    assert [span.sentence.text for span in spans] == [
        "Het wijkteam is er voor iedereen.",
        "Ook voor u.",
        "Dit is nieuw.",
    ]
    assert [span.sentence.paragraph for span in spans] == [0, 0, 1]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    assert texts("Visie\nWij doen het samen.\nDat is alles.") == [
        "Visie",
        "Wij doen het samen.",
        "Dat is alles.",
    ]


def test_lines_that_are_broken_off_in_the_middle_of_a_sentence_belong_together() -> None:
    assert texts("Wij doen het\nsamen met wie\nhet wil. Dat is\nalles.") == [
        "Wij doen het samen met wie het wil.",
        "Dat is alles.",
    ]


def test_items_of_a_list_are_paragraphs() -> None:
    assert texts("Wij willen:\n- meer maatwerk\n- minder regels\n\nDat is alles.") == [
        "Wij willen:",
        "- meer maatwerk",
        "- minder regels",
        "Dat is alles.",
    ]


@given(SENTENCES, st.sampled_from(["\n", "\r\n", "\n\n", "\r\n\r\n", " "]))
def test_every_sentence_stands_where_its_span_says(sentences: list[str], between: str) -> None:
    text = between.join(sentences)
    for span in spans_of(text):
        assert " ".join(text[span.start : span.end].split()) == span.sentence.text
    assert "".join("".join(texts(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("start", "end", "sentences"),
    [
        (0, 10, [0]),
        (2, 5, [0]),
        (0, 12, [0]),
        (8, 30, [1]),
        (0, 30, [0, 1]),
        (5, 20, [0, 1]),
        (9, 31, [1]),
        (30, 40, [2]),
    ],
)
def test_a_quotation_codes_sentences_that_it_holds_for_half_or_that_hold_half_of_it(
    start: int, end: int, sentences: list[int]
) -> None:
    assert covered([(0, 10), (10, 30), (30, 50)], start, end) == sentences


@given(SENTENCES, st.data())
def test_a_quotation_of_whole_sentences_codes_just_those(sentences: list[str], data: st.DataObject) -> None:
    distinct = [
        f"{sentence[:-1]} {'xyzw'[number % 4] * (number + 2)}." for number, sentence in enumerate(sentences)
    ]
    passages = Passages([Sentence(text, 0, 0) for text in distinct])
    first = data.draw(st.integers(0, len(distinct) - 1))
    last = data.draw(st.integers(first, len(distinct) - 1))
    quotation = "\n".join(distinct[first : last + 1]).upper()
    assert passages.find(quotation) == list(range(first, last + 1))


def test_words_that_occur_twice_are_found_where_they_are_near() -> None:
    passages = Passages(
        [Sentence(text, 0, 0) for text in ("Wij bieden hulp.", "Iets anders.", "Wij bieden hulp.")]
    )
    assert passages.find("wij bieden hulp") == [0]
    assert passages.find("wij bieden hulp", near=0.9) == [2]


def test_hyphens_at_line_ends_accents_and_quotes_make_no_difference() -> None:
    passages = Passages([Sentence("Eén ‘coördinator’ werkt samen.", 0, 0)])
    assert passages.find("Eén 'coordi-\nnator' werkt") == [0]
    assert passages.find("iets anders") == []
    assert passages.find(" … ") == []
