"""`beloften sample`: sentences for people to code, to measure the tool by."""

from pathlib import Path
from typing import Annotated

import typer

from beloften.cli.options import Quiet, Replace, Rules, codebook_of, say


def sample(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help="A run directory with --documents, or the files and folders themselves.", metavar="PATHS"
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            help="The coding sheet to write: *.xlsx, *.csv or *.qdpx (ATLAS.ti, NVivo, MAXQDA).",
            metavar="FILE",
            show_default=False,
        ),
    ],
    number: Annotated[int, typer.Option("--n", min=1, help="How many sentences.", metavar="NUMBER")] = 300,
    documents: Annotated[
        list[Path] | None,
        typer.Option(
            help="Folder with the documents of the run, which itself has no sentences without findings.",
            metavar="FOLDER",
        ),
    ] = None,
    seed: Annotated[
        int,
        typer.Option(help="Another number draws other sentences; the same draws the same.", metavar="NUMBER"),
    ] = 1,
    replace: Replace = False,
    rules: Rules = None,
    quiet: Quiet = False,
) -> None:
    """Draw sentences, with codes and without, as a blank coding sheet that does not show what was found."""
    from beloften.codings.sample.draw import draw_sample
    from beloften.codings.sample.files import check_sheet, write_sample
    from beloften.codings.sample.population import population_of, population_of_run
    from beloften.corpus.earlier_run import is_run
    from beloften.errors import UsageError
    from beloften.rundir.read import read_run

    check_sheet(out, replace=replace)
    codebook = codebook_of(rules, quiet=quiet)
    if len(paths) == 1 and is_run(paths[0]):
        if not documents:
            problem = "A run holds no sentences in which nothing was found, nor where its documents are."
            raise UsageError(problem, "Say where they are, with --documents FOLDER.")
        population = population_of_run(read_run(paths[0]), documents, codebook)
    elif documents:
        raise UsageError("--documents goes with a run directory.", "Name the documents without it.")
    else:
        population = population_of(paths, codebook)
    drawn = draw_sample(population, codebook, number, seed)
    key = write_sample(out, drawn, codebook)
    if not quiet:
        for name in population.unread:
            say(f"beloften: not read: {name}")
        say(
            f"{len(drawn.sentences)} of {drawn.population} sentences are in {out}. Give each coder a copy, "
            f"keep {key.name} beside them, and read them back with: beloften validate COPY COPY"
        )
