"""Folding makes alike what differs only in print, and every folded character knows where it came from."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.language.fold import fold, fold_text

# Letters, marks, quotes, ligatures, spaces and invisible characters: what real documents hold.
TEXTS = st.text(st.sampled_from("aeEéÉëïüçøßİ\u0301\u0308\u00ad\u200b\ufb01\ufb02ĳ…½ ’‘“”‐–\u00a0\n.,-xyz"))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Cliënt", "client"),
        ("COÖRDINATIE", "coordinatie"),
        ("één plan", "één plan"),
        ("Eén plan", "één plan"),
        ("een plan", "een plan"),
        ("zo’n ‘etiket’", "zo'n 'etiket'"),
        ("co\u00adördinatie", "coordinatie"),
        ("e\u2011mail", "e-mail"),
        ("\ufb01nancieel", "financieel"),
        ("Wmo\u00a02015", "wmo 2015"),
        ("cafe\u0301", "cafe"),
        ("Sørøya, SØRØYA", "soroya, soroya"),
        ("ÉÉN PLAN", "één plan"),
        ("vóór\u200bdat", "voordat"),
    ],
)
def test_what_differs_only_in_print_becomes_the_same(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize("before", ["\u2062", "\ufb04", "\u3390", "\u0300", "a\u2064\ufb03"])
def test_a_word_behind_characters_that_fold_to_none_or_several_is_found_where_it_stands(before: str) -> None:
    text = f"{before} op maat"
    folded = fold(text)
    assert folded.original(folded.text.index("maat")) == text.index("maat")
    assert folded.original(len(folded.text)) == len(text)


@pytest.mark.parametrize(("character", "folded"), [("\ufb05", "st"), ("\ufb03", "ffi"), ("\u2063", "")])
def test_all_letters_of_a_ligature_that_stands_alone_come_from_it(character: str, folded: str) -> None:
    found = fold(character)
    assert found.text == folded
    assert [found.original(offset) for offset in range(len(folded) + 1)] == [0] * len(folded) + [1]


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(TEXTS)
def test_line_feeds_stay_where_they_are(text: str) -> None:
    assert fold(text).text.count("\n") == text.count("\n")


@given(TEXTS)
def test_offsets_never_run_back_and_stay_within_the_text(text: str) -> None:
    folded = fold(text)
    offsets = [folded.original(offset) for offset in range(len(folded.text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)


@given(TEXTS)
def test_each_folded_character_comes_from_the_character_at_its_offset(text: str) -> None:
    folded = fold(text)
    for offset, character in enumerate(folded.text):
        origin = text[folded.original(offset)]
        parts = unicodedata.normalize("NFKD", origin).lower()
        assert character in parts or fold(origin).text.find(character) >= 0 or character == "é"


@given(TEXTS, st.data())
def test_a_match_carried_back_to_the_original_folds_to_text_that_holds_it(
    text: str, data: st.DataObject
) -> None:
    """The stretch of the original reaches to the end of the character that the last folded one came from."""
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    last = folded.original(end - 1) + 1 if end > start else folded.original(start)
    stretch = fold_text(text[folded.original(start) : last])
    assert folded.text[start:end].replace("é", "e") in stretch.replace("é", "e")


@given(TEXTS)
def test_folding_without_the_way_back_gives_the_same_text(text: str) -> None:
    assert fold_text(text) == fold(text).text
