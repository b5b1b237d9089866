"""How comparisons hold up on corpora of which the truth is known.

    python -m tests.compare.coverage        # 1,000 draws of each setting

Counts are negative binomial: Poisson, with the rate of each document drawn from a gamma distribution of a
given shape around that of its gemeente, or plain Poisson; documents have lognormal lengths. Printed are the
coverage of the 95 % intervals of rates and of log ratios, how often a difference is found where there is
none, with and without Holm's correction, and how often a doubled rate is found.

Before that, the coverage of the intervals of a balance, in documents of 1 to 30 sentences for or against of
which the shares are drawn from a beta distribution, or are all the same.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from beloften.compare.balance import balance
from beloften.compare.permutation import p_values
from beloften.compare.ratio import holm, log_ratio_limits
from beloften.tally.interval import PER_WORDS, Unit, rate_intervals

WORDS = 10_000
DRAWS_A_SET = 10
"""How many draws have the same lengths of documents."""

_Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Setting:
    """A corpus of two gemeenten to draw.

    Attributes:
        documents: of each of the two.
        rate: of the second, in sentences per 10,000 words.
        ratio: of the rate of the first to that of the second.
        shape: of the gamma distribution of the documents' rates; None where they do not differ.
        spread: sigma of the lognormal distribution of the documents' lengths.
        longer: how many times as long the documents of the first are.
        codes: how many codes are compared in one family.
    """

    documents: tuple[int, int]
    rate: float = 10
    ratio: float = 1
    shape: float | None = 3
    spread: float = 0.7
    longer: float = 1
    codes: int = 9


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the draws, as shares.

    Attributes:
        rates: intervals of a rate that hold the truth.
        ratios: intervals of a log ratio that hold the truth.
        significant: comparisons with p < 0.05.
        after_holm: comparisons with p < 0.05 after correction for the family.
        families: families with at least one such comparison.
    """

    rates: float
    ratios: float
    significant: float
    after_holm: float
    families: float


def outcome(setting: Setting, draws: int, *, seed: int = 20180412) -> Outcome:
    """Draw corpora and compare their gemeenten; every draw is a family of `codes` comparisons."""
    generator = np.random.default_rng(seed)
    rates, ratios, tests, corrected, families = [], [], [], [], []
    for _ in range(draws // DRAWS_A_SET):
        groups = [
            (WORDS * scale * np.exp(setting.spread * generator.standard_normal(size))).round()
            for size, scale in zip(setting.documents, (setting.longer, 1), strict=True)
        ]
        number = DRAWS_A_SET * setting.codes
        truths = (setting.rate * setting.ratio, setting.rate)
        counts = [
            _draw(generator, words, rate, setting.shape, number)
            for words, rate in zip(groups, truths, strict=True)
        ]
        intervals = [
            rate_intervals(table.astype(int).tolist(), words.tolist(), Unit.DOCUMENTEN)
            for table, words in zip(counts, groups, strict=True)
        ]
        for truth, found in zip(truths, intervals, strict=True):
            rates += [(each.low or 0) <= truth <= (each.high or 0) for each in found]
        wanted = np.log2(setting.ratio)
        for first, second in zip(*intervals, strict=True):
            low, high = log_ratio_limits(first, second)
            ratios.append((low is None or low <= wanted) and (high is None or wanted <= high))
        chances = p_values((counts[0], groups[0]), (counts[1], groups[1]))
        for start in range(0, number, setting.codes):
            family = chances[start : start + setting.codes]
            after = [value is not None and value < 0.05 for value in holm(family)]
            tests += [value is not None and value < 0.05 for value in family]
            corrected += after
            families.append(any(after))
    return Outcome(*(sum(each) / len(each) for each in (rates, ratios, tests, corrected, families)))


def balance_coverage(
    documents: int, share: float, concentration: float | None, draws: int, *, seed: int = 20180412
) -> float:
    """Return how often the interval of a balance holds the truth.

    Args:
        documents: that have sentences for or against.
        share: of the sentences, those that are for.
        concentration: the sum of the parameters of the beta distribution of the shares of documents, the
            lower the more they differ; None where they do not.
        draws: how many corpora to draw.
        seed: of the draws.
    """
    generator = np.random.default_rng(seed)
    held = 0
    for _ in range(draws):
        sizes = generator.integers(1, 31, documents)
        shares = np.full(documents, share)
        if concentration is not None:
            shares = generator.beta(share * concentration, (1 - share) * concentration, documents)
        voor = generator.binomial(sizes, shares)
        found = balance(voor.tolist(), (sizes - voor).tolist(), Unit.DOCUMENTEN)
        if found.low is not None and found.high is not None:
            held += found.low <= 2 * share - 1 <= found.high
    return held / draws


def _draw(
    generator: np.random.Generator, words: _Floats, rate: float, shape: float | None, number: int
) -> _Floats:
    size = (len(words), number)
    factors = np.ones(size) if shape is None else generator.gamma(shape, 1 / shape, size)
    return generator.poisson(rate / PER_WORDS * factors * words[:, np.newaxis]).astype(np.float64)


SIZES = ((5, 5), (10, 10), (5, 45), (20, 30), (50, 50))
SHAPES: tuple[float | None, ...] = (1, 3, 10, None)

DOCUMENTS = (2, 3, 5, 10, 20, 50)
SHARES = (0.5, 0.7, 0.85, 0.95)
CONCENTRATIONS: tuple[float | None, ...] = (3, 10, None)


def _write_balances(draws: int) -> None:
    """Print a line per share and concentration, and the average over them, for each number of documents."""
    settings = [(share, concentration) for share in SHARES for concentration in CONCENTRATIONS]
    held = [[balance_coverage(number, *setting, draws) for number in DOCUMENTS] for setting in settings]
    lines = [f"{share:7} {concentration or '-':>13}" for share, concentration in settings]
    lines.append(f"{'average':>21}")
    held.append([sum(column) / len(column) for column in zip(*held, strict=True)])
    sys.stdout.write(f"balance\n{'share':>7} {'concentration':>13} |")
    sys.stdout.write("".join(f"{number:6}" for number in DOCUMENTS) + "  documents\n")
    for line, row in zip(lines, held, strict=True):
        sys.stdout.write(f"{line} |" + "".join(f"{one:6.3f}" for one in row) + "\n")
    sys.stdout.flush()


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line per setting."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--draws", type=int, default=1000)
    draws = parser.parse_args(arguments).draws
    _write_balances(draws)
    settings = {
        "no difference": [
            Setting(documents, rate, shape=shape)
            for documents in SIZES
            for rate in (5, 20)
            for shape in SHAPES
        ],
        "no difference, first three times as long": [
            Setting(documents, shape=shape, longer=3) for documents in SIZES for shape in (3, 10)
        ],
        "doubled": [
            Setting((10, 10), rate, 2, shape) for rate in (5, 10, 20) for shape in (1, 3, 5, 10, 20, None)
        ],
    }
    sys.stdout.write("documents  rate shape | rates ratios | p<.05 after Holm, families\n")
    for title, group in settings.items():
        sys.stdout.write(f"{title}\n")
        for setting in group:
            found = outcome(setting, draws)
            first, second = setting.documents
            sys.stdout.write(
                f"{first:4} {second:4} {setting.rate:5} {setting.shape or '-':>5} | {found.rates:.3f} "
                f"{found.ratios:.3f}  | {found.significant:.3f} {found.after_holm:.3f} {found.families:.3f}\n"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
