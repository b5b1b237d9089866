"""Counting: how often each code occurs per gemeente, document or year, against how much text.

The result is in long form: one row per group, code and measure, with its denominators beside it, also where
the count is zero.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beloften.codebook.schema import Codebook, Concept, ConceptKind, Level, Stance
from beloften.corpus.gemeenten import fold
from beloften.corpus.source import UNKNOWN
from beloften.run.result import Coded, DocumentResult
from beloften.tally.by import By
from beloften.tally.interval import Unit, rate_intervals

ALL = "alle"
"""The measure that counts every sentence with a code, whatever the level or the stance."""

_LEVELS = tuple(Level)
_ARTICLE = re.compile(r"^['’‘][st][-\s]+")

Measure = tuple[str, str]
"""A code and a measure of it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How often one code occurs in one group, by one measure.

    Attributes:
        group: name of the gemeente, name of the document, or year; "onbekend" when not known.
        gemeente_code: CBS code of the gemeente; "" for a year, and where the documents of the group differ.
        code: the code counted.
        kind: what sort of code it is.
        measure: for a belofte or koepel "genoemd", "belofte" or "expliciet", each of which includes those
            behind it; for a value or a logica "alle" or a stance; else "alle".
        zinnen: sentences with the code.
        documenten: documents with the code.
        zinnen_totaal: all sentences of the group.
        woorden: all words of the group.
        documenten_totaal: all documents of the group that were read.
        rate: sentences with the code per 10,000 words; None where there are no words.
        low: lower limit of the 95 % interval of the rate.
        high: upper limit.
        interval: what the interval rests on; None where there are no words.
    """

    group: str
    gemeente_code: str
    code: str
    kind: ConceptKind
    measure: str
    zinnen: int
    documenten: int
    zinnen_totaal: int
    woorden: int
    documenten_totaal: int
    rate: float | None
    low: float | None
    high: float | None
    interval: Unit | None


@dataclass(frozen=True, slots=True)
class Total:
    """What there is to count in a group, whatever the code.

    Attributes:
        group: as in `Telling`.
        documenten: documents that were read.
        zinnen: their sentences.
        woorden: their words.
        with_belofte: per level, the sentences that carry at least one belofte at that level or beyond.
    """

    group: str
    documenten: int
    zinnen: int
    woorden: int
    with_belofte: dict[Level, int]


def count(results: Iterable[DocumentResult], codebook: Codebook, by: By = By.GEMEENTE) -> tuple[Telling, ...]:
    """Count every code of the codebook in every group of documents that were read.

    Returns:
        Rows sorted by group, then in the order of the codebook, then by measure; the same for any order of
        the documents.
    """
    return count_codes(results, [(concept.code, concept.kind) for concept in codebook.concepts], by)


def count_codes(
    results: Iterable[DocumentResult], codes: Sequence[tuple[str, ConceptKind]], by: By = By.GEMEENTE
) -> tuple[Telling, ...]:
    """Count codes as `count` does, where no more is known of them than their kind.

    Args:
        results: the documents.
        codes: each code with its kind, in the order of the codebook.
        by: what a group is.
    """
    return tuple(
        row for group, members in groups(results, by) for row in _count_group(group, members, codes, by)
    )


def totals(results: Iterable[DocumentResult], codebook: Codebook, by: By = By.GEMEENTE) -> tuple[Total, ...]:
    """Add up what there is to count in every group, in the order of `count`."""
    beloften = frozenset(concept.code for concept in codebook.of_kind(ConceptKind.BELOFTE))
    return tuple(_total(group, members, beloften) for group, members in groups(results, by))


def measures(concept: Concept) -> tuple[str, ...]:
    """Return the measures by which a concept is counted; none for one that is no code."""
    return _measures(concept.kind)


def _measures(kind: ConceptKind) -> tuple[str, ...]:
    if not kind.is_code:
        return ()
    if kind.has_level:
        return _LEVELS
    return (ALL, *Stance) if kind.has_stance else (ALL,)


def measures_of(level: Level | None, stance: Stance | None) -> tuple[str, ...]:
    """Return the measures by which a finding counts: a level includes the ones before it."""
    if level is not None:
        return _LEVELS[: _LEVELS.index(level) + 1]
    return (ALL,) if stance is None else (ALL, stance)


def group_order(group: str) -> tuple[bool, str, str]:
    """Return the key that sorts names as a Dutch index does: 's-Hertogenbosch under H, diacritics ignored."""
    without_article = _ARTICLE.sub("", group.casefold())
    return group == UNKNOWN, fold(without_article), group


