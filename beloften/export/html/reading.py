"""What the report says of the reading: how much there was, what was not read, and what to look at."""

from collections.abc import Sequence
from dataclasses import dataclass

from beloften.export.html.words import say
from beloften.export.material import Lang, Material
from beloften.report.wording import rate, whole
from beloften.run.result import READ
from beloften.rundir.rows import DocumentRow


@dataclass(frozen=True, slots=True)
class Reading:
    """The documents of a run.

    Attributes:
        documents: all of them, each with its number in the run.
        unread: those that were not read.
        doubtful: those that were, but of which the text is not what it should be.
        facts: how much there is, in a few words each.
        paged: number of documents with findings that have a place on a page.
        missing: how many of those are not at hand for pictures.
    """

    documents: tuple[tuple[int, DocumentRow], ...]
    unread: tuple[DocumentRow, ...]
    doubtful: tuple[DocumentRow, ...]
    facts: tuple[str, ...]
    paged: int
    missing: int


def reading_of(material: Material) -> Reading:
    """Take together what was read."""
    rows = material.run.documenten
    read = [row for row in rows if row.status in READ]
    paged = {row.document for row in material.run.bevindingen if row.boxes}
    return Reading(
        documents=tuple(enumerate(rows)),
        unread=tuple(row for row in rows if row.status not in READ),
        doubtful=tuple(row for row in read if _is_doubtful(row)),
        facts=_facts(read, len(material.run.bevindingen), material.lang),
        paged=len(paged),
        missing=len(paged - set(material.originals)),
    )


def quality_text(quality: str, lang: Lang) -> str:
    """Write "ok:12 scanned:2" in words: 12 goed, 2 scan zonder tekst."""
    return ", ".join(f"{number} {_quality(name, lang)}" for name, number in _pairs(quality))


def _quality(name: str, lang: Lang) -> str:
    return say("quality_ok" if name == "ok" else name, lang)


def _pairs(quality: str) -> list[tuple[str, str]]:
    pairs = [pair.partition(":") for pair in quality.split()]
    return [(name, number) for name, _, number in sorted(pairs, key=lambda pair: pair[0] != "ok")]


def _is_doubtful(row: DocumentRow) -> bool:
    good = {"ok", "empty"}
    return row.status != "ok" or bool(row.remark) or any(name not in good for name, _ in _pairs(row.quality))


def _facts(read: Sequence[DocumentRow], findings: int, lang: Lang) -> tuple[str, ...]:
    years = sorted({row.jaar for row in read if row.jaar is not None})
    facts = [_number("one_document", "n_documents", len(read), lang)]
    facts.append(_gemeenten(read, lang))
    if years:
        facts.append(str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}")
    facts.append(say("n_words", lang).format(n=whole(sum(row.words for row in read), lang)))
    facts.append(say("n_sentences", lang).format(n=whole(sum(row.sentences for row in read), lang)))
    facts.append(say("n_findings", lang).format(n=whole(findings, lang)))
    return tuple(facts)


def _gemeenten(read: Sequence[DocumentRow], lang: Lang) -> str:
    """How many gemeenten there are, and how many documents are of none that is known."""
    known = {row.gemeente for row in read if row.gemeente}
    without = sum(not row.gemeente for row in read)
    text = _number("one_gemeente", "n_gemeenten", len(known), lang)
    return f"{text}, {_number('one_without', 'n_without', without, lang)}" if without else text


def _number(one: str, several: str, number: int, lang: Lang) -> str:
    return say(one, lang) if number == 1 else say(several, lang).format(n=whole(number, lang))


def share_text(share: float, lang: Lang) -> str:
    """Write a share as a percentage."""
    return f"{rate(100 * share, lang)} %"
