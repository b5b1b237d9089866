"""The folder of marked PDFs: each document of the run, its findings as the run has them."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2 as pypdfium
import pytest

from beloften.corpus.location import locate
from beloften.errors import UsageError
from beloften.export.asked import ExportFormat
from beloften.export.formats import export_run
from beloften.export.material import Material
from beloften.extract.read import read_document
from tests.export.pdf.marking import CORPUS, finding, marks_in, sample_material
from tests.extract.pages import drawn


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("uit") / "pdf"
    assert export_run(sample_material(), ExportFormat.PDF, out) == ()
    return out


def test_every_finding_of_the_sample_corpus_is_read_back_from_its_document(folder: Path) -> None:
    run = sample_material().run
    for document in run.documenten:
        rows = [row for row in run.bevindingen if row.document == document.document]
        wanted = {row.fingerprint: (row.code, Counter(row.boxes.split(";"))) for row in rows}
        assert _findings_in(folder / document.document) == wanted


def _findings_in(path: Path) -> dict[str, tuple[str, Counter[str]]]:
    """Read codes and boxes by fingerprint, on pages that are neither turned nor cropped."""
    with pikepdf.open(path) as made:
        heights = [float(page.mediabox[3]) for page in made.pages]
    found: dict[str, tuple[str, Counter[str]]] = {}
    for mark in marks_in(path):
        code = mark.note.split("code: ")[1].split("\n")[0]
        _, boxes = found.setdefault(mark.name.split("-")[0], (code, Counter()))
        height = heights[mark.page]
        for left, bottom, right, top in mark.quads:
            boxes[f"{mark.page}:{left:.1f},{height - top:.1f},{right:.1f},{height - bottom:.1f}"] += 1
    return found


def test_the_text_of_the_documents_is_the_same_as_before(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        before, after = (read_document(each.read_bytes(), each.name) for each in (CORPUS / path.name, path))
        assert after == before


def test_bookmarks_count_the_findings_of_each_code(folder: Path) -> None:
    name = "hollerdam-2013.pdf"
    rows = [row for row in sample_material().run.bevindingen if row.document == name]
    toc = [
        (item.level, item.get_title()) for item in pypdfium.PdfDocument(folder / name).get_toc(max_depth=3)
    ]
    ours = toc[[title.startswith("beloften 0.1.0, regels") for _, title in toc].index(True) :]
    counts = [int(title.rsplit("(", 1)[1].rstrip(")")) for level, title in ours if level == 1]
    assert sorted(counts) == sorted(Counter(row.code for row in rows).values())


def test_a_document_keeps_its_folder_and_no_name_leads_out_of_the_export(tmp_path: Path) -> None:
    material = _renamed(tmp_path, "2013/nota.pdf", "../../ontsnapt.pdf")
    export_run(material, ExportFormat.PDF, tmp_path / "uit")
    made = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.pdf"))
    assert made == ["nota.pdf", "uit/2013/nota.pdf", "uit/ontsnapt.pdf"]


def test_a_document_without_findings_is_copied_as_it_is(tmp_path: Path) -> None:
    material = _renamed(tmp_path, "nota.pdf")
    empty = replace(material, run=replace(material.run, bevindingen=()))
    export_run(empty, ExportFormat.PDF, tmp_path / "uit")
    assert (tmp_path / "uit" / "nota.pdf").read_bytes() == (tmp_path / "nota.pdf").read_bytes()


def test_a_document_behind_a_url_is_marked_too(tmp_path: Path) -> None:
    material = _renamed(tmp_path, "nota.pdf")
    remote = locate("memory://export/nota.pdf")
    remote.write_bytes((tmp_path / "nota.pdf").read_bytes())
    export_run(replace(material, originals={"nota.pdf": remote}), ExportFormat.PDF, tmp_path / "uit")
    assert len(marks_in(tmp_path / "uit" / "nota.pdf")) == 1


def test_it_is_told_what_is_left_out(tmp_path: Path) -> None:
    material = _renamed(tmp_path, "nota.pdf", "weg.pdf", "brief.docx")
    there = {"nota.pdf": material.originals["nota.pdf"]}
    documents = [
        replace(row, reader="") if row.document == "brief.docx" else row for row in material.run.documenten
    ]
    run = replace(material.run, documenten=tuple(documents))
    told = export_run(replace(material, run=run, originals=there), ExportFormat.PDF, tmp_path / "uit")
    assert [line.split(":")[0] for line in told] == ["brief.docx", "weg.pdf"]


def test_findings_without_a_place_on_a_page_are_told(tmp_path: Path) -> None:
    material = _renamed(tmp_path, "nota.pdf")
    rows = (*material.run.bevindingen, replace(finding(boxes=""), document="nota.pdf"))
    told = export_run(
        replace(material, run=replace(material.run, bevindingen=rows)), ExportFormat.PDF, tmp_path / "uit"
    )
    assert told == ("nota.pdf: 1 of its findings have no place on a page that is known.",)


def test_a_run_of_which_no_pdf_is_there_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--documents"):
        export_run(replace(sample_material(), originals={}), ExportFormat.PDF, tmp_path / "uit")
    assert not list(tmp_path.iterdir())


def _renamed(folder: Path, *names: str) -> Material:
    """Make a run of a small PDF that was scanned under these names, with a finding in each."""
    original = folder / "nota.pdf"
    original.write_bytes(drawn("BT /F1 8 Tf 60 300 Td (De gemeente biedt hulp op maat.) Tj ET"))
    material = sample_material()
    run = replace(
        material.run,
        documenten=tuple(replace(material.run.documenten[0], document=name) for name in names),
        bevindingen=tuple(replace(finding(), document=name) for name in names),
    )
    return replace(material, run=run, originals=dict.fromkeys(names, original))
