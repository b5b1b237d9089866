"""From results to the rows of `bevindingen.csv`, `documenten.csv` and `zinnen.csv`."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from beloften.codebook.schema import Codebook
from beloften.extract.document import Box
from beloften.run.result import DocumentResult, PlacedFinding
from beloften.rundir.citation import cite
from beloften.tally.count import document_order

JOIN = " ‖ "
"""What stands between the matches of one finding."""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """A row of `bevindingen.csv`; the fields are the columns, described in `columns.BEVINDINGEN`."""

    fingerprint: str
    gemeente: str
    jaar: int | None
    document: str
    citation: str
    page_label: str
    page_index: int
    heading: str
    code: str
    kind: str
    level: str
    stance: str
    rule: str
    pattern: str
    words: str
    cue: str
    link: str
    sentence: str
    before: str
    after: str
    sentence_index: int
    boxes: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A row of `documenten.csv`; the fields are the columns, described in `columns.DOCUMENTEN`."""

    document: str
    gemeente: str
    gemeente_code: str
    gemeente_from: str
    jaar: int | None
    jaar_from: str
    titel: str
    soort: str
    citation: str
    kenmerken: str
    status: str
    remark: str
    pages: int
    words: int
    sentences: int
    findings: int
    dutch: float
    quality: str
    reader: str
    sha256: str
    text_sha256: str


class ZinRow(NamedTuple):
    """A row of `zinnen.csv`, as `Bevinding` is one; a tuple because there are so many."""

    document: str
    sentence_index: int
    page_index: int
    paragraph: int
    words: int
    hash: str


def finding_rows(results: Iterable[DocumentResult], codebook: Codebook) -> Iterator[Bevinding]:
    """Yield a row per finding, by document, then in the order of the text."""
    kinds = {concept.code: str(concept.kind) for concept in codebook.concepts}
    for result in sorted(results, key=document_order):
        for placed in result.findings:
            yield _finding_row(result, placed, kinds[placed.finding.code])


def document_rows(results: Iterable[DocumentResult]) -> Iterator[DocumentRow]:
    """Yield a row per file, by name."""
    for result in sorted(results, key=document_order):
        source = result.source
        yield DocumentRow(
            document=source.name,
            gemeente=source.gemeente,
            gemeente_code=source.gemeente_code,
            gemeente_from=source.gemeente_from,
            jaar=source.jaar,
            jaar_from=source.jaar_from,
            titel=source.titel,
            soort=source.soort,
            citation=source.citation,
            kenmerken=_json_object(source.kenmerken),
            status=result.status,
            remark=result.remark,
            pages=len(result.pages),
            words=result.words,
            sentences=result.sentences,
            findings=len(result.findings),
            dutch=result.dutch,
            quality=_quality(result),
            reader=result.reader,
            sha256=result.sha256,
            text_sha256=result.text_sha256,
        )


def zin_rows(results: Iterable[DocumentResult]) -> Iterator[ZinRow]:
    """Yield a row per sentence, by document, then in the order of the text."""
    for result in sorted(results, key=document_order):
        for index, zin in enumerate(result.zinnen):
            yield ZinRow(result.source.name, index, *zin)


def _json_object(pairs: tuple[tuple[str, str], ...]) -> str:
    return json.dumps(dict(pairs), ensure_ascii=False) if pairs else ""


def _finding_row(result: DocumentResult, placed: PlacedFinding, kind: str) -> Bevinding:
    source, finding = result.source, placed.finding
    return Bevinding(
        fingerprint=placed.fingerprint,
        gemeente=source.gemeente,
        jaar=source.jaar,
        document=source.name,
        citation=cite(source.citation or source.name, placed.page_label),
        page_label=placed.page_label,
        page_index=placed.page_index,
        heading=placed.heading,
        code=finding.code,
        kind=kind,
        level=finding.level or "",
        stance=finding.stance or "",
        rule=JOIN.join(match.rule for match in finding.matches),
        pattern=JOIN.join(match.pattern for match in finding.matches),
        words=JOIN.join(match.words for match in finding.matches),
        cue=finding.cue.words if finding.cue else "",
        link=finding.link.words if finding.link else "",
        sentence=placed.sentence,
        before=placed.before,
        after=placed.after,
        sentence_index=finding.sentence,
        boxes=";".join(f"{page}:{_corners(box)}" for page, box in placed.boxes),
    )


def _corners(box: Box) -> str:
    # Adding zero after rounding makes -0.0, which a reader of decimals may not know, 0.0.
    return ",".join(f"{round(side, 1) + 0.0:.1f}" for side in (box.left, box.top, box.right, box.bottom))


def _quality(result: DocumentResult) -> str:
    pages = Counter(page.quality for page in result.pages)
    return " ".join(f"{quality}:{number}" for quality, number in sorted(pages.items()))
