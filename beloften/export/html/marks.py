"""Where the words of a finding stand in its sentence, and in the one before it."""

from collections.abc import Sequence
from enum import IntEnum

from beloften.report.marks import in_turn, marked_spans, sentence_before
from beloften.rundir.rows import Bevinding
from beloften.safe_text import visible


class Role(IntEnum):
    """What marked words do."""

    WORDS = 0
    CUE = 1
    LINK = 2


Mark = tuple[int, int, Role]
"""Offsets of the first letter and behind the last, in UTF-16 units of the shown text, as browsers count."""


def marks_of(finding: Bevinding) -> tuple[list[Mark], list[Mark]]:
    """Find the words of a finding in the text that is shown.

    Args:
        finding: a row of a run, which has the words but not their places: a word that stands in the sentence
            twice is taken to be the first one behind the match before it.

    Returns:
        The marks in the sentence, and those in the sentence before it, where a cue may stand.
    """
    marks = [(start, end, Role.WORDS) for start, end in marked_spans(finding)]
    for words, role in ((finding.link, Role.LINK), (finding.cue, Role.CUE)):
        marks += [(start, end, role) for start, end in in_turn(finding.sentence, [words])]
    ahead = sentence_before(finding)
    before = []
    if finding.cue and not any(role is Role.CUE for _, _, role in marks):
        before = [(start, end, Role.CUE) for start, end in in_turn(ahead, [finding.cue])]
    return _shown(finding.sentence, marks), _shown(ahead, before)


def _shown(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Count in the text as it is shown."""
    if text.isascii() and text.isprintable():
        return list(marks)
    return [(_units(text[:start]), _units(text[:end]), role) for start, end, role in marks]


def _units(text: str) -> int:
    return len(visible(text).encode("utf-16-le")) // 2
