"""What differs between two codebooks, and between what they find, as lines for the terminal."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from beloften.codebook.diff import Change, measured, said
from beloften.codebook.schema import Codebook
from beloften.drift.finding_changes import CodeChange, FindingChange
from beloften.rundir.citation import cite
from beloften.safe_text import visible


def change_lines(changes: Sequence[Change]) -> Iterator[str]:
    """Yield a line per difference, below the concept or word list that it is of."""
    if not changes:
        yield "The rules are the same."
    for name, group in groupby(changes, key=lambda change: change.name):
        own = list(group)
        if own[0].key:
            yield f"~ {name}"
            yield from (f"    {change.sign} {change.key}: {change.text}" for change in own)
        else:
            yield f"{own[0].sign} {name} ({own[0].text})"


def meaning_lines(old: Codebook, new: Codebook) -> Iterator[str]:
    """Yield what differences mean for the numbers, and for the version of the new rules."""
    if old.sha256 == new.sha256:
        return
    is_same = measured(said(old)) == measured(said(new))
    yield "\nNumbers stay as they are." if is_same else "\nNumbers can change."
    if (old.name, old.version) == (new.name, new.version):
        part = "at least its last part" if is_same else "its first or second part"
        yield f"Both call themselves {new.name} {new.version}: raise the version of the new rules, {part}."


def finding_lines(
    summary: Sequence[CodeChange], changes: Sequence[FindingChange], samples: int
) -> Iterator[str]:
    """Yield a table of the codes that changed, then for each of them some of the sentences.

    Args:
        summary: counts per code.
        changes: the findings that changed.
        samples: how many sentences to show of what a code gained, lost and changed.
    """
    changed = [one for one in summary if one.gained or one.lost or one.changed]
    if not changed:
        yield "The findings are the same."
        return
    yield f"{'sentences with':<24}{'old':>8}{'new':>8}{'gained':>8}{'lost':>8}{'changed':>9}"
    for one in changed:
        yield f"{one.code:<24}{one.old:>8}{one.new:>8}{one.gained:>8}{one.lost:>8}{one.changed:>9}"
    ordered = sorted(
        changes, key=lambda change: [one.code for one in changed].index(change.placed.finding.code)
    )
    for (code, kind), group in groupby(ordered, key=lambda one: (one.placed.finding.code, one.kind)):
        yield f"\n{code}, {kind}"
        for change in list(group)[:samples]:
            yield f"  {visible(_sentence(change))}"


def _sentence(change: FindingChange) -> str:
    degree = (
        f" [{' → '.join(filter(None, (change.before, change.after)))}]"
        if change.before or change.after
        else ""
    )
    place = cite(change.source.citation or change.source.name, change.placed.page_label)
    return f"{' '.join(change.placed.sentence.split())}{degree} {place}"
