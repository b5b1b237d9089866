"""From documents to what figures show: pure functions, which draw nothing."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from beloften.codebook.schema import Codebook, Concept, ConceptKind, Level, Nearness, Stance
from beloften.compare.groups import group_by
from beloften.errors import UsageError
from beloften.report.figures.scale import numbered
from beloften.report.figures.shapes import (
    SHORT,
    Basis,
    Dispersion,
    Mark,
    Pair,
    Panel,
    RateTable,
    Schema,
    Years,
)
from beloften.tally.count import ALL, Measure
from beloften.tally.interval import PER_WORDS, Interval, rate_intervals
from beloften.tally.nota import Nota, units_of


def concepts_of(codebook: Codebook, codes: Sequence[str]) -> tuple[Concept, ...]:
    """Return the concepts to show: the beloften when no codes are named.

    Raises:
        UsageError: a code is unknown, or that of a cue, which is not counted.
    """
    if not codes:
        return codebook.of_kind(ConceptKind.BELOFTE)
    concepts = tuple(codebook.require(code) for code in dict.fromkeys(codes))
    for concept in concepts:
        if not concept.kind.is_code:
            raise UsageError(f"{concept.code!r} is a cue, which is not counted.", "Choose another code.")
    return concepts


def rate_table(
    notas: Sequence[Nota],
    codebook: Codebook,
    by: str,
    level: Level,
    codes: Sequence[str] = (),
    *,
    with_intervals: bool = False,
) -> RateTable:
    """Count codes in groups of documents.

    Groups stand in the order of a Dutch index; where a single code is shown, the highest rate comes first.
    """
    groups, unknown = group_by(notas, by)
    concepts = concepts_of(codebook, codes)
    words = {name: sum(nota.words for nota in members) for name, members in groups.items()}
    enough = SHORT if max(words.values(), default=0) >= SHORT else 0
    shown = [(name, _intervals(members, concepts, level)) for name, members in groups.items()]
    if len(concepts) == 1:
        shown.sort(key=lambda row: -(row[1][0].rate or 0.0))
    return RateTable(
        basis=_basis([nota for members in groups.values() for nota in members], codebook, len(unknown)),
        level=level,
        groups=tuple(name for name, _ in shown),
        concepts=concepts,
        cells=tuple(cells for _, cells in shown),
        is_short=tuple(words[name] < enough for name, _ in shown),
        with_intervals=with_intervals,
    )


def years(
    notas: Sequence[Nota], codebook: Codebook, by: str, level: Level, codes: Sequence[str] = ()
) -> Years:
    """Follow codes over the years: a panel per code, or with a single code a panel per group."""
    concepts = concepts_of(codebook, codes)
    per_year, unknown = group_by(notas, "jaar")
    dated = [nota for members in per_year.values() for nota in members]
    if len(concepts) == 1:
        groups, no_group = group_by(dated, by)
        panels = [
            Panel(name, tuple((year, cells[0]) for year, cells in _over_years(members, concepts, level)))
            for name, members in groups.items()
        ]
        dated = [nota for members in groups.values() for nota in members]
        left_out = len(unknown) + len(no_group)
    else:
        pooled = _over_years(dated, concepts, level)
        gemeenten, _ = group_by([nota for nota in dated if nota.gemeente], "gemeente")
        apart = [_over_years(members, concepts, level) for members in gemeenten.values()]
        panels = [
            Panel(
                concept,
                tuple((year, cells[column]) for year, cells in pooled),
                tuple(
                    tuple((year, cells[column].rate or 0.0) for year, cells in points)
                    for points in apart
                    if len(points) > 1
                ),
            )
            for column, concept in enumerate(concepts)
        ]
        left_out = len(unknown)
    return Years(_basis(dated, codebook, left_out), level, concepts, tuple(panels))


def schema(notas: Sequence[Nota], codebook: Codebook, level: Level) -> Schema:
    """Set each promise against the value that distance used to guarantee."""
    goods = (*codebook.of_kind(ConceptKind.KOEPEL), *codebook.of_kind(ConceptKind.BELOFTE))
    blocks: list[tuple[Nearness | None, Concept | None, tuple[Pair, ...]]] = []
    for nearness in (*Nearness, None):
        pairs = tuple(_pair(notas, codebook, good, level) for good in goods if good.nearness is nearness)
        logicas = dict.fromkeys(pair.value.part_of for pair in pairs if pair.value)
        logica = codebook.concept(next(iter(logicas))) if len(logicas) == 1 else None
        if pairs:
            blocks.append((nearness, logica, pairs))
    return Schema(_basis(notas, codebook), level, tuple(blocks))


def dispersion(
    nota: Nota, codebook: Codebook, labels: Mapping[int, str], codes: Sequence[str] = ()
) -> Dispersion:
    """Lay the findings of a document along its pages; along its paragraphs when it has but one page.

    Args:
        nota: the document.
        codebook: that it was read with.
        labels: the page, or paragraph, that a citation has, by the index of a sentence; of some of them.
        codes: what to show; without, the beloften and the logics that they turn against.
    """
    logicas = () if codes else codebook.opposing()
    last = max((zin.page_index for zin in nota.zinnen), default=0)
    units = [zin.page_index if last else zin.paragraph for zin in nota.zinnen]
    places = _places(units)
    rows = tuple(
        (
            concept,
            tuple(
                Mark(places[coded.sentence], coded.level or coded.stance)
                for coded in sorted(nota.codings, key=lambda coded: coded.sentence)
                if coded.code == concept.code
            ),
        )
        for concept in (*concepts_of(codebook, codes), *logicas)
    )
    ticks = _between(
        {units[sentence]: _first_page(label) for sentence, label in sorted(labels.items()) if label}
    )
    length = max(units, default=0) + 1
    name = nota.citation or nota.name
    return Dispersion(_basis([nota], codebook), name, last > 0, length, ticks, rows)


def measure(concept: Concept, level: Level) -> Measure:
    """Return by which measure a concept is counted: a good at a level, other codes whatever their stance."""
    return concept.code, level if concept.kind.has_level else ALL


def _basis(notas: Sequence[Nota], codebook: Codebook, left_out: int = 0) -> Basis:
    words = sum(nota.words for nota in notas)
    guessed = sum(nota.is_guess for nota in notas)
    return Basis(len(notas), words, left_out, guessed, codebook.edition)


def _intervals(notas: Sequence[Nota], concepts: Sequence[Concept], level: Level) -> tuple[Interval, ...]:
    units = units_of(notas, [(measure(concept, level),) for concept in concepts])
    return rate_intervals(units.counts, units.words, units.unit, units.sentences)


def _over_years(
    notas: Sequence[Nota], concepts: Sequence[Concept], level: Level
) -> list[tuple[int, tuple[Interval, ...]]]:
    if not notas:
        return []
    per_year, _ = group_by(notas, "jaar")
    return [(int(year), _intervals(members, concepts, level)) for year, members in per_year.items()]


def _pair(notas: Sequence[Nota], codebook: Codebook, good: Concept, level: Level) -> Pair:
    value = codebook.concept(good.opposite)
    return Pair(
        good,
        value,
        _rate(notas, (good.code, Level.GENOEMD)),
        _rate(notas, (good.code, level)),
        {stance: _rate(notas, (value.code, stance)) if value else 0.0 for stance in Stance},
    )


def _rate(notas: Sequence[Nota], what: Measure) -> float:
    words = sum(nota.words for nota in notas)
    found = sum(len(nota.with_any([what])) for nota in notas)
    return found / words * PER_WORDS if words else 0.0


def _places(units: Sequence[int]) -> list[float]:
    """Spread the sentences of a page evenly over it: the third of four stands at 0.625 of its page."""
    sizes: dict[int, int] = {}
    ranks = []
    for unit in units:
        ranks.append(sizes.get(unit, 0))
        sizes[unit] = ranks[-1] + 1
    return [unit + (rank + 0.5) / sizes[unit] for unit, rank in zip(units, ranks, strict=True)]


def _between(labels: Mapping[int, str]) -> tuple[tuple[float, str], ...]:
    """Add the labels of pages between two that are known, where these are numbered on from each other.

    Where each sheet has two printed pages, or more, the page in its middle is half-way.
    """
    known = sorted(labels.items())
    ticks = [(float(place), label) for place, label in known]
    for (place, label), (after, other) in pairwise(known):
        (sort, first), (other_sort, last) = numbered(label), numbered(other)
        if sort == other_sort and first is not None and last is not None:
            pages, rest = divmod(last - first, after - place)
            if pages > 0 and not rest:
                ticks += [
                    (place + (page - first) / pages, f"{sort}{page}") for page in range(first + 1, last)
                ]
    return tuple(sorted(ticks))


def _first_page(label: str) -> str:
    """Return the page on which a sentence begins that runs over two: "33" of "33-34"."""
    first, _, second = label.partition("-")
    return first if first.isdecimal() and second.isdecimal() else label
