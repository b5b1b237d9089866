"""How often intervals of agreement hold the truth; run it as `python -m tests.validation.coverage`."""

import sys

import numpy as np

from beloften.codebook.schema import Level
from beloften.validation.measure import validate
from tests.codings.building import coded

RECALL = 0.8
NAMED = {"maatwerk": Level.GENOEMD}


def coverage(documents: int, spread: float, draws: int, each: int = 6) -> float:
    """Return the share of draws of which the interval of recall holds the recall they were drawn from.

    Args:
        documents: number of documents.
        spread: how much documents differ: the intraclass correlation of their recalls, 0 for not at all.
        draws: how many sets of codings to draw.
        each: expected number of sentences with the code in a document.
    """
    generator = np.random.default_rng(20180412)
    held = 0
    for _ in range(draws):
        found = []
        for document in range(documents):
            recall = RECALL
            if spread:
                size = 1 / spread - 1
                recall = generator.beta(RECALL * size, (1 - RECALL) * size)
            found += [(document, bool(hit)) for hit in generator.random(generator.poisson(each)) < recall]
        gold = [coded(n, source=f"{document}", beloften=NAMED) for n, (document, _) in enumerate(found)]
        other = [coded(n, beloften=NAMED if hit else {}) for n, (_, hit) in enumerate(found)]
        interval = validate(gold, other).families[0].micro.recall
        held += (interval.low or 0) <= RECALL <= (interval.high or 0)
    return held / draws


def main() -> None:
    """Print the coverage per number of documents and spread."""
    for documents in (3, 5, 10, 20, 60):
        found = [coverage(documents, spread, 1000) for spread in (0.0, 0.05, 0.15)]
        sys.stdout.write(f"{documents:3} {' '.join(f'{share:.3f}' for share in found)}\n")


if __name__ == "__main__":
    main()