def document_order(result: DocumentResult) -> tuple[str, str, str]:
    """Return the key that puts documents in the same order in every result."""
    return result.source.name, result.sha256, result.source.citation


def groups(results: Iterable[DocumentResult], by: By) -> list[tuple[str, list[DocumentResult]]]:
    """Put the documents that were read together, in the order of `count`."""
    members: dict[str, list[DocumentResult]] = defaultdict(list)
    for result in sorted(results, key=document_order):
        if result.is_read:
            members[_group(result, by)].append(result)
    return sorted(members.items(), key=lambda item: group_order(item[0]))


def _group(result: DocumentResult, by: By) -> str:
    match by:
        case By.GEMEENTE:
            return result.source.gemeente or UNKNOWN
        case By.DOCUMENT:
            return result.source.name
        case By.JAAR:
            return UNKNOWN if result.source.jaar is None else str(result.source.jaar)


def _count_group(
    group: str, members: Sequence[DocumentResult], codes: Sequence[tuple[str, ConceptKind]], by: By
) -> Iterable[Telling]:
    measured = [(code, kind, measure) for code, kind in codes for measure in _measures(kind)]
    columns = [(code, measure) for code, _, measure in measured]
    per_document = [_row(counts_of(member.codes), columns) for member in members]
    all_words = [member.words for member in members]
    sentences = sum(member.sentences for member in members)
    if len(members) > 1:
        intervals = rate_intervals(per_document, all_words, Unit.DOCUMENTEN, sentences)
    else:
        per_page = [_row(counts, columns) for counts in counts_per_page(members[0])]
        words = [page.words for page in members[0].pages]
        intervals = rate_intervals(per_page, words, Unit.PAGINAS, sentences)
    of_cbs = {member.source.gemeente_code for member in members}
    gemeente_code = of_cbs.pop() if by is not By.JAAR and len(of_cbs) == 1 else ""
    for column, ((code, kind, measure), interval) in enumerate(zip(measured, intervals, strict=True)):
        yield Telling(
            group=group,
            gemeente_code=gemeente_code,
            code=code,
            kind=kind,
            measure=measure,
            zinnen=sum(counts[column] for counts in per_document),
            documenten=sum(counts[column] > 0 for counts in per_document),
            zinnen_totaal=sentences,
            woorden=sum(all_words),
            documenten_totaal=len(members),
            rate=interval.rate,
            low=interval.low,
            high=interval.high,
            interval=interval.unit,
        )


def _row(counts: Counter[Measure], columns: Sequence[Measure]) -> "array[int]":
    """The counts of a document or page in the least room, since there can be many thousands."""
    return array("i", [counts[column] for column in columns])


def counts_of(codes: Iterable[Coded]) -> Counter[Measure]:
    """Count the sentences per code and measure; each is one code in one sentence."""
    return Counter(
        (coded.code, measure) for coded in codes for measure in measures_of(coded.level, coded.stance)
    )


def counts_per_page(result: DocumentResult) -> list[Counter[Measure]]:
    """Count as `counts_of` does, per page; a sentence belongs to the page on which it begins."""
    by_page: dict[int, list[Coded]] = defaultdict(list)
    for coded in result.codes:
        by_page[coded.page_index].append(coded)
    return [counts_of(by_page[page.index]) for page in result.pages]


def _total(group: str, members: Sequence[DocumentResult], beloften: frozenset[str]) -> Total:
    with_belofte = Counter[Level]()
    for member in members:
        sentences: dict[Level, set[int]] = defaultdict(set)
        for coded in member.codes:
            if coded.code in beloften:
                for measure in measures_of(coded.level, None):
                    sentences[Level(measure)].add(coded.sentence)
        with_belofte.update({level: len(found) for level, found in sentences.items()})
    return Total(
        group=group,
        documenten=len(members),
        zinnen=sum(member.sentences for member in members),
        woorden=sum(member.words for member in members),
        with_belofte={level: with_belofte[level] for level in Level},
    )
