"""What happens in a worker process: limits are set, the file is read, the document is analysed."""

import gc
import logging
import sys
import warnings
from typing import TYPE_CHECKING

from beloften.codebook.schema import Codebook
from beloften.corpus.source import Source
from beloften.run.options import ReadingOptions
from beloften.run.result import DocumentResult, unread

if TYPE_CHECKING:
    from beloften.detect.detector import Detector

CPU_SECONDS = 30
"""Processor time that one document may take."""

MEMORY_BYTES = 2 * 1024**3
"""Address space that one document may take, libraries included."""

GARBAGE_AFTER = 100_000
"""New objects between two searches for garbage: the text of a report is none until the report is done."""

_detector: "Detector | None" = None


def start(codebook: Codebook) -> None:
    """Make the process ready: compile the codebook once and silence what libraries print about a file."""
    from beloften.detect.detector import Detector  # noqa: PLC0415 - the parent process loads no parser

    global _detector  # noqa: PLW0603 - a worker process has one codebook, for its whole life
    _detector = Detector(codebook)
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    gc.freeze()  # the codebook stays
    gc.set_threshold(GARBAGE_AFTER)


def work(source: Source, options: ReadingOptions) -> DocumentResult:
    """Read and analyse one file within the limits, which hold for each process that OCR starts by itself."""
    from beloften.run.analyse import analyse  # noqa: PLC0415 - the parent process loads no parser

    if _detector is None:
        raise RuntimeError("start() comes before work()")
    _limit()
    try:
        return analyse(source, source.path.read_bytes(), _detector, options)
    except OSError as error:
        return unread(source, "damaged", f"The file cannot be read: {error.strerror}.")
    except MemoryError:
        return unread(source, "memory", "Reading it takes too much memory.")


def _limit() -> None:
    """Let the system end this process when the document takes more than its share.

    The limit on processor time counts from the start of the process, so it moves up with each document.
    Windows has no such limits, macOS none on memory; there the limit on wall time holds.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - does not exist on Windows

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + CPU_SECONDS
    limits = [(resource.RLIMIT_CPU, seconds)]
    if sys.platform != "darwin":
        limits.append((resource.RLIMIT_AS, MEMORY_BYTES))
    for kind, limit in limits:
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
