"""Agreement with its intervals."""

import math
from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest

from beloften.codebook.schema import Level
from beloften.tally.distributions import t_quantile, wilson
from beloften.tally.interval import draw_weights
from beloften.validation.agreement import Score
from beloften.validation.measure import FamilyScores, Validation, measures, validate
from tests.codings.building import coded
from tests.validation.coverage import coverage

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


def test_alpha_is_one_without_a_difference_and_zero_when_codes_fall_as_they_do_by_chance() -> None:
    assert measures(np.array([3.0, 0.0, 0.0]), 10)["alpha"] == 1
    half = measures(np.array([2500.0, 2500.0, 2500.0]), 10_000)["alpha"]
    assert half == pytest.approx(0, abs=0.001)


def test_precision_recall_and_f1_of_a_code() -> None:
    """Six sentences that both codings give it, two that only the found one does, four only the gold one."""
    gold = [coded(number, beloften=NAMED if number < 10 else {}) for number in range(15)]
    found = [coded(number, beloften=NAMED if 4 <= number < 12 else {}) for number in range(15)]
    (maatwerk,) = family(validate(gold, found), "genoemd").codes
    assert maatwerk.score == Score("maatwerk", tp=6, fp=2, fn=4)
    assert (maatwerk.precision.value, maatwerk.recall.value) == (0.75, 0.6)
    assert maatwerk.f1.value == pytest.approx(2 / 3)


def test_what_cannot_be_divided_is_undefined_rather_than_zero() -> None:
    gold = [coded(1, beloften={"missed": Level.EXPLICIET, "neither": Level.GENOEMD})]
    found = [coded(1, beloften={"wrong": Level.EXPLICIET})]
    values = {
        each.code: (each.precision.value, each.recall.value, each.f1.value)
        for each in family(validate(gold, found), "belofte").codes
    }
    assert values == {"missed": (None, 0, 0), "neither": (None, None, None), "wrong": (0, None, 0)}


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


@pytest.mark.simulation
@pytest.mark.parametrize(("documents", "spread"), [(10, 0.0), (20, 0.15), (60, 0.15)])
def test_intervals_hold_the_truth_about_as_often_as_they_say(documents: int, spread: float) -> None:
    """Between 90 and 99.5 % of 200 draws, for recall, in documents that differ and that don't."""
    assert 0.90 <= coverage(documents, spread, draws=200) <= 0.995


DOCUMENTS = ((9, 0, 1, 10), (1, 6, 5, 20), (8, 1, 0, 4), (0, 0, 7, 12), (6, 2, 1, 0), (0, 3, 0, 9))
"""Of each document the sentences with the code in both codings, in one, in the other, and in neither."""


def of_documents(documents: tuple[tuple[int, int, int, int], ...], **said: float) -> Validation:
    cells = [
        (f"{name}", given, heard)
        for name, numbers in enumerate(documents)
        for number, (given, heard) in zip(numbers, ((1, 1), (0, 1), (1, 0), (0, 0)), strict=True)
        for _ in range(number)
    ]
    gold = [
        coded(n, source=name, beloften=NAMED if given else {}) for n, (name, given, _) in enumerate(cells)
    ]
    found = [coded(n, beloften=NAMED if heard else {}) for n, (_, _, heard) in enumerate(cells)]
    return validate(gold, found, **said)


def shares(tp: float, fp: float, fn: float, neither: float) -> dict[str, float]:
    """The measures, alpha from its matrix of coincidences (Krippendorff 2011, section B)."""
    both = 2 * tp + fp + fn
    values = 2 * (tp + fp + fn + neither)
    return {
        "precision": tp / (tp + fp),
        "recall": tp / (tp + fn),
        "f1": 2 * tp / both,
        "alpha": 1 - (values - 1) * (fp + fn) / (both * (values - both)),
    }


