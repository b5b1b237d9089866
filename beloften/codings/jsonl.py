"""The JSONL in which coded sentences are exchanged, one sentence a line.

    {"id": "a1.4", "excerpt": "a1", "text": "…", "n": 0, "b": {"maatwerk": "belofte"},
     "l": {"markt": "afgezet"}, "z": ["autarkie"]}

`n` is the nearness cue, `b` the beloften with their level, `l` the logica's with their stance, `w` the values
of distance with theirs, `z` the meanings of zelfredzaamheid, `o` the codes of other kinds. `source` (or
`document`) names the document, `weight` how many sentences this one stands for. Other keys are kept as they
are. Sentences of one excerpt stand in reading order.
"""

import json
from collections.abc import Iterable, Iterator
from math import inf
from pathlib import Path

from beloften.codebook.schema import Level, Stance
from beloften.codings.sentence import CodedSentence
from beloften.errors import CorpusError

FORM = (
    'Each line is an object such as {"id": "a1.4", "excerpt": "a1", "text": "…", "n": 0, "b": {}, "l": {}}.'
)


def read_codings(path: Path) -> list[CodedSentence]:
    """Read a file of codings.

    Raises:
        CorpusError: for a file that cannot be read, a line of another form, or an id that occurs twice.
    """
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        problem = f"{path} cannot be read: {error}."
        raise CorpusError(problem, "Give a JSONL file of coded sentences in UTF-8.") from error
    coded: dict[str, CodedSentence] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        sentence = _sentence(line, f"{path}:{number}")
        if sentence.id in coded:
            raise CorpusError(f"{path}:{number}: the id {sentence.id!r} occurs twice.", "Make ids unique.")
        coded[sentence.id] = sentence
    if not coded:
        raise CorpusError(f"{path} holds no sentences.", FORM)
    return list(coded.values())


def _sentence(line: str, place: str) -> CodedSentence:
    try:
        row = json.loads(line)
        return CodedSentence(
            id=_text(row.pop("id")),
            excerpt=_text(row.pop("excerpt")),
            text=_text(row.pop("text")),
            nabijheid=bool(row.pop("n", 0)),
            beloften={code: Level(level) for code, level in row.pop("b", {}).items()},
            logicas={code: Stance(stance) for code, stance in row.pop("l", {}).items()},
            zelfredzaamheid=frozenset(map(_text, row.pop("z", []))),
            waarden={code: Stance(stance) for code, stance in row.pop("w", {}).items()},
            overige=frozenset(map(_text, row.pop("o", []))),
            weight=_weight(row.pop("weight", 1)),
            rest=row,
        )
    except RecursionError as error:
        raise CorpusError(f"{place}: nested too deeply.", FORM) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CorpusError(f"{place}: not a coded sentence: {error}.", FORM) from error


def _weight(value: object) -> float:
    number = float(str(value))
    if not 0 < number < inf:
        raise ValueError(f"{value!r} is no weight")
    return number


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a text")
    return value


def write_codings(sentences: Iterable[CodedSentence]) -> Iterator[str]:
    """Yield the lines of a file of codings, without line ends, that `read_codings` reads back."""
    for sentence in sentences:
        row = {
            "id": sentence.id,
            "excerpt": sentence.excerpt,
            **sentence.rest,
            "text": sentence.text,
            "n": int(sentence.nabijheid),
            "b": sentence.beloften,
            "l": sentence.logicas,
            "z": sorted(sentence.zelfredzaamheid),
        }
        if sentence.waarden:
            row["w"] = sentence.waarden
        if sentence.overige:
            row["o"] = sorted(sentence.overige)
        if sentence.weight != 1:
            row["weight"] = sentence.weight
        yield json.dumps(row, ensure_ascii=False)
