"""Judgements of findings, kept in a CSV file that can be versioned: a line per finding, sorted."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from beloften.errors import CorpusError
from beloften.rundir.columns import Column
from beloften.rundir.csv_rows import read_rows, write_rows
from beloften.rundir.rows import Bevinding

JUDGEMENTS_FILE = "beoordelingen.csv"
"""The name of the file in a run directory; it stays there when the run is replaced."""


class Verdict(StrEnum):
    """What a person says of a finding."""

    RIGHT = "juist"
    WRONG = "onjuist"
    RECODED = "hercodeerd"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person says of one finding; the fields are the columns.

    Attributes:
        fingerprint: of the finding.
        verdict: a `Verdict`.
        recoded: the code in its place, with a level or stance behind a colon; "" unless it was recoded.
        reason: in the person's own words.
        code: of the finding, as the rest of the columns for people to read.
        degree: its level or stance.
        citation: where it stands.
        words: what it was found by.
        sentence: the sentence.
    """

    fingerprint: str
    verdict: str
    recoded: str
    reason: str
    code: str
    degree: str
    citation: str
    words: str
    sentence: str


COLUMNS = (
    Column("fingerprint", "string", "Names the finding, as in bevindingen.csv."),
    Column("verdict", "string", "juist, onjuist or hercodeerd."),
    Column("recoded", "string", "The code in its place: maatwerk, maatwerk:belofte, markt:afgezet."),
    Column("reason", "string", "Why, in the words of who judged."),
    Column("code", "string", "Code of the finding."),
    Column("degree", "string", "Its level or stance."),
    Column("citation", "string", "Where it stands."),
    Column("words", "string", "The words that it was found by."),
    Column("sentence", "string", "The sentence."),
)
"""The columns of the file."""


def judgement(finding: Bevinding, verdict: Verdict, recoded: str = "", reason: str = "") -> Judgement:
    """Return a judgement of a finding, with what a person needs to know it by."""
    return Judgement(
        fingerprint=finding.fingerprint,
        verdict=verdict,
        recoded=recoded,
        reason=reason,
        code=finding.code,
        degree=finding.level or finding.stance,
        citation=finding.citation,
        words=finding.words,
        sentence=finding.sentence,
    )


def read_judgements(path: Path) -> dict[str, Judgement]:
    """Read a file of judgements, by fingerprint.

    Raises:
        CorpusError: it cannot be read, a verdict is none, or a finding is judged twice.
    """
    judged: dict[str, Judgement] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for line, row in enumerate(read_rows(stream, COLUMNS), 2):
                each = Judgement(**row)
                if each.verdict not in set(Verdict):
                    problem = f"{path}: row {line}: {each.verdict!r} is no verdict."
                    raise CorpusError(problem, f"Write {', '.join(Verdict)}.")
                if each.fingerprint in judged:
                    problem = f"{path}: row {line}: {each.fingerprint} is judged twice."
                    raise CorpusError(problem, "Keep one of the two rows.")
                judged[each.fingerprint] = each
    except (OSError, ValueError) as error:
        problem = f"{path} cannot be read: {getattr(error, 'strerror', None) or error}."
        raise CorpusError(problem, "Give a file that `beloften review` wrote.") from error
    return judged


def judgements_csv(judged: Mapping[str, Judgement] | Iterable[Judgement]) -> str:
    """Return the text of a file of judgements, sorted by fingerprint so that a change is a changed line."""
    each = judged.values() if isinstance(judged, Mapping) else judged
    stream = io.StringIO()
    write_rows(sorted(each, key=lambda judgement: judgement.fingerprint), COLUMNS, stream)
    return stream.getvalue()
