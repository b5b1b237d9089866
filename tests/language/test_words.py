"""Words are what patterns are made of and rates are expressed in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.language.words import count_words, find_word_spans, find_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("één gezin, één plan", ["één", "gezin", "één", "plan"]),
        ("zorg- en welzijnsaanbod", ["zorg-", "en", "welzijnsaanbod"]),
        ("per e-mail en foto's", ["per", "e-mail", "en", "foto's"]),
        ("kind(eren) en/of ouders", ["kind", "eren", "en", "of", "ouders"]),
        ("in 2015: 3,5 miljoen", ["in", "2015", "3", "5", "miljoen"]),
        ("de 'eigen kracht'", ["de", "eigen", "kracht"]),
        ("een _nieuw_ begin", ["een", "nieuw", "begin"]),
        ("", []),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, words: list[str]) -> None:
    assert find_words(text) == words


def test_numbers_are_no_words_in_the_denominator() -> None:
    assert count_words(find_words("in 2015 waren er 3 wijkteams")) == 4


@given(st.text())
def test_the_spans_are_those_of_the_words(text: str) -> None:
    assert [match[0] for match in find_word_spans(text)] == find_words(text)
