"""What changes in the findings when the same documents are read with other rules."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from beloften.codebook.schema import Codebook
from beloften.corpus.source import Source
from beloften.run.result import DocumentResult, PlacedFinding


class Kind(StrEnum):
    """What became of a finding."""

    GAINED = "gained"
    LOST = "lost"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding that only one of two readings has, or that has another level or stance in the other.

    Attributes:
        kind: what became of it.
        source: the document.
        placed: the finding with its place: the new one, or the old one when it is lost.
        before: its level or stance by the old rules; "" when it has none.
        after: its level or stance by the new rules.
    """

    kind: Kind
    source: Source
    placed: PlacedFinding
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class CodeChange:
    """How many sentences have a code by the old and the new rules, and how many gained, lost, changed it."""

    code: str
    old: int
    new: int
    gained: int
    lost: int
    changed: int


def finding_changes(
    old: Sequence[DocumentResult], new: Sequence[DocumentResult], codebooks: tuple[Codebook, Codebook]
) -> tuple[list[CodeChange], list[FindingChange]]:
    """Compare two readings of the same documents.

    Args:
        old: results by the old rules.
        new: results of the same documents by the new rules.
        codebooks: the old and the new rules.

    Returns:
        The counts of all codes that either reading finds, in the order of the new codebook, then of the old;
        and the changes, by code in that order, then in that of the text.
    """
    before, after = _by_key(old), _by_key(new)
    changes = [
        FindingChange(Kind.LOST, source, placed, before=_degree(placed))
        for key, (source, placed) in before.items()
        if key not in after
    ]
    for key, (source, placed) in after.items():
        was = _degree(before[key][1]) if key in before else ""
        if key not in before:
            changes.append(FindingChange(Kind.GAINED, source, placed, after=_degree(placed)))
        elif was != _degree(placed):
            changes.append(FindingChange(Kind.CHANGED, source, placed, was, _degree(placed)))
    codes = dict.fromkeys(concept.code for codebook in reversed(codebooks) for concept in codebook.concepts)
    rank = {code: number for number, code in enumerate(codes)}
    counts = [Counter(placed.finding.code for _, placed in one.values()) for one in (before, after)]
    kinds = Counter((change.placed.finding.code, change.kind) for change in changes)
    summary = [
        CodeChange(code, counts[0][code], counts[1][code], *(kinds[code, kind] for kind in Kind))
        for code in codes
        if counts[0][code] or counts[1][code]
    ]
    return summary, sorted(changes, key=lambda one: (rank[one.placed.finding.code], one.source.name))


def _by_key(results: Sequence[DocumentResult]) -> dict[tuple[str, str], tuple[Source, PlacedFinding]]:
    return {
        (result.source.name, placed.fingerprint): (result.source, placed)
        for result in results
        for placed in result.findings
    }


def _degree(placed: PlacedFinding) -> str:
    return str(placed.finding.level or placed.finding.stance or "")
