"""Runs of a few documents that a test writes itself, for exports that need the documents too."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePath

from beloften.codebook.schema import Codebook
from beloften.codings.names import CodeNames
from beloften.codings.qdpx.project import Project, read_project
from beloften.corpus.source import Source
from beloften.detect.detector import Detector
from beloften.export.material import Material
from beloften.run.analyse import analyse
from beloften.run.options import WHOLE, ReadingOptions
from beloften.rundir.run_info import run_meta
from beloften.rundir.write import run_of

RULES = {
    "maatwerk": "kind: belofte\nnumber: 4\npatterns: [op maat, maatwerk]",
    "preventie": "kind: belofte\nnumber: 8\npatterns: [voorkomen]",
    "bureaucratisch": "kind: logica\npatterns: [regels]",
    "nabijheid": "kind: nabijheid\npatterns: [dichtbij]",
    "autarkie": "kind: zelfredzaamheid\npatterns: [zelf doen]",
}
BARE = Source(Path(), "", "", "", "", None, "", "", "", "Proef 2014")

Coded = tuple[str, str, str, str]
"""Document, sentence, code, and its level or stance."""


def material_of(
    folder: Path,
    codebook: Codebook,
    texts: Mapping[str, str | bytes],
    known: Source = BARE,
    options: ReadingOptions = WHOLE,
) -> Material:
    """Scan documents, as `beloften export` does with files.

    Args:
        folder: to write them in.
        codebook: to scan with.
        texts: the content of each document by its name, which may be no name of a file.
        known: what is known of each, but for its name.
        options: of the scan.
    """
    results, originals, called = [], {}, {}
    for number, (name, text) in enumerate(texts.items()):
        path = folder / f"{number:03}{PurePath(name).suffix}"
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        path.write_bytes(data)
        originals[name], called[path.name] = path, name
        results.append(analyse(replace(known, path=path, name=path.name), data, Detector(codebook), options))
    meta = run_meta({"ocr": options.ocr, "section": options.section or None})
    run = run_of(results, codebook, meta)
    run = replace(
        run,
        documenten=tuple(replace(row, document=called[row.document]) for row in run.documenten),
        bevindingen=tuple(replace(row, document=called[row.document]) for row in run.bevindingen),
    )
    return Material("proef", run, originals=originals)


def findings_of(material: Material) -> list[Coded]:
    """What a run found, in the order of names."""
    rows = material.run.bevindingen
    return sorted((row.document, row.sentence, row.code, row.level or row.stance) for row in rows)


def codings_in(path: Path, names: CodeNames) -> list[Coded]:
    """What a project holds: each code of each quotation, as its positions cut that from the text."""
    return sorted(coding for coding in _codings(read_project(path), names))


def _codings(project: Project, names: CodeNames) -> list[Coded]:
    found = []
    for source in project.sources:
        for selection in source.selections:
            assert source.text is not None
            assert selection.position is not None
            quotation = source.text[selection.position.start : selection.position.end]
            meanings = [names.find_in_tree(project.codes[guid]) for guid, _ in selection.codings]
            degrees = {each.code: str(each.degree) for each in meanings if each and each.degree}
            found += [
                (source.name, quotation, each.code, degrees.get(each.code, ""))
                for each in meanings
                if each and not each.degree
            ]
    return found
