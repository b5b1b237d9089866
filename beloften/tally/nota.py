"""A document as comparing sees it: what is known of it, its sentences, and the codes in them.

It is the same whether the document was just scanned or its findings were read from a run directory.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from beloften.codebook.schema import Level, Stance
from beloften.run.result import DocumentResult, Zin
from beloften.tally.count import Measure, measures_of
from beloften.tally.interval import Unit


class Coded(NamedTuple):
    """A code in a sentence.

    Attributes:
        sentence: index of the sentence in its document.
        code: the code.
        level: of a belofte; else None.
        stance: towards a value or a logica; else None.
    """

    sentence: int
    code: str
    level: Level | None
    stance: Stance | None


@dataclass(frozen=True)
class Nota:
    """A document that was read.

    Attributes:
        name: as results show it.
        gemeente: "" when not known.
        gemeente_code: CBS code; "" when there is none.
        jaar: None when not known.
        soort: "" when not known.
        citation: how it is cited.
        kenmerken: what else its manifest says of it, by name.
        zinnen: its sentences.
        codings: the codes in them.
        is_guess: whether the gemeente or the year was a guess that nobody has looked at.
    """

    name: str
    gemeente: str
    gemeente_code: str
    jaar: int | None
    soort: str
    citation: str
    kenmerken: tuple[tuple[str, str], ...]
    zinnen: tuple[Zin, ...]
    codings: tuple[Coded, ...]
    is_guess: bool = False

    @cached_property
    def words(self) -> int:
        """Number of words, the denominator of rates."""
        return sum(zin.words for zin in self.zinnen)

    @cached_property
    def sentences_by_measure(self) -> dict[Measure, frozenset[int]]:
        """The sentences that carry a code, by code and measure."""
        found: dict[Measure, set[int]] = {}
        for coded in self.codings:
            for measure in measures_of(coded.level, coded.stance):
                found.setdefault((coded.code, measure), set()).add(coded.sentence)
        return {measure: frozenset(sentences) for measure, sentences in found.items()}

    def with_any(self, measures: Iterable[Measure]) -> frozenset[int]:
        """Return the sentences that carry at least one of some codes, each by a measure."""
        empty: frozenset[int] = frozenset()
        return empty.union(*(self.sentences_by_measure.get(measure, empty) for measure in measures))


@dataclass(frozen=True, slots=True)
class Units:
    """What a group is resampled by, with what is counted in each unit.

    Attributes:
        counts: a row per unit, a column per thing that was counted.
        words: words of each unit.
        unit: documents, or the pages of the only one.
        sentences: of all units together.
    """

    counts: list[list[int]]
    words: list[int]
    unit: Unit
    sentences: int


def nota_of(result: DocumentResult) -> Nota:
    """Take from a result what comparing needs."""
    source = result.source
    return Nota(
        name=source.name,
        gemeente=source.gemeente,
        gemeente_code=source.gemeente_code,
        jaar=source.jaar,
        soort=source.soort,
        citation=source.citation,
        kenmerken=source.kenmerken,
        zinnen=tuple(result.zinnen),
        codings=tuple(Coded(coded.sentence, coded.code, coded.level, coded.stance) for coded in result.codes),
        is_guess=source.is_guess,
    )


def notas_of(results: Iterable[DocumentResult]) -> tuple[Nota, ...]:
    """Return the documents that were read, in order of name."""
    read = [nota_of(result) for result in results if result.is_read]
    return tuple(sorted(read, key=lambda nota: nota.name))


def units_of(notas: Sequence[Nota], selections: Sequence[Sequence[Measure]]) -> Units:
    """Count in every unit of a group the sentences that carry any code of each selection.

    Args:
        notas: the documents of the group, at least one.
        selections: what to count: a column for each, of one code or of several.
    """
    found = [[nota.with_any(selection) for selection in selections] for nota in notas]
    if len(notas) > 1:
        counts = [[len(sentences) for sentences in row] for row in found]
        sentences = sum(len(nota.zinnen) for nota in notas)
        return Units(counts, [nota.words for nota in notas], Unit.DOCUMENTEN, sentences)
    zinnen = notas[0].zinnen
    words: Counter[int] = Counter()
    for zin in zinnen:
        words[zin.page_index] += zin.words
    columns = [Counter(zinnen[index].page_index for index in sentences) for sentences in found[0]]
    pages = sorted(words)
    return Units(
        [[column[page] for column in columns] for page in pages],
        [words[page] for page in pages],
        Unit.PAGINAS,
        len(zinnen),
    )
