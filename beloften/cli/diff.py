"""`beloften diff`: which promises a later text continues, makes anew, or drops."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from beloften.cli.options import Jobs, Lang, Language, Quiet, Rules, codebook_of, say
from beloften.cli.scan_corrected import ScanFormat
from beloften.codebook.schema import Level
from beloften.errors import ExitCode

if TYPE_CHECKING:
    from beloften.codebook.schema import Codebook
    from beloften.report.read_run import Run


def diff(
    old: Annotated[Path, typer.Argument(help="The earlier document, folder or run.")],
    new: Annotated[Path, typer.Argument(help="The later one.")],
    level: Annotated[Level, typer.Option(help="The least level that makes a promise.")] = Level.BELOFTE,
    output: Annotated[ScanFormat, typer.Option("--format", help="Form of the promises.")] = ScanFormat.TABLE,
    rules: Rules = None,
    jobs: Jobs = None,
    lang: Lang = Language.NL,
    quiet: Quiet = False,
) -> None:
    """Follow the promises of one text to a later one: continued, reworded, new or dropped."""
    from beloften.drift.promises import promise_changes
    from beloften.report import promises
    from beloften.report.csv_rows import write_rows
    from beloften.report.wording import label

    codebook = codebook_of(rules, quiet=quiet)
    runs = [_run(path, codebook, jobs=jobs, quiet=quiet) for path in (old, new)]
    unread = [row for run, _ in runs for row in run.documenten if not row.words]
    for row in unread:
        say(f"beloften: not read: {row.document}: {row.remark}")
    changes = promise_changes(runs[0][0], runs[1][0], level)
    labels = {change.code: change.code for change in changes}
    labels |= {concept.code: label(concept, lang) for concept in codebook.concepts}
    match output:
        case ScanFormat.TABLE:
            for line in promises.promise_lines(changes, labels):
                typer.echo(line)
        case ScanFormat.MARKDOWN:
            typer.echo(promises.promise_markdown(changes, labels), nl=False)
        case ScanFormat.CSV:
            write_rows(changes, promises.PROMISES, sys.stdout)
        case ScanFormat.JSON:
            typer.echo(promises.promise_json(changes), nl=False)
    raise typer.Exit(max(code for _, code in runs))


def _run(path: Path, codebook: "Codebook", *, jobs: int | None, quiet: bool) -> "tuple[Run, ExitCode]":
    """A run that is there, or that of documents that are scanned."""
    from beloften.cli.scanning import scanned
    from beloften.corpus.earlier_run import is_run
    from beloften.report.read_run import read_run
    from beloften.report.run_info import run_meta
    from beloften.report.rundir import run_of

    if is_run(path):
        run = read_run(path)
        if run.info["codebook"]["sha256"] != codebook.sha256 and not quiet:
            say(f"beloften: {path} was made with other rules than these; its findings are taken as they are.")
        return run, ExitCode.DONE
    found = scanned([path], codebook, gemeente=None, jaar=None, jobs=jobs, quiet=quiet)
    return run_of(found.results, codebook, run_meta({})), found.exit_code
