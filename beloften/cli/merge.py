"""`beloften merge`: runs of the parts of a corpus, joined into the run of the whole."""

from pathlib import Path
from typing import Annotated

import typer

from beloften.cli.options import Quiet, say


def merge(
    runs: Annotated[
        list[Path], typer.Argument(help="Run directories of different documents.", metavar="RUNS")
    ],
    out: Annotated[
        Path,
        typer.Option(
            help="Folder to write the run of the whole to; an earlier run there is replaced.",
            metavar="FOLDER",
            show_default=False,
        ),
    ],
    quiet: Quiet = False,
) -> None:
    """Join runs of the parts of a corpus (`scan --only`): to the byte what a single run gives."""
    from beloften.rundir.merge import merge_runs

    code = merge_runs(runs, out)
    if not quiet:
        say(f"{len(runs)} runs joined; the run is in {out}.")
        if code:
            say("Which documents were not read, and why, stands in its documenten.csv.")
    raise typer.Exit(code)
