"""What made a result, besides the file: in another edition the same file can have another result."""

import hashlib
import platform
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from beloften.codebook.schema import Codebook
from beloften.extract.ocr import ocr_version
from beloften.run.options import ReadingOptions

LIBRARIES = (
    "ahocorasick-rs",
    "numpy",
    "pdfminer.six",
    "pdfplumber",
    "pypdfium2",
    "selectolax",
    "spacy",
)
"""What documents are read with, besides OCR; not all of it need be installed."""

_SOURCES = {".py", ".txt", ".csv"}


def edition(codebook: Codebook, options: ReadingOptions) -> str:
    """Return a digest of all that made the results of a run: program, libraries, Python, rules, options.

    Where the files are, what they are called, whose they are and which of them are read is no part of it.
    """
    parts = (*made_with(options), codebook.sha256, options.section, str(options.hits))
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


def made_with(options: ReadingOptions) -> tuple[str, ...]:
    """Return what documents are read with: program, libraries, Python and machine, each with its version."""
    return (
        f"beloften {version('beloften')} ({program()[:12]})",
        *_versions(),
        f"Python {sys.version}",
        f"{sys.platform} {platform.machine()}",
        ocr_version() if options.ocr else "no OCR",
    )


@cache
def program() -> str:
    """Return a digest of the sources of this package: all of them, as any can come to matter."""
    package = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for path in sorted(path for path in package.rglob("*") if path.suffix in _SOURCES):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(package).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


@cache
def _versions() -> tuple[str, ...]:
    found = []
    for name in LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(name)
    return tuple(found)
