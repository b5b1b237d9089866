"""Whether a plain scan works on this computer, and what more could be installed.

What a scan needs is not looked up but done: the rules are loaded from their files, and a worker process reads
a PDF that is made here and finds a belofte in it.
"""

import locale
import os
import platform
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from beloften.codebook.load import load_codebook
from beloften.codebook.schema import Codebook
from beloften.errors import BeloftenError, ExitCode
from beloften.installation.extras import PACKAGE, Extra
from beloften.installation.installer import install_command, reinstall_command
from beloften.installation.libraries import Library, libraries_of
from beloften.installation.programs import (
    dutch_step,
    tesseract_knows_dutch,
    tesseract_step,
    tesseract_version,
)
from beloften.run.cache_file import FOLDER_VARIABLE, cache_folder, cache_info, open_cache, writing
from beloften.run.scan import scan

_LINES = (
    "Het wijkteam staat dicht bij de inwoners van de wijk.",
    "Daardoor kan het team hulp bieden die op maat is,",
    "en die past bij wat de inwoners nodig hebben.",
)
_CODE = "maatwerk"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        name: what it is, in a word.
        told: what was found.
        is_well: whether it is there and works.
        step: what to do when it is not; "" when there is nothing to do.
    """

    name: str
    told: str
    is_well: bool = True
    step: str = ""


@dataclass(frozen=True, slots=True)
class Examination:
    """What there is to know of an installation.

    Attributes:
        program: the program itself and its Python.
        needed: what a plain scan needs.
        extras: what can be installed beside it.
        computer: what a scan can use of the computer.
        exit_code: that of a scan here: 0 when all that it needs works, 3 when the rules do not load, 5 when
            no document can be read.
    """

    program: tuple[Check, ...]
    needed: tuple[Check, ...]
    extras: tuple[Check, ...]
    computer: tuple[Check, ...]
    exit_code: ExitCode


def examine_installation() -> Examination:
    """Look at the program, what it needs and what can be added; takes a second or two."""
    rules, codebook = _rules()
    needed = (_libraries(), rules, _scanned(codebook))
    code = ExitCode.DONE if all(check.is_well for check in needed) else ExitCode.NONE_READABLE
    return Examination(
        program=(
            Check(PACKAGE, f"{version(PACKAGE)}, {Path(__file__).parents[1]}"),
            Check("Python", f"{platform.python_version()}, {sys.executable}"),
        ),
        needed=needed,
        extras=(*map(_extra, Extra), _tesseract()),
        computer=(_cache(), _cores(), _terminal()),
        exit_code=code if rules.is_well else ExitCode.INVALID_RULES,
    )


def _libraries() -> Check:
    libraries = libraries_of(None)
    wrong = [library for library in libraries if not library.is_right]
    if wrong:
        told = f"not as they should be: {'; '.join(map(_described, wrong))}"
        return Check("libraries", told, is_well=False, step=reinstall_command())
    return Check("libraries", ", ".join(f"{library.name} {library.version}" for library in libraries))


def _described(library: Library) -> str:
    """What is there of a library, and what is wanted: openpyxl is missing; numpy 1.20, wanted >=1.26."""
    if not library.version:
        return f"{library.name} is missing"
    return f"{library.name} {library.version}, wanted {library.wanted or 'with more beside it'}"


def _rules() -> tuple[Check, Codebook | None]:
    """Load the rules that ship, from their files."""
    try:
        codebook = load_codebook()
    except Exception as error:  # noqa: BLE001 - whatever is wrong here is what is asked for
        return Check("rules", _told(error), is_well=False, step=reinstall_command()), None
    edition = codebook.edition
    told = f"{edition.name} {edition.version} ({edition.sha256[:12]}), {len(codebook.concepts)} concepts"
    return Check("rules", told), codebook


def _scanned(codebook: Codebook | None) -> Check:
    """Scan a PDF with a belofte in it, as any document: in a worker process, within its limits."""
    if codebook is None:
        return Check("scan", "not tried, as the rules do not load", is_well=False)
    try:
        with tempfile.TemporaryDirectory(prefix="beloften-doctor-") as folder:
            path = Path(folder, "proef.pdf")
            path.write_bytes(_pdf(_LINES))
            (result,) = scan([path], codebook, jobs=1, cached=False).results
            codes = {placed.finding.code for placed in result.findings}
    except BeloftenError as error:
        return Check("scan", error.problem, is_well=False, step=error.next_step)
    except Exception as error:  # noqa: BLE001 - whatever is wrong here is what is asked for
        return Check("scan", _told(error), is_well=False, step=reinstall_command())
    if not result.is_read:
        told = f"a PDF made for it is {result.status}: {result.remark}"
        return Check("scan", told, is_well=False, step=reinstall_command())
    if _CODE not in codes:
        told = f"a PDF made for it is read by {result.reader}, and the belofte in it not found"
        return Check("scan", told, is_well=False, step=reinstall_command())
    return Check("scan", f"{result.reader} read a PDF made for it, and the rules found the belofte in it")


def _told(error: Exception) -> str:
    if isinstance(error, BeloftenError):
        return error.problem
    return " ".join(f"{type(error).__name__}: {error}".split())


def _pdf(lines: tuple[str, ...]) -> bytes:
    """A PDF of one page with lines of Helvetica, in ASCII and without brackets."""
    text = "BT /F 12 Tf 15 TL 72 720 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("ascii")
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return body + f"{table}startxref\n{len(body)}\n%%EOF\n".encode("ascii")


def _extra(extra: Extra) -> Check:
    libraries = libraries_of(extra)
    if not libraries:  # installed before the extra was there, from a folder that has moved on since
        told = f"{extra.purpose}; the installation is older than this"
        return Check(extra, told, is_well=False, step=reinstall_command())
    there = ", ".join(f"{library.name} {library.version}" for library in libraries if library.version)
    is_well = all(library.is_right for library in libraries)
    told = f"{extra.purpose}{f' ({there})' if there else ''}"
    return Check(extra, told, is_well, "" if is_well else install_command(extra))


def _tesseract() -> Check:
    name, purpose = "tesseract", "program that --ocr runs"
    if not (found := tesseract_version()):
        return Check(name, purpose, is_well=False, step=tesseract_step())
    if not tesseract_knows_dutch():
        return Check(name, f"{purpose} ({found}, without Dutch)", is_well=False, step=dutch_step())
    return Check(name, f"{purpose} ({found}, with Dutch)")


def _cache() -> Check:
    folder = cache_folder()
    try:
        with closing(open_cache(folder)) as connection, writing(connection):
            pass
        found = cache_info(folder)
    except (OSError, sqlite3.Error) as error:
        told = f"{folder} cannot be used: {error}; a scan does without, and reads every file anew"
        return Check("cache", told, is_well=False, step=f"Name another folder in {FOLDER_VARIABLE}.")
    return Check("cache", f"{folder}, {found.results} results, {found.size / 1e6:.1f} MB, can be written")


def _cores() -> Check:
    return Check(
        "cores", f"{os.cpu_count() or 1}; a scan starts a process on each, or as many as --jobs says"
    )


def _terminal() -> Check:
    encoding = locale.getencoding()
    if sys.platform == "win32" or encoding.lower().replace("-", "") == "utf8":
        return Check("terminal", "shows letters of UTF-8")
    step = "Set it to UTF-8: export LC_ALL=C.UTF-8"
    return Check("terminal", f"is set to {encoding}, and the program writes UTF-8", is_well=False, step=step)