def test_limits_are_those_of_the_resampled_documents_widened_as_those_of_t_are() -> None:
    (maatwerk,) = family(of_documents(DOCUMENTS), "genoemd").codes
    whole = shares(*(sum(numbers) for numbers in zip(*DOCUMENTS, strict=True)))
    drawn = [shares(*np.array(DOCUMENTS).T @ weights) for weights in draw_weights(len(DOCUMENTS))]
    bearing = {"precision": 5, "recall": 5, "f1": 6, "alpha": 6}
    for measure, units in bearing.items():
        level = NormalDist().cdf(-math.sqrt(units / (units - 1)) * t_quantile(units - 1))
        limits = np.quantile([each[measure] for each in drawn], [level, 1 - level])
        estimate = getattr(maatwerk, measure)
        assert estimate.value == pytest.approx(whole[measure])
        assert (estimate.low, estimate.high) == pytest.approx(tuple(limits))


def test_in_a_single_document_limits_are_those_of_independent_sentences() -> None:
    """F1 and alpha have those of the share on which both have the code of what either has it on."""
    cell = (30, 4, 10, 60)
    documents = (cell, (0, 0, 0, 1))
    (maatwerk,) = family(of_documents(documents), "genoemd").codes
    assert (maatwerk.precision.low, maatwerk.precision.high) == pytest.approx(wilson(30 / 34, 34))
    assert (maatwerk.recall.low, maatwerk.recall.high) == pytest.approx(wilson(30 / 40, 40))
    low, high = wilson(30 / 44, 44)
    assert (maatwerk.f1.low, maatwerk.f1.high) == pytest.approx((2 * low / (1 + low), 2 * high / (1 + high)))
    alphas = [shares(44 * share, 44 * (1 - share), 0, 61)["alpha"] for share in (low, high)]
    assert (maatwerk.alpha.low, maatwerk.alpha.high) == pytest.approx(tuple(alphas))


def test_sentences_that_several_people_coded_are_no_more_independent_for_that() -> None:
    once = family(of_documents(((30, 4, 10, 60), (0, 0, 0, 1))), "genoemd").micro
    twice = family(of_documents(((60, 8, 20, 120), (0, 0, 0, 2)), copies=2.0), "genoemd").micro
    for measure in ("precision", "recall", "f1"):
        one, other = getattr(once, measure), getattr(twice, measure)
        assert (one.value, one.low, one.high) == pytest.approx((other.value, other.low, other.high))
    assert (once.score.tp, twice.score.tp) == (30, 60)


def test_all_codes_together_are_resampled_as_one_code_with_the_sentences_of_all() -> None:
    gold = [
        coded(n, source=f"{n % 3}", beloften=dict.fromkeys(codes, Level.GENOEMD))
        for n, codes in enumerate(("ab", "a", "", "b", "ab", "", "a", "", ""))
    ]
    found = [
        coded(n, beloften=dict.fromkeys(codes, Level.GENOEMD))
        for n, codes in enumerate(("a", "ab", "", "b", "ab", "b", "", "", ""))
    ]
    named = family(validate(gold, found), "genoemd")
    assert [measured.code for measured in (*named.codes, named.micro)] == ["a", "b", "micro"]
    assert named.micro.score == Score("micro", tp=5, fp=2, fn=2)
    assert named.micro.alpha.value == pytest.approx(shares(5, 2, 2, 18 - 9)["alpha"])
    assert named.counts.sum(axis=0).tolist() == [[3, 0, 1], [2, 2, 1]]


def test_the_units_are_told_with_their_names_and_sentences() -> None:
    gold = [
        coded(1, source="b", beloften=NAMED, weight=2.0),
        coded(2, source="a", weight=1.0),
        coded(3, source="b", weight=1.0),
        coded(4, source="b", weight=2.0),
    ]
    validation = validate(gold, gold)
    assert (validation.unit, validation.units, validation.sentences) == ("document", ("a", "b"), 4)
    assert validation.unit_sentences == pytest.approx((4 / 6, 20 / 6))
    assert validation.weighted
    assert not validate(gold[1:3], gold[1:3]).weighted


def test_the_excerpts_of_a_single_document_are_resampled() -> None:
    gold = [replace(coded(n, beloften=NAMED), excerpt=f"{n % 2}") for n in range(4)]
    validation = validate(gold, gold)
    assert (validation.unit, validation.units) == ("excerpt", ("0", "1"))
    assert validate(gold[:1] * 3, gold[:1] * 3).units == ("000000", "000001", "000002")
