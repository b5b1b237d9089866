"""Shares corrected for the measured error of the tool."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.validation.correct import Cluster, Error, correct, effective_size


def exact(hits: float, cases: float) -> tuple[Cluster, ...]:
    return (Cluster(hits, cases),)


def test_the_share_is_that_of_rogan_and_gladen() -> None:
    """0.10 found, sensitivity 0.80, specificity 0.95: (0.10 + 0.95 - 1) / (0.80 + 0.95 - 1) = 1/15."""
    corrected = correct(exact(100, 1000), Error(exact(80, 100), exact(950, 1000)))
    assert corrected
    assert corrected.share == pytest.approx(1 / 15)
    assert corrected.low < 1 / 15 < corrected.high


def test_a_tool_without_error_needs_no_correction() -> None:
    corrected = correct(exact(100, 1000), Error(exact(10**6, 10**6), exact(10**6, 10**6)))
    assert corrected
    assert corrected.share == pytest.approx(0.1)
    assert (corrected.low, corrected.high) == pytest.approx((0.083, 0.120), abs=0.002)


def test_fewer_are_found_than_errors_would_make_gives_zero_and_not_less() -> None:
    corrected = correct(exact(1, 1000), Error(exact(80, 100), exact(900, 1000)))
    assert corrected
    assert (corrected.share, corrected.low) == (0, 0)


@pytest.mark.parametrize(
    ("sensitivity", "specificity"),
    [
        (exact(30, 100), exact(60, 100)),
        (exact(0, 0), exact(60, 100)),
        (exact(3, 3), exact(0, 0)),
        (exact(1, 2), exact(3, 5)),
    ],
)
def test_an_error_that_says_too_little_corrects_nothing(
    sensitivity: tuple[Cluster, ...], specificity: tuple[Cluster, ...]
) -> None:
    assert correct(exact(10, 100), Error(sensitivity, specificity)) is None


def test_an_uncertain_error_makes_the_interval_wider() -> None:
    def width(size: int) -> float:
        corrected = correct(exact(100, 1000), Error(exact(size * 0.8, size), exact(size * 9.5, size * 10)))
        assert corrected
        return corrected.high - corrected.low

    assert width(25) > 1.5 * width(1000)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 20)), min_size=1, max_size=10))
def test_documents_that_differ_say_less_than_as_many_sentences(pairs: list[tuple[int, int]]) -> None:
    clusters = [Cluster(min(hits, cases), cases) for hits, cases in pairs]
    total = sum(cluster.cases for cluster in clusters)
    assert 0 < effective_size(clusters) <= total
    alike = [Cluster(cluster.cases / 2, cluster.cases) for cluster in clusters]
    assert effective_size(alike) == pytest.approx(total)


def test_documents_count_for_as_many_independent_sentences_as_would_say_as_much() -> None:
    """Shares of 9 and 1 in 10: a design effect of 0.16 / 0.0125, and t of one degree by a normal quantile."""
    clusters = [Cluster(9, 10), Cluster(1, 10), Cluster(0, 0)]
    few = (12.7062 / 1.95996) ** 2
    assert effective_size(clusters) == pytest.approx(20 / (0.16 / 0.0125 * few), rel=1e-4)


@pytest.mark.parametrize("hits", [0, 10])
def test_documents_of_which_none_or_all_counts_cannot_differ(hits: int) -> None:
    assert effective_size([Cluster(hits, 10), Cluster(hits, 10)]) == 20


def drawn(generator: np.random.Generator, share: float, size: int, spread: float) -> int:
    """Draw how many of a document's sentences count, where documents differ as much as `spread` says."""
    if spread:
        share = generator.beta(share * (1 / spread - 1), (1 - share) * (1 / spread - 1))
    return int(generator.binomial(size, share))


def coverage(
    share: float, spread: float, validated: int, documents: int, draws: int = 150
) -> tuple[float, int]:
    """How often the interval holds the truth, and of how many draws that gave one.

    The tool finds 85 % of what is there and 1 % of what is not. A validation has 800 sentences, a corpus 300
    in each document.
    """
    generator = np.random.default_rng(19780107)
    held = told = 0
    for _ in range(draws):
        right, absent, found = [], [], []
        for _ in range(validated):
            size = 800 // validated
            positive = drawn(generator, share, size, spread)
            right.append(Cluster(generator.binomial(positive, 0.85), positive))
            absent.append(Cluster(generator.binomial(size - positive, 0.99), size - positive))
        for _ in range(documents):
            positive = drawn(generator, share, 300, spread)
            hits = generator.binomial(positive, 0.85) + generator.binomial(300 - positive, 0.01)
            found.append(Cluster(int(hits), 300))
        corrected = correct(found, Error(tuple(right), tuple(absent)))
        if corrected:
            told += 1
            held += corrected.low <= share <= corrected.high
    return held / told, told


@pytest.mark.simulation
@pytest.mark.parametrize(
    ("share", "spread", "setting"),
    list(itertools.product((0.02, 0.1), (0.0, 0.02), ((20, 10), (100, 30)))),
)
def test_intervals_hold_the_truth_about_as_often_as_they_say(
    share: float, spread: float, setting: tuple[int, int]
) -> None:
    """In simulated corpora and validations, with documents that differ and that don't: 90 % or more."""
    held, told = coverage(share, spread, *setting)
    assert held >= 0.90
    assert told >= 140
