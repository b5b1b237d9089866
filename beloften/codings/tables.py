"""Codings in a table (CSV or XLSX), in one of three forms.

A *tidy* table has a row per code that was given to a sentence, with the columns document, sentence, code,
level, stance and, where they are known, id, paragraph and coder; a sentence without codes has a row with no
code. A table of *quotations* has the column quotation instead of sentence: the words are looked up in the
documents, of which every other sentence counts as read and without code. A filled *coding sheet*, as
`beloften sample` makes it, has a row per sentence and columns "code 1", "niveau of houding 1" and so on; a
row without any code was not coded yet, one with the code "geen" was, and has none.

Columns have English or Dutch names, in any order; others are left alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import inf
from pathlib import Path

from beloften.codebook.schema import Level, Stance
from beloften.codings.coders import Codings, Marked, bare_sentences, joined
from beloften.codings.documents import Documents
from beloften.codings.marks import marked
from beloften.codings.names import CodeNames, Coding, degree_of
from beloften.codings.passages import Passages
from beloften.codings.sample.key import Sample, key_beside
from beloften.codings.sentence import CodedSentence
from beloften.codings.table import Row, read_rows
from beloften.errors import CorpusError, UsageError
from beloften.language.sentence import Sentence

NONE = "geen"
"""The code of a sentence that was read and has none."""

SLOTS = 6
"""How many codes fit in a row of a coding sheet."""

SHEET_CODE = "code {}"
"""Name of the column of a code in a coding sheet."""

SHEET_DEGREE = "niveau of houding {}"
"""Name of the column of its level or stance."""

_COLUMNS = {
    "document": ("document", "bestand", "source", "bron"),
    "sentence": ("sentence", "zin", "text", "tekst"),
    "quotation": ("quotation", "citaat", "quote", "fragment"),
    "code": ("code",),
    "level": ("level", "niveau"),
    "stance": ("stance", "houding"),
    "coder": ("coder", "codeur"),
    "id": ("id", "nummer"),
    "paragraph": ("paragraph", "alinea", "excerpt"),
    "weight": ("weight", "gewicht"),
}


@dataclass(slots=True)
class _Collected:
    """A sentence of a tidy table with the codes of its rows."""

    sentence: CodedSentence
    codings: dict[str, list[Coding]] = field(default_factory=dict)


def read_table(
    path: Path, names: CodeNames, documents: Documents | None = None, key: Sample | None = None
) -> Codings:
    """Read the codings in a table.

    Args:
        path: the file.
        names: what codes are called.
        documents: in which quotations are looked up.
        key: of the sample of which it is the sheet; None to look for one beside it.

    Raises:
        CorpusError: the table cannot be read, or a row of it, which is named.
        UsageError: it holds quotations and no documents were given, or it is a sheet and has no key.
    """
    columns, rows = read_rows(path)
    if SHEET_CODE.format(1) in columns:
        return _sheet(path, rows, names, key)
    missing = {"code"} - _known(columns)
    if missing or not {"sentence", "quotation"} & _known(columns):
        problem = f"{path} has no column {'code' if missing else 'sentence or quotation'}."
        raise CorpusError(
            problem, "Its first row names the columns: document, sentence, code, level, stance."
        )
    if "sentence" in _known(columns):
        return _tidy(path, rows, names)
    if documents is None:
        problem = f"{path} holds quotations, not sentences."
        raise UsageError(problem, "Say where their documents are, with --documents FOLDER.")
    return _quotations(path, rows, names, documents)


def _known(columns: Iterable[str]) -> set[str]:
    given = set(columns)
    return {name for name, aliases in _COLUMNS.items() if given & set(aliases)}


def _value(row: Row, name: str) -> str:
    return next((row.values[alias] for alias in _COLUMNS[name] if alias in row.values), "")


def _sheet(path: Path, rows: Sequence[Row], names: CodeNames, key: Sample | None) -> Codings:
    """Read a coding sheet; the coder is called as the file is."""
    by_id = {_value(row, "id"): row for row in rows}
    key = key or key_beside(path, by_id)
    if key is None:
        problem = f"There is no key of the coding sheet {path} beside it."
        raise UsageError(problem, "Say which it is with --key, or put the file *.sleutel.json in its folder.")
    coded, empty = [], 0
    for sentence in key.sentences:
        row = by_id.get(sentence.id)
        codings = list(_slots(row, names)) if row else None
        if not codings:
            empty += 1
            continue
        given = [coding for coding in codings if coding.code]
        coded += [marked(each, given, names) if each.counted else each for each in sentence.coded()]
    if not coded:
        raise CorpusError(
            f"{path}: no row has a code yet.", f"Where there is none to give, fill in '{NONE}'."
        )
    remarks = (f"{path}: {empty} of {len(key.sentences)} sentences are not coded yet.",) if empty else ()
    return Codings({path.stem: coded}, remarks)


def _slots(row: Row, names: CodeNames) -> Iterator[Coding]:
    """Yield what is filled in; a coding without a code for "geen"."""
    for number in range(1, SLOTS + 1):
        name = row.values.get(SHEET_CODE.format(number), "")
        degree = row.values.get(SHEET_DEGREE.format(number), "")
        if name.casefold() == NONE:
            yield Coding("")
        elif name:
            yield _coding(row, name, [degree], names)
        elif degree:
            raise CorpusError(f"{row.place}: {degree!r} stands there without a code.", "Fill in the code.")


def _tidy(path: Path, rows: Sequence[Row], names: CodeNames) -> Codings:
    """Read a tidy table: each coder has the sentences that they have a row of."""
    sentences: dict[tuple[str, str], _Collected] = {}
    for row in rows:
        text, document = _value(row, "sentence"), _value(row, "document") or path.stem
        if not text:
            raise CorpusError(f"{row.place}: the row has no sentence.", "Fill in the column sentence.")
        number = _value(row, "id") or " ".join(text.split())
        collected = sentences.setdefault(
            (document, number), _Collected(_sentence(row, document, number, text))
        )
        own = collected.codings.setdefault(_value(row, "coder") or path.stem, [])
        if (name := _value(row, "code")) and name.casefold() != NONE:
            own.append(_coding(row, name, [_value(row, "level"), _value(row, "stance")], names))
    coders = sorted({coder for collected in sentences.values() for coder in collected.codings})
    return Codings(
        {
            coder: [
                marked(each.sentence, each.codings[coder], names)
                for each in sentences.values()
                if coder in each.codings
            ]
            for coder in coders
        }
    )


def _sentence(row: Row, document: str, number: str, text: str) -> CodedSentence:
    """A sentence by itself, or of the paragraph that its row names."""
    try:
        weight = float(_value(row, "weight").replace(",", ".") or 1)
    except ValueError:
        weight = 0.0
    if not 0 < weight < inf:
        raise CorpusError(f"{row.place}: the weight is no number above 0.", "Write 1 or 12.5.")
    paragraph = _value(row, "paragraph")
    (bare,) = bare_sentences(document, [Sentence(text, 0, 0)])
    identity = f"{document}.{number}"
    return replace(
        bare, id=identity, excerpt=f"{document}.{paragraph}" if paragraph else identity, weight=weight
    )


def _quotations(path: Path, rows: Sequence[Row], names: CodeNames, documents: Documents) -> Codings:
    """Look quotations up in their documents."""
    by_document: dict[str, list[Row]] = {}
    for row in rows:
        by_document.setdefault(_value(row, "document"), []).append(row)
    return joined(
        _of_document(path, name, own, names, documents) for name, own in sorted(by_document.items())
    )


def _of_document(
    path: Path, name: str, rows: Sequence[Row], names: CodeNames, documents: Documents
) -> Codings:
    document = documents.find(name) if name else None
    if document is None:
        problem = f"{rows[0].place}: the document {name!r} is not in the folder of --documents."
        raise CorpusError(problem, "Name the file in the column document.")
    sentences = documents.sentences(document)
    passages, collected = Passages(sentences), Marked()
    for row in rows:
        quotation, code = _value(row, "quotation"), _value(row, "code")
        if not quotation or not code:
            raise CorpusError(f"{row.place}: the row has no quotation or no code.", "Fill both in.")
        found = passages.find(quotation)
        if not found:
            problem = f"{row.place}: the quotation does not occur in {document.name}."
            raise CorpusError(problem, "Copy its words as they stand there; `beloften text` shows them.")
        coding = _coding(row, code, [_value(row, "level"), _value(row, "stance")], names)
        collected.add(_value(row, "coder") or path.stem, found, [coding])
    return Codings(collected.coders(bare_sentences(document.name, sentences), names))


def _coding(row: Row, name: str, degrees: Sequence[str], names: CodeNames) -> Coding:
    """Return what a row says of one code.

    Raises:
        CorpusError: there is no such code, or it cannot have that level or stance.
    """
    coding = names.find(name)
    if coding is None or not coding.code:
        raise CorpusError(f"{row.place}: no code is called {name!r}.", "See them with: beloften rules list")
    for text in filter(None, degrees):
        degree = degree_of(text)
        if degree is None or not names.fits(coding.code, degree):
            problem = f"{row.place}: {coding.code} cannot have the level or stance {text!r}."
            levels, stances = " or ".join(Level), " or ".join(Stance)
            raise CorpusError(problem, f"A belofte has {levels}; a logica or value {stances}.")
        coding = Coding(coding.code, degree)
    return coding
