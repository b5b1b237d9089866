"""Many documents, each in a worker process that may die without taking the others with it."""

import multiprocessing
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import Future, as_completed

from pebble import ProcessExpired, ProcessPool

from beloften.codebook.schema import Codebook
from beloften.corpus.source import Source
from beloften.extract.ocr import OCR_SECONDS
from beloften.run.options import WHOLE, ReadingOptions
from beloften.run.result import DocumentResult, unread
from beloften.run.worker import CPU_SECONDS, start, work

WALL_SECONDS = 20 * CPU_SECONDS
"""Wall time for one document: only for one that waits for ever; a busy machine is no reason to give up."""

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
    """
    if not sources:
        return
    # spawn is the one way of starting a process that is the same, and safe, on every system
    context = multiprocessing.get_context("spawn")
    wall = WALL_SECONDS + (OCR_SECONDS if options.ocr else 0)
    with ProcessPool(
        max_workers=min(jobs, len(sources)), context=context, initializer=start, initargs=[codebook]
    ) as pool:
        largest_first = sorted(sources, key=lambda source: (-_size(source), source.name))
        futures: dict[Future[DocumentResult], Source] = {
            pool.schedule(work, args=[source, options], timeout=wall): source for source in largest_first
        }
        try:
            for future in as_completed(futures):
                source = futures[future]
                error = future.exception()
                deliver(_failed(source, error) if error else future.result())
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]  # an interrupted run does not wait for the documents that are still being read
            raise


def _size(source: Source) -> int:
    try:
        return source.path.stat().st_size
    except OSError:
        return 0


def _failed(source: Source, error: BaseException) -> DocumentResult:
    """The result of a document whose worker did not come back with one."""
    if isinstance(error, TimeoutError):
        return unread(source, "timeout", f"Reading it takes more than {WALL_SECONDS} seconds.")
    if isinstance(error, ProcessExpired):
        if error.exitcode == -_CPU_SIGNAL:
            return unread(source, "timeout", f"Reading it takes more than {CPU_SECONDS} s of processor time.")
        problem = f"The process that read it ended with code {error.exitcode}, most often for lack of memory."
        return unread(source, "crashed", f"{problem} Save it anew from a PDF reader, or split it.")
    return unread(source, "crashed", f"Reading it failed: {type(error).__name__}: {error}")
