"""The schema of the book with how often each side of it is spoken of, all documents taken together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from beloften.codebook.schema import Level, Nearness, Stance
from beloften.export.html.codes import Code
from beloften.tally.count import Telling
from beloften.tally.interval import PER_WORDS


@dataclass(frozen=True, slots=True)
class Side:
    """A promise or the value that it stands against.

    Attributes:
        code: which.
        rates: sentences per 10,000 words, by level or stance; a level includes those behind it.
    """

    code: Code
    rates: dict[str, float]

    @property
    def total(self) -> float:
        """The length of its bar."""
        return self.rates.get(Level.GENOEMD, sum(self.rates.values()))


@dataclass(frozen=True, slots=True)
class Block:
    """A kind of nearness: the logica that it turns against, and its pairs with the umbrella values first."""

    nearness: str
    logica: Code | None
    pairs: tuple[tuple[Side, Side], ...]


def schema_blocks(rows: Sequence[Telling], codes: Sequence[Code]) -> tuple[Block, ...]:
    """Set each promise against its value (Tonkens & Kampen 2018: 46); none where the rules have no pairs."""
    rates = _pooled(rows)
    by_name = {code.code: code for code in codes}
    goods = sorted((code for code in codes if code.kind.has_level), key=lambda code: code.kind != "koepel")
    blocks = []
    for nearness in Nearness:
        pairs = [
            (good, by_name[good.opposite])
            for good in goods
            if good.nearness == nearness and good.opposite in by_name
        ]
        logicas = {value.part_of for _, value in pairs}
        if pairs:
            sides = tuple((_side(good, Level, rates), _side(value, Stance, rates)) for good, value in pairs)
            blocks.append(Block(nearness, by_name.get(logicas.pop()) if len(logicas) == 1 else None, sides))
    return tuple(blocks)


def _side(code: Code, measures: type[Level] | type[Stance], rates: dict[tuple[str, str], float]) -> Side:
    return Side(code, {measure: rates.get((code.code, measure), 0.0) for measure in measures})


def _pooled(rows: Sequence[Telling]) -> dict[tuple[str, str], float]:
    """Sentences per 10,000 words of all groups together, by code and measure."""
    sentences: dict[tuple[str, str], int] = defaultdict(int)
    words: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        sentences[row.code, row.measure] += row.zinnen
        words[row.code, row.measure] += row.woorden
    return {key: found / words[key] * PER_WORDS if words[key] else 0.0 for key, found in sentences.items()}
