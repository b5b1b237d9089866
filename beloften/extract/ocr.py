"""Text of pages that are images, or whose text layer cannot be read, by OCRmyPDF and Tesseract.

OCRmyPDF lays the recognised text over pages of a copy of the PDF, and that copy is read as any other: boxes
and page labels stay what they are. Pages whose text can be read are left as they are.
"""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from beloften.errors import BeloftenError, UsageError
from beloften.extract.document import Document, Page, Quality
from beloften.extract.quality import TRY_OCR
from beloften.installation.extras import Extra
from beloften.installation.installer import install_step
from beloften.installation.programs import (
    LANGUAGE,
    dutch_step,
    tesseract_knows_dutch,
    tesseract_step,
    tesseract_version,
)

OCR_SECONDS = 2 * 3600
"""Wall time for one document. A page takes two to five seconds; one that hangs is given up after 180."""

OCR_FAILED = "OCR failed"
"""With this the remark on a document tells why it was not recognised, which can be down to the machine."""

_WITH_OCR = {Quality.SCANNED, Quality.GARBLED, Quality.PARTIAL}
_BAD = {Quality.SCANNED, Quality.GARBLED}
_LONGEST_REASON = 200  # characters of what OCRmyPDF says when it fails


class OcrError(BeloftenError):
    """OCR of a document did not succeed; it stays what it was without."""


def require_ocr() -> None:
    """Check that the programs are there, before any work is done.

    Raises:
        UsageError: one is missing, with what to install.
    """
    if importlib.util.find_spec("ocrmypdf") is None:
        raise UsageError("--ocr needs OCRmyPDF, which is not installed.", install_step(Extra.OCR))
    if shutil.which("tesseract") is None:
        raise UsageError("--ocr needs the program tesseract, which is not installed.", tesseract_step())
    if not tesseract_knows_dutch():
        problem = "--ocr needs the Dutch data of tesseract (nld), which is not installed."
        raise UsageError(problem, dutch_step())


def needs_ocr(document: Document) -> bool:
    """Tell whether OCR can add to what was read of a document."""
    return document.quality in _WITH_OCR and any(page.quality in _BAD for page in document.pages)


@dataclass(frozen=True, slots=True)
class Recognition:
    """What came of OCR.

    Attributes:
        data: a copy of the PDF with text on the pages that had none to read; when OCR failed, the PDF itself.
        pages: 0-based indices of those pages.
        problem: why it failed, else "".
    """

    data: bytes
    pages: frozenset[int]
    problem: str

    def marked(self, document: Document) -> Document:
        """Say in a document that was read from `data` which of its text comes from OCR."""
        if self.problem:
            return replace(document, remark=f"{document.remark} {OCR_FAILED}: {self.problem}".strip())
        reader = f"{document.reader}, {ocr_version()}"
        given = [page for page in document.pages if page.index in self.pages and page.words]
        if not given:
            return replace(document, remark="The pages are images on which OCR finds no text.", reader=reader)
        told = f"Text by OCR: {_named(given)}. {document.remark.replace(TRY_OCR, '')}"
        return replace(document, remark=told.strip(), reader=reader)


def recognise(document: Document, data: bytes) -> Recognition:
    """Find the text of the pages of a PDF that could not be read.

    Args:
        document: what was read without OCR.
        data: the bytes of the PDF.
    """
    pages = [page.index for page in document.pages if page.quality in _BAD]
    try:
        return Recognition(_recognised(data, pages), frozenset(pages), "")
    except OcrError as error:
        return Recognition(data, frozenset(pages), str(error))


def ocr_version() -> str:
    """Name the programs that recognise text, with their versions."""
    return f"OCRmyPDF {version('ocrmypdf')}, Tesseract {tesseract_version()}"


def _recognised(data: bytes, pages: Sequence[int]) -> bytes:
    """Return a copy of a PDF with recognised text on the pages of these 0-based indices."""
    chosen = ",".join(f"{first + 1}-{last + 1}" for first, last in _stretches(pages))
    with tempfile.TemporaryDirectory(prefix="beloften-ocr-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target = folder / "in.pdf", folder / "out.pdf"
        source.write_bytes(data)
        options = ["--language", LANGUAGE, "--force-ocr", "--pages", chosen, "--jobs", "1", "--quiet"]
        # the plainest way through: nothing is made smaller or nicer, as the copy is only read and thrown away
        options += ["--output-type", "pdf", "--optimize", "0", "--rasterizer", "pypdfium"]
        options += ["--invalidate-digital-signatures", str(source), str(target)]
        # -P: nothing in the current folder passes for a module
        _run([sys.executable, "-P", "-m", "ocrmypdf", *options], folder)
        return target.read_bytes()


def _run(command: Sequence[str], folder: Path) -> None:
    """Run a program within the limit on wall time, and end it with all that it started."""
    log = folder / "log.txt"
    environment = {**os.environ, "TMPDIR": str(folder), "TEMP": str(folder), "OMP_THREAD_LIMIT": "1"}
    with _ended_in_order(), _without_cpu_limit(), log.open("wb") as errors:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter with our own options
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env=environment,
            start_new_session=True,
        )
        try:
            code = process.wait(OCR_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise OcrError(f"it takes more than {OCR_SECONDS // 3600} hours.") from error
        finally:
            _kill(process)
    if code:
        told = " ".join(log.read_text("utf-8", "replace").replace(str(folder), "").split())
        raise OcrError(told[:_LONGEST_REASON] or f"exit code {code}.")


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Let a request to end this process go through the clean-up on its way."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _without_cpu_limit() -> Iterator[None]:
    """Let what is started inside take as much processor time as it needs; limits are handed down."""
    if sys.platform == "win32":
        yield
        return
    import resource  # noqa: PLC0415 - does not exist on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _stretches(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Put together numbers that follow each other: 1, 2, 3, 7 become (1, 3), (7, 7)."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def _named(pages: Sequence[Page]) -> str:
    """Name pages by their labels: "p. 1-3, 7"."""
    labels = {page.index: page.labels[0].text for page in pages}
    stretches = _stretches(list(labels))
    return "p. " + ", ".join(
        labels[first] if first == last else f"{labels[first]}-{labels[last]}" for first, last in stretches
    )
