"""Where files are: on this machine, or behind a URL of any kind that fsspec knows (extra `remote`).

A URL becomes a `UPath`, which has the methods of `Path` that looking for files takes. One of the web (http,
https) is always a single document, and nothing is asked of its server until a worker reads it: a web server
has no folders, only pages with links. Of other kinds (s3, memory, …) folders are listed, and manifests read.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath, PurePosixPath
from typing import Any, cast
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from beloften.errors import BeloftenError, CorpusError, UnreadableError
from beloften.installation.extras import Extra
from beloften.installation.installer import install_step

_WEB = frozenset({"http", "https"})


def locate(text: str) -> Path:
    """Return the path, or the URL as a path, that a user writes.

    Raises:
        CorpusError: it is a URL of a kind that cannot be read here.
    """
    scheme, found, rest = text.partition("://")
    if not (found and scheme.isascii() and scheme.isalnum()):
        return Path(text)
    if scheme in {"file", "local"}:
        return Path(url2pathname(rest))
    try:
        from upath import UPath  # noqa: PLC0415 - an extra

        url = UPath(text if scheme in _WEB else text.rstrip("/"))
        _ = url.fs  # which loads the library for this kind of URL
    except ModuleNotFoundError as error:
        raise CorpusError("Reading from a URL needs more libraries.", install_step(Extra.REMOTE)) from error
    except ImportError as error:  # fsspec says which library this kind of URL needs
        raise CorpusError(
            f"URLs of {scheme}:// cannot be read yet: {error}.", "Install it beside beloften, with pip."
        ) from error
    except Exception as error:  # each library has errors of its own
        problem = f"URLs of {scheme}:// cannot be read here: {_named(error)}."
        raise CorpusError(
            problem, "Check its beginning; docs/scale.md says which URLs can be read."
        ) from error
    path = cast("Path", url)  # by its methods it is one, though not by its class
    if is_web(path) and urlsplit(text).path[-1:] in {"", "/"}:
        problem = f"'{pure(path).as_posix()[1:]}' is no document, but a folder on the web."
        raise CorpusError(problem, "Name its documents one by one.")
    return path


def is_remote(path: Path) -> bool:
    """Whether a path that `locate` returned is no file or folder of this machine."""
    return not isinstance(path, Path)


def is_web(path: Path) -> bool:
    """Whether a path that `locate` returned is a document on the web."""
    return is_remote(path) and _upath(path).protocol in _WEB


@contextmanager
def asking(path: Path) -> Iterator[None]:
    """Look at what stands behind a URL, of which each kind has errors of its own.

    Raises:
        CorpusError: instead of any of those.
    """
    try:
        yield
    except Exception as error:
        if isinstance(error, BeloftenError) or not is_remote(path):
            raise
        problem = f"Cannot look at '{path}': {_named(error)}."
        raise CorpusError(problem, "Check the URL and the access to it.") from error


def pure(path: Path) -> PurePath:
    """Return the path by which results name a file: of a URL the host or bucket and what comes behind it.

    What can be secret in a URL of the web, a password or the signature of a shared link, is left out.
    """
    if not is_remote(path):
        return path
    if not is_web(path):
        return PurePosixPath("/", _upath(path).path)
    url = urlsplit(str(path))
    return PurePosixPath("/", url.hostname or "", unquote(url.path).lstrip("/"))


def size(path: Path) -> int:
    """Return how large a file is, in bytes; 0 when that cannot be told without asking its server."""
    if is_web(path):
        return 0
    try:
        return int(path.stat().st_size)
    except Exception:  # noqa: BLE001 - every kind of URL has errors of its own; who reads the file will tell
        return 0


def read(path: Path) -> bytes:
    """Return the bytes of a file, wherever it is.

    Raises:
        UnreadableError: a file behind a URL cannot be had.
        OSError: a file of this machine cannot be read.
    """
    if not is_remote(path):
        return path.read_bytes()
    try:
        return bytes(_upath(path).fs.cat_file(_upath(path).path))  # in one request
    except MemoryError:
        raise
    except FileNotFoundError as error:
        raise UnreadableError("missing", "There is no such file behind the URL.") from error
    except Exception as error:  # every kind of URL has errors of its own
        problem = f"It cannot be had from its URL: {_named(error)}."
        raise UnreadableError(
            "missing", problem, "Check the URL and the access to it, and try again."
        ) from error


def _named(error: Exception) -> str:
    """What kind of error it is, without its text, which can hold the whole URL."""
    status = getattr(error, "status", "")  # what a web server answered, as in 403
    return f"{type(error).__name__} {status}".strip()


def _upath(path: Path) -> Any:  # noqa: ANN401 - a UPath, whose library is an extra
    return path
