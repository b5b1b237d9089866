"""Many documents on the machines of a Dask cluster (extra `cluster`).

A worker of the cluster reads no document itself: for each of its threads it keeps a worker process of this
package (`beloften.run.pool`), under the same limits as on one machine. So a document that is too much for its
process costs itself alone there too, and the results are the same bytes.
"""

import logging
import multiprocessing
import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, cast
from uuid import uuid4

from distributed import Client, Future, KilledWorker, Worker, WorkerPlugin, get_worker
from distributed.comm.core import CommClosedError
from distributed.utils import silence_logging_cmgr

from beloften.codebook.schema import Codebook
from beloften.corpus.location import is_remote, size
from beloften.corpus.source import Source
from beloften.errors import BeloftenError, ClusterError
from beloften.run.edition import made_with
from beloften.run.options import WHOLE, ReadingOptions
from beloften.run.packed import pack, unpack
from beloften.run.pool import Crew
from beloften.run.result import DocumentResult, unread

CONNECT_SECONDS = 5
"""How long the scheduler may take to answer."""

IDLE_SECONDS = 60
"""After so long without a result it is asked whether there are workers left."""

IN_FLIGHT = 512
"""Documents that the cluster has at hand at once: two for each of 256 threads. Their results are all that has
to be held besides what was delivered."""


def analyse_on_cluster(
    sources: Sequence[Source],
    codebook: Codebook,
    address: str,
    deliver: Callable[[DocumentResult], None],
    *,
    options: ReadingOptions = WHOLE,
) -> tuple[str, ...]:
    """Analyse documents on a cluster.

    Args:
        sources: the documents; the workers reach them by the same paths and URLs as this machine.
        codebook: the rules to read them with; each worker of the cluster gets it once.
        address: of the scheduler, such as "tcp://10.0.0.1:8786".
        deliver: is called once for each document with its result, as it comes, in no fixed order.
        options: how to read them.

    Returns:
        What the user may not expect of how it went, one line each.

    Raises:
        ClusterError: there is no scheduler or there are no workers, or the workers have other versions than
            this machine or do not see the documents.
        WorkerError: a worker of the cluster can start no process.
    """
    if not sources:
        return ()
    readers = Readers(codebook, options)
    lost: set[str] = set()
    with _connected(address) as client:
        _check(client, sources, options)
        client.subscribe_topic("all", lambda event: lost.update(_lost(event[1], readers.name)))
        client.register_plugin(readers)
        try:
            smallest_first = sorted(sources, key=lambda source: (size(source.path), source.name))
            suspects = _read_all(client, readers.name, smallest_first, IN_FLIGHT, deliver)
            # one of them ended workers, the others were there at the time: now each is read alone
            for source in _read_all(client, readers.name, suspects, 1, deliver):
                problem = "The workers of the cluster that read it were lost, one after the other."
                deliver(unread(source, "crashed", f"{problem} Save it anew from a PDF reader, or split it."))
        finally:
            with suppress(OSError):  # there may be no scheduler any more
                client.unregister_worker_plugin(readers.name)
    if not lost:
        return ()
    which, whose = ("1 worker", "its") if len(lost) == 1 else (f"{len(lost)} workers", "their")
    return (f"{which} of the cluster got lost; {whose} documents were read again by others.",)


class Readers(WorkerPlugin):
    """The processes that read documents on one worker of a cluster, for one run.

    Attributes:
        name: of this run, among those that use the cluster.
    """

    def __init__(self, codebook: Codebook, options: ReadingOptions) -> None:
        """Say how all documents of the run are to be read."""
        self.name = f"beloften-{uuid4().hex}"
        self._codebook = codebook
        self._options = options
        self._made_with = made_with(options)
        self._crews: list[Crew] = []
        self._free: list[Crew] = []

    def setup(self, worker: Worker) -> None:
        """Let the worker have processes, which Dask does not foresee."""
        multiprocessing.current_process().daemon = False
        self._differences = _differences(self._made_with, made_with(self._options), worker.address)

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002 - Dask gives it
        """End the processes, whatever they are reading."""
        for crew in self._crews:
            crew.interrupt()
        while self._free:
            self._free.pop().end()

    def read(self, source: Source) -> bytes:
        """Return the packed result of a document.

        Raises:
            ClusterError: this worker, which joined the cluster after the run began, has other versions.
            WorkerError: no process can be started.
        """
        if self._differences:
            raise ClusterError(self._differences, _SAME_VERSIONS)
        try:
            crew = self._free.pop()
        except IndexError:
            crew = Crew(self._codebook, self._options, jobs=1, waiting=[])
            self._crews.append(crew)
        result = crew.read(source)
        self._free.append(crew)
        return pack(result)


def _read(readers: str, source: Source) -> bytes:
    """Read a document on the worker of a cluster."""
    plugin = get_worker().plugins[readers]
    return cast("Readers", plugin).read(source)


