"""Where an export is written: a file or a folder, whole or not at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from beloften.errors import OutputError
from beloften.whole_files import cannot_write, make_folder, sibling


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Give a path to write to, which takes the place of the file when all went well.

    Raises:
        OutputError: it cannot be written; what was there is unchanged.
    """
    make_folder(path.parent)
    beside = sibling(path)
    try:
        yield beside
        beside.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Give an empty folder to write in, which takes the place of an earlier export when all went well.

    Raises:
        OutputError: it cannot be written, or the folder that is there holds something that the new one does
            not: it is no earlier export then.
    """
    make_folder(path.parent)
    beside = sibling(path)
    try:
        beside.mkdir()
        yield beside
        _check_replaceable(path, {entry.name for entry in beside.iterdir()})
        if path.exists():
            shutil.rmtree(path)
        beside.rename(path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _check_replaceable(path: Path, names: set[str]) -> None:
    if not path.exists():
        return
    others = {entry.name for entry in path.iterdir()} - names
    if others:
        problem = f"{path} holds other files, such as {min(others)}."
        raise OutputError(problem, "Give a new folder with --out; nothing was changed in this one.")
