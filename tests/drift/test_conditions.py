"""Conditions are set on the numbers of a run, and say which value met them."""

import pytest

from beloften.drift.conditions import conditions_met, read_condition
from beloften.errors import UsageError
from beloften.run.result import unread
from tests.drift.building import A, B, run
from tests.tally.building import CODEBOOK, source

RUN = run(A, B, unread(source("c.pdf", "", ""), "damaged", "It is cut off."))


def met(text: str) -> list[str]:
    return [str(one) for one in conditions_met([read_condition(text, CODEBOOK)], RUN)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("nabijheid.rate > 14", "nabijheid.rate is 15"),
        ("nabijheid.alle.zinnen == 3", "nabijheid.alle.zinnen is 3"),
        ("nabijheid.documenten == 2", "nabijheid.documenten is 2"),
        ("maatwerk.rate < 2", "maatwerk.rate is 0"),
        ("woorden >= 2000", "woorden is 2000"),
        ("zinnen == 100", "zinnen is 100"),
        ("documenten < 3", "documenten is 2"),
        ("ongelezen > 0", "ongelezen is 1"),
        ("nabijheid.rate[Bee] < 11", "nabijheid.rate[Bee] is 10"),
        ("woorden[Aa] == 1000", "woorden[Aa] is 1000"),
        ("nabijheid.low[Aa] > 0", "nabijheid.low[Aa] is 2.42209"),
    ],
)
def test_a_quantity_is_that_of_all_documents_unless_a_gemeente_is_named(text: str, values: str) -> None:
    assert met(text) == [f"the condition '{text}' is met: {values}."]


def test_with_a_star_it_is_met_for_each_gemeente_for_which_it_holds() -> None:
    assert met("nabijheid.rate[*] > 15") == [
        "the condition 'nabijheid.rate[*] > 15' is met: nabijheid.rate[Aa] is 20."
    ]
    assert met("ongelezen[*] == 1") == ["the condition 'ongelezen[*] == 1' is met: ongelezen[onbekend] is 1."]


def test_each_gemeente_can_be_held_against_all() -> None:
    (line,) = met("nabijheid.rate[*] > nabijheid.rate")
    assert "nabijheid.rate[Aa] is 20 and nabijheid.rate is 15." in line


def test_a_condition_that_does_not_hold_says_nothing() -> None:
    assert met("nabijheid.rate > 15") == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("matwerk.rate < 2", "character 1: no rule has the code 'matwerk'. Did you mean 'maatwerk'?"),
        ("1 < maatwerk.rat", "character 5: 'maatwerk.rat' does not end in what is counted."),
        ("maatwerk < 2", "does not end in what is counted"),
        ("maatwerk.afgezet.rate < 2", "It has: genoemd, belofte, expliciet."),
        ("civiel.belofte.rate < 2", "It has: alle, afgezet, onderschreven, neutraal."),
        ("maatwerk.low < 2", "Write maatwerk.low[*]"),
        ("ontkenning.rate < 2", "no rule has the code 'ontkenning'"),
    ],
)
def test_what_there_is_no_number_of_is_refused_before_anything_is_read(text: str, problem: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_condition(text, CODEBOOK)
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("nabijheid.rate[Cee] > 1", "character 1: there are no documents of 'Cee'. There are of: Aa, Bee"),
        ("1 / maatwerk.rate > 1", "divides by zero"),
    ],
)
def test_what_cannot_be_reckoned_is_refused(text: str, problem: str) -> None:
    with pytest.raises(UsageError) as caught:
        met(text)
    assert problem in str(caught.value)
