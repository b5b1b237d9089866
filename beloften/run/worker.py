"""What happens in a worker process: limits are set, files are read, documents are analysed."""

import ctypes
import gc
import logging
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
import warnings
from enum import Enum
from itertools import count
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING

from beloften.codebook.schema import Codebook
from beloften.corpus.location import read
from beloften.corpus.source import Source
from beloften.errors import UnreadableError
from beloften.run.options import ReadingOptions
from beloften.run.packed import pack
from beloften.run.result import DocumentResult, unread

if TYPE_CHECKING:
    from beloften.detect.detector import Detector

CPU_SECONDS = 30
"""Processor time that one document may take."""

MEMORY_BYTES = 1024**3
"""Address space that one document may take, beside that of the worker itself."""

WORN_BYTES = 256 * 1024**2
"""Address space that documents may leave behind in a worker before another takes its place."""

MESSAGE_BYTES = 8192
"""How much a worker sends at once: so little that it arrives whole or not at all, also when the worker is
stopped or ended while it sends; the one who receives never waits for the rest."""


class Told(bytes, Enum):
    """What a message of a worker says, in its first byte."""

    WANTED = b"c"  # it wants the next part of the codebook, pickled; an empty one is the last
    READY = b"r"  # it can read documents
    FAILED = b"f"  # it cannot start; the reason follows
    PART = b"p"  # a part of a packed result follows
    DONE = b"d"  # that was all of the result
    WORN = b"w"  # that was all, and documents left so much behind that another worker must take its place
    AGAIN = b"a"  # memory did not suffice after other documents: a new worker must read this one


GRACE_SECONDS = 3.0
"""How long a worker that is asked to end may take to end the programs that it started itself."""

GARBAGE_AFTER = 100_000
"""New objects between two searches for garbage: the text of a report is none until the report is done."""

_LONGEST_REMARK = 300
_SIGNAL_WHEN_PARENT_ENDS = 1  # PR_SET_PDEATHSIG of Linux


def serve(connection: Connection, options: ReadingOptions) -> None:
    """Be a worker: read the documents that come over a connection and send back their packed results.

    Each message begins with a byte of `Told`. It ends when the connection is closed, and when the process
    that started it is no longer there.
    """
    leave_the_terminal()
    end_with_parent()
    try:
        detector = ready_detector(_received_codebook(connection))
    except Exception as error:  # noqa: BLE001 - the one who started it tells the user
        connection.send_bytes(Told.FAILED + _described(error).encode())
        return
    base = address_space()
    limit_memory(base + MEMORY_BYTES)
    connection.send_bytes(Told.READY)
    for number in count():
        try:
            source = connection.recv()  # from the process that started this one, which may be believed
        except EOFError:
            return
        limit_processor_time(CPU_SECONDS)
        result = work(source, detector, options)
        if result.status == "memory" and number:
            connection.send_bytes(Told.AGAIN)
            continue
        data = pack(result)
        for start in range(0, len(data), MESSAGE_BYTES):
            connection.send_bytes(Told.PART + data[start : start + MESSAGE_BYTES])
        connection.send_bytes(Told.WORN if address_space() > base + WORN_BYTES else Told.DONE)


def _received_codebook(connection: Connection) -> Codebook:
    """Ask for the codebook part by part, so that the other side never waits until this one has read it."""
    parts: list[bytes] = []
    while True:
        connection.send_bytes(Told.WANTED)
        part = connection.recv_bytes()
        if not part:
            codebook: Codebook = pickle.loads(b"".join(parts))  # noqa: S301 - from the process that started this one
            return codebook
        parts.append(part)


def ready_detector(codebook: Codebook) -> "Detector":
    """Make a process ready to read many documents: compile the codebook, silence what libraries print."""
    from beloften.detect.detector import Detector  # noqa: PLC0415 - the parent process loads no parser

    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    detector = Detector(codebook)
    gc.freeze()  # the codebook stays
    gc.set_threshold(GARBAGE_AFTER)
    return detector


def work(source: Source, detector: "Detector", options: ReadingOptions) -> DocumentResult:
    """Read and analyse one file; whatever goes wrong is in the status of its result."""
    from beloften.run.analyse import analyse  # noqa: PLC0415 - the parent process loads no parser

    try:
        return analyse(source, read(source.path), detector, options)
    except UnreadableError as error:
        return unread(source, error.status, str(error))
    except OSError as error:
        return unread(source, "damaged", f"The file cannot be read: {error.strerror}.")
    except MemoryError:
        return unread(source, "memory", "Reading it takes too much memory.")
    except Exception as error:  # noqa: BLE001 - a fault met in one document costs that document
        return unread(source, "crashed", f"Reading it failed: {_described(error)}")


def _described(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST_REMARK]


def limit_processor_time(seconds: int) -> None:
    """Let the system end this process when it takes so much more processor time than until now.

    Windows has no such limit.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - does not exist on Windows

    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + seconds)


def limit_memory(size: int) -> None:
    """Let requests for more address space fail, and a crash leave no file; only Linux keeps to the first."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - does not exist on Windows

    _limit(resource.RLIMIT_CORE, 0)
    if sys.platform == "linux":
        _limit(resource.RLIMIT_AS, size)


def _limit(kind: int, limit: int) -> None:
    import resource  # noqa: PLC0415 - does not exist on Windows

    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def address_space() -> int:
    """Bytes of address space of this process; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def leave_the_terminal() -> None:
    """Let nothing that a library prints reach the user's output, and no Ctrl-C reach this process.

    The one who started it hears of the Ctrl-C, and ends it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if os.name == "posix":
        os.setpgid(0, 0)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)


def end_with_parent() -> None:
    """See to it that this process ends when the one that started it is gone, however that ended.

    A thread waits for that, and lets what is being done clean up. If this process was stopped, Linux lets it
    go on first.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SIGNAL_WHEN_PARENT_ENDS, signal.SIGCONT)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_for_end, args=[parent.sentinel], daemon=True).start()


def _wait_for_end(sentinel: int) -> None:
    wait([sentinel])
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE_SECONDS)
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
