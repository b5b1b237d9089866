"""Passages are paired with those that are the same, or nearly so."""

from hypothesis import given
from hypothesis import strategies as st

from beloften.drift.alignment import LEAST_LIKENESS, align

SENTENCE = [
    "het",
    "wijkteam",
    "staat",
    "dicht",
    "bij",
    "ons",
    "en",
    "levert",
    "daardoor",
    "snel",
    "goed",
    "werk",
]
OTHER = ["de", "raad", "stelt", "elk", "jaar", "in", "november", "de", "begroting", "van", "2015", "vast"]
TEXTS = st.lists(st.lists(st.sampled_from("abcde"), min_size=1, max_size=8), max_size=6)


def test_the_same_words_are_paired_wherever_they_stand() -> None:
    assert align([SENTENCE, OTHER], [OTHER, SENTENCE]) == [(0, 1, 1.0), (1, 0, 1.0)]


def test_a_sentence_of_which_two_in_twelve_words_changed_is_the_same_one() -> None:
    changed = ["ons" if word == "het" else "vlot" if word == "snel" else word for word in SENTENCE]
    (pair,) = align([SENTENCE], [OTHER, changed])
    assert (pair.old, pair.new) == (0, 1)
    assert pair.likeness == 10 / 12


def test_sentences_on_other_things_are_not_paired() -> None:
    assert align([SENTENCE], [OTHER]) == []


def test_a_passage_that_is_repeated_is_paired_as_often_as_both_have_it() -> None:
    assert align([SENTENCE, SENTENCE, SENTENCE], [SENTENCE, OTHER, SENTENCE]) == [(0, 0, 1.0), (1, 2, 1.0)]


def test_the_most_alike_are_paired_first() -> None:
    nearly, less = [*SENTENCE, "ook"], [*SENTENCE, "ook", "in", "de", "wijk"]
    assert [(pair.old, pair.new) for pair in align([SENTENCE], [less, nearly])] == [(0, 1)]


@given(TEXTS, TEXTS)
def test_nothing_is_paired_twice_and_all_pairs_are_alike(old: list[list[str]], new: list[list[str]]) -> None:
    pairs = align(old, new)
    assert len({pair.old for pair in pairs}) == len({pair.new for pair in pairs}) == len(pairs)
    assert all(pair.likeness >= LEAST_LIKENESS for pair in pairs)


@given(TEXTS)
def test_a_text_is_paired_with_itself_word_for_word(text: list[list[str]]) -> None:
    assert [pair.likeness for pair in align(text, text)] == [1.0] * len(text)


@given(TEXTS, TEXTS)
def test_every_passage_with_the_same_words_is_paired(old: list[list[str]], new: list[list[str]]) -> None:
    exact = [pair for pair in align(old, new) if pair.likeness == 1]
    both = sum(min(old.count(words), new.count(words)) for words in {tuple(one): one for one in old}.values())
    assert len(exact) == both
