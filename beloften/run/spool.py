"""The results of a run, on disk while it lasts, so that this process holds little of each."""

import tempfile
from functools import partial

from beloften.corpus.source import Source
from beloften.errors import OutputError
from beloften.run.packed import unpack_from
from beloften.run.result import DocumentResult

IN_MEMORY_BYTES = 16 * 1024**2
"""Up to this size, some seven hundred documents, results stay in memory."""


class Spool:
    """A file that only this process can see, and that is gone with it, however it ends."""

    def __init__(self) -> None:
        """Make a spool without results."""
        self._file = tempfile.SpooledTemporaryFile(IN_MEMORY_BYTES)  # noqa: SIM115 - results are read for as long as they are there
        self._end = 0

    def keep(self, source: Source, packed: bytes) -> DocumentResult:
        """Put a packed result away and return it, to be unpacked when it is gone through.

        Raises:
            OutputError: there is no room left.
        """
        start = self._end
        try:
            self._file.seek(start)
            self._file.write(packed)
            self._file.flush()
        except OSError as error:
            problem = f"Results cannot be kept in {tempfile.gettempdir()}: {error.strerror or error}."
            raise OutputError(problem, "Make room there, or name another folder in TMPDIR.") from error
        self._end += len(packed)
        return unpack_from(source, partial(self._read, start))

    def _read(self, start: int, begin: int, end: int) -> bytes:
        self._file.seek(start + begin)
        return self._file.read(end - begin)

    def __del__(self) -> None:
        """Close the file with the last result that is in it."""
        self._file.close()
