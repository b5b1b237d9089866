"""Whether numbers moved since an earlier run, and what moved them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from beloften.drift.basis import Cause, Difference, Reason, difference
from beloften.drift.findings import MovedFinding, moved_findings
from beloften.drift.numbers import MovedNumber, moved_numbers
from beloften.rundir.read import Run

_UNEXPLAINED = {
    Cause.READING: "the versions and options are the same, so that the program itself reads otherwise",
    Cause.FAULT: "the rules, the documents, their text, the versions and the options are the same",
}


@dataclass(frozen=True, slots=True)
class Explained:
    """A cause that moved something.

    Attributes:
        cause: what sort of thing.
        reasons: what differs; for a fault that nothing does.
        findings: how many findings came, went or changed by it.
        words: by how many words documents became longer or shorter by it, both counted as positive.
        share: its part of all findings that moved, 0 to 1; None when none did.
    """

    cause: Cause
    reasons: tuple[Reason, ...]
    findings: int
    words: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Drift:
    """What moved between two runs.

    Attributes:
        numbers: rates and numbers of words that moved, by more than they may or not.
        causes: what moved them, in the order of `Cause`.
        idle: what differs and moved nothing.
        findings: the findings that came, went or changed.
    """

    numbers: tuple[MovedNumber, ...]
    causes: tuple[Explained, ...]
    idle: tuple[Reason, ...]
    findings: tuple[MovedFinding, ...]

    @property
    def beyond(self) -> tuple[MovedNumber, ...]:
        """The numbers that moved by more than they may."""
        return tuple(number for number in self.numbers if number.is_beyond)

    @property
    def fails(self) -> bool:
        """Whether a check fails: a number moved by more than it may, or anything that nothing explains."""
        return bool(self.beyond) or any(cause.cause is Cause.FAULT for cause in self.causes)


def find_drift(old: Run, new: Run) -> Drift:
    """Compare a run with an earlier one; its own tolerances hold.

    Args:
        old: the earlier run, the baseline.
        new: the later one.
    """
    between = difference(old, new)
    numbers = moved_numbers(old.tellingen, new.tellingen, new.info.get("toleranties", {}))
    findings = moved_findings(old, new, between)
    words = _moved_words(old, new, between)
    causes = tuple(_explained(between, findings, words, has_moved=bool(numbers)))
    named = {reason.text for cause in causes for reason in cause.reasons}
    idle = {reason.text: reason for reason in between.reasons if reason.text not in named}
    return Drift(numbers, causes, tuple(idle.values()), findings)


def _explained(
    between: Difference,
    findings: tuple[MovedFinding, ...],
    words: Mapping[Cause, int],
    *,
    has_moved: bool,
) -> Iterator[Explained]:
    per_cause = Counter(finding.cause for finding in findings)
    moved_something = {*per_cause, *words}
    if between.regrouped and has_moved:
        moved_something.add(Cause.CORPUS)
    if has_moved and not moved_something:
        moved_something.add(Cause.FAULT)
    for cause in Cause:
        if cause in moved_something:
            share = per_cause[cause] / len(findings) if findings else None
            yield Explained(cause, _reasons(cause, between), per_cause[cause], words.get(cause, 0), share)


def _reasons(cause: Cause, between: Difference) -> tuple[Reason, ...]:
    own = tuple(reason for reason in between.reasons if reason.cause is cause)
    if cause is Cause.READING and all(reason.name for reason in own):
        return (*own, Reason(cause, _UNEXPLAINED[cause]))
    return own or (Reason(cause, _UNEXPLAINED[Cause.FAULT]),)


def _moved_words(old: Run, new: Run, between: Difference) -> Mapping[Cause, int]:
    """By how many words documents differ in length, by what made them differ."""
    before = {between.renamed.get(row.document, row.document): row.words for row in old.documenten}
    after = {row.document: row.words for row in new.documenten}
    # rules decide what is found in a text, not how long it is
    by_program = Cause.PROGRAM if between.has(Cause.PROGRAM) else Cause.FAULT
    moved: defaultdict[Cause, int] = defaultdict(int)
    for name in before.keys() | after.keys():
        if by := abs(after.get(name, 0) - before.get(name, 0)):
            moved[between.texts.get(name, by_program)] += by
    return moved
