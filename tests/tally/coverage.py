"""How often intervals of rates hold the truth; run it as `python -m tests.tally.coverage`."""

import itertools
import sys

import numpy as np

from beloften.tally.interval import PER_WORDS, Unit, rate_intervals

RATES = (1, 5, 30)
SHAPES = (1, 3, 10, None)
SPREADS = (0.0, 0.7)
WORDS = 10_000


def coverage(documents: int, rate: float, shape: float | None, spread: float, draws: int) -> float:
    """Return the share of draws of which the interval holds the rate that they were drawn from.

    Args:
        documents: number of documents in the group.
        rate: expected number of sentences per 10,000 words.
        shape: of the gamma distribution of the documents' rates; None when they do not differ.
        spread: sigma of the lognormal distribution of the documents' lengths, 10,000 words in the middle.
        draws: how many corpora to draw, in 15 sets of lengths.
    """
    generator = np.random.default_rng(20180412)
    held = 0
    each = draws // 15
    for _ in range(15):
        words = np.rint(WORDS * np.exp(spread * generator.standard_normal(documents)))
        factors = (
            np.ones((documents, each))
            if shape is None
            else generator.gamma(shape, 1 / shape, (documents, each))
        )
        counts = generator.poisson(rate / PER_WORDS * factors * words[:, np.newaxis])
        intervals = rate_intervals(counts.tolist(), words.tolist(), Unit.DOCUMENTEN)
        held += sum((found.low or 0) <= rate <= (found.high or 0) for found in intervals)
    return held / (15 * each)


def main() -> None:
    """Print lowest, mean and highest coverage per number of documents."""
    for documents in (2, 3, 4, 5, 7, 10, 20, 50):
        found = [coverage(documents, *setting, 1500) for setting in itertools.product(RATES, SHAPES, SPREADS)]
        sys.stdout.write(f"{documents:3} {min(found):.3f} {sum(found) / len(found):.3f} {max(found):.3f}\n")


if __name__ == "__main__":
    main()
