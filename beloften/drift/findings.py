"""Which findings came, went or changed between two runs, and what each of them is due to."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from beloften.drift.basis import Cause, Difference
from beloften.rundir.read import Run
from beloften.rundir.rows import Bevinding

_Key = tuple[str, str, str, int]
"""Document, code, hash of the sentence, and which of the equal sentences of the document it is."""


@dataclass(frozen=True, slots=True)
class MovedFinding:
    """A finding that only one of two runs has, or that has another level or stance in the other.

    Attributes:
        sign: "+" when it is new, "-" when it is gone, "~" when its level or stance is another one.
        cause: what it is due to.
        row: the finding; the earlier one when it is gone.
        before: its level or stance then; "" when it had none.
        after: its level or stance now.
    """

    sign: str
    cause: Cause
    row: Bevinding
    before: str
    after: str


def moved_findings(old: Run, new: Run, difference: Difference) -> tuple[MovedFinding, ...]:
    """Lay each finding that moved at one door.

    In a document whose text is the same only the rules can have moved a finding, else the program; when
    neither differs, it is a fault. In a document whose text differs the text has moved it, unless the rules
    or the program differ too and the sentence stands in both texts: then it is due to those.

    Args:
        old: the earlier run.
        new: the later one.
        difference: what the two rest on.

    Returns:
        What moved, in the order of the later run, what is gone last.
    """
    before, after = _keyed(old, difference.renamed), _keyed(new, {})
    sentences = _sentences(old, difference.renamed), _sentences(new, {})
    judging = _rules_or_program(difference)

    def due_to(key: _Key) -> Cause:
        document, _, zin, _ = key
        text = difference.texts.get(document)
        is_in_both = zin in sentences[0][document] and zin in sentences[1][document]
        return judging if text is None or (is_in_both and judging is not Cause.FAULT) else text

    moved = []
    for key, row in after.items():
        was, degree = before.get(key), _degree(row)
        if was is None:
            moved.append(MovedFinding("+", due_to(key), row, "", degree))
        elif _degree(was) != degree:
            moved.append(MovedFinding("~", due_to(key), row, _degree(was), degree))
    gone = [(key, row) for key, row in before.items() if key not in after]
    moved += [MovedFinding("-", due_to(key), row, _degree(row), "") for key, row in gone]
    return tuple(moved)


def _rules_or_program(difference: Difference) -> Cause:
    """Return what moves numbers in a document whose text is the same."""
    if difference.has(Cause.RULES):
        return Cause.RULES
    return Cause.PROGRAM if difference.has(Cause.PROGRAM) else Cause.FAULT


def _keyed(run: Run, renamed: Mapping[str, str]) -> dict[_Key, Bevinding]:
    hashes = {(zin.document, zin.sentence_index): zin.hash for zin in run.zinnen}
    seen: Counter[tuple[str, str, str]] = Counter()
    keyed = {}
    for row in run.bevindingen:
        name = renamed.get(row.document, row.document)
        key = (name, row.code, hashes[row.document, row.sentence_index])
        seen[key] += 1
        keyed[*key, seen[key]] = row
    return keyed


def _sentences(run: Run, renamed: Mapping[str, str]) -> defaultdict[str, set[str]]:
    """The hashes of the sentences of each document."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for zin in run.zinnen:
        found[renamed.get(zin.document, zin.document)].add(zin.hash)
    return found


def _degree(row: Bevinding) -> str:
    return row.level or row.stance