def _read_all(
    client: Client,
    readers: str,
    waiting: Sequence[Source],
    in_flight: int,
    deliver: Callable[[DocumentResult], None],
) -> list[Source]:
    """Read documents, the last one first, and return those that workers were reading when they got lost.

    Dask gives a document to other workers when its worker is lost; it gives up after some (by its setting
    `allowed-failures`, four), as the document may be the cause.
    """
    waiting = list(waiting)
    suspects = []
    reading: dict[object, tuple[Source, Future[bytes]]] = {}
    done: SimpleQueue[Future[bytes]] = SimpleQueue()
    try:
        while waiting or reading:
            while waiting and len(reading) < in_flight:
                source = waiting.pop()
                future = client.submit(_read, readers, source, key=f"{readers}-{uuid4().hex}")
                reading[future.key] = source, future
                future.add_done_callback(done.put)
            source, future = reading.pop(_next(done, client).key)
            try:
                deliver(unpack(source, _result(future)))
            except KilledWorker:
                suspects.append(source)
            future.release()
    finally:
        with suppress(OSError):
            client.cancel([future for _, future in reading.values()], force=True)
    return suspects


def _next(done: "SimpleQueue[Future[bytes]]", client: Client) -> Future[bytes]:
    """Wait for a document that is done, as long as there are workers."""
    while True:
        try:
            return done.get(timeout=IDLE_SECONDS)
        except Empty:
            if not client.nthreads():
                problem = "The cluster has no workers any more."
                raise ClusterError(problem, "Start some, and run the same command again.") from None


def _result(future: Future[bytes]) -> bytes:
    try:
        return bytes(future.result())
    except (KilledWorker, BeloftenError):
        raise
    except (CancelledError, CommClosedError) as error:
        problem = "The connection with the scheduler of the cluster is lost."
        raise ClusterError(problem, "Run the same command again when it is back.") from error
    except Exception as error:
        raise ClusterError(f"A worker of the cluster failed: {_described(error)}.", _SAME_VERSIONS) from error


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    """Connect with the scheduler, and let Dask say nothing on the terminal."""
    if not re.fullmatch("(tcp|tls)://.+:[0-9]+", address):
        problem = f"'{address}' is no address of a Dask scheduler."
        raise ClusterError(problem, "Write it as the scheduler prints it: tcp://HOST:PORT.")
    with silence_logging_cmgr(logging.CRITICAL), warnings.catch_warnings(action="ignore"):
        try:
            client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ImportError) as error:  # the latter when it speaks another language
            problem = f"There is no Dask scheduler at {address}: {_described(error)}."
            raise ClusterError(problem, "Start one with `dask scheduler`, or check the address.") from error
        with client:
            yield client


_SAME_VERSIONS = "Install the same version of beloften[cluster], with constraints.txt, on all machines."


def _check(client: Client, sources: Sequence[Source], options: ReadingOptions) -> None:
    """Check before the first document is read that the workers can read as this machine would.

    Raises:
        ClusterError: they cannot.
    """
    here = next(
        (source.path for source in sources if not is_remote(source.path) and source.path.exists()), None
    )
    try:
        there = client.run(_looked, here, options)
    except Exception as error:
        raise ClusterError(f"A worker of the cluster failed: {_described(error)}.", _SAME_VERSIONS) from error
    if not there:
        raise ClusterError("The cluster has no workers.", "Start some: dask worker ADDRESS")
    for worker, (versions, sees) in sorted(there.items()):
        if differences := _differences(made_with(options), versions, worker):
            raise ClusterError(differences, _SAME_VERSIONS)
        if not sees:
            problem = f"The worker at {worker} does not see '{here}'."
            raise ClusterError(problem, "Put the documents in a folder that all share, or behind a URL.")


def _looked(path: Path | None, options: ReadingOptions) -> tuple[tuple[str, ...], bool]:
    """On a worker: what it would read documents with, and whether it sees one."""
    return made_with(options), path is None or path.exists()


def _differences(here: Sequence[str], there: Sequence[str], worker: str) -> str:
    """What a worker has and this machine has not, as a sentence; "" when that is nothing."""
    other = [f"{have}, not {need}" for need, have in zip(here, there, strict=False) if need != have]
    return f"The worker at {worker} has {'; '.join(other)}." if other else ""


def _lost(event: dict[str, Any], readers: str) -> Iterator[str]:
    """The worker that, as an event says, is gone while it had documents of this run, if any."""
    if event.get("action") == "remove-worker" and not event.get("expected"):
        keys = [key for kind in ("processing-tasks", "lost-computed-tasks") for key in event[kind] or ()]
        if any(str(key).startswith(readers) for key in keys):
            yield str(event["worker"])


def _described(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:300].rstrip(".")
