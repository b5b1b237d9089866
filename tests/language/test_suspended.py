"""A suspended compound is read in full, so that a rule need not know what it is coordinated with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.language.suspended import complete
from beloften.language.words import find_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wijk- en buurtteams", "wijkteams en buurtteams"),
        ("wijk-, buurt- en dorpsteams", "wijkteams buurtteams en dorpsteams"),
        ("zorg- en/of welzijnsaanbod", "zorgaanbod en of welzijnsaanbod"),
        ("hulp op buurt- of wijkniveau", "hulp op buurtniveau of wijkniveau"),
        ("jeugd- en gezinswerkers", "jeugdwerkers en gezinswerkers"),
        ("vraag- en persoonsgerichte hulp", "vraaggerichte en persoonsgerichte hulp"),
    ],
)
def test_the_last_part_of_the_series_completes_the_words_before_it(text: str, expected: str) -> None:
    words = find_words(text)
    complete(words)
    assert words == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "zorg- en onbekendheid",  # no part that is known
        "in- en uitstroom",
        "wijk- en de buurtteams",  # another word between
        "buurt- teams",  # no compound behind it
        "buurtteams en wijk-",
    ],
)
def test_a_word_that_nothing_completes_stays_as_it_is(text: str) -> None:
    words = find_words(text)
    complete(words)
    assert words == find_words(text)


@given(st.lists(st.sampled_from(["wijk-", "en", "buurtteams", "of", "jeugd-", "zorgaanbod", "de", "x-"])))
def test_only_suspended_words_change_and_only_at_their_end(words: list[str]) -> None:
    completed = list(words)
    complete(completed)
    assert len(completed) == len(words)
    for before, after in zip(words, completed, strict=True):
        assert after == before or (before[-1] == "-" and after.startswith(before[:-1]))
