"""Drawing the sentences that people are asked to code.

Half of the sample are sentences in which the tool found a code, half are sentences in which it found none:
the first tell how much of what is found is right, the second how much is missed. Within each half, strata
share the places by the square root of their size (a power allocation: Bankier 1988, The American Statistician
42, 174-177), so that small ones are not left out. A stratum is a gemeente with a code: of the codes found in
a sentence, the one that is found least. A sentence is drawn with a known probability, systematically from a
random start (Madow 1949, Annals of Mathematical Statistics 20, 333-354), so that the sample is spread over
the documents and the text, and it stands for one over that probability sentences.
"""

import random
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from beloften.codebook.schema import Codebook
from beloften.codings.sample.key import Sample
from beloften.codings.sample.population import Population, context_of, sampled
from beloften.errors import UsageError

NOTHING = "–"
"""The code of a stratum in which nothing was found."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence of the population stands, and what it is drawn from.

    Attributes:
        gemeente: of its document.
        code: the least frequent of the codes found in it; "–" for none.
        text: index of its document.
        sentence: index of the sentence in it.
    """

    gemeente: str
    code: str
    text: int
    sentence: int

    @property
    def stratum(self) -> str:
        """Name of the stratum."""
        return f"{self.gemeente} × {self.code}"


def draw_sample(population: Population, codebook: Codebook, number: int, seed: int) -> Sample:
    """Draw sentences; the same documents, number and seed give the same sample.

    Args:
        population: what to draw from.
        codebook: by which it was read.
        number: how many to draw; all when there are fewer.
        seed: of the random start.

    Raises:
        UsageError: there are no sentences.
    """
    places = _places(population)
    if not places:
        raise UsageError("There is no sentence to draw.", "Give documents with text.")
    around = context_of(codebook)
    chances = probabilities(places, number)
    drawn = sorted(systematic(chances, random.Random(seed).random()), key=lambda index: _order(places[index]))  # noqa: S311 - no secret
    return Sample(
        codebook={"name": codebook.name, "version": codebook.version, "sha256": codebook.sha256},
        seed=seed,
        population=len(places),
        sentences=tuple(
            sampled(
                population.texts[places[index].text],
                places[index].sentence,
                places[index].stratum,
                1 / chances[index],
                around,
            )
            for index in drawn
        ),
    )


def _order(place: Place) -> tuple[int, int]:
    return place.text, place.sentence


def _places(population: Population) -> list[Place]:
    """All sentences, those of a stratum together, in the order of the documents."""
    counts = Counter(code for text in population.texts for codes in text.codes for code in codes)
    places = [
        Place(
            text.gemeente,
            min(codes, key=lambda code: (counts[code], code)) if codes else NOTHING,
            number,
            sentence,
        )
        for number, text in enumerate(population.texts)
        for sentence, codes in enumerate(text.codes)
    ]
    return sorted(
        places, key=lambda place: (place.code == NOTHING, place.gemeente, place.code, *_order(place))
    )


def probabilities(places: Sequence[Place], number: int) -> list[float]:
    """Return the probability with which each sentence is drawn; they add up to the size of the sample."""
    number = min(number, len(places))
    found = sum(place.code != NOTHING for place in places)
    halves = {True: min(number - number // 2, found), False: 0}
    halves[False] = min(number - halves[True], len(places) - found)
    halves[True] = number - halves[False]
    sizes: dict[bool, dict[str, int]] = defaultdict(dict)
    for stratum, size in Counter((place.code != NOTHING, place.stratum) for place in places).items():
        sizes[stratum[0]][stratum[1]] = size
    shares = {half: allocation(own, halves[half]) for half, own in sizes.items()}
    return [shares[place.code != NOTHING][place.stratum] for place in places]


def allocation(sizes: Mapping[str, int], number: int) -> dict[str, float]:
    """Return the probability of the sentences of each stratum, by the square root of its size."""
    full: set[str] = set()
    while True:
        left = number - sum(sizes[stratum] for stratum in full)
        roots = {stratum: size**0.5 for stratum, size in sizes.items() if stratum not in full}
        total = sum(roots.values())
        chances = {stratum: left * root / total / sizes[stratum] for stratum, root in roots.items()}
        above = {stratum for stratum, chance in chances.items() if chance >= 1}
        if not above:
            return dict.fromkeys(full, 1.0) | chances
        full |= above


def systematic(chances: Sequence[float], start: float) -> list[int]:
    """Draw with unequal probabilities: walk along them in steps of 1, from a random start between 0 and 1."""
    ends = list(accumulate(chances))
    steps = round(ends[-1])
    return sorted({min(bisect_right(ends, start + step), len(ends) - 1) for step in range(steps)})
