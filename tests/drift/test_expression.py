"""Conditions are read by a small grammar, reckoned, and refused with the character that is at fault."""

import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.drift.expression import Quantity, evaluate, parse, quantities
from beloften.errors import UsageError

VALUES = {"maatwerk.rate": 2.0, "burgers-onderling.zinnen": 5.0, "woorden": 100.0}


def reckoned(text: str) -> float | bool:
    return evaluate(parse(text), lambda quantity: VALUES[quantity.name])


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("maatwerk.rate < 2", False),
        ("maatwerk.rate <= 2", True),
        ("maatwerk.rate == 2.0", True),
        ("maatwerk.rate != 2", False),
        ("1 + 2 * 3 == 7", True),
        ("(1 + 2) * 3 == 9", True),
        ("8 / 2 / 2 == 2", True),
        ("1 - 2 - 3 == -4", True),
        ("-maatwerk.rate < -1", True),
        ("burgers-onderling.zinnen - 1 == 4", True),
        ("not maatwerk.rate > 3 and woorden > 10", True),
        ("not (maatwerk.rate > 1 and woorden > 10)", False),
        ("1 > 2 or 1 > 2 and 1 < 2 or woorden == 100", True),
        ("1 < 2 or 1 > 2 and 1 > 2", True),
        ("  maatwerk.rate<3  ", True),
    ],
)
def test_a_condition_is_reckoned_as_in_arithmetic_and_logic(text: str, holds: bool) -> None:
    assert reckoned(text) is holds


@pytest.mark.parametrize(
    ("text", "character"),
    [
        ("", 1),
        ("maatwerk.rate", 1),
        ("maatwerk.rate <", 16),
        ("maatwerk.rate < < 2", 17),
        ("maatwerk.rate < 2 3", 19),
        ("(maatwerk.rate < 2", 1),
        ("maatwerk.rate < 2)", 18),
        ("1 < 2 < 3", 7),
        ("1 + (2 < 3) < 4", 3),
        ("not woorden", 1),
        ("woorden and 1 < 2", 9),
        ("woorden > 1,5", 12),
        ("__import__('os') > 1", 1),
        ("woorden ** 2 > 1", 10),
        ("and > 1", 1),
        ("Maatwerk.rate < 1", 1),
    ],
)
def test_what_is_no_condition_is_refused_with_the_character_at_fault(text: str, character: int) -> None:
    with pytest.raises(UsageError, match=rf"character {character}:"):
        parse(text)


def test_a_gemeente_stands_between_brackets_whatever_its_name() -> None:
    (quantity,) = quantities(parse("maatwerk.belofte.rate['s-Hertogenbosch (gem.)] > 1"))
    assert quantity == Quantity("maatwerk.belofte.rate", "'s-Hertogenbosch (gem.)", 1)


def test_deep_nesting_is_refused_and_does_not_exhaust_the_stack() -> None:
    with pytest.raises(UsageError, match="nested too deeply"):
        parse("(" * 100 + "1 < 2" + ")" * 100)


@pytest.mark.parametrize("text", ["(" * 100_000, "1" + " + 1" * 100_000 + " < 2", "- " * 100_000])
def test_a_condition_without_end_is_refused_before_it_is_read(text: str) -> None:
    with pytest.raises(UsageError, match="too long"):
        parse(text)


def test_the_longest_condition_can_be_reckoned() -> None:
    assert evaluate(parse("1" + " + 1" * 240 + " < 2"), lambda _: 0) is False


NUMBERS = st.integers(0, 9)


@given(NUMBERS, st.sampled_from("+-*"), NUMBERS, st.sampled_from("+-*"), NUMBERS)
def test_precedence_is_that_of_python(one: int, first: str, two: int, second: str, three: int) -> None:
    signs = {"+": operator.add, "-": operator.sub, "*": operator.mul}
    if second == "*" and first != "*":
        expected = signs[first](one, two * three)
    else:
        expected = signs[second](signs[first](one, two), three)
    assert reckoned(
        f"{one} {first} {two} {second} {three} == {expected if expected >= 0 else f'-{-expected}'}"
    )


@given(st.text(alphabet="maatwerk.rte<>=!()[]*/+- 0123456789andornot", max_size=40))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        list(quantities(parse(text)))
    except UsageError as error:
        assert "character" in str(error)  # noqa: PT017 - either outcome is right
