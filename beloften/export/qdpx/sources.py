"""A document with its codings as a source of a project."""

import xml.etree.ElementTree as ET  # writes only
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from beloften.codings.qdpx.guid import code_guid, guid_of
from beloften.errors import UnreadableError, UsageError
from beloften.export.qdpx.cases import Values, add_values
from beloften.export.qdpx.codes import degree_guid
from beloften.export.qdpx.text import PlainText, check_quotations, plain_text, safe
from beloften.export.qdpx.xml import add, name_text
from beloften.extract.read import read_document
from beloften.run.options import ReadingOptions
from beloften.run.text import counted_text
from beloften.rundir.rows import Bevinding, DocumentRow

_NAME = 60
"""Characters of a quotation by which programs list it."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document as it goes into the project.

    Attributes:
        row: what the run knows of it.
        guid: of the source.
        plain: its text.
        written: the bytes of the text.
        pdf: where the PDF is; None for other kinds of file.
    """

    row: DocumentRow
    guid: str
    plain: PlainText
    written: bytes
    pdf: Path | None

    @property
    def text_guid(self) -> str:
        """Of the text: that of the source, unless the source is a PDF that has it beside it."""
        return guid_of("text", self.guid) if self.pdf else self.guid


def source_text(
    row: DocumentRow, path: Path, findings: Sequence[Bevinding], options: ReadingOptions
) -> SourceText:
    """Read a document again, as it was read when it was scanned.

    Args:
        row: what the run knows of it.
        path: where it is.
        findings: in it.
        options: of the run.

    Raises:
        UsageError: it reads otherwise now.
    """
    try:
        document = read_document(path.read_bytes(), row.document, ocr=options.ocr)
    except UnreadableError as error:
        raise UsageError(f"{row.document} cannot be read now: {error.problem}", error.next_step) from error
    counted = counted_text(document, options)
    if counted.sha256 != row.text_sha256:
        problem = f"{row.document} reads otherwise now than when it was scanned"
        readers = f"by {document.reader} now, by {row.reader} then"
        raise UsageError(f"{problem} ({readers}).", "Scan again, and export that run.")
    plain = plain_text(counted)
    written = plain.text.encode("utf-8")
    check_quotations(written, plain, findings)
    pdf = path if document.format == "pdf" else None
    return SourceText(row, guid_of("source", row.document, row.sha256), plain, written, pdf)


def add_source(
    sources: ET.Element,
    source: SourceText,
    name: str,
    values: Values,
    findings: Sequence[Bevinding],
    user: str,
) -> None:
    """Add a document.

    A PDF carries its codings in its text representation, which is where the standard has those of words;
    areas of pages beside them would have programs count each twice.

    Args:
        sources: to which.
        source: the document.
        name: what it is called, other than all others.
        values: of its variables.
        findings: in it, in the order of its text.
        user: GUID of the coder.
    """
    text_path = f"internal://{source.text_guid}.txt"
    if source.pdf:
        pdf_path = f"internal://{source.guid}.pdf"
        element = add(sources, "PDFSource", guid=source.guid, name=name, path=pdf_path, creatingUser=user)
        text = add(
            element,
            "Representation",
            guid=source.text_guid,
            name=name,
            plainTextPath=text_path,
            creatingUser=user,
        )
    else:
        element = add(
            sources, "TextSource", guid=source.guid, name=name, plainTextPath=text_path, creatingUser=user
        )
        text = element
    for index, own in groupby(findings, key=lambda finding: finding.sentence_index):
        _add_selection(text, source, index, list(own), user)
    add_values(element, values)


def _add_selection(
    text: ET.Element, source: SourceText, index: int, findings: Sequence[Bevinding], user: str
) -> None:
    start, end = source.plain.spans[index]
    sentence = source.plain.text[start:end]
    selection = add(
        text,
        "PlainTextSelection",
        guid=guid_of("selection", source.guid, str(index)),
        name=name_text(sentence if len(sentence) <= _NAME else f"{sentence[:_NAME]}…"),
        startPosition=str(start),
        endPosition=str(end),
        creatingUser=user,
    )
    about = [safe(findings[0].citation), *map(_about, findings)]
    add(selection, "Description", "\n".join(about))
    for finding in findings:
        for code, guid in _codes(finding):
            coding = guid_of("coding", source.guid, str(index), code)
            add(add(selection, "Coding", guid=coding, creatingUser=user), "CodeRef", targetGUID=guid)


def _codes(finding: Bevinding) -> Iterator[tuple[str, str]]:
    yield finding.code, code_guid(finding.kind, finding.code)
    degree = finding.level or finding.stance
    if degree:
        yield f"{finding.code}: {degree}", degree_guid(finding.code, degree)


def _about(finding: Bevinding) -> str:
    """What made a finding, on a line: maatwerk (belofte): op maat; nabijheid: in de buurt; verband: zodat."""
    degree = finding.level or finding.stance
    parts = [f"{finding.code} ({degree})" if degree else finding.code, f": {finding.words}"]
    parts += [f"; cue: {finding.cue}"] if finding.cue else []
    parts += [f"; link: {finding.link}"] if finding.link else []
    return safe("".join(parts))
