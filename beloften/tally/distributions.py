"""Limits of counts and of shares, and quantiles of Student's t, without a statistics library."""

import math
from collections.abc import Callable
from functools import cache
from statistics import NormalDist

TAIL = 0.025
"""What lies outside an interval of 95 % on each side."""

NORMAL = NormalDist().inv_cdf(1 - TAIL)
"""The value that a standard normal distribution exceeds in 2.5 % of cases."""

_NEGLIGIBLE = 1e-17


@cache
def poisson_limits(count: int) -> tuple[float, float]:
    """Return the exact 95 % limits of the mean of a Poisson distribution of which `count` was seen.

    The lower limit is the mean under which `count` or more would be seen in 2.5 % of cases, the upper that
    under which `count` or fewer would (Garwood 1936, Biometrika 28, 437-442). Nothing seen gives 0 to 3.69,
    which says how much may have been missed; a bootstrap would give 0 to 0.
    """
    low = 0.0 if count == 0 else _crossing(lambda mean: _at_least(count, mean) > TAIL, 0.0, float(count))
    far = count + 10 * math.sqrt(count) + 10
    return low, _crossing(lambda mean: _at_most(count, mean) < TAIL, float(count), far)


@cache
def dispersed_limits(count: int, units: float) -> tuple[float, float]:
    """Return the exact 95 % limits of a mean of which `count` was seen in units that differ extremely.

    The units have Poisson counts, with means that are drawn from a gamma distribution of shape 1, so that
    their sum is negative binomial with as many failures as there are units (Greenwood & Yule 1920, Journal of
    the Royal Statistical Society 83, 255-279). As with `poisson_limits`, the lower limit is the mean under
    which `count` or more would be seen in 2.5 % of cases, the upper that under which `count` or fewer would.

    Args:
        count: what was seen in all units together.
        units: their number; where they differ in length, that of equal ones that tell as much.
    """
    low = 0.0
    if count:
        low = _crossing(lambda mean: 1 - _dispersed_at_most(count - 1, mean, units) > TAIL, 0.0, float(count))
    high = float(count + 1)
    while _dispersed_at_most(count, high, units) >= TAIL:
        high *= 2
    return low, _crossing(lambda mean: _dispersed_at_most(count, mean, units) < TAIL, float(count), high)


@cache
def t_quantile(degrees: int) -> float:
    """Return the value that Student's t with so many degrees of freedom exceeds in 2.5 % of cases."""
    return _crossing(lambda value: _t_probability(value, degrees) > 1 - TAIL, 0.0, 13.0)


def wilson(share: float, number: float, quantile: float = NORMAL) -> tuple[float, float]:
    """Return the limits of a share of so many independent cases (Wilson 1927).

    See doi:10.1080/01621459.1927.10502953.

    Args:
        share: from 0 to 1; NaN where there is none.
        number: of cases; need not be whole.
        quantile: how many standard errors the limits lie from the share; by default those of 95 %.

    Returns:
        The lower and the upper limit; 0 and 1 where there are no cases.
    """
    if number <= 0 or math.isnan(share):
        return 0.0, 1.0
    square = quantile**2 / number
    middle = (share + square / 2) / (1 + square)
    arm = math.sqrt(square * (share * (1 - share) + square / 4)) / (1 + square)
    return max(0.0, middle - arm), min(1.0, middle + arm)


def _crossing(is_past: Callable[[float], bool], low: float, high: float) -> float:
    """Bisect to the point from which `is_past` holds, to the last bit of a float."""
    while low < (middle := (low + high) / 2) < high:
        if is_past(middle):
            high = middle
        else:
            low = middle
    return high


def _at_most(count: int, mean: float) -> float:
    """Sum the Poisson probabilities from `count` down; for a mean above it they only shrink."""
    term = total = _poisson(count, mean)
    for number in range(count, 0, -1):
        term *= number / mean
        total += term
        if term < total * _NEGLIGIBLE:
            break
    return total


def _at_least(count: int, mean: float) -> float:
    """Sum the Poisson probabilities from `count` up; for a mean below it they only shrink."""
    term = total = _poisson(count, mean)
    number = count
    while term > total * _NEGLIGIBLE:
        number += 1
        term *= mean / number
        total += term
    return total


def _dispersed_at_most(count: int, mean: float, units: float) -> float:
    """Sum the negative binomial probabilities up to `count`."""
    term: float = (units / (units + mean)) ** units
    total = term
    for number in range(count):
        term *= (units + number) / (number + 1) * mean / (units + mean)
        total += term
    return total


def _poisson(count: int, mean: float) -> float:
    return math.exp(count * math.log(mean) - mean - math.lgamma(count + 1))


def _t_probability(value: float, degrees: int) -> float:
    """Return P(T <= value) for value >= 0 (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4)."""
    angle = math.atan(value / math.sqrt(degrees))
    sine, cosine = math.sin(angle), math.cos(angle)
    odd = degrees % 2
    term = total = (cosine if odd else 1.0) if degrees > 1 else 0.0
    for number in range(2 if odd else 1, degrees - 1, 2):
        term *= number / (number + 1) * cosine * cosine
        total += term
    inside = 2 / math.pi * (angle + sine * total) if odd else sine * total
    return 0.5 + inside / 2
