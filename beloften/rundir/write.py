"""The run directory: what a scan leaves on disk, written whole or not at all."""

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from beloften.codebook.diff import Said, said
from beloften.codebook.schema import Codebook
from beloften.corpus.earlier_run import RULES_FILE, RUN_FILE, is_run
from beloften.errors import OutputError
from beloften.run.result import DocumentResult
from beloften.rundir.csv_rows import write_rows
from beloften.rundir.datapackage import CSV_FILES, PACKAGE_FILE, data_package
from beloften.rundir.exchange import exchange
from beloften.rundir.read import Run
from beloften.rundir.rows import document_rows, finding_rows, zin_rows
from beloften.rundir.run_info import RunMeta, rules_json, run_info, to_json
from beloften.tally.by import By
from beloften.tally.count import count
from beloften.whole_files import cannot_write, sibling, sync_folder

_FILES = frozenset({*CSV_FILES, RUN_FILE, RULES_FILE, PACKAGE_FILE})

Rows = Mapping[str, Iterable[object]]
"""The rows of each table of a run, by the name of its file, in the order in which they are written."""


def check_target(folder: Path) -> None:
    """Check that a run may be written to a folder: it is new, empty, or holds an earlier run.

    Raises:
        OutputError: when it is anything else, or stands where nothing can be written.
    """
    above = next(path for path in folder.absolute().parents if path.exists())
    if not os.access(above, os.W_OK):
        raise cannot_write(folder, PermissionError(errno.EACCES, f"nothing can be written in {above}"))
    if os.path.ismount(folder):  # Path.is_mount does not exist on Windows before Python 3.12
        problem = f"{folder} is where a disk begins, which cannot be replaced as a whole."
        raise OutputError(problem, f"Give a folder in it, such as {folder / 'run'}.")
    try:
        is_free = not folder.exists() or not any(folder.iterdir())
    except OSError as error:
        raise cannot_write(folder, error) from error
    if not (is_free or is_run(folder)):
        problem = f"{folder} is not empty and holds no earlier run."
        raise OutputError(problem, "Give a new folder; nothing was changed in this one.")


def write_run(folder: Path, results: Sequence[DocumentResult], codebook: Codebook, meta: RunMeta) -> None:
    """Write a run directory, in the place of an earlier run if there is one.

    All files are written to a folder beside it, which then takes its name, so that there is always either
    the earlier run or this one. Other files that stand in the folder of the earlier run are kept.

    Args:
        folder: where; its parents are made.
        results: of all files that were found, in any order.
        codebook: that they were read with.
        meta: versions and options.

    Raises:
        OutputError: when it cannot be written; an earlier run is still there.
    """
    documents = tuple(document_rows(results))
    rows: Rows = {
        "bevindingen.csv": finding_rows(results, codebook),
        "tellingen.csv": count(results, codebook, By.GEMEENTE),
        "documenten.csv": documents,
        "zinnen.csv": zin_rows(results),
    }
    write_tables(folder, rows, run_info(documents, codebook, meta), said(codebook))


def run_of(results: Sequence[DocumentResult], codebook: Codebook, meta: RunMeta) -> Run:
    """Return what `write_run` writes as it is read back, but for numbers, which are not rounded."""
    documents = tuple(document_rows(results))
    return Run(
        run_info(documents, codebook, meta),
        said(codebook),
        tuple(finding_rows(results, codebook)),
        count(results, codebook, By.GEMEENTE),
        documents,
        tuple(zin_rows(results)),
    )


def write_tables(folder: Path, rows: Rows, info: Mapping[str, Any], rules: Said) -> None:
    """Write a run directory of which the rows are there already, as `write_run` does.

    Args:
        folder: where.
        rows: of each table.
        info: content of `run.json`.
        rules: content of `regels.json`.

    Raises:
        OutputError: when it cannot be written.
    """
    folder = folder.resolve()
    check_target(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _new_folder(sibling(folder)) as new:
            _write_files(new, rows, info, rules)
            _take_place(new, folder)
    except OSError as error:
        raise cannot_write(folder, error) from error


@contextmanager
def _new_folder(path: Path) -> Iterator[Path]:
    """Make a folder that is gone afterwards, unless it was given another name."""
    path.mkdir()
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def _write_files(folder: Path, rows: Rows, info: Mapping[str, Any], rules: Said) -> None:
    for name, columns in CSV_FILES.items():
        with _synced(folder / name) as stream:
            write_rows(rows[name], columns, stream)
    with _synced(folder / RUN_FILE) as stream:
        stream.write(to_json(info))
    with _synced(folder / RULES_FILE) as stream:
        stream.write(rules_json(rules))
    with _synced(folder / PACKAGE_FILE) as stream:
        stream.write(to_json(data_package(folder)))
    sync_folder(folder)


@contextmanager
def _synced(path: Path) -> Iterator[TextIO]:
    with path.open("x", encoding="utf-8", newline="") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


def _take_place(new: Path, folder: Path) -> None:
    """Give the new folder the name of the old one; if that fails, the old one has it again."""
    if not folder.exists():
        new.rename(folder)
    else:
        old = new if exchange(new, folder) else _make_way(new, folder)
        for kept in old.iterdir():
            if kept.name not in _FILES:
                kept.rename(folder / kept.name)
        shutil.rmtree(old)
    sync_folder(folder.parent)


def _make_way(new: Path, folder: Path) -> Path:
    """Do in two steps what `exchange` does at once, and return where the old folder is."""
    old = sibling(folder)
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    return old
