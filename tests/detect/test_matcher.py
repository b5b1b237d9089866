"""Patterns are found exactly where spaCy's Matcher finds them."""

import random
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beloften.codebook.load import load_codebook
from beloften.codebook.patterns import Sequence, sequences
from beloften.detect import matcher as matcher_module
from beloften.detect.matcher import PatternMatcher, Span
from beloften.detect.spacy_patterns import SpacyPatterns

WORDS = st.sampled_from(["maat", "maatwerk", "werk", "op", "aan", "sluit", "wijk", "wijkteam", "één"])
GLOBS = st.sampled_from(["maat*", "*werk", "*a*", "op", "aan", "wijk*team", "m*w*k", "één", "*"]) | WORDS
ITEMS = st.frozensets(GLOBS.filter(lambda glob: glob != "*"), min_size=1, max_size=3)


@st.composite
def sequence(draw: st.DrawFn) -> Sequence:
    items: list[frozenset[str] | int] = [draw(ITEMS)]
    for _ in range(draw(st.integers(0, 3))):
        if draw(st.booleans()):
            items.append(draw(st.integers(1, 3)))
        items.append(draw(ITEMS))
    return tuple(items)


def spacy_tokens(pattern: Sequence) -> tuple[dict[str, object], ...]:
    """The same pattern in the words of spaCy."""
    return tuple(
        {"OP": f"{{0,{item}}}"}
        if isinstance(item, int)
        else {"ORTH": {"REGEX": f"^(?:{'|'.join(sorted(item)).replace('*', '.*')})$"}}
        for item in pattern
    )


def found(spans: Iterable[Span[int]]) -> set[tuple[int, int, int]]:
    return {(span.key, span.start, span.end) for span in spans}


@settings(max_examples=200)
@given(
    st.lists(sequence(), min_size=1, max_size=6),
    st.lists(st.lists(WORDS, max_size=12), min_size=1, max_size=4),
)
def test_random_patterns_are_found_where_spacy_finds_them(
    patterns: list[Sequence], sentences: list[list[str]]
) -> None:
    own = PatternMatcher((number, [pattern]) for number, pattern in enumerate(patterns))
    spacy = SpacyPatterns((number, spacy_tokens(pattern)) for number, pattern in enumerate(patterns))
    for ours, theirs in zip(own.over(sentences), spacy.match(sentences), strict=True):
        assert found(ours) == found(theirs)


def test_raw_spacy_patterns_are_told_by_place_in_each_sentence_whatever_their_order() -> None:
    patterns = {"z": ["op"], "y": ["op", "maat"], "x": ["maat"], "w": ["wijk"]}
    spacy = SpacyPatterns((key, tuple({"ORTH": word} for word in words)) for key, words in patterns.items())
    assert list(spacy.match([["op", "maat"], [], ["wijk"]])) == [
        [("z", 0, 1), ("y", 0, 2), ("x", 1, 2)],
        [],
        [("w", 0, 1)],
    ]


def test_matches_are_told_by_start_then_end_then_the_order_of_the_patterns() -> None:
    patterns = {"z": ["maat"], "y": ["op", "maat"], "x": ["op"], "w": ["o*"]}
    matcher = PatternMatcher((key, [tuple(frozenset({w}) for w in words)]) for key, words in patterns.items())
    (spans,) = matcher.over([["op", "maat"]])
    assert spans == [("x", 0, 1), ("w", 0, 1), ("y", 0, 2), ("z", 1, 2)]


def test_only_the_sentences_that_are_asked_for_are_looked_at() -> None:
    matcher = PatternMatcher([("key", [(frozenset({"maat"}),)])])
    assert matcher.over([["maat"], ["maat"], ["op"], ["maat"]], {3, 0}) == [
        [("key", 0, 1)],
        [],
        [],
        [("key", 0, 1)],
    ]


def test_gaps_in_a_row_are_followed_at_once_and_not_one_way_after_the_other() -> None:
    """A sentence of one word, time and again, can be read in 16 to the 20th ways."""
    row: Sequence = (frozenset({"op"}), *(item for _ in range(20) for item in (15, frozenset({"op"}))))
    (spans,) = PatternMatcher([(0, [row])]).over([["op"] * 100])
    assert {(span.start, span.end) for span in spans} == {
        (start, end) for start in range(100) for end in range(start + 21, 101)
    }


