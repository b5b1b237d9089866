"""Many documents, each in a worker process that may die without taking the others with it.

Each worker has a connection of its own to this process, and there is no lock or queue that workers share: one
that is killed or stopped, at whatever moment, leaves nothing behind that another waits for. (Pools that share
them do: with pebble 5.2 the whole run fails when one worker is killed while it waits for work.)
"""

import multiprocessing
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import ModuleType
from typing import Any

from beloften.codebook.schema import Codebook
from beloften.corpus.location import size
from beloften.corpus.source import Source
from beloften.errors import WorkerError
from beloften.extract.ocr import OCR_SECONDS
from beloften.run.options import WHOLE, ReadingOptions
from beloften.run.packed import unpack
from beloften.run.result import DocumentResult, unread
from beloften.run.worker import CPU_SECONDS, GRACE_SECONDS, MESSAGE_BYTES, Told, serve

WALL_SECONDS = 20 * CPU_SECONDS
"""Wall time for one document: only for one that waits for ever; a busy machine is no reason to give up."""

START_SECONDS = 300
"""Wall time in which a worker must be ready: it loads the libraries and the codebook."""

_STARTS = 10  # of workers one after the other that fail, before all is given up

_ONE_BY_ONE = threading.Lock()  # processes are started by several threads on the worker of a cluster

_CPU_SIGNAL = getattr(signal, "SIGXCPU", 0)  # Windows has none, and no limit on processor time either


def analyse_all(
    sources: Sequence[Source],
    codebook: Codebook,
    jobs: int,
    deliver: Callable[[DocumentResult], None],
    *,
    options: ReadingOptions = WHOLE,
) -> None:
    """Analyse documents side by side.

    Args:
        sources: the documents.
        codebook: the rules to read them with.
        jobs: number of worker processes.
        deliver: is called once for each document with its result, as it comes, in no fixed order.
        options: how to read them.

    Raises:
        WorkerError: no worker can be started.
    """
    if not sources:
        return
    crew = Crew(codebook, options, jobs, sorted(sources, key=lambda source: (size(source.path), source.name)))
    try:
        while crew.hand_out():
            for result in crew.results():
                deliver(result)
    finally:
        crew.end()


@dataclass(eq=False, slots=True)
class _Worker:
    """A worker process as this one sees it.

    Attributes:
        process: the process.
        connection: to it.
        deadline: by `time.monotonic`, when it must be ready, or done with its document.
        is_ready: whether it can be given a document.
        source: the document that it reads; None for none.
        has_read: whether it read others before.
        sent: bytes of the codebook that it was sent.
        received: what has come of its result.
    """

    process: SpawnProcess
    connection: "Connection[Any, Any]"
    deadline: float
    is_ready: bool = False
    source: Source | None = None
    has_read: bool = False
    sent: int = 0
    received: list[bytes] = field(default_factory=list)


