"""A raw spaCy pattern loads when it can be matched, in the time and memory that there are."""

from typing import Any

import pytest

from beloften.codebook.tokens import check_tokens


@pytest.mark.parametrize(
    "tokens",
    [
        [{"LOWER": "erger"}, {"OP": "?"}, {"LOWER": "voorkomen"}],
        [{"TEXT": "a"}, {"OP": "{0,15}"}, {"TEXT": "b"}],
        [{"TEXT": "a"}, {"OP": "*"}, {"TEXT": "b"}, {"OP": "+"}, {"TEXT": "c"}],
        [{"TEXT": {"REGEX": "^maat"}}, {"TEXT": "a", "OP": "!"}],
        [{"TEXT": "a", "OP": "{3}"}, {"TEXT": "b", "OP": "{,2}"}],
        [{"TEXT": "a", "OP": "{150}"}],
        [{"TEXT": "a", "OP": "{100,}"}, {"TEXT": "b", "OP": "*"}],
        [{"OP": "+"}, {"OP": "+"}, {"OP": "?"}, {"OP": "?"}],
        [{"TEXT": "a", "OP": "?"}] * 4 + [{"TEXT": "b", "OP": "{0,4}"}] * 4,
    ],
)
def test_a_pattern_that_can_be_matched_is_fine(tokens: list[dict[str, Any]]) -> None:
    check_tokens(tokens)


@pytest.mark.parametrize(
    ("tokens", "problem"),
    [
        ([], "zero tokens"),
        ([{"TEXT": {"REGEX": "("}}], "unterminated subpattern"),
        ([{"TEXT": {"REGEX": "(" * 5000}}], "recursion"),
        ([{"POS": "NOUN"}], "pipeline"),
        ([{"_": {"eigen": 1}}], "unregistered extension"),
        ([{"WOORD": "a"}], "Invalid token patterns"),
        ([{"TEXT": "a", "OP": "{0,100000000}"}], "^it repeats its words more than 100 times$"),
        ([{"TEXT": "a", "OP": "{151}"}], "repeats its words more than 100 times"),
        ([{"TEXT": "a", "OP": "{100}"}, {"TEXT": "b"}, {"TEXT": "c", "OP": "+"}], "more than 100 times"),
        ([{"TEXT": "a", "OP": "{101,}"}, {"TEXT": "b", "OP": "*"}], "more than 100 times"),
        ([{"TEXT": "a", "OP": "{" + "9" * 5000 + "}"}], "repeats its words more than 100 times"),
        ([{"OP": "*"}, {"OP": "*"}, {"OP": "*"}], "^too many of its words may be absent or repeated$"),
        ([{"OP": "*"}, {"OP": "*"}, {"OP": "?"}, {"OP": "?"}], "too many of its words"),
        ([{"TEXT": "a", "OP": "{,4}"}] * 4 + [{"TEXT": "b", "OP": "{2,18}"}], "too many of its words"),
        ([{"OP": "+"}, {"OP": "{1,}"}, {"OP": "{46,}"}], "too many of its words"),
        ([{"TEXT": "a", "OP": "?"}] * 14, "too many of its words"),
    ],
)
def test_a_pattern_that_cannot_be_is_refused(tokens: list[dict[str, Any]], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        check_tokens(tokens)
