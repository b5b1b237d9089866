"""A folder with each PDF of a run, its findings marked in it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from beloften.corpus.location import read
from beloften.errors import UnreadableError, UsageError
from beloften.export.about import rules_of
from beloften.export.material import Material
from beloften.export.names import safe_names
from beloften.export.pdf.annotate import NotAnnotatedError, Wording, annotate
from beloften.export.pdf.looks import Looks
from beloften.report.wording import word
from beloften.run.result import READ
from beloften.rundir.rows import Bevinding

_READER = "PDFium"
"""What the reader of PDFs is called in the column `reader`."""


def write(material: Material, folder: Path) -> list[str]:
    """Write the PDFs that a run read into an empty folder, below the names that they have in the run.

    One without findings is copied as it is.

    Returns:
        Which documents were left out and why, and what the copies of others lack.

    Raises:
        UsageError: no PDF of the run was found.
    """
    pdfs, remarks = _chosen(material)
    by_document: dict[str, list[Bevinding]] = defaultdict(list)
    for finding in material.run.bevindingen:
        by_document[finding.document].append(finding)
    author = f"beloften {material.run.info['beloften']}"
    rules = f"{word('rules', material.lang).lower()} {rules_of(material)}"
    wording = Wording(Looks(material.run.rules), author, rules, material.lang)
    for name, path in safe_names(pdfs).items():
        original, out = material.originals[name], folder / path
        out.parent.mkdir(parents=True, exist_ok=True)
        remarks += (f"{name}: {told}" for told in _written(original, by_document[name], wording, out))
    return remarks


def _chosen(material: Material) -> tuple[list[str], list[str]]:
    """Return the documents to annotate, and remarks on the others that were read."""
    rows = [row for row in material.run.documenten if row.status in READ]
    pdfs = [row.document for row in rows if row.reader.startswith(_READER)]
    found = [name for name in pdfs if name in material.originals]
    if not found:
        problem = "No PDF of this run is there as it was scanned." if pdfs else "This run read no PDF."
        raise UsageError(problem, "Name the folder that was scanned with --documents, or scan again.")
    others = [f"{row.document}: left out, it is no PDF." for row in rows if row.document not in pdfs]
    gone = [
        f"{name}: left out, it is not there as it was scanned; --documents names the folder."
        for name in pdfs
        if name not in material.originals
    ]
    return found, others + gone


def _written(original: Path, findings: Sequence[Bevinding], wording: Wording, out: Path) -> Iterator[str]:
    """Write a document and yield what there is to remark on it."""
    placed = [finding for finding in findings if finding.boxes]
    try:
        data = read(original)
        if placed:
            yield from annotate(data, placed, wording, out)
        else:
            out.write_bytes(data)
    except (NotAnnotatedError, UnreadableError) as error:
        yield f"left out, {error}"
    if len(placed) < len(findings):
        yield f"{len(findings) - len(placed)} of its findings have no place on a page that is known."
