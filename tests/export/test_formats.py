"""Exports as files and folders: written whole or not at all, and never over what is no export."""

import hashlib
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from beloften.corpus.discover import writable_name
from beloften.errors import OutputError, UsageError
from beloften.export.asked import ExportFormat
from beloften.export.formats import FORMATS, Shape, export_run, export_text, format_named
from beloften.export.material import Material, find_originals
from beloften.rundir.read import Run, read_documents, read_run
from tests.hostile import in_file_names

BASELINE = Path(__file__).parents[2] / "corpora" / "voorbeeld" / "baseline"
CORPUS = BASELINE.parent
ROW = read_documents(BASELINE)[0]


@pytest.fixture(scope="module")
def run() -> Run:
    return read_run(BASELINE)


def test_every_format_of_the_command_line_is_made_by_a_module() -> None:
    assert set(FORMATS) == set(ExportFormat)


@pytest.mark.parametrize("to", ExportFormat)
def test_a_format_is_known_by_its_name_in_capitals_or_not(to: ExportFormat) -> None:
    assert format_named(to) is format_named(to.upper()) is to


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("excel", "did you mean xlsx or excel-csv[?]"),
        ("SPSS", "did you mean sav[?]"),
        ("parket", "did you mean parquet"),
        ("wordperfect", "'wordperfect'[.] Formats: csv, excel-csv, xlsx"),
    ],
)
def test_of_another_name_the_nearest_formats_are_told(name: str, meant: str) -> None:
    with pytest.raises(UsageError, match=meant):
        format_named(name)


def test_an_object_per_row_with_the_numbers_of_the_run(run: Run, tmp_path: Path) -> None:
    export_run(Material("voorbeeld", run), ExportFormat.JSONL, tmp_path / "uit")
    lines = (tmp_path / "uit" / "tellingen.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["rate"] for line in lines] == [row.rate for row in run.tellingen]


@pytest.mark.parametrize("to", [ExportFormat.JSONL, ExportFormat.SQLITE, ExportFormat.BIBTEX])
def test_an_earlier_export_is_replaced_only_when_that_is_asked_for(
    run: Run, tmp_path: Path, to: ExportFormat
) -> None:
    target = tmp_path / "uit"
    export_run(Material("voorbeeld", run), to, target)
    with pytest.raises(OutputError, match="is there already"):
        export_run(Material("voorbeeld", run), to, target)
    export_run(Material("voorbeeld", run), to, target, replace=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["uit"]


def test_a_file_of_the_user_is_not_written_over(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "artikel.tex"
    mine.write_text("mijn werk")
    with pytest.raises(OutputError, match="is there already"):
        export_run(Material("voorbeeld", run), ExportFormat.LATEX, mine)
    assert mine.read_text() == "mijn werk"


def test_an_empty_folder_may_be_filled(run: Run, tmp_path: Path) -> None:
    export_run(Material("voorbeeld", run), ExportFormat.JSONL, tmp_path)
    assert (tmp_path / "bevindingen.jsonl").is_file()


def test_a_folder_with_something_else_in_it_is_left_alone(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "uit"
    target.mkdir()
    (target / "scriptie.docx").write_bytes(b"mine")
    with pytest.raises(OutputError, match=r"scriptie\.docx"):
        export_run(Material("voorbeeld", run), ExportFormat.JSONL, target, replace=True)
    assert [path.name for path in tmp_path.rglob("*")] == ["uit", "scriptie.docx"]


def test_what_is_no_text_is_not_printed(run: Run) -> None:
    shapes = {to: form.shape for to, form in FORMATS.items()}
    assert shapes[ExportFormat.JSONL] is Shape.FOLDER
    with pytest.raises(UsageError, match="--out"):
        export_text(Material("voorbeeld", run), ExportFormat.JSONL)


def test_originals_are_found_below_a_folder_by_name_and_content(tmp_path: Path) -> None:
    documents = read_documents(BASELINE)
    changed = tmp_path / "deep" / documents[0].document
    changed.parent.mkdir()
    changed.write_bytes(b"%PDF another text")
    same = tmp_path / "deep" / documents[1].document
    same.write_bytes((CORPUS / documents[1].document).read_bytes())
    assert find_originals(documents, tmp_path) == {documents[1].document: same}
    assert len(find_originals(documents, CORPUS)) == len(documents)


def test_originals_are_found_whatever_their_names_are(tmp_path: Path) -> None:
    """A name that is no UTF-8 has escapes in the run; one that no file can have is not there."""
    paths = in_file_names(tmp_path)
    rows = []
    for name, path in paths.items():
        path.write_text(name, "utf-8")
        sha256 = hashlib.sha256(name.encode()).hexdigest()
        rows.append(replace(ROW, document=writable_name(path.name), sha256=sha256))
    lost = replace(ROW, document="nota\0.pdf")
    found = find_originals([*rows, lost], tmp_path)
    assert found == {row.document: path for row, path in zip(rows, paths.values(), strict=True)}


def test_a_document_that_was_not_found_is_named(run: Run) -> None:
    with pytest.raises(UsageError, match=r"elzervoort.*--documents"):
        Material("voorbeeld", run).original("elzervoort-2014a.pdf")


@pytest.mark.parametrize(
    ("to", "library"),
    [
        (ExportFormat.XLSX, "xlsxwriter"),
        (ExportFormat.PARQUET, "polars"),
        (ExportFormat.SAV, "pyreadstat"),
    ],
)
def test_a_library_that_is_missing_is_named_with_how_to_get_it(
    to: ExportFormat, library: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.delitem(sys.modules, f"beloften.export.{FORMATS[to].module}", raising=False)
    with pytest.raises(UsageError, match=rf"{library}.*\[export\]"):
        export_run(Material("voorbeeld", run), to, tmp_path / "uit")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("to", [ExportFormat.XLSX, ExportFormat.SQLITE, ExportFormat.LATEX])
def test_a_file_that_cannot_be_written_is_told_in_a_line(to: ExportFormat, run: Run, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        export_run(Material("voorbeeld", run), to, tmp_path / "map")
    assert [path.name for path in tmp_path.iterdir()] == ["map"]


@pytest.mark.parametrize("to", ExportFormat)
def test_every_format_has_a_row_and_a_section_in_the_documentation(to: ExportFormat) -> None:
    text = (Path(__file__).parents[2] / "docs" / "export.md").read_text("utf-8")
    assert f"[`{to}`](#{to})" in text.split("\n## ")[0]
    assert f"\n## {to}\n" in text
