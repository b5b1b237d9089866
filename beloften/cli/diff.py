"""`beloften diff`: which promises a later text continues, makes anew, or drops."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from beloften.cli.options import (
    Format,
    Gemeente,
    Jaar,
    Jobs,
    Lang,
    Language,
    Quiet,
    Rules,
    codebook_of,
    level_option,
    name_rules,
)
from beloften.codebook.schema import Level


def diff(
    old: Annotated[Path, typer.Argument(help="The earlier document, folder or run.", metavar="OLD")],
    new: Annotated[Path, typer.Argument(help="The later document, folder or run.", metavar="NEW")],
    level: Annotated[Level, level_option("Follow")] = Level.BELOFTE,
    output: Annotated[Format, typer.Option("--format", help="Form of the list.")] = Format.TABLE,
    gemeente: Gemeente = None,
    jaar: Jaar = None,
    rules: Rules = None,
    jobs: Jobs = None,
    lang: Lang = Language.NL,
    quiet: Quiet = False,
) -> None:
    """Follow the promises of one text to a later one: continued, reworded, new or dropped."""
    from beloften.cli.one_run import one_run
    from beloften.drift.promises import promise_changes
    from beloften.report.drift import promises
    from beloften.report.wording import edition_line, label
    from beloften.rundir.csv_rows import write_rows
    from beloften.rundir.run_info import edition_of

    codebook = codebook_of(rules, quiet=quiet)
    runs = [
        one_run([path], codebook, gemeente=gemeente, jaar=jaar, jobs=jobs, quiet=quiet) for path in (old, new)
    ]
    changes = promise_changes(runs[0].run, runs[1].run, level)
    editions = [edition_of(found.run.info) for found in runs]
    lines = [edition_line(edition, lang) for edition in dict.fromkeys(editions)]
    labels = {change.code: change.code for change in changes}
    labels |= {concept.code: label(concept, lang) for concept in codebook.concepts}
    match output:
        case Format.TABLE:
            for line in promises.promise_lines(changes, labels, lines):
                typer.echo(line)
        case Format.MARKDOWN:
            typer.echo(promises.promise_markdown(changes, labels, lines), nl=False)
        case Format.CSV:
            for edition in dict.fromkeys(editions):
                name_rules(edition, quiet=quiet or rules is not None)
            write_rows(changes, promises.PROMISES, sys.stdout)
        case Format.JSON:
            typer.echo(promises.promise_json(changes, *editions), nl=False)
    raise typer.Exit(max(found.exit_code for found in runs))
