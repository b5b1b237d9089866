"""Reading a run directory back."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from beloften.codebook.diff import Said
from beloften.codebook.schema import ConceptKind
from beloften.corpus.earlier_run import FORMAT_VERSION, RULES_FILE, RUN_FILE, is_run
from beloften.errors import UsageError
from beloften.rundir.csv_rows import read_rows
from beloften.rundir.datapackage import CSV_FILES, PACKAGE_FILE
from beloften.rundir.rows import Bevinding, DocumentRow, ZinRow
from beloften.tally.count import Telling
from beloften.tally.interval import Unit

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it stands on disk.

    Attributes:
        info: the content of `run.json`.
        rules: what the rules said, as `regels.json` holds it.
        bevindingen: the findings.
        tellingen: the counts per gemeente.
        documenten: the files.
        zinnen: the sentences, without their text.
    """

    info: dict[str, Any]
    rules: Said
    bevindingen: tuple[Bevinding, ...]
    tellingen: tuple[Telling, ...]
    documenten: tuple[DocumentRow, ...]
    zinnen: tuple[ZinRow, ...]


def read_run(folder: Path) -> Run:
    """Read all of a run.

    Raises:
        UsageError: when the folder holds no run, or one that cannot be read.
    """
    return Run(
        read_info(folder),
        read_rules(folder),
        read_findings(folder),
        read_tellingen(folder),
        read_documents(folder),
        read_zinnen(folder),
    )


def read_info(folder: Path) -> dict[str, Any]:
    """Read `run.json`.

    Raises:
        UsageError: when the folder holds no run, or one of another version of the format.
    """
    _check(folder)
    content: dict[str, Any] = json.loads((folder / RUN_FILE).read_text("utf-8"))
    if content.get("format_version") != FORMAT_VERSION:
        raise UsageError(
            f"{folder} is a run of another version of beloften, {content.get('beloften')}.",
            "Scan the documents again, or install that version.",
        )
    return content


def changed_files(folder: Path) -> tuple[str, ...]:
    """Return the names of the tables of a run that are not as the scan wrote them, by their hashes."""
    try:
        package = json.loads((folder / PACKAGE_FILE).read_text("utf-8"))
        written = {str(one["path"]): str(one["hash"]) for one in package["resources"]}
    except (OSError, ValueError, KeyError, TypeError):
        return (PACKAGE_FILE,)
    return tuple(name for name in CSV_FILES if written.get(name) != _hash(folder / name))


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return f"sha256:{hashlib.file_digest(stream, 'sha256').hexdigest()}"
    except OSError:
        return ""


def read_rules(folder: Path) -> Said:
    """Read what the rules of a run said."""
    _check(folder)
    path = folder / RULES_FILE
    try:
        content: Said = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    return content


def read_findings(folder: Path) -> tuple[Bevinding, ...]:
    """Read the findings of a run, as they were before they were made safe for a spreadsheet."""
    return _read(folder, "bevindingen.csv", lambda row: Bevinding(**row))


def read_documents(folder: Path) -> tuple[DocumentRow, ...]:
    """Read the files of a run."""
    return _read(folder, "documenten.csv", lambda row: DocumentRow(**row))


def read_tellingen(folder: Path) -> tuple[Telling, ...]:
    """Read the counts of a run."""
    return _read(folder, "tellingen.csv", _telling)


def read_zinnen(folder: Path) -> tuple[ZinRow, ...]:
    """Read the sentences of a run."""
    return _read(folder, "zinnen.csv", lambda row: ZinRow(**row))


def _telling(row: dict[str, Any]) -> Telling:
    interval = Unit(row["interval"]) if row["interval"] else None
    return Telling(**{**row, "kind": ConceptKind(row["kind"]), "interval": interval})


def _read(folder: Path, name: str, make: Callable[[dict[str, Any]], _Row]) -> tuple[_Row, ...]:
    _check(folder)
    path = folder / name
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            return tuple(make(row) for row in read_rows(stream, CSV_FILES[name]))
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> UsageError:
    return UsageError(f"{path} cannot be read: {error}.", "Scan the documents again.")


def _check(folder: Path) -> None:
    if not is_run(folder):
        raise UsageError(f"{folder} holds no run.", "Make one with: beloften scan --out FOLDER DOCUMENTS")
