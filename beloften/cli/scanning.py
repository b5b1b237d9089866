"""A scan as the command line shows it: progress and warnings on standard error."""

import sys
from collections.abc import Sequence
from pathlib import Path

from beloften.cli.options import say
from beloften.codebook.schema import Codebook
from beloften.run.result import DocumentResult
from beloften.run.scan import Progress, Scan, scan


def scanned(
    paths: Sequence[Path],
    codebook: Codebook,
    *,
    gemeente: str | None,
    jaar: int | None,
    jobs: int | None,
    quiet: bool,
) -> Scan:
    """Scan, with a progress bar on a terminal, and tell what the user may not expect of the corpus."""
    if quiet or not sys.stderr.isatty():
        found = scan(paths, codebook, gemeente=gemeente, jaar=jaar, jobs=jobs)
    else:
        found = _with_bar(paths, codebook, gemeente, jaar, jobs)
    if not quiet:
        from beloften.report.safe_text import visible

        for warning in found.warnings:
            say(f"beloften: {visible(warning)}")
    return found


def _with_bar(
    paths: Sequence[Path], codebook: Codebook, gemeente: str | None, jaar: int | None, jobs: int | None
) -> Scan:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def begin(documents: int) -> None:
            bar.update(task, total=documents)

        def done(_: DocumentResult) -> None:
            bar.advance(task)

        progress = Progress(begin, done)
        return scan(paths, codebook, gemeente=gemeente, jaar=jaar, jobs=jobs, progress=progress)
