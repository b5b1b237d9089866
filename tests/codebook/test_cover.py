"""What one pattern finds, another can be told to find without any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.codebook.cover import Finders, covers
from beloften.codebook.patterns import sequences
from beloften.detect.matcher import PatternMatcher

PATTERNS = st.lists(
    st.sampled_from(["maat", "maat*", "*maat*", "op", "(op|naar)", "maatwerk", "..2", ".."]),
    min_size=1,
    max_size=4,
).map(lambda parts: " ".join(["hulp", *parts, "plan"]))
SENTENCES = st.lists(
    st.sampled_from(["hulp", "op", "naar", "maat", "maatwerk", "plan", "de"]), min_size=1, max_size=12
)


def finders_of(wide: list[str], narrow: str, *, part: bool = False) -> list[str]:
    finders = Finders((row, text) for text in wide for row in sequences(text, {}))
    rows = sequences(narrow, {})
    return [owner for row in rows for owner in (finders.of(row, part=True) if part else finders.of(row))]


@given(PATTERNS, PATTERNS, SENTENCES)
def test_what_covers_another_matches_wherever_that_does(wide: str, narrow: str, words: list[str]) -> None:
    matcher = PatternMatcher([("wide", sequences(wide, {})), ("narrow", sequences(narrow, {}))])
    (spans,) = matcher.over([words])
    if all(any(covers(one, row) for one in sequences(wide, {})) for row in sequences(narrow, {})):
        places = {(span.start, span.end) for span in spans if span.key == "wide"}
        assert places >= {(span.start, span.end) for span in spans if span.key == "narrow"}


@pytest.mark.parametrize(
    ("narrow", "part", "found"),
    [
        ("maatwerkplan", False, ["maat*"]),
        ("hulp op maat", False, []),
        ("hulp op maat", True, ["maat*", "op maat"]),
        ("zorg", True, []),
        ("op ..2 maat", True, ["maat*"]),
    ],
)
def test_the_patterns_that_find_another_are_looked_up(narrow: str, part: bool, found: list[str]) -> None:
    assert sorted(finders_of(["maat*", "op maat", "*zorghulp"], narrow, part=part)) == found


@pytest.mark.parametrize(
    ("wide", "narrow", "covered"),
    [
        ("op maat", "op maat", True),
        ("op maat", "op maat plan", False),
        ("op ..3 maat", "op ..2 maat", True),
        ("op ..3 maat", "op ..3 maat", True),
        ("op ..2 maat", "op ..3 maat", False),
        ("op ..2 maat", "op de maat", False),
        ("op de maat", "op ..2 maat", False),
        ("(op|naar) maat", "op maat", True),
        ("op maat", "(op|naar) maat", False),
        ("(op|naar|*zorg)", "(op|jeugdzorg)", True),
        ("*zorg", "(op|jeugdzorg)", False),
        ("jeugdzorg", "*zorg", False),
        ("m*t", "maat", True),
    ],
)
def test_a_pattern_covers_another_when_it_can_be_no_wider(wide: str, narrow: str, covered: bool) -> None:
    ((one,), (other,)) = sequences(wide, {}), sequences(narrow, {})
    assert covers(one, other) is covered


def test_a_pattern_with_a_choice_is_found_by_each_that_has_all_of_it() -> None:
    wide = ["(op|naar)", "(naar|op|bij)", "*p", "op", "naar", "bij"]
    assert finders_of(wide, "(op|naar)") == ["(op|naar)", "(naar|op|bij)"]


def test_a_pattern_is_told_once_and_only_when_it_finds_the_whole() -> None:
    assert finders_of(["op op", "op"], "op op") == ["op op"]


def test_the_parts_that_are_looked_up_may_stand_anywhere_and_may_hold_gaps() -> None:
    wide = ["op ..2 maat", "maat plan", "op plan", "plan", "hulp op maat plan"]
    assert finders_of(wide, "hulp op ..2 maat plan", part=True) == ["op ..2 maat", "maat plan", "plan"]
    assert finders_of(wide, "hulp op ..2 maat plan") == []
