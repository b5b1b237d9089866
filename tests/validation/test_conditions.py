"""Conditions on agreement."""

import pytest

from beloften.codebook.schema import Level, Stance
from beloften.errors import UsageError
from beloften.validation.conditions import Condition, failed, parse_condition
from beloften.validation.measure import validate
from tests.codings.building import coded

NAMED = {"maatwerk": Level.GENOEMD}
GOLD = [coded(n, beloften=NAMED, logicas={"markt": Stance.NEUTRAAL}) for n in range(4)]
FOUND = [coded(n, beloften=NAMED if n else {}, logicas={"markt": Stance.NEUTRAAL}) for n in range(4)]
VALIDATION = validate(GOLD, FOUND)


def lines(*conditions: str) -> list[str]:
    return failed(VALIDATION, map(parse_condition, conditions))


def test_a_condition_names_a_measure_and_perhaps_a_family() -> None:
    assert parse_condition("f1=0.8") == Condition("", "f1", 0.8)
    assert parse_condition("genoemd.alpha=1") == Condition("genoemd", "alpha", 1.0)


@pytest.mark.parametrize("text", ["", "f1", "f1>0.8", "f2=0.8", "f1=hoog", "f1=-1", "genoemd.=1"])
def test_what_is_no_condition_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is no condition"):
        parse_condition(text)


def test_a_micro_average_that_is_lower_is_told() -> None:
    assert lines("recall=0.8") == ["recall of genoemd is 0.750, less than 0.8."]
    assert lines("recall=0.75", "logica.recall=1") == []


def test_what_was_not_measured_does_not_pass() -> None:
    assert lines("zelfredzaamheid.f1=0.1") == ["f1 of zelfredzaamheid is not measured, less than 0.1."]
