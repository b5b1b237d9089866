"""`beloften kwic`: the words that carry a code, each in its context and with its source."""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from beloften.cli import completion
from beloften.cli.options import (
    Gemeente,
    Jaar,
    Jobs,
    Lang,
    Language,
    Only,
    Quiet,
    Replace,
    Rules,
    RunOrPaths,
    codebook_of,
    name_rules,
    say,
)

if TYPE_CHECKING:  # the rest of the command line does without
    from beloften.codebook.schema import Edition
    from beloften.report.kwic.lines import KwicLine


class KwicFormat(StrEnum):
    """How to show the lines."""

    TABLE = "table"
    CSV = "csv"
    MARKDOWN = "markdown"
    DOCX_TABLE = "docx-table"


class KwicOrder(StrEnum):
    """What the lines are sorted by."""

    TEXT = "text"
    LEFT = "left"
    RIGHT = "right"


def kwic(
    code: Annotated[
        str,
        typer.Argument(
            help="Code of a concept, such as maatwerk; see `rules list`.",
            metavar="CODE",
            autocompletion=completion.codes,
        ),
    ],
    paths: RunOrPaths = None,
    sort: Annotated[
        KwicOrder, typer.Option(help="Order: of the text, or by the words on the left or right.")
    ] = KwicOrder.TEXT,
    output: Annotated[
        KwicFormat, typer.Option("--format", help="Form of the lines; docx-table is a table for Word.")
    ] = KwicFormat.TABLE,
    only: Only = None,
    out: Annotated[
        Path | None, typer.Option(help="Write them to this file.", metavar="FILE", show_default=False)
    ] = None,
    replace: Replace = False,
    gemeente: Gemeente = None,
    jaar: Jaar = None,
    rules: Rules = None,
    jobs: Jobs = None,
    lang: Lang = Language.NL,
    quiet: Quiet = False,
) -> None:
    """Show every place that carries a code, aligned on the words, with level or stance and citation."""
    from beloften.cli.one_run import one_run
    from beloften.errors import UsageError
    from beloften.report.kwic.lines import drawn, kwic_of_code, sorted_by
    from beloften.report.terminal import show
    from beloften.rundir.part import part_of
    from beloften.rundir.run_info import edition_of
    from beloften.whole_files import check_free, write_whole

    if output is KwicFormat.DOCX_TABLE and not out:
        raise UsageError("A table for Word cannot be printed.", "Name a file for it with --out.")
    if out:
        check_free(out, replace=replace)
    codebook = codebook_of(rules, quiet=quiet)
    if not codebook.require(code).kind.is_code:
        raise UsageError(
            f"{code!r} is a cue, which is not counted.", "See it with: beloften explain SENTENCE"
        )
    found = one_run(paths or [Path()], codebook, gemeente=gemeente, jaar=jaar, jobs=jobs, quiet=quiet)
    lines = list(kwic_of_code(part_of(found.run, only or ()).bevindingen, code))
    if sort is not KwicOrder.TEXT:
        lines = sorted_by(lines, "left" if sort is KwicOrder.LEFT else "right")
    if not lines and not quiet:
        say(f"No place has the code {code}.")
    edition = edition_of(found.run.info)
    if output in {KwicFormat.TABLE, KwicFormat.CSV}:
        name_rules(edition, quiet=quiet or rules is not None)
    if out:
        write_whole(out, _made(lines, code, output, edition, lang))
        if not quiet:
            say(f"The concordance is in {out}.")
    elif output is KwicFormat.TABLE and (width := _width()):
        show(*drawn(lines, width))
    else:
        typer.echo(_made(lines, code, output, edition, lang), nl=False)
    raise typer.Exit(found.exit_code)


def _width() -> int | None:
    """How many characters fit on a line of the terminal, also before a pipe; None where there is none."""
    if os.environ.get("COLUMNS"):
        return get_terminal_size().columns
    terminals = (stream.fileno() for stream in (sys.stdout, sys.stderr, sys.stdin) if stream.isatty())
    return next((os.get_terminal_size(terminal).columns for terminal in terminals), None)


def _made(
    lines: "Sequence[KwicLine]", code: str, output: KwicFormat, edition: "Edition", lang: Language
) -> str | bytes:
    """The content of a file."""
    from beloften.errors import UsageError
    from beloften.report.kwic.files import kwic_csv, kwic_markdown
    from beloften.report.kwic.lines import drawn
    from beloften.report.wording import edition_line

    match output:
        case KwicFormat.TABLE:
            return "".join(f"{line.plain.rstrip()}\n" for line in drawn(lines, None))
        case KwicFormat.CSV:
            return kwic_csv(lines)
        case KwicFormat.MARKDOWN:
            return kwic_markdown(lines, code, edition_line(edition, lang))
    try:
        from beloften.report.kwic.docx import kwic_docx
    except ModuleNotFoundError as error:
        from beloften.installation.extras import Extra
        from beloften.installation.installer import install_step

        problem = "A table for Word needs a library that is not installed: python-docx."
        raise UsageError(problem, install_step(Extra.EXPORT)) from error
    return kwic_docx(lines, code, edition_line(edition, lang), lang)
