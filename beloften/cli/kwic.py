"""`beloften kwic`: the words that carry a code, each in its context and with its source."""

from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated

import typer

from beloften.cli.options import Gemeente, Jaar, Jobs, Quiet, Rules, codebook_of


def kwic(
    code: Annotated[str, typer.Argument(help="Code of a concept, such as maatwerk.")],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="A run directory, or files and folders to scan.", show_default="this folder"),
    ] = None,
    gemeente: Gemeente = None,
    jaar: Jaar = None,
    rules: Rules = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Show every place that carries a code, aligned on the words, with level or stance and citation."""
    from beloften.cli.one_run import one_run
    from beloften.errors import UsageError
    from beloften.report.kwic import drawn, kwic_of_code
    from beloften.report.terminal import show

    codebook = codebook_of(rules, quiet=quiet)
    if not codebook.require(code).kind.is_code:
        raise UsageError(
            f"{code!r} is a cue, which is not counted.", "See it with: beloften explain SENTENCE"
        )
    found = one_run(paths or [Path()], codebook, gemeente=gemeente, jaar=jaar, jobs=jobs, quiet=quiet)
    findings = found.run.bevindingen
    show(*drawn(kwic_of_code(findings, code), get_terminal_size().columns))
    raise typer.Exit(found.exit_code)
