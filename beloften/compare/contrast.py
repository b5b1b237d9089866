"""The book's argument per group: what is promised of nearness, and what becomes of the values of distance.

Each logica is weighed, and each of its values: the promises that stand against it, and the sentences that
uphold it. What is promised while its opposite is nowhere upheld is left unsecured ("onbeschut"), which the
book finds at risk (Tonkens & Kampen 2018: 46-48).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from beloften.codebook.schema import Codebook, Concept, ConceptKind, Level, Stance
from beloften.compare.balance import balance
from beloften.compare.groups import Groups
from beloften.tally.interval import Unit
from beloften.tally.nota import Nota, units_of


class Oordeel(StrEnum):
    """What becomes of a value of distance."""

    ONBESCHUT = "onbeschut"
    MINDER = "minder"
    BESCHUT = "beschut"
    NIET_BELOOFD = "niet-beloofd"


@dataclass(frozen=True, slots=True)
class Contrast:
    """A logica, or a value of distance in it, against the promises of nearness in a group.

    Attributes:
        group: name of the group.
        logica: code of the logica.
        code: code of the value; that of the logica itself in the row on the whole of it.
        beloften: codes of the promises that stand against it, parted by spaces.
        beloofd: sentences with such a promise.
        afgezet: sentences that turn against the value or logica.
        onderschreven: sentences that uphold it.
        index: (promised - upheld) / (promised + upheld), from -1 to 1; None where there are neither.
        low: lower limit of its 95 % interval.
        high: upper limit.
        interval: what the interval rests on.
        oordeel: "onbeschut" where the promise is made and the value nowhere upheld; "minder" where it is
            upheld less often than the promise is made; "beschut" where as often or more; "niet-beloofd"
            where no promise is made.
    """

    group: str
    logica: str
    code: str
    beloften: str
    beloofd: int
    afgezet: int
    onderschreven: int
    index: float | None
    low: float | None
    high: float | None
    interval: Unit | None
    oordeel: Oordeel


def contrasts(groups: Groups, codebook: Codebook, level: Level = Level.BELOFTE) -> tuple[Contrast, ...]:
    """Weigh each logica that nearness turns against, and each of its values, in each group.

    Args:
        groups: documents by group.
        codebook: of which the schema is taken: the opposite of each promise, the logica of each value.
        level: at which promises count.

    Returns:
        Rows by group, then by logica, the logica before its values.
    """
    return tuple(
        row
        for group, notas in groups.items()
        for logica in codebook.opposing()
        for row in _logica(group, notas, logica, codebook, level)
    )


def _logica(
    group: str, notas: Sequence[Nota], logica: Concept, codebook: Codebook, level: Level
) -> Iterator[Contrast]:
    values = [part for part in codebook.parts_of(logica.code) if part.kind is ConceptKind.WAARDE]
    goods = {value.code: _goods(value, codebook) for value in values}
    all_goods = [good for value in values for good in goods[value.code]]
    for concept, against in ((logica, all_goods), *((value, goods[value.code]) for value in values)):
        units = units_of(
            notas,
            (
                [(good.code, level) for good in against],
                [(concept.code, Stance.ONDERSCHREVEN)],
                [(concept.code, Stance.AFGEZET)],
            ),
        )
        beloofd, onderschreven, afgezet = zip(*units.counts, strict=True)
        weighed = balance(beloofd, onderschreven, units.unit)
        yield Contrast(
            group=group,
            logica=logica.code,
            code=concept.code,
            beloften=" ".join(good.code for good in against),
            beloofd=weighed.voor,
            afgezet=sum(afgezet),
            onderschreven=weighed.tegen,
            index=weighed.index,
            low=weighed.low,
            high=weighed.high,
            interval=weighed.unit,
            oordeel=_oordeel(weighed.voor, weighed.tegen),
        )


def _goods(value: Concept, codebook: Codebook) -> list[Concept]:
    """The promises, and umbrella values of nearness, that stand against a value of distance."""
    return [good for good in codebook.concepts if good.kind.has_level and good.opposite == value.code]


def _oordeel(beloofd: int, onderschreven: int) -> Oordeel:
    if not beloofd:
        return Oordeel.NIET_BELOOFD
    if not onderschreven:
        return Oordeel.ONBESCHUT
    return Oordeel.MINDER if onderschreven < beloofd else Oordeel.BESCHUT
