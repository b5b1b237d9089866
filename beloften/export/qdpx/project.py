"""A run as a QDPX project."""

import xml.etree.ElementTree as ET  # writes only
import zipfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from beloften.codings.qdpx.guid import guid_of
from beloften.errors import UsageError
from beloften.export.about import rules_of
from beloften.export.material import Material
from beloften.export.qdpx.cases import add_cases, add_variables, values_of
from beloften.export.qdpx.codes import add_codebook, code_tree
from beloften.export.qdpx.sources import SourceText, add_source, source_text
from beloften.export.qdpx.xml import add, as_bytes, name_text
from beloften.extract.ocr import require_ocr
from beloften.run.options import ReadingOptions
from beloften.rundir.read import Run
from beloften.rundir.rows import Bevinding, DocumentRow
from beloften.timeless import timeless_entry

_NAMESPACE = "urn:QDA-XML:project:1.0"


def write(material: Material, path: Path) -> tuple[str, ...]:
    """Write the project; the same run gives the same bytes.

    Returns:
        What could not be taken along.

    Raises:
        UsageError: a document is not there, or reads otherwise than when it was scanned; or OCR, with which
            it was read, is not installed.
    """
    rows = [row for row in material.run.documenten if row.text_sha256]
    if not rows:
        raise UsageError("No document of this run was read.", "See the column status of documenten.csv.")
    findings = _by_document(material.run)
    options = _options(material.run)
    if options.ocr:
        require_ocr()
    sources = [
        source_text(row, material.original(row.document), findings[row.document], options) for row in rows
    ]
    with zipfile.ZipFile(path, "w") as project:
        project.writestr(timeless_entry("project.qde"), as_bytes(_project(material, sources, findings)))
        for source in sources:
            project.writestr(timeless_entry(f"sources/{source.text_guid}.txt"), source.written)
            if source.pdf:
                project.writestr(timeless_entry(f"sources/{source.guid}.pdf"), source.pdf.read_bytes())
    left_out = (row.document for row in material.run.documenten if not row.text_sha256)
    return tuple(f"{name} was not read, and is not in the project." for name in left_out)


def _project(
    material: Material, sources: Sequence[SourceText], findings: Mapping[str, Sequence[Bevinding]]
) -> ET.Element:
    coder = f"beloften {material.run.info['beloften']}"
    user = guid_of("user", coder)
    values = [values_of(source.row) for source in sources]
    names = source_names([source.row for source in sources])
    project = ET.Element("Project", xmlns=_NAMESPACE, name=name_text(material.name), origin=coder)
    add(add(project, "Users"), "User", guid=user, name=coder)
    add_codebook(add(project, "CodeBook"), code_tree(material.run.rules, material.lang))
    add_variables(project, values)
    add_cases(project, [(source.guid, known) for source, known in zip(sources, values, strict=True)])
    within = add(project, "Sources")
    for source, name, known in zip(sources, names, values, strict=True):
        add_source(within, source, name, known, findings[source.row.document], user)
    add(project, "Description", _about(material))
    return project


def source_names(rows: Sequence[DocumentRow]) -> list[str]:
    """Return what documents are called in a project, each otherwise.

    Programs make files of that name: so it is the name of the file without its folder, or, where several have
    that, all of its path on one line without slashes.
    """
    bare = Counter(row.document.rpartition("/")[2] for row in rows)
    names: dict[str, None] = {}
    for row in rows:
        own = row.document.rpartition("/")[2]
        name = name_text(own if bare[own] == 1 else row.document).replace("/", " - ").replace("\\", " - ")
        times = 2
        while name in names:
            name = f"{name} ({times})"
            times += 1
        names[name] = None
    return list(names)


def _by_document(run: Run) -> Mapping[str, Sequence[Bevinding]]:
    """The findings of each document in the order of its text, then of the codebook."""
    rank = {code: index for index, code in enumerate(run.rules)}
    findings: dict[str, list[Bevinding]] = defaultdict(list)
    for row in sorted(run.bevindingen, key=lambda row: (row.sentence_index, rank[row.code])):
        findings[row.document].append(row)
    return findings


def _options(run: Run) -> ReadingOptions:
    options = run.info["options"]
    return ReadingOptions(ocr=bool(options.get("ocr")), section=options.get("section") or "")


def _about(material: Material) -> str:
    return (
        f"Coded by rules: beloften {material.run.info['beloften']} with the codebook {rules_of(material)}. "
        "A sentence is coded as a whole; its description has the citation and the words that each code rests "
        "on."
    )
