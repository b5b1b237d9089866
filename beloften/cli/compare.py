"""`beloften compare`: what differs between gemeenten, years, kinds of documents or other groups."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from beloften.cli.checking import Baseline, Check, Checks, FailOn, Junit, Summary, checks_asked
from beloften.cli.options import (
    Format,
    Gemeente,
    Jaar,
    Jobs,
    Lang,
    Language,
    Only,
    Plain,
    Quiet,
    Rules,
    RunsOrPaths,
    by_option,
    codebook_of,
    level_option,
    name_rules,
    say,
)
from beloften.codebook.schema import Level
from beloften.compare.asked import Against, Show
from beloften.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from beloften.cli.notas import Documents
    from beloften.codebook.schema import Codebook
    from beloften.compare.compared import Compared


def compare(
    paths: RunsOrPaths,
    show: Annotated[
        Show, typer.Option(help="What to show; see above, and docs/comparing.md.")
    ] = Show.VERSCHILLEN,
    by: Annotated[str, by_option()] = "gemeente",
    against: Annotated[
        Against, typer.Option(help="Compare each group with the rest, or all of them in pairs.")
    ] = Against.REST,
    only: Only = None,
    level: Annotated[Level, level_option()] = Level.BELOFTE,
    indeling: Annotated[
        int | None,
        typer.Option(
            min=2000,
            max=2100,
            help="Count documents to the gemeente that their territory was part of in this year.",
            metavar="YEAR",
            show_default=False,
        ),
    ] = None,
    once: Annotated[
        bool, typer.Option("--once", help="Count a sentence that several documents share only once.")
    ] = False,
    output: Annotated[Format, typer.Option("--format", help="Form of the table.")] = Format.TABLE,
    gemeente: Gemeente = None,
    jaar: Jaar = None,
    rules: Rules = None,
    jobs: Jobs = None,
    lang: Lang = Language.NL,
    plain: Plain = False,
    baseline: Baseline = None,
    check: Check = False,
    fail_on: FailOn = None,
    junit: Junit = None,
    summary: Summary = None,
    quiet: Quiet = False,
) -> None:
    """Compare groups of documents: gemeenten, years, kinds or groups of your own.

    --show is one of verschillen, what differs per code and how sure that is; contrast, per logica the
    beloften against the values of distance; tekorten, indications of the three deficits; gelijkenis, how
    alike groups are; samenhang, which codes go together; dubbel, which documents share text.
    """
    from beloften.cli.notas import documents_of
    from beloften.compare.compared import Asked, OneGroupError, compared
    from beloften.corpus.only import chosen
    from beloften.report.markdown import compare_markdown
    from beloften.rundir.only import names_of_nota
    from beloften.safe_text import visible

    codebook = codebook_of(rules, quiet=quiet)
    checks = checks_asked(
        paths, codebook, baseline=baseline, check=check, fail_on=fail_on, junit=junit, summary=summary
    )
    if checks.any and only:
        problem = "What is checked is a run as a whole."
        raise UsageError(problem, "Leave out --only, or check a run of a part: beloften scan --only … --out")
    read = documents_of(paths, codebook, gemeente=gemeente, jaar=jaar, jobs=jobs, quiet=quiet)
    tables = ""
    if read.notas and not checks.baseline:
        try:
            notas = chosen(read.notas, only or (), names_of_nota)
            found = compared(notas, codebook, Asked(show, by, against, level, indeling, once))
        except OneGroupError as error:
            if not checks.any:
                raise
            say(f"beloften: {error.problem}")  # and yet there is something to check
        else:
            if not quiet:
                for remark in found.remarks:
                    say(f"beloften: {visible(remark)}")
            shown = read.named(codebook)
            if output is Format.CSV:
                name_rules(shown.edition, quiet=quiet or rules is not None)
            _print(found, shown, output, lang, plain=plain, quiet=quiet)
            tables = compare_markdown(found, shown, lang) if summary else ""
    raise typer.Exit(_checked(read, paths, codebook, checks, output, tables) or read.exit_code)


def _checked(
    read: "Documents",
    paths: list[Path],
    codebook: "Codebook",
    checks: Checks,
    output: Format,
    tables: str,
) -> ExitCode:
    """Hold a run against what was asked for, print what moved, and return the exit code of that."""
    from beloften.cli.checking import checked
    from beloften.rundir.read import read_run
    from beloften.rundir.run_info import run_meta
    from beloften.rundir.write import run_of

    if not checks.any:
        return ExitCode.DONE
    if read.scan:
        options = {"gemeente": None, "jaar": None, "ocr": False, "section": None}
        run = run_of(read.scan.results, codebook, run_meta(options, read.scan.toleranties))
    elif len(paths) == 1:
        run = read_run(paths[0])
    else:
        raise UsageError("Only one run can be checked.", "Join them first: beloften merge RUN… --out DIR")
    results = read.scan.results if read.scan else ()
    documents = {result.source.name: result.source.path for result in results}
    return checked(run, checks, codebook, documents, tables, output)


def _print(
    found: "Compared",
    codebook: "Codebook",
    output: Format,
    lang: Language,
    *,
    plain: bool,
    quiet: bool,
) -> None:
    from beloften.report import markdown, terminal
    from beloften.report.tables.compare import warnings
    from beloften.report.tables.compare_columns import COMPARE, compare_json
    from beloften.rundir.csv_rows import write_rows
    from beloften.rundir.run_info import run_meta

    match output:
        case Format.TABLE:
            terminal.show_compared(found, codebook, lang, plain=plain)
        case Format.MARKDOWN:
            typer.echo(markdown.compare_markdown(found, codebook, lang), nl=False)
        case Format.CSV:
            for line in () if quiet else warnings(found, "en"):
                say(f"beloften: {line}")
            write_rows(found.rows, COMPARE[found.asked.show], sys.stdout)
        case Format.JSON:
            lines = warnings(found, "en")
            typer.echo(compare_json(found, codebook, run_meta({}), lines), nl=False)
