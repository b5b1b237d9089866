"""`beloften kwic`: the words that carry a code, each in its context and with its source."""

from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated

import typer

from beloften.cli.options import Gemeente, Jaar, Jobs, Quiet, Rules


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
    """Show every place that carries a code, aligned on the words, with its citation."""
    from beloften.cli.scanning import scanned
    from beloften.codebook.load import load_codebook
    from beloften.report.kwic import drawn, kwic_of_code
    from beloften.report.read_run import read_findings
    from beloften.report.rows import finding_rows
    from beloften.report.rundir import is_run
    from beloften.report.terminal import show

    codebook = load_codebook(rules)
    codebook.require(code)
    where = paths or [Path()]
    if len(where) == 1 and is_run(where[0]):
        findings = read_findings(where[0])
    else:
        found = scanned(where, codebook, gemeente=gemeente, jaar=jaar, jobs=jobs, quiet=quiet)
        findings = tuple(finding_rows(found.results, codebook))
    show(*drawn(kwic_of_code(findings, code), get_terminal_size().columns))
