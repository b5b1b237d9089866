"""OCR of scans that the tests make of a nota of the sample corpus."""

import importlib.util
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest
import typst

from beloften.errors import UsageError
from beloften.extract import ocr
from beloften.extract.document import Document, Quality
from beloften.extract.ocr import require_ocr
from beloften.extract.quality import judge_document
from beloften.extract.read import open_document, read_document
from tests.extract.scans import missing_for_ocr, nota

_MISSING = missing_for_ocr()
needs_programs = pytest.mark.skipif(bool(_MISSING), reason=_MISSING)


def _words(document: Document) -> Counter[str]:
    return Counter(" ".join(paragraph.text for paragraph in document.text_paragraphs).split())


def _page_words(document: Document, index: int) -> list[str]:
    return [paragraph.text for paragraph in document.text_paragraphs if paragraph.runs[0].page_index == index]


@pytest.fixture(scope="module")
def scan() -> bytes:
    return nota((2,), (2,))


@pytest.fixture(scope="module")
def recognised(scan: bytes) -> Document:
    return read_document(scan, "scan.pdf", ocr=True)


@needs_programs
def test_a_scan_gives_the_words_that_stand_on_it(scan: bytes, recognised: Document) -> None:
    assert read_document(scan, "scan.pdf").quality is Quality.SCANNED
    expected, found = _words(read_document(nota((2,), ()), "nota.pdf")), _words(recognised)
    assert recognised.quality is Quality.OK
    assert (expected & found).total() > 0.95 * max(expected.total(), found.total())


@needs_programs
def test_what_comes_from_ocr_is_marked_as_such(recognised: Document) -> None:
    assert recognised.remark == f"Text by OCR: p. {recognised.pages[0].labels[0].text}."
    assert "PDFium" in recognised.reader
    assert f"OCRmyPDF {version('ocrmypdf')}, Tesseract " in recognised.reader


@needs_programs
def test_pages_that_ocr_could_not_read_either_are_told_without_the_advice_to_try_it(
    recognised: Document,
) -> None:
    remark = judge_document(
        [*recognised.pages, *[replace(recognised.pages[0], quality=Quality.SCANNED)] * 2]
    )[1]
    assert "2 of 3 pages cannot be read; try --ocr: p. " in remark
    recognition = ocr.Recognition(b"", frozenset({0}), "")
    told = recognition.marked(replace(recognised, remark=remark)).remark
    assert told.startswith("Text by OCR: p. ")
    assert "2 of 3 pages cannot be read: p. " in told


@needs_programs
def test_words_stand_where_they_stand_on_the_page(scan: bytes) -> None:
    places = []
    for data, with_ocr in ((scan, True), (nota((2,), ()), False)):
        with open_document(data, "nota.pdf", ocr=with_ocr) as opened:
            paragraph = max(opened.document.text_paragraphs, key=lambda paragraph: len(paragraph.text))
            start = paragraph.text.rindex("gemeente")
            places.append(opened.boxes([(paragraph, start, start + len("gemeente"))])[0][0][1])
    scanned, drawn = places
    assert (scanned.left, scanned.right) == pytest.approx((drawn.left, drawn.right), abs=4)
    assert (scanned.top, scanned.bottom) == pytest.approx((drawn.top, drawn.bottom), abs=8)


@needs_programs
def test_the_same_scan_gives_the_same_document(scan: bytes, recognised: Document) -> None:
    assert read_document(scan, "scan.pdf", ocr=True) == recognised


@needs_programs
def test_only_pages_that_could_not_be_read_are_recognised() -> None:
    data = nota((2, 3, 4), (3,))
    before = read_document(data, "nota.pdf")
    after = read_document(data, "nota.pdf", ocr=True)
    assert (before.quality, after.quality) == (Quality.PARTIAL, Quality.OK)
    assert [page.labels for page in after.pages][::2] == [page.labels for page in before.pages][::2]
    assert after.remark == f"Text by OCR: p. {after.pages[1].labels[0].text}."
    for index in (0, 2):
        assert after.pages[index].words == before.pages[index].words
    assert not _page_words(before, 1)
    assert _page_words(after, 1)


