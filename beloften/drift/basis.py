"""What two runs rest on, and in which respects that differs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from beloften.codebook.diff import Change, changes_between, is_word_list, measured
from beloften.rundir.read import Run
from beloften.rundir.rows import DocumentRow

READING_LIBRARIES = frozenset({"pypdfium2"})
"""Libraries on which the text of a document depends; the others decide what is found in it."""

READING_OPTIONS = frozenset({"ocr", "section"})
"""Options on which the text of a document depends."""

WITHOUT_INFLUENCE = frozenset({"numpy"})
"""Libraries on which intervals depend, and neither counts nor rates."""

_CORPUS_OPTIONS = frozenset({"gemeente", "jaar"})  # they show in the documents


class Cause(StrEnum):
    """Why a number can move."""

    RULES = "rules"
    READING = "reading"
    CORPUS = "corpus"
    PROGRAM = "program"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that differs.

    Attributes:
        cause: what sort of thing.
        text: what it is, in words.
        name: code of the rule, or name of the document; "" for neither.
        pattern: the pattern or word that is new in the rule; "" when it is not about one.
    """

    cause: Cause
    text: str
    name: str = ""
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """In which respects two runs rest on something else.

    Attributes:
        reasons: everything that differs, by cause.
        texts: for each document whose text differs, whether by the corpus or by the reading of it.
        regrouped: documents that are of another gemeente now.
        renamed: for each document that has another name now, its new name by its old one.
    """

    reasons: tuple[Reason, ...]
    texts: Mapping[str, Cause]
    regrouped: frozenset[str]
    renamed: Mapping[str, str]

    def has(self, cause: Cause) -> bool:
        """Whether anything differs in this respect."""
        return any(reason.cause is cause for reason in self.reasons)


def difference(old: Run, new: Run) -> Difference:
    """Compare what two runs rest on."""
    before = {row.document: row for row in old.documenten}
    after = {row.document: row for row in new.documenten}
    renamed = dict(_renamed(before, after))
    texts: dict[str, Cause] = dict.fromkeys((before.keys() ^ after.keys()), Cause.CORPUS)
    for name in (*renamed, *renamed.values()):
        del texts[name]
    both = [(before[name], after[name]) for name in before if name in after]
    for was, now in both:
        if (was.sha256, was.status, was.text_sha256) != (now.sha256, now.status, now.text_sha256):
            texts[now.document] = Cause.CORPUS if _is_other_file(was, now) else Cause.READING
    regrouped = frozenset(now.document for was, now in both if was.gemeente != now.gemeente)
    reasons = (
        *map(_rule_reason, changes_between(measured(old.rules), measured(new.rules))),
        *_document_reasons(texts, renamed, before, after),
        *(_regrouped(before[name], after[name]) for name in sorted(regrouped)),
        *_version_reasons(old.info, new.info),
        *_reader_reasons(both),
    )
    return Difference(reasons, texts, regrouped, renamed)


def _renamed(
    before: Mapping[str, DocumentRow], after: Mapping[str, DocumentRow]
) -> Iterator[tuple[str, str]]:
    """Documents that have another name and the same content."""
    gone = {row.sha256: name for name, row in sorted(before.items()) if name not in after and row.sha256}
    for name, row in sorted(after.items()):
        if (
            name not in before
            and row.sha256 in gone
            and row.text_sha256 == before[gone[row.sha256]].text_sha256
        ):
            yield gone.pop(row.sha256), name


def _is_other_file(was: DocumentRow, now: DocumentRow) -> bool:
    """Whether it is another file; one that broke off before its hash was taken is taken for the same."""
    if "missing" in {was.status, now.status}:
        return True
    return bool(was.sha256 and now.sha256) and was.sha256 != now.sha256


def _rule_reason(change: Change) -> Reason:
    where = "word list" if is_word_list(change.name) else f"{change.name}.yaml"
    name = f"{where} {change.name}" if where == "word list" else where
    said = f"{change.key}: {change.text}" if change.key else f"the whole rule ({change.text})"
    is_new = change.sign == "+" and change.key
    return Reason(Cause.RULES, f"{name}: {change.sign} {said}", change.name, change.text if is_new else "")


def _document_reasons(
    texts: Mapping[str, Cause],
    renamed: Mapping[str, str],
    before: Mapping[str, DocumentRow],
    after: Mapping[str, DocumentRow],
) -> Iterator[Reason]:
    for name, cause in sorted(texts.items()):
        was, now = before.get(name), after.get(name)
        if was and now and was.status != now.status:
            what = f"was {was.status}, is {now.status}"
        elif was and now:
            what = "was replaced" if cause is Cause.CORPUS else "the same file gives another text"
        else:
            what = "was removed" if was else "was added"
        yield Reason(cause, f"{name}: {what}", name)
    for old, new in renamed.items():
        yield Reason(Cause.CORPUS, f"{new}: was called {old}", new)


def _regrouped(was: DocumentRow, now: DocumentRow) -> Reason:
    text = f"{now.document}: of {now.gemeente or 'no known gemeente'}, was of {was.gemeente or 'none'}"
    return Reason(Cause.CORPUS, text, now.document)


def _version_reasons(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Reason]:
    if old["beloften"] != new["beloften"]:
        text = f"beloften {old['beloften']} → {new['beloften']}"
        yield from (Reason(Cause.READING, text), Reason(Cause.PROGRAM, text))  # it does both
    for name, was, now in _moved(old["libraries"], new["libraries"]):
        if name not in WITHOUT_INFLUENCE:
            cause = Cause.READING if name in READING_LIBRARIES else Cause.PROGRAM
            yield Reason(cause, f"{name} {was or 'absent'} → {now or 'absent'}")
    for name, was, now in _moved(old["options"], new["options"]):
        if name not in _CORPUS_OPTIONS:
            cause = Cause.READING if name in READING_OPTIONS else Cause.PROGRAM
            yield Reason(cause, f"--{name} {was or 'not given'} → {now or 'not given'}")


def _reader_reasons(both: Iterable[tuple[DocumentRow, DocumentRow]]) -> Iterator[Reason]:
    """What else read the documents: another build of PDFium, another version of Tesseract."""
    pairs = {(was.reader, now.reader) for was, now in both if was.sha256 == now.sha256}
    for was, now in sorted(pairs):
        if was and now and was != now:
            yield Reason(Cause.READING, f"read by {now}, was read by {was}")


def _moved(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield name, old.get(name), new.get(name)
