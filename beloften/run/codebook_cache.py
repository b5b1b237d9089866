"""A codebook that was loaded before: checking all of its patterns takes longer than all else at a start.

It is kept pickled in the cache, and somebody else could have put that there. So nothing is unpickled but the
plain data classes and enumerations that a codebook is made of: none of them does anything when it is made.
"""

import hashlib
import io
import pickle
import sqlite3
from contextlib import closing
from pathlib import Path

from beloften.codebook import schema
from beloften.codebook.schema import Codebook
from beloften.codebook.shipped import shipped_rules
from beloften.run.cache_file import RULES_EDITION, cache_folder, open_cache, read_entry, write_entry
from beloften.run.edition import program
from beloften.yaml_with_places import MAX_BYTES


def kept_codebook(folder: Path | None = None) -> Codebook:
    """Return a codebook, from the cache when its files and the program are what they were.

    Raises:
        RulesError: as `load_codebook` does.
    """
    try:
        connection = open_cache(cache_folder())
    except (OSError, sqlite3.Error):  # of which the scan tells
        return loaded_codebook(folder)
    with closing(connection):
        key = _key(folder or shipped_rules())
        codebook = _kept(connection, key)
        if codebook is None:
            codebook = loaded_codebook(folder)
            _keep(connection, key, codebook)
        return codebook


def loaded_codebook(folder: Path | None = None) -> Codebook:
    """Load a codebook from its files.

    Raises:
        RulesError: as `load_codebook` does.
    """
    from beloften.codebook.load import load_codebook  # noqa: PLC0415 - what is not needed need not load

    return load_codebook(folder)


def _key(folder: Path) -> bytes:
    """Return a digest of the files of the rules, and of those that ship, which rules can extend."""
    digest = hashlib.sha256(program().encode())
    for root in (folder, shipped_rules()):
        for path in sorted(root.rglob("*.y*ml")):
            if path.is_file():
                with path.open("rb") as stream:
                    content = stream.read(MAX_BYTES + 1)  # a larger one is no rule, as loading will tell
                digest.update(f"{path}\0{len(content)}\0".encode(errors="surrogatepass") + content)
    return digest.digest()


def _kept(connection: sqlite3.Connection, key: bytes) -> Codebook | None:
    """Return what is kept, if it is a codebook; what is none can fail to be unpickled in many ways."""
    try:
        entry = read_entry(connection, key)
        codebook = _Unpickler(io.BytesIO(entry[0])).load() if entry else None
    except (sqlite3.Error, pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError):
        return None
    return codebook if isinstance(codebook, Codebook) else None


def _keep(connection: sqlite3.Connection, key: bytes, codebook: Codebook) -> None:
    try:
        write_entry(connection, key, RULES_EDITION, pickle.dumps(codebook))
    except sqlite3.Error:
        return


class _Unpickler(pickle.Unpickler):
    """Makes nothing but what is defined in `beloften.codebook.schema`."""

    def find_class(self, module: str, name: str) -> type:
        """Return a class of the schema.

        Raises:
            pickle.UnpicklingError: for anything else.
        """
        found = getattr(schema, name, None)
        if module != schema.__name__ or not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a codebook")
        return found
