"""`beloften kwic`: the words that carry a code, each in its context and with its source."""

from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated

import typer

from beloften.cli.options import Gemeente, Jaar, Jobs, Quiet, Rules, codebook_of, say


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
    from beloften.cli.scanning import scanned
    from beloften.corpus.earlier_run import is_run
    from beloften.errors import ExitCode, UsageError
    from beloften.report.kwic import drawn, kwic_of_code
    from beloften.report.read_run import read_findings
    from beloften.report.remarks import unread_documents
    from beloften.report.rows import finding_rows
    from beloften.report.terminal import show

    codebook = codebook_of(rules, quiet=quiet)
    if not codebook.require(code).kind.is_code:
        raise UsageError(
            f"{code!r} is a cue, which is not counted.", "See it with: beloften explain SENTENCE"
        )
    where = paths or [Path()]
    exit_code = ExitCode.DONE
    if len(where) == 1 and is_run(where[0]):
        if gemeente or jaar:
            raise UsageError("A run knows the gemeente of its documents.", "Leave out --gemeente and --jaar.")
        findings = read_findings(where[0])
    else:
        found = scanned(where, codebook, gemeente=gemeente, jaar=jaar, jobs=jobs, quiet=quiet)
        findings = tuple(finding_rows(found.results, codebook))
        exit_code = found.exit_code
        for line in unread_documents(found.results, "en"):
            say(f"beloften: not read: {line}")
    show(*drawn(kwic_of_code(findings, code), get_terminal_size().columns))
    raise typer.Exit(exit_code)
