"""A scan as the command line shows it: progress and warnings on standard error."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from beloften.cli.options import say
from beloften.codebook.schema import Codebook
from beloften.run.options import WHOLE, ReadingOptions
from beloften.run.result import DocumentResult
from beloften.run.scan import SILENT, Progress, Scan, scan


def scanned(
    paths: Sequence[Path],
    codebook: Codebook,
    *,
    gemeente: str | None,
    jaar: int | None,
    jobs: int | None,
    quiet: bool,
    options: ReadingOptions = WHOLE,
    cached: bool = True,
    cluster: str | None = None,
) -> Scan:
    """Scan, with a progress bar on a terminal, and tell what the user may not expect of the corpus."""
    done = _Done()
    with nullcontext(SILENT) if quiet or not (sys.stderr and sys.stderr.isatty()) else _bar() as progress:
        try:
            found = scan(
                paths,
                codebook,
                gemeente=gemeente,
                jaar=jaar,
                jobs=jobs,
                options=options,
                progress=done.counted(progress),
                cached=cached,
                cluster=cluster,
            )
        except (KeyboardInterrupt, SystemExit):
            say(f"beloften: stopped at {done}{'; the same command goes on from there' if cached else ''}.")
            raise
    if not quiet:
        from beloften.safe_text import visible

        for warning in found.warnings:
            say(f"beloften: {visible(warning)}")
    return found


class _Done:
    """How many documents are done, of how many."""

    def __init__(self) -> None:
        self._done = self._all = 0

    def __str__(self) -> str:
        return f"{self._done} of {self._all} documents"

    def counted(self, progress: Progress) -> Progress:
        """Pass on how far a scan is, and note it."""

        def begin(documents: int) -> None:
            self._all = documents
            progress.begin(documents)

        def done(result: DocumentResult) -> None:
            self._done += 1
            progress.done(result)

        return Progress(begin, done)


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield Progress(lambda documents: bar.update(task, total=documents), lambda _: bar.advance(task))
