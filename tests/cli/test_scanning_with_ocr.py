"""`--ocr` as a user meets it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.extract.scans import missing_for_ocr, nota

_MISSING = missing_for_ocr()
needs_programs = pytest.mark.skipif(bool(_MISSING), reason=_MISSING)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "vlierwaard-2015.pdf"
    path.write_bytes(nota((2,), (2,)))
    return path


def _beloften(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "beloften", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("command", ["scan", "text"])
def test_without_its_programs_it_ends_before_anything_is_read(command: str, tmp_path: Path) -> None:
    done = _beloften(command, tmp_path / "er-is-niets.pdf", "--ocr", PATH="")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "is not installed" in done.stderr


@needs_programs
def test_text_of_a_scan_is_shown_and_the_terminal_says_where_it_comes_from(scan: Path) -> None:
    without, recognised = _beloften("text", scan), _beloften("text", scan, "--ocr")
    assert without.stdout == ""
    assert "gemeente" in recognised.stdout
    assert "Text by OCR: p. " in recognised.stderr


@needs_programs
def test_a_scan_with_ocr_finds_what_is_on_scanned_pages_and_the_run_says_so(
    scan: Path, tmp_path: Path
) -> None:
    assert _beloften("scan", scan, "--quiet").returncode == 5
    out = tmp_path / "uitkomst"
    assert _beloften("scan", scan, "--ocr", "--out", out, "--quiet").returncode == 0
    assert json.loads((out / "run.json").read_text("utf-8"))["options"]["ocr"] is True
    documents = (out / "documenten.csv").read_text("utf-8")
    assert "Text by OCR: p. " in documents
    assert "Tesseract" in documents
    findings = (out / "bevindingen.csv").read_text("utf-8").splitlines()
    assert len(findings) > 1
