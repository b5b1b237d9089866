"""Rates corrected for the measured error of the tool.

After Rogan & Gladen 1978, Estimating prevalence from the results of a screening test,
doi:10.1093/oxfordjournals.aje.a112510.

The tool finds a code in a share p of the sentences. It finds it in a share `sensitivity` of those that have
it, and leaves it out of a share `specificity` of those that have it not. The share that has it is then

    (p + specificity - 1) / (sensitivity + specificity - 1),

kept between 0 and 1. It can be told only when sensitivity + specificity > 1.

The limits carry the uncertainty of all three. Each is drawn anew, 1,999 times, and the limits are those
between which 95 % of the results lie. A plain resampling of documents would take a code that was never missed
in the validation for one that never can be. So each share is drawn from a beta distribution (Jeffreys'
prior), of which the sample size is first brought back to the number of independent sentences that would say
as much (Korn & Graubard 1998, Survey Methodology 24, 193-201): divided by the design effect, which is how
much more the share differs between documents than chance would have it, and by a factor for few documents.
The upper limit is also that of the draws in which a share above zero comes out: where less is found than
errors alone would make, the other draws are no sign that there is nothing, but that the tool errs less here.
`tests/validation/test_correct.py` shows how often the limits hold the truth.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from beloften.tally.distributions import t_quantile
from beloften.tally.interval import RESAMPLES

MOST_UNTOLD = 0.025
"""A rate is not corrected when more of the draws than this have sensitivity + specificity <= 1."""

_SEED = 19780107
_PRIOR = 0.5
_TAILS = (0.025, 0.975)

_Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Cases of one document: how many there are, and how many of those count."""

    hits: float
    cases: float


@dataclass(frozen=True, slots=True)
class Error:
    """What a validation tells of one code, document by document.

    Attributes:
        sensitivity: of the sentences that have the code, those in which it was found.
        specificity: of the sentences that have it not, those in which it was not found.
    """

    sensitivity: tuple[Cluster, ...]
    specificity: tuple[Cluster, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A share of sentences that has a code.

    Attributes:
        share: of all sentences, 0 to 1.
        low: lower limit at 95 %.
        high: upper limit.
    """

    share: float
    low: float
    high: float


def correct(found: Sequence[Cluster], error: Error) -> Corrected | None:
    """Correct the share of sentences in which a code was found.

    Args:
        found: per document (or page), its sentences and those with the code.
        error: of the tool, from a validation.

    Returns:
        None when the error says too little to correct by: no sentence of the validation has the code, all
        have it, or sensitivity and specificity together may not exceed 1.
    """
    if not all(_cases(clusters) for clusters in (found, error.sensitivity, error.specificity)):
        return None
    sensitivity, specificity = _share(error.sensitivity), _share(error.specificity)
    if sensitivity + specificity <= 1:
        return None
    generator = np.random.Generator(np.random.PCG64(_SEED))
    drawn = [_draw(clusters, generator) for clusters in (found, error.sensitivity, error.specificity)]
    told = drawn[1] + drawn[2] > 1
    if (~told).mean() > MOST_UNTOLD:
        return None
    shares = (drawn[0] + drawn[2] - 1)[told] / (drawn[1] + drawn[2] - 1)[told]
    low, high = map(float, np.quantile(shares.clip(0, 1), _TAILS))
    if (possible := shares[shares > 0]).size:
        high = max(high, min(float(np.quantile(possible, _TAILS[1])), 1.0))
    share = min(max((_share(found) + specificity - 1) / (sensitivity + specificity - 1), 0.0), 1.0)
    return Corrected(share, min(low, share), max(high, share))


def _cases(clusters: Sequence[Cluster]) -> float:
    return sum(cluster.cases for cluster in clusters)


def _share(clusters: Sequence[Cluster]) -> float:
    return sum(cluster.hits for cluster in clusters) / _cases(clusters)


def _draw(clusters: Sequence[Cluster], generator: np.random.Generator) -> _Array:
    """Draw the share of cases that count from what is known of it."""
    share, size = _share(clusters), effective_size(clusters)
    return generator.beta(share * size + _PRIOR, (1 - share) * size + _PRIOR, RESAMPLES)


def effective_size(clusters: Sequence[Cluster]) -> float:
    """Return how many independent cases would say as much about the share as these do.

    The variance between documents is that of a ratio estimator (Cochran 1977, Sampling techniques, ch. 6). It
    is never taken for less than that of independent cases.
    """
    hits = np.array([cluster.hits for cluster in clusters])
    cases = np.array([cluster.cases for cluster in clusters])
    hits, cases = hits[cases > 0], cases[cases > 0]
    units, total = len(cases), float(cases.sum())
    share = float(hits.sum()) / total
    if units < 2 or not 0 < share < 1:  # noqa: PLR2004 - nothing can differ
        return total
    between = units / (units - 1) * float(((hits - share * cases) ** 2).sum()) / total**2
    effect = max(between / (share * (1 - share) / total), 1.0)
    few = (t_quantile(units - 1) / NormalDist().inv_cdf(_TAILS[1])) ** 2 if effect > 1 else 1.0
    return total / (effect * few)
