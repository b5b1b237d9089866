"""Counts with their rates corrected for the measured error of the tool."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from beloften.codebook.schema import Codebook, ConceptKind, Level
from beloften.run.result import DocumentResult
from beloften.tally.by import By
from beloften.tally.count import ALL, Telling, count, counts_of, counts_per_page, groups
from beloften.tally.interval import PER_WORDS
from beloften.validation.correct import Cluster, Error, correct


@dataclass(frozen=True, slots=True)
class CorrectedTelling(Telling):
    """A row of `count` with the rate that it would have if the tool made no errors.

    Attributes:
        corrected: the rate per 10,000 words, corrected; None where that cannot be told.
        corrected_low: lower limit of its 95 % interval, which carries the uncertainty of both the corpus and
            the validation.
        corrected_high: upper limit.
    """

    corrected: float | None
    corrected_low: float | None
    corrected_high: float | None


def count_corrected(
    results: Iterable[DocumentResult],
    codebook: Codebook,
    by: By,
    errors: Mapping[tuple[str, str], Error],
) -> tuple[CorrectedTelling, ...]:
    """Count as `count` does, and correct the rates of all codes of which the error was measured.

    The correction is one of sentences: the share of them that has a code, times their number, by the words of
    the group. With a single document its pages are what differs, as for the other intervals.

    Args:
        results: of all documents; those that were not read do not count.
        codebook: that they were read with.
        by: what to group by.
        errors: per family of codes and code, from a validation.
    """
    results = tuple(results)
    units = {group: _units(members) for group, members in groups(results, by)}
    near = codebook.of_kind(ConceptKind.NABIJHEID)
    return tuple(
        _corrected(row, units[row.group], errors.get(family_of(row)))
        for row in count(results, codebook, by)
        if row.kind is not ConceptKind.NABIJHEID or len(near) == 1
    )


def family_of(row: Telling) -> tuple[str, str]:
    """Return the family of codes and the code under which a validation knows what a row counts."""
    match row.kind:
        case ConceptKind.BELOFTE:
            return row.measure, row.code
        case kind if kind.has_stance and row.measure != ALL:
            family = "houding" if row.kind is ConceptKind.LOGICA else "waardehouding"
            return family, f"{row.code} {row.measure}"
        case ConceptKind.NABIJHEID:
            return "nabijheid", "nabijheid"
        case ConceptKind.LOGICA | ConceptKind.WAARDE | ConceptKind.ZELFREDZAAMHEID:
            return str(row.kind), row.code
        case _:
            return "overige" if row.measure in {ALL, Level.GENOEMD} else "", row.code


def _units(members: Sequence[DocumentResult]) -> list[tuple[Counter[tuple[str, str]], int]]:
    """What differs within a group: counts per code and measure with the number of sentences."""
    if len(members) > 1:
        return [(counts_of(member.codes), member.sentences) for member in members]
    (member,) = members
    pages = zip(counts_per_page(member), member.pages, strict=True)
    return [(counts, page.sentences) for counts, page in pages]


def _corrected(
    row: Telling, units: Sequence[tuple[Counter[tuple[str, str]], int]], error: Error | None
) -> CorrectedTelling:
    found = [Cluster(counts[row.code, row.measure], sentences) for counts, sentences in units]
    share = correct(found, error) if error and row.woorden else None
    known = {field.name: getattr(row, field.name) for field in fields(row)}
    if share is None:
        return CorrectedTelling(**known, corrected=None, corrected_low=None, corrected_high=None)
    scale = row.zinnen_totaal / row.woorden * PER_WORDS
    return CorrectedTelling(
        **known,
        corrected=share.share * scale,
        corrected_low=share.low * scale,
        corrected_high=share.high * scale,
    )
