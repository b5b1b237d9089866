from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from beloften.export.html.choice import chosen
from beloften.rundir.rows import Bevinding
from tests.export.building import sample

FINDING = sample().run.bevindingen[0]


def finding(number: int, code: str, gemeente: str) -> tuple[int, Bevinding]:
    return number, replace(FINDING, fingerprint=f"{number * 7919 % 1000:04}", code=code, gemeente=gemeente)


FINDINGS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("XYZ")), max_size=60).map(
    lambda pairs: [finding(number, *pair) for number, pair in enumerate(pairs)]
)


@given(FINDINGS, st.integers(0, 70))
def test_as_many_are_chosen_as_there_may_be_and_no_code_falls_behind(
    findings: list[tuple[int, Bevinding]], most: int
) -> None:
    numbers = chosen(findings, most)
    assert len(numbers) == len(set(numbers)) == min(most, len(findings))
    taken = Counter(row.code for number, row in findings if number in numbers)
    there = Counter(row.code for _, row in findings)
    for code, number in there.items():
        # a code has less than another only when all of it was taken
        assert taken[code] == number or taken[code] >= max(taken.values(), default=0) - 1


def test_within_a_code_gemeenten_have_the_same_share() -> None:
    findings = [finding(number, "a", "X" if number < 90 else "Y") for number in range(100)]
    places = Counter("X" if number < 90 else "Y" for number in chosen(findings, 10))
    assert places == {"X": 5, "Y": 5}


def test_within_a_code_and_gemeente_what_says_most_goes_first() -> None:
    levels = ["genoemd", "expliciet", "genoemd", "belofte", "expliciet", "genoemd"]
    findings = [
        (number, replace(row, level=level, stance=""))
        for number, row, level in ((*finding(number, "a", "X"), level) for number, level in enumerate(levels))
    ]
    assert chosen(findings, 3) == [1, 3, 4]
    stances = ["neutraal", "afgezet", "neutraal", "onderschreven"]
    findings = [
        (number, replace(row, level="", stance=stance))
        for number, row, stance in (
            (*finding(number, "a", "X"), stance) for number, stance in enumerate(stances)
        )
    ]
    assert chosen(findings, 2) == [1, 3]


@given(FINDINGS, st.integers(0, 70))
def test_the_choice_does_not_depend_on_the_order(findings: list[tuple[int, Bevinding]], most: int) -> None:
    assert chosen(findings, most) == chosen(findings[::-1], most)
