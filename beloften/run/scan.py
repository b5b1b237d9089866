"""A whole scan: from the paths that a user names to a result per document."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from beloften.codebook.schema import Codebook
from beloften.corpus.discover import Corpus, discover, part_of_corpus
from beloften.corpus.source import Source
from beloften.corpus.stdin import STDIN, read_stdin, source_of_stdin
from beloften.errors import ClusterError, ExitCode, UsageError
from beloften.extract.ocr import require_ocr
from beloften.installation.extras import Extra
from beloften.installation.installer import install_step
from beloften.run.cache import NO_CACHE, Cache
from beloften.run.cache_file import cache_folder
from beloften.run.edition import edition
from beloften.run.options import WHOLE, ReadingOptions
from beloften.run.packed import pack
from beloften.run.pool import analyse_all
from beloften.run.result import DocumentResult, unread
from beloften.run.same_files import same_files
from beloften.run.spool import Spool
from beloften.run.tolerances import tolerances_by_code, unknown_codes

Deliver: TypeAlias = Callable[[DocumentResult], None]
Read: TypeAlias = Callable[[Sequence[Source], Deliver], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Scan:
    """What came of a scan.

    Attributes:
        results: one per document of the corpus, missing ones included, in the order of the corpus.
        warnings: what a user may not expect of the corpus, one line each.
        toleranties: by code how far its rate may move before a check fails, as the manifests say.
    """

    results: tuple[DocumentResult, ...]
    warnings: tuple[str, ...]
    toleranties: Mapping[str, float] = field(default_factory=dict)

    @property
    def exit_code(self) -> ExitCode:
        """Whether all, some or none of the documents were read."""
        read = sum(result.is_read for result in self.results)
        if read == len(self.results) and read:
            return ExitCode.DONE
        return ExitCode.SOME_UNREADABLE if read else ExitCode.NONE_READABLE


@dataclass(frozen=True, slots=True)
class Progress:
    """Whom to tell how far a scan is: `begin` with the number of documents, then `done` with each result."""

    begin: Callable[[int], None]
    done: Callable[[DocumentResult], None]


SILENT = Progress(lambda _: None, lambda _: None)


def scan(
    paths: Sequence[Path],
    codebook: Codebook,
    *,
    gemeente: str | None = None,
    jaar: int | None = None,
    jobs: int | None = None,
    options: ReadingOptions = WHOLE,
    progress: Progress = SILENT,
    cached: bool = True,
    cluster: str | None = None,
) -> Scan:
    """Read all documents in files, folders and manifests and find the codes in them.

    Args:
        paths: what to read; the single path `-` is a text on standard input.
        codebook: the rules to read with.
        gemeente: name or CBS code of the gemeente of all documents.
        jaar: year of all documents.
        jobs: number of worker processes; None for one per core.
        options: how to read them.
        progress: whom to tell how far it is.
        cluster: address of the scheduler of a Dask cluster, to read them there instead.
        cached: take what was read before from the cache, and keep there what is read now.

    Raises:
        UsageError: `cluster` does not go with the rest, or OCR is asked for and lacks a program.
        CorpusError: a path does not exist, a manifest is at fault, or the gemeente is unknown.
        OutputError: there is no room for the results on the disk for temporary files.
        WorkerError: no process can be started to read with.
        ClusterError: the cluster cannot be used.
    """
    options.check()
    if options.ocr:
        require_ocr()
    if cluster and (jobs or STDIN in paths):
        problem = "A cluster reads files, with the workers that it has."
        raise UsageError(problem, "Leave out --cluster, or else --jobs and `-`.")
    read = _on_cluster(codebook, cluster, options) if cluster else _here(codebook, jobs, options)
    if list(paths) == [STDIN]:
        return Scan((_of_stdin(source_of_stdin(gemeente, jaar), codebook, options),), ())
    corpus = discover(paths, gemeente, jaar)
    if options.only:
        corpus = part_of_corpus(corpus, options.only)
    progress.begin(len(corpus.sources) + len(corpus.missing))
    results = _missing(corpus)

    def done(result: DocumentResult) -> None:
        results.append(result)
        progress.done(result)

    cache = Cache(cache_folder(), edition(codebook, options)) if cached else NO_CACHE
    with cache:
        remarks = _read_all(corpus.sources, cache, done, read)
    return Scan(
        tuple(sorted(results, key=_by_name)),
        (
            *corpus.warnings,
            *unknown_codes(corpus.toleranties, codebook),
            *same_files(results),
            *remarks,
            *filter(None, [cache.problem]),
        ),
        tolerances_by_code(corpus.toleranties),
    )


def _here(codebook: Codebook, jobs: int | None, options: ReadingOptions) -> Read:
    def read(sources: Sequence[Source], deliver: Deliver) -> tuple[str, ...]:
        analyse_all(sources, codebook, jobs or os.cpu_count() or 1, deliver, options=options)
        return ()

    return read


def _on_cluster(codebook: Codebook, address: str, options: ReadingOptions) -> Read:
    try:
        from beloften.run.cluster import analyse_on_cluster  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise ClusterError("Reading on a cluster needs Dask.", install_step(Extra.CLUSTER)) from error
    return lambda sources, deliver: analyse_on_cluster(sources, codebook, address, deliver, options=options)


def _read_all(
    sources: Sequence[Source],
    cache: Cache,
    done: Deliver,
    read: Read,
) -> tuple[str, ...]:
    """Take results from the cache and read the other documents; each is on disk as soon as it is known.

    Args:
        sources: the documents.
        cache: where those are that were read before.
        done: is told of each result.
        read: reads documents, and returns what the user may not expect of how that went.
    """
    spool = Spool()
    others = []
    for source in sources:
        packed = cache.find(source)
        if packed is None:
            others.append(source)
        else:
            done(spool.keep(source, packed))

    def deliver(result: DocumentResult) -> None:
        packed = pack(result)
        cache.keep(result, packed)
        done(spool.keep(result.source, packed))

    return read(others, deliver)


def _of_stdin(source: Source, codebook: Codebook, options: ReadingOptions) -> DocumentResult:
    """A text that is piped in is the user's own and small: it needs no process of its own."""
    from beloften.detect.detector import Detector  # noqa: PLC0415 - otherwise the parent loads no parser
    from beloften.run.analyse import analyse  # noqa: PLC0415

    return analyse(source, read_stdin(), Detector(codebook), options)


def _missing(corpus: Corpus) -> list[DocumentResult]:
    remark = "The manifest lists it, and there is no such file."
    return [unread(source, "missing", remark) for source in corpus.missing]


def _by_name(result: DocumentResult) -> str:
    return result.source.name
