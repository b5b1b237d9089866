"""The three deficits of the book's conclusion, as indications in the text of policy.

The book (De verhuizing van de verzorgingsstaat 2018, chapter 10) finds a professional, a democratic and a
solidarity deficit in practice. A policy text can only hold indications of them. Each is the balance
(`balance`) of what would bring it about against what would hold it off, and is shown with its parts, so that
a reader can leave out a part and reckon anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beloften.codebook.schema import Codebook, Stance
from beloften.compare.balance import balance
from beloften.compare.groups import Groups
from beloften.tally.count import ALL, Measure
from beloften.tally.interval import PER_WORDS, Unit
from beloften.tally.nota import Nota, units_of


@dataclass(frozen=True, slots=True)
class Samenstelling:
    """How a deficit is composed.

    Attributes:
        tekort: its name.
        voor: codes and measures that indicate it.
        tegen: codes and measures that count against it.
    """

    tekort: str
    voor: tuple[Measure, ...]
    tegen: tuple[Measure, ...]


TEKORTEN = (
    Samenstelling(
        "professioneel",
        voor=(("professioneel", Stance.AFGEZET),),
        tegen=(("professioneel", Stance.ONDERSCHREVEN),),
    ),
    Samenstelling("democratisch", voor=(("noodzaak", ALL),), tegen=(("inspraak", ALL),)),
    Samenstelling("solidariteit", voor=(("naastenhulp", ALL),), tegen=(("civiel", Stance.ONDERSCHREVEN),)),
)
"""What each deficit is composed of (docs/method.md)."""


@dataclass(frozen=True, slots=True)
class Tekort:
    """A deficit in a group, or a part of it.

    Attributes:
        group: name of the group.
        tekort: "professioneel", "democratisch" or "solidariteit".
        code: code of the part; "" for the whole.
        measure: measure of the part; "" for the whole.
        zijde: "voor" or "tegen"; "" for the whole.
        voor: sentences that indicate it: with the part, or for the whole with any such part.
        tegen: sentences that count against it, in the same way.
        rate: sentences with the part, or for the whole with any part, per 10,000 words.
        index: of the whole (for - against) / (for + against), -1 to 1; None where there are neither, for a
            part, and where a part's code is not in the codebook.
        low: lower limit of its 95 % interval.
        high: upper limit.
        interval: what the interval rests on.
    """

    group: str
    tekort: str
    code: str
    measure: str
    zijde: str
    voor: int
    tegen: int
    rate: float
    index: float | None
    low: float | None
    high: float | None
    interval: Unit | None


def tekorten(groups: Groups, codebook: Codebook) -> tuple[Tekort, ...]:
    """Reckon the three deficits of each group.

    Returns:
        Rows by group and deficit, the whole before its parts. A part of which the codebook has no code is
        left out, and without a part on either side there is no index.
    """
    known = {concept.code for concept in codebook.concepts}
    return tuple(
        row
        for group, notas in groups.items()
        for composed in TEKORTEN
        for row in _tekort(group, notas, composed, known)
    )


def _tekort(group: str, notas: Sequence[Nota], composed: Samenstelling, known: set[str]) -> Iterator[Tekort]:
    voor = [measure for measure in composed.voor if measure[0] in known]
    tegen = [measure for measure in composed.tegen if measure[0] in known]
    parts = [(measure, "voor") for measure in voor] + [(measure, "tegen") for measure in tegen]
    units = units_of(notas, (voor, tegen, [*voor, *tegen], *([measure] for measure, _ in parts)))
    columns = list(zip(*units.counts, strict=True))
    weighed = balance(columns[0], columns[1], units.unit)
    has_both = bool(voor and tegen)
    words = sum(units.words)
    yield Tekort(
        group=group,
        tekort=composed.tekort,
        code="",
        measure="",
        zijde="",
        voor=weighed.voor,
        tegen=weighed.tegen,
        rate=sum(columns[2]) / words * PER_WORDS,
        index=weighed.index if has_both else None,
        low=weighed.low if has_both else None,
        high=weighed.high if has_both else None,
        interval=weighed.unit if has_both else None,
    )
    for ((code, measure), zijde), column in zip(parts, columns[3:], strict=True):
        yield Tekort(
            group=group,
            tekort=composed.tekort,
            code=code,
            measure=measure,
            zijde=zijde,
            voor=sum(column) if zijde == "voor" else 0,
            tegen=sum(column) if zijde == "tegen" else 0,
            rate=sum(column) / words * PER_WORDS,
            index=None,
            low=None,
            high=None,
            interval=None,
        )
