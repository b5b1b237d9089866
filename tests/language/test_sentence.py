"""A sentence knows its place in the paragraph, and its words are those that patterns are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.detect.reading import word_offsets
from beloften.language.sentence import Sentence, words_of


def words(text: str) -> list[str]:
    (found,) = words_of([Sentence(text, 0, 0)])
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Eén gezin, ‘één plan’.", ["één", "gezin", "één", "plan"]),
        ("Hulp op\nmaat", ["hulp", "op", "maat"]),
        ("welzijns- en zorgaanbod", ["welzijnsaanbod", "en", "zorgaanbod"]),
        ("wijk-, buurt-\nen dorpsteams", ["wijkteams", "buurtteams", "en", "dorpsteams"]),
        ("wijk-, en dorpsteams", ["wijkteams", "en", "dorpsteams"]),
        ("zorg-/welzijnsaanbod", ["zorg-", "welzijnsaanbod"]),
        ("", []),
    ],
)
def test_words_are_folded_and_suspended_compounds_are_completed(text: str, found: list[str]) -> None:
    assert words(text) == found


@given(st.lists(st.text(st.sampled_from("aëÉé\n\u00ad\ufb01-, .’")), max_size=5))
def test_the_words_of_a_sentence_do_not_depend_on_those_around_it(texts: list[str]) -> None:
    sentences = [Sentence(text, 0, number) for number, text in enumerate(texts)]
    assert words_of(iter(sentences)) == [words(text) for text in texts]


@given(st.text(st.sampled_from("aëÉé\n\u00ad\ufb01-, .’_1")))
def test_there_are_as_many_words_as_places_of_words(text: str) -> None:
    assert len(words(text)) == len(word_offsets(text))


def test_a_sentence_ends_behind_its_last_character() -> None:
    paragraph = "Er is hulp. Er is zorg."
    sentence = Sentence(paragraph[12:], 12, 0)
    assert paragraph[sentence.start : sentence.end] == sentence.text