@needs_programs
def test_a_text_layer_that_no_one_can_read_gives_way_to_ocr(tmp_path: Path) -> None:
    (tmp_path / "nota.typ").write_text(
        '#set page(width: 300pt, height: 200pt)\n#place(text(fill: white)["'
        + "\ue010\ue011\ue012 " * 40
        + '"])\n#set text(size: 11pt)\nDe gemeente wil dat alle inwoners de zorg krijgen die bij hen past.',
        "utf-8",
    )
    data = typst.compile(tmp_path / "nota.typ")
    assert read_document(data, "nota.pdf").quality is Quality.GARBLED
    document = read_document(data, "nota.pdf", ocr=True)
    assert document.quality is Quality.OK
    assert "inwoners de zorg krijgen" in " ".join(paragraph.text for paragraph in document.paragraphs)


def test_a_document_that_can_be_read_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    data = nota((2,), ())
    assert read_document(data, "nota.pdf", ocr=True) == read_document(data, "nota.pdf")


@needs_programs
def test_ocr_that_takes_too_long_is_ended_and_leaves_nothing_behind(
    scan: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "OCR_SECONDS", 0)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    document = read_document(scan, "scan.pdf", ocr=True)
    assert document.quality is Quality.SCANNED
    assert "OCR failed: it takes more than" in document.remark
    assert list(tmp_path.iterdir()) == []


@needs_programs
def test_ocr_that_fails_says_why_and_leaves_nothing_behind(
    scan: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "LANGUAGE", "bestaatniet")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    document = read_document(scan, "scan.pdf", ocr=True)
    assert document.quality is Quality.SCANNED
    assert "OCR failed: " in document.remark
    assert "bestaatniet" in document.remark
    assert list(tmp_path.iterdir()) == []


@needs_programs
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends processes without asking")
def test_ocr_that_is_asked_to_end_leaves_nothing_behind(scan: bytes, tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(scan)
    folder = tmp_path / "temporary"
    folder.mkdir()
    code = (
        "import sys, tempfile; from pathlib import Path; from beloften.extract.read import read_document; "
        "tempfile.tempdir = sys.argv[2]; read_document(Path(sys.argv[1]).read_bytes(), 'a.pdf', ocr=True)"
    )
    process = subprocess.Popen([sys.executable, "-c", code, tmp_path / "scan.pdf", folder])
    while not list(folder.glob("*/log.txt")):
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    assert process.wait() == 128 + signal.SIGTERM
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on processor time")
def test_what_ocr_starts_does_not_share_the_limit_on_processor_time(tmp_path: Path) -> None:
    code = (
        "import resource, sys; from pathlib import Path; from beloften.extract.ocr import _run; "
        "hard = resource.getrlimit(resource.RLIMIT_CPU)[1]; "
        "resource.setrlimit(resource.RLIMIT_CPU, (30, hard)); "
        "tell = 'import resource, sys; sys.exit(resource.getrlimit(resource.RLIMIT_CPU)[0] == 30)'; "
        "_run([sys.executable, '-c', tell], Path(sys.argv[1])); "
        "sys.exit(resource.getrlimit(resource.RLIMIT_CPU)[0] != 30)"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_without_ocrmypdf_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"\[ocr\]"):
        require_ocr()


@pytest.mark.skipif(importlib.util.find_spec("ocrmypdf") is None, reason="ocrmypdf is not installed")
def test_without_tesseract_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="apt install tesseract-ocr"):
        require_ocr()


@needs_programs
def test_without_dutch_data_the_message_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    with pytest.raises(UsageError, match="tesseract-ocr-nld"):
        require_ocr()
