"""How well two codings agree, with intervals: precision, recall, F1 and Krippendorff's alpha.

What is resampled is the document that sentences come from, since sentences of one document resemble each
other. Limits are percentiles of the bootstrap, taken further out the fewer documents there are that bear on
the measure (the expanded percentile interval of Hesterberg 2015, doi:10.1080/00031305.2015.1089789), and no
interval is narrower than the one that holds for independent sentences (Wilson 1927,
doi:10.1080/01621459.1927.10502953): a code that was found three times and each time rightly has no resample
with an error in it, and is still not known to be without error. Measured with
`tests/validation/coverage.py`: how often the interval of a recall of 0.8 holds it, with six sentences a
document expected, per number of documents and intraclass correlation of their recalls:

    documents      3     5    10    20    60
    0.00        .965  .973  .971  .969  .959
    0.05        .953  .955  .964  .955  .943
    0.15        .927  .954  .949  .948  .949
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beloften.codings.sentence import CodedSentence
from beloften.tally.distributions import t_quantile, wilson
from beloften.tally.interval import draw_weights
from beloften.validation.agreement import MICRO, Family, Score, families

MEASURES = ("precision", "recall", "f1", "alpha")
"""What is measured of each code, in the order of tables."""

_Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure with its 95 % limits; all None where there is nothing to divide by."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class CodeScores:
    """How two codings agree on one code.

    Attributes:
        score: counts of sentences, as they are.
        precision: share of what was found that is right.
        recall: share of what is right that was found.
        f1: their harmonic mean.
        alpha: Krippendorff's alpha for nominal data, over has the code / has it not.
    """

    score: Score
    precision: Estimate
    recall: Estimate
    f1: Estimate
    alpha: Estimate

    @property
    def code(self) -> str:
        """The code, or "micro" for all of a family together."""
        return self.score.code


@dataclass(frozen=True, slots=True)
class FamilyScores:
    """How two codings agree on one family of codes.

    Attributes:
        kind: as in `agreement.Family`.
        codes: per code.
        micro: all codes together; for alpha each sentence is a unit once per code.
        counts: per unit of resampling and code (true positives, false positives, false negatives), weighted
            where sentences have weights; once per sentence, however many coded it. Shape (units, codes, 3).
    """

    kind: str
    codes: tuple[CodeScores, ...]
    micro: CodeScores
    counts: _Array


@dataclass(frozen=True, slots=True)
class Validation:
    """How two codings of the same sentences agree.

    Attributes:
        families: per family of codes.
        sentences: how many sentences were compared.
        unit: what was resampled: "document", "excerpt" where all is of one document, else "sentence".
        units: names of those, sorted.
        unit_sentences: sentences of each, weighted where they have weights.
        weighted: whether sentences stand for different numbers of others.
    """

    families: tuple[FamilyScores, ...]
    sentences: int
    unit: str
    units: tuple[str, ...]
    unit_sentences: tuple[float, ...]
    weighted: bool


def validate(
    gold: Sequence[CodedSentence], found: Sequence[CodedSentence], copies: float = 1.0
) -> Validation:
    """Compare two codings of the same sentences.

    Args:
        gold: the coding that is taken as right. Its weights and documents count.
        found: the coding under test, sentence by sentence in the same order.
        copies: how often a sentence occurs, on average, because several people coded it: that does not make
            independent sentences of it.
    """
    unit, names = _units(gold)
    units = sorted(set(names))
    index = {name: number for number, name in enumerate(units)}
    rows = np.array([index[name] for name in names])
    weights: _Array = np.array([sentence.weight for sentence in gold])
    weights /= weights.mean() * copies
    sizes: _Array = np.bincount(rows, weights, len(units)).astype(np.float64)
    drawn = draw_weights(len(units))
    return Validation(
        families=tuple(
            _family(family, _cells(family, gold, found), rows, weights, sizes, drawn, copies)
            for family in families(gold, found)
        ),
        sentences=len(gold),
        unit=unit,
        units=tuple(units),
        unit_sentences=tuple(map(float, sizes)),
        weighted=len(set(weights)) > 1,
    )


def _units(gold: Sequence[CodedSentence]) -> tuple[str, list[str]]:
    """What to resample, and of which one each sentence is."""
    for unit, names in (
        ("document", [sentence.source for sentence in gold]),
        ("excerpt", [sentence.excerpt for sentence in gold]),
    ):
        if len(set(names)) > 1:
            return unit, names
    return "sentence", [f"{number:06}" for number in range(len(gold))]


def _family(
    family: Family,
    cells: NDArray[np.bool_],
    rows: NDArray[np.int64],
    weights: _Array,
    sizes: _Array,
    drawn: _Array,
    copies: float,
) -> FamilyScores:
    raw = cells.sum(axis=0)
    counts = np.zeros((len(sizes), len(family.codes), 3))
    np.add.at(counts, rows, cells * weights[:, np.newaxis, np.newaxis])
    scores = [Score(code, *map(int, raw[column])) for column, code in enumerate(family.codes)]
    micro = Score(MICRO, *map(int, raw.sum(axis=0)))
    return FamilyScores(
        family.kind,
        tuple(
            _measured(score, counts[:, column], sizes, drawn, copies) for column, score in enumerate(scores)
        ),
        _measured(micro, counts.sum(axis=1), sizes * len(family.codes), drawn, copies),
        counts,
    )


def _cells(
    family: Family, gold: Sequence[CodedSentence], found: Sequence[CodedSentence]
) -> NDArray[np.bool_]:
    """Whether each code (column) of each sentence (row) is a true positive, a false one, a false negative."""
    right, tested = (_has(family, coding) for coding in (gold, found))
    return np.stack([right & tested, ~right & tested, right & ~tested], axis=2)


def _has(family: Family, coding: Sequence[CodedSentence]) -> NDArray[np.bool_]:
    """Whether each sentence (row) has each code (column)."""
    column = {code: number for number, code in enumerate(family.codes)}
    has = np.zeros((len(coding), len(column)), dtype=np.bool_)
    for row, sentence in enumerate(coding):
        for code in family.codes_in(sentence):
            if code in column:
                has[row, column[code]] = True
    return has


def _measured(score: Score, counts: _Array, sizes: _Array, drawn: _Array, copies: float) -> CodeScores:
    """Measure one code, of which `counts` has a row per unit."""
    whole = measures(counts.sum(axis=0), sizes.sum())
    resampled = measures(drawn @ counts, drawn @ sizes)
    floors = _floors(score, whole, float(sizes.sum()), copies)
    bearing = {
        "precision": counts[:, 0] + counts[:, 1] > 0,
        "recall": counts[:, 0] + counts[:, 2] > 0,
        "f1": counts.sum(axis=1) > 0,
        "alpha": counts.sum(axis=1) > 0,
    }
    estimates = {
        name: _estimate(float(whole[name]), resampled[name], floors[name], int(bearing[name].sum()))
        for name in MEASURES
    }
    return CodeScores(score, **estimates)


def measures(counts: _Array, sentences: Any) -> dict[str, _Array]:  # noqa: ANN401 - a number or an array
    """Return the measures of counts of which the last axis is (tp, fp, fn); NaN where undefined.

    Krippendorff's alpha for two codings of nominal data with two values (Krippendorff 2011, "Computing
    Krippendorff's alpha-reliability", section B) is 1 - (n - 1) o / (n0 n1): n are all values given, two per
    sentence, n0 and n1 those of either sort, o the sentences on which the codings differ.
    """
    tp, fp, fn = counts[..., 0], counts[..., 1], counts[..., 2]
    ones = 2 * tp + fp + fn
    values = 2 * np.asarray(sentences)
    return {
        "precision": tp / _divisor(tp + fp),
        "recall": tp / _divisor(tp + fn),
        "f1": 2 * tp / _divisor(ones),
        "alpha": 1 - (values - 1) * (fp + fn) / _divisor(ones * (values - ones)),
    }


def _divisor(values: _Array) -> _Array:
    return np.where(values > 0, values, np.nan)


def _estimate(value: float, resampled: _Array, floor: tuple[float, float], units: int) -> Estimate:
    """Put a measure between its limits: those of the bootstrap, never narrower than the floor."""
    if math.isnan(value):
        return Estimate(None, None, None)
    low, high = floor
    defined = resampled[~np.isnan(resampled)]
    if units > 1 and len(defined):
        # Hesterberg 2015: further out than 2.5 %, as the ends of a t interval lie beyond a normal one's
        level = NormalDist().cdf(-math.sqrt(units / (units - 1)) * t_quantile(units - 1))
        drawn_low, drawn_high = np.quantile(defined, [level, 1 - level])
        low, high = min(low, float(drawn_low)), max(high, float(drawn_high))
    # adding zero makes -0.0, which a table would show, 0.0
    return Estimate(value + 0.0, min(low, value) + 0.0, max(high, value) + 0.0)


def _floors(
    score: Score, whole: dict[str, _Array], sentences: float, copies: float
) -> dict[str, tuple[float, float]]:
    """The intervals that would hold if all sentences were independent of each other.

    F1 and alpha are functions of the share of sentences on which both codings have the code among those on
    which either has it; their limits are those of that share.
    """
    either = (score.tp + score.fp + score.fn) / copies
    f1 = float(whole["f1"])
    share = 0.0 if math.isnan(f1) else f1 / (2 - f1)
    low, high = wilson(share, either)
    return {
        "precision": wilson(float(whole["precision"]), (score.tp + score.fp) / copies),
        "recall": wilson(float(whole["recall"]), (score.tp + score.fn) / copies),
        "f1": (2 * low / (1 + low), 2 * high / (1 + high)),
        "alpha": (
            _alpha_of(low, either, sentences),
            _alpha_of(high, either, sentences),
        ),
    }


def _alpha_of(share: float, either: float, sentences: float) -> float:
    counts = np.array([share * either, (1 - share) * either, 0.0])
    return float(measures(counts, sentences)["alpha"])