class Crew:
    """The workers, and the documents that wait for them, the next one last."""

    def __init__(self, codebook: Codebook, options: ReadingOptions, jobs: int, waiting: list[Source]) -> None:
        """Say what is to be done; a worker is started when there is a document for it."""
        self._codebook = pickle.dumps(codebook)
        self._options = options
        self._jobs = jobs
        self._wall = WALL_SECONDS + (OCR_SECONDS if options.ocr else 0)
        self._waiting = waiting
        self._workers: list[_Worker] = []
        self._failed_starts = 0
        self._is_interrupted = False

    def hand_out(self) -> bool:
        """Give every worker that is free a document, and tell whether any is read or waits."""
        busy = sum(worker.source is not None for worker in self._workers)
        while len(self._workers) < min(self._jobs, busy + len(self._waiting)):
            self._workers.append(_started(self._options))
        for worker in self._workers:
            if self._waiting and worker.is_ready and worker.source is None:
                try:
                    worker.connection.send(self._waiting[-1])
                except OSError:  # it died while it had nothing to do, as `results` will tell
                    continue
                worker.source = self._waiting.pop()
                worker.deadline = time.monotonic() + self._wall
                busy += 1
        return bool(busy or self._waiting)

    def results(self) -> Iterator[DocumentResult]:
        """Wait for news of the workers, and yield the results that it brings."""
        timed = [worker for worker in self._workers if worker.source or not worker.is_ready]
        timeout = max(min(worker.deadline for worker in timed) - time.monotonic(), 0) if timed else None
        heard = wait([worker.connection for worker in self._workers], timeout)
        for worker in timed:
            if worker.connection not in heard and worker.deadline <= time.monotonic():
                yield from self._lost(worker, "timeout", f"Reading it takes more than {self._wall} seconds.")
        for worker in [worker for worker in self._workers if worker.connection in heard]:
            try:
                yield from self._told(worker, worker.connection.recv_bytes())
            except (EOFError, OSError, ValueError):  # it is gone, or what it says makes no sense
                worker.process.join(GRACE_SECONDS)
                yield from self._lost(worker, *_why(worker.process.exitcode))

    def read(self, source: Source) -> DocumentResult:
        """Read one document, when no other is read or waits; the worker stays for the next.

        Raises:
            WorkerError: no worker can be started.
        """
        self._waiting.append(source)
        results: list[DocumentResult] = []
        while self.hand_out():
            results.extend(self.results())
        return results[0]

    def interrupt(self) -> None:
        """Let what is read in another thread come to nothing, at once."""
        self._is_interrupted = True
        for worker in tuple(self._workers):
            worker.process.terminate()

    def end(self) -> None:
        """End all workers, also those that are still reading."""
        _end(self._workers)

    def _told(self, worker: _Worker, message: bytes) -> Iterator[DocumentResult]:
        """Take a message of a worker, and yield the result that it completes."""
        told, data = Told(message[:1]), message[1:]
        source = worker.source
        if told is Told.WANTED:
            worker.connection.send_bytes(self._codebook[worker.sent : worker.sent + MESSAGE_BYTES])
            worker.sent += MESSAGE_BYTES
        elif told is Told.READY:
            worker.is_ready, self._failed_starts = True, 0
        elif told is Told.FAILED:
            raise WorkerError(f"No worker can start: {data.decode()}.", "`beloften doctor` says what to do.")
        elif told is Told.PART:
            worker.received.append(data)
        elif source:
            result = None if told is Told.AGAIN else unpack(source, b"".join(worker.received))
            worker.received.clear()
            worker.source, worker.has_read = None, True
            if told is not Told.DONE:
                self._workers.remove(worker)
                _end([worker])
            if result:
                yield result
            else:
                self._waiting.append(source)

    def _lost(self, worker: _Worker, status: str, remark: str) -> Iterator[DocumentResult]:
        """Do without a worker that ended, or is ended because it is late; its document fails with it.

        Where others had been read before, what they left behind may have been the cause: then a new worker
        reads it once more, so that no document's result depends on its neighbours.
        """
        self._workers.remove(worker)
        _end([worker])
        if worker.source and worker.has_read and status == "crashed" and not self._is_interrupted:
            self._waiting.append(worker.source)
        elif worker.source:
            yield unread(worker.source, status, remark)
        elif not worker.is_ready:
            self._failed_starts += 1
            if self._failed_starts == _STARTS:
                problem = f"{_STARTS} workers after each other ended before they could read anything."
                raise WorkerError(problem, "Look whether there is memory, and room for processes.")


def _started(options: ReadingOptions) -> _Worker:
    # spawn is the one way of starting a process that is the same, and safe, on every system
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    # it gets little to begin with: Python waits without end until a process that it starts has read that
    process = context.Process(target=serve, args=(theirs, options), daemon=True)
    with _ONE_BY_ONE, without_main_module(), _without_interrupts():
        process.start()
    theirs.close()
    return _Worker(process, ours, time.monotonic() + START_SECONDS)


@contextmanager
def without_main_module() -> Iterator[None]:
    """Keep the started process from importing the program that starts it: the command line, or a script."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Start a process that a Ctrl-C does not reach: a terminal sends it to all; this one ends the others."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # else starting it, as the first worker needs it, lets them through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(workers: Sequence[_Worker]) -> None:
    """Ask workers to end, which they do at once, or after they ended the programs of OCR; then end them."""
    for worker in workers:
        worker.process.terminate()
    give_up = time.monotonic() + GRACE_SECONDS
    for worker in workers:
        worker.process.join(max(give_up - time.monotonic(), 0))
        worker.process.kill()
        worker.process.join()
        worker.connection.close()


def _why(exit_code: int | None) -> tuple[str, str]:
    """Status and remark of a document whose worker did not come back with a result."""
    if exit_code == -_CPU_SIGNAL:
        return "timeout", f"Reading it takes more than {CPU_SECONDS} s of processor time."
    problem = f"The process that read it ended with code {exit_code}, most often for lack of memory."
    return "crashed", f"{problem} Save it anew from a PDF reader, or split it."
