"""Tesseract, the program that `--ocr` runs: whether it is there, and how it is installed."""

import shutil
import subprocess
import sys

LANGUAGE = "nld"
"""What Tesseract calls Dutch."""

_HOW = {
    "darwin": ("brew install tesseract", "brew install tesseract-lang"),
    "win32": ("choco install tesseract", "run its installer again and choose Dutch among its languages"),
}
_HOW_ON_LINUX = ("apt install tesseract-ocr tesseract-ocr-nld", "apt install tesseract-ocr-nld")


def tesseract_version() -> str:
    """Return the version of Tesseract, "" when it is not on the path."""
    if shutil.which("tesseract") is None:
        return ""
    told = _told("--version").split()  # "tesseract 5.3.0" and much more
    return told[1].removeprefix("v") if len(told) > 1 else ""


def tesseract_knows_dutch() -> bool:
    """Tell whether Tesseract has its data for Dutch."""
    return LANGUAGE in _told("--list-langs").split()


def tesseract_step() -> str:
    """Return what to do where Tesseract is missing."""
    return _step(0)


def dutch_step() -> str:
    """Return what to do where Tesseract has no Dutch."""
    return _step(1)


def _step(index: int) -> str:
    how = _HOW.get(sys.platform, _HOW_ON_LINUX)[index]
    return f"Install it: {how}, or see docs/installing.md for other systems."


def _told(option: str) -> str:
    # S603: the program that the user has on the path, as OCRmyPDF runs it
    run = subprocess.run(  # noqa: S603
        [shutil.which("tesseract") or "tesseract", option], capture_output=True, text=True, check=False
    )
    return run.stdout or run.stderr  # before 4.0 it told its version on standard error