def test_the_shipped_patterns_are_found_where_spacy_finds_them() -> None:
    """Sentences are made of the words of the patterns themselves, so that most of them match."""
    codebook = load_codebook()
    rows = [
        row
        for concept in codebook.concepts
        for pattern in concept.patterns + concept.after + concept.exclusions
        for row in sequences(pattern.text, codebook.word_lists)
    ]
    chance = random.Random(1)  # noqa: S311 - a fixed choice of sentences, no secret
    rows = chance.sample(rows, 400)
    sentences = []
    for row in rows:
        words: list[str] = []
        for item in row:
            if isinstance(item, int):
                words += ["iets"] * chance.randint(0, item + 1)
            else:
                words.append(chance.choice(sorted(item)).replace("*", chance.choice(["", "en"])))
        sentences.append(words)
    own = PatternMatcher((number, [row]) for number, row in enumerate(rows))
    spacy = SpacyPatterns((number, spacy_tokens(row)) for number, row in enumerate(rows))
    matched = 0
    for ours, theirs in zip(own.over(sentences), spacy.match(sentences), strict=True):
        assert found(ours) == found(theirs)
        matched += bool(found(ours))
    assert matched > 250


@settings(max_examples=50)
@given(st.lists(sequence(), min_size=1, max_size=5), st.lists(st.lists(WORDS, max_size=8), max_size=6))
def test_what_is_found_in_a_sentence_does_not_depend_on_the_sentences_around_it(
    patterns: list[Sequence], sentences: list[list[str]]
) -> None:
    matcher = PatternMatcher((number, [pattern]) for number, pattern in enumerate(patterns))
    together = list(matcher.over(sentences))
    fresh = PatternMatcher((number, [pattern]) for number, pattern in enumerate(patterns))
    alone = [fresh.over([words])[0] for words in reversed(sentences)]
    assert together == alone[::-1]


@pytest.mark.parametrize("limit", ["_TOGETHER", "_LARGEST_VOCABULARY"])
@settings(max_examples=50, deadline=None)
@given(st.lists(sequence(), min_size=1, max_size=5), st.lists(st.lists(WORDS, max_size=8), max_size=9))
def test_what_is_found_does_not_depend_on_how_much_is_read_or_remembered_at_once(
    limit: str, patterns: list[Sequence], sentences: list[list[str]]
) -> None:
    among = range(0, len(sentences), 2)
    expected = PatternMatcher((number, [pattern]) for number, pattern in enumerate(patterns))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matcher_module, limit, 3)
        little = PatternMatcher((number, [pattern]) for number, pattern in enumerate(patterns))
        assert little.over(sentences, among) == expected.over(sentences, among)
        assert little.over(sentences) == expected.over(sentences)


@pytest.mark.parametrize(
    ("glob", "word", "matches"),
    [
        ("maatwerk*", "maatwerk", True),
        ("maatwerk*", "maatwerkplan", True),
        ("maatwerk*", "hetmaatwerk", False),
        ("*werk", "maatwerk", True),
        ("*zorg*", "jeugdzorgplus", True),
        ("a*a", "a", False),
        ("a*a", "aa", True),
        ("wijk*team*", "wijkzorgteams", True),
        ("wijk*team*", "wijkzorgplan", False),
        ("a*ba*ab", "abab", False),
        ("a*ba*ab", "abaab", True),
        ("ab*ba", "aba", False),
        ("a*b*b", "ab", False),
        ("*a*", "bbb", False),
        ("*a*", "opa", True),
        ("werk", "maatwerk", False),
        ("werk", "werken", False),
    ],
)
def test_a_wildcard_stands_for_any_letters_or_none(glob: str, word: str, matches: bool) -> None:
    matcher = PatternMatcher([("key", [(frozenset({glob}),)])])
    assert bool(matcher.over([[word]])[0]) is matches
