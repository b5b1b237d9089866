"""Agreement with its intervals."""

import numpy as np
import pytest

from beloften.codebook.schema import Level
from beloften.tally.validation import FamilyScores, Validation, measures, validate, wilson
from tests.codings.building import coded
from tests.tally.validation_coverage import coverage

NAMED = {"maatwerk": Level.GENOEMD}


def family(validation: Validation, kind: str) -> FamilyScores:
    (found,) = (family for family in validation.families if family.kind == kind)
    return found


def test_alpha_is_that_of_a_published_example() -> None:
    """That of Meg and Owen in Krippendorff (2011), Computing Krippendorff's alpha-reliability: 0.095."""
    meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    validation = validate(
        [coded(number, beloften=NAMED if given else {}) for number, given in enumerate(meg)],
        [coded(number, beloften=NAMED if given else {}) for number, given in enumerate(owen)],
    )
    (maatwerk,) = family(validation, "genoemd").codes
    assert maatwerk.alpha.value == pytest.approx(0.095, abs=0.0005)


def test_alpha_is_one_without_a_difference_and_nought_when_codes_fall_as_they_do_by_chance() -> None:
    assert measures(np.array([3.0, 0.0, 0.0]), 10)["alpha"] == 1
    half = measures(np.array([2500.0, 2500.0, 2500.0]), 10_000)["alpha"]
    assert half == pytest.approx(0, abs=0.001)


def test_what_cannot_be_divided_is_undefined() -> None:
    validation = validate([coded(1, beloften=NAMED), coded(2)], [coded(1), coded(2)])
    (maatwerk,) = family(validation, "genoemd").codes
    assert maatwerk.precision.value is None
    assert (maatwerk.recall.value, maatwerk.f1.value) == (0, 0)


def test_limits_enclose_the_value_and_widen_when_documents_differ() -> None:
    """The same counts, spread evenly over documents and heaped up in a few."""
    hit, miss = NAMED, dict[str, Level]()

    def over(documents: list[tuple[int, int]]) -> Validation:
        cells = [
            (name, found)
            for name, (right, wrong) in enumerate(documents)
            for found in [hit] * right + [miss] * wrong
        ]
        gold = [coded(n, source=f"{name}", beloften=hit) for n, (name, _) in enumerate(cells)]
        return validate(gold, [coded(n, beloften=found) for n, (_, found) in enumerate(cells)])

    even = family(over([(8, 2)] * 10), "genoemd").micro.recall
    heaped = family(over([(10, 0)] * 8 + [(0, 10)] * 2), "genoemd").micro.recall
    assert even.value == heaped.value == 0.8
    for recall in (even, heaped):
        assert recall.low is not None
        assert recall.high is not None
        assert recall.low <= 0.8 <= recall.high
    assert heaped.high - heaped.low > 1.5 * (even.high - even.low)  # type: ignore[operator]


def test_no_interval_is_narrower_than_that_of_independent_sentences() -> None:
    gold = [coded(number, source=f"{number}", beloften=NAMED) for number in range(4)]
    recall = family(validate(gold, gold), "genoemd").micro.recall
    assert (recall.value, recall.high) == (1, 1)
    assert recall.low == pytest.approx(wilson(1.0, 4)[0])
    assert wilson(1.0, 4)[0] == pytest.approx(0.510, abs=0.001)


def test_the_result_does_not_depend_on_the_order_of_the_sentences() -> None:
    gold = [coded(n, source=f"{n % 3}", beloften=NAMED if n % 2 else {}) for n in range(12)]
    found = [coded(n, source=f"{n % 3}", beloften=NAMED if n % 4 else {}) for n in range(12)]
    one, other = validate(gold, found), validate(gold[::-1], found[::-1])
    assert [each.codes for each in one.families] == [each.codes for each in other.families]
    assert one.units == other.units


def test_documents_are_resampled_and_where_there_is_one_its_excerpts_and_then_its_sentences() -> None:
    def unit(sources: list[str]) -> str:
        gold = [coded(n, source=source, beloften=NAMED) for n, source in enumerate(sources)]
        return validate(gold, gold).unit

    assert unit(["a", "b"]) == "document"
    assert unit(["a", "a"]) == "sentence"


def test_a_sentence_counts_for_as_many_as_it_stands_for() -> None:
    """One right among sentences that stand for 3, one missed among those that stand for 1."""
    gold = [
        coded(1, source="a", beloften=NAMED, weight=3.0),
        coded(2, source="b", beloften=NAMED, weight=1.0),
    ]
    micro = family(validate(gold, [coded(1, beloften=NAMED), coded(2)]), "genoemd").micro
    assert micro.recall.value == 0.75
    assert (micro.score.tp, micro.score.fn) == (1, 1)


@pytest.mark.parametrize(("documents", "spread"), [(10, 0.0), (20, 0.15), (60, 0.15)])
def test_intervals_hold_the_truth_about_as_often_as_they_say(documents: int, spread: float) -> None:
    """Between 90 and 99.5 % of 200 draws, for recall, in documents that differ and that don't."""
    assert 0.90 <= coverage(documents, spread, draws=200) <= 0.995
