"""Files that are written whole or not at all."""

import os
from pathlib import Path
from uuid import uuid4

from beloften.errors import OutputError


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file, text in UTF-8 with line feeds; what was there stays until the new one is complete.

    Raises:
        OutputError: when it cannot be written; nothing was changed.
    """
    beside = sibling(path)
    try:
        with beside.open("xb") as stream:
            stream.write(content.encode(errors="backslashreplace") if isinstance(content, str) else content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise cannot_write(path, error) from error


def make_folder(folder: Path) -> None:
    """Make a folder to write in, with those above it, when it is not there.

    Raises:
        OutputError: when it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def sibling(path: Path) -> Path:
    """Return a hidden name beside a path, that nothing has yet."""
    return path.with_name(f".{path.name}.{uuid4().hex[:8]}")


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder outlive a power cut, where the system has a way to."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def cannot_write(path: Path, error: OSError) -> OutputError:
    """Return the error that tells the user why a path cannot be written."""
    return OutputError(
        f"{path} cannot be written: {error.strerror or error}.",
        "Choose another place, or make room; what was there is unchanged.",
    )


def check_free(path: Path, *, replace: bool) -> None:
    """Check that something may be written to a place, before it is made.

    Args:
        path: the file, or the folder.
        replace: whether what is there may be replaced.

    Raises:
        OutputError: something is there, other than an empty folder, and may not be replaced.
    """
    try:
        is_taken = any(path.iterdir()) if path.is_dir() else path.exists()
    except OSError as error:
        raise cannot_write(path, error) from error
    if is_taken and not replace:
        raise OutputError(f"{path} is there already.", "Name another place, or give --replace.")
