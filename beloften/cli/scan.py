"""`beloften scan`: from documents to tallies."""

import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from beloften.cli import completion
from beloften.cli.checking import Baseline, Check, Checks, FailOn, Junit, Summary, checks_asked
from beloften.cli.options import (
    Format,
    Gemeente,
    Jaar,
    Jobs,
    Lang,
    Language,
    Ocr,
    PathsOrUrls,
    Plain,
    Quiet,
    Rules,
    codebook_of,
    level_option,
    name_rules,
    say,
)
from beloften.cli.scan_corrected import corrected_rates, read_error
from beloften.cli.scan_reviewed import as_reviewed
from beloften.codebook.schema import Level
from beloften.errors import ExitCode, UsageError
from beloften.tally.by import By

if TYPE_CHECKING:
    from beloften.codebook.schema import Codebook
    from beloften.report.validation.files import Measured
    from beloften.run.scan import Scan
    from beloften.rundir.run_info import RunMeta

_SHOWN = 5
_SHEETS = {Format.TABLE, Format.MARKDOWN}


@dataclass(frozen=True, slots=True)
class View:
    """Which tallies to print: by what, at which level of a belofte, in which language and form."""

    by: By
    level: Level
    lang: Language
    plain: bool


def scan(
    paths: PathsOrUrls,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Write all that is found to this folder, a run directory, instead of a table; an earlier "
            "run there is replaced.",
            metavar="FOLDER",
            show_default=False,
        ),
    ] = None,
    output: Annotated[Format, typer.Option("--format", help="Form of the table.")] = Format.TABLE,
    by: Annotated[By, typer.Option(help="A column for each gemeente, document or year.")] = By.GEMEENTE,
    level: Annotated[Level, level_option()] = Level.BELOFTE,
    gemeente: Gemeente = None,
    jaar: Jaar = None,
    rules: Rules = None,
    jobs: Jobs = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            help="Read on the Dask cluster with its scheduler at tcp://HOST:PORT.",
            metavar="ADDRESS",
            show_default=False,
        ),
    ] = None,
    ocr: Ocr = False,
    section: Annotated[
        str,
        typer.Option(
            help="Only below headings that match: 'sociaal domein|zorg'.", metavar="WORDS", show_default=False
        ),
    ] = "",
    lang: Lang = Language.NL,
    plain: Plain = False,
    correct: Annotated[
        Path | None,
        typer.Option(
            help="Correct rates for the error that `validate --out` measured, in its validation.json.",
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    reviewed: Annotated[
        Path | None,
        typer.Option(
            help="Count findings as people judged them, in this file of `review`.",
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            help="Read only this gemeente, document or year; `merge` joins the runs of parts.",
            metavar="NAME",
            show_default=False,
            autocompletion=completion.gemeenten,
        ),
    ] = None,
    baseline: Baseline = None,
    check: Check = False,
    fail_on: FailOn = None,
    junit: Junit = None,
    summary: Summary = None,
    quiet: Quiet = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Read every file anew, and keep nothing for the next time.")
    ] = False,
) -> None:
    """Find the beloften in documents and tally them per gemeente, document or year."""
    from beloften.cli.scanning import scanned
    from beloften.corpus.earlier_run import is_run
    from beloften.corpus.location import locate
    from beloften.run.options import ReadingOptions
    from beloften.rundir.run_info import run_meta
    from beloften.rundir.write import check_target, write_run

    located = [locate(path) for path in paths]
    codebook = codebook_of(rules, quiet=quiet, cached=not no_cache)
    if out:
        if (output, by, level) != (Format.TABLE, By.GEMEENTE, Level.BELOFTE):
            problem = "--out writes a run directory, which always holds the same tables."
            raise UsageError(problem, "Leave out --format, --by and --level, or leave out --out.")
        if correct:
            problem = "A run directory holds the rates as they were found."
            raise UsageError(problem, "Print corrected ones with --format csv, and leave out --out.")
        check_target(out)
    checks = checks_asked(
        located, codebook, baseline=baseline, check=check, fail_on=fail_on, junit=junit, summary=summary
    )
    if checks.baseline and (only or correct):
        problem = "A baseline holds all documents, and rates as they were found."
        raise UsageError(problem, "Leave out --only and --correct; merge the runs of parts, then compare.")
    options = ReadingOptions(ocr, section, only=tuple(only or ()))
    found = scanned(
        located,
        codebook,
        gemeente=gemeente,
        jaar=jaar,
        jobs=jobs,
        quiet=quiet,
        options=options,
        cached=not no_cache,
        cluster=cluster,
    )
    if reviewed:
        found = as_reviewed(found, reviewed, codebook, quiet=quiet)
    meta = run_meta(
        {
            "gemeente": gemeente,
            "jaar": jaar,
            "ocr": ocr,
            "section": section or None,
            **({"reviewed": sha256(reviewed.read_bytes()).hexdigest()} if reviewed else {}),
            **({"only": ", ".join(sorted(only))} if only else {}),
        },
        found.toleranties,
    )
    if out:
        is_replaced = is_run(out)
        write_run(out, found.results, codebook, meta)
        if not quiet:
            _tell_read(found, out, is_replaced=is_replaced)
    are_shown = not out and output in _SHEETS
    _tell_how_known(found, quiet=quiet or are_shown)
    view = View(by, level, lang, plain)
    if not out and not checks.baseline:
        error = read_error(correct, codebook, quiet=quiet) if correct else None
        _print(found, codebook, meta, output, view, error, quiet=quiet or rules is not None)
    raise typer.Exit(_checked(found, codebook, meta, output, view, checks) or found.exit_code)


def _tell_read(found: "Scan", out: Path, *, is_replaced: bool) -> None:
    """Say how many documents were read, and of the first few that were not, why."""
    from beloften.report.remarks import unread_documents

    unread = unread_documents(found.results, "en")
    where = f"{out}, in the place of an earlier one" if is_replaced else f"{out}"
    say(f"{len(found.results) - len(unread)} of {len(found.results)} documents read; the run is in {where}.")
    for line in unread[:_SHOWN]:
        say(f"not read: {line}")
    if len(unread) > _SHOWN:
        say(f"Of {len(unread) - _SHOWN} more it stands in documenten.csv, in the columns status and remark.")


def _tell_how_known(found: "Scan", *, quiet: bool) -> None:
    """Say of how many documents gemeente or year is a guess or not known, which tables have below them."""
    from beloften.report.remarks import how_known

    line = how_known(found.results, "en")
    if line and not quiet:
        say(f"beloften: {line}")


def _checked(
    found: "Scan", codebook: "Codebook", meta: "RunMeta", output: Format, view: View, checks: Checks
) -> ExitCode:
    """Hold a scan against what was asked for, print what moved, and return the exit code of that."""
    from beloften.cli.checking import checked
    from beloften.corpus.location import is_remote
    from beloften.report.markdown import scan_markdown
    from beloften.rundir.write import run_of

    if not checks.any:
        return ExitCode.DONE
    run = run_of(found.results, codebook, meta)
    tables = scan_markdown(found.results, codebook, by=view.by, level=view.level, lang=view.lang)
    local = [result.source for result in found.results if not is_remote(result.source.path)]
    paths = {source.name: source.path for source in local}
    return checked(run, checks, codebook, paths, tables, output)


def _print(
    found: "Scan",
    codebook: "Codebook",
    meta: "RunMeta",
    output: Format,
    view: View,
    error: "Measured | None",
    *,
    quiet: bool,
) -> None:
    """Print the tallies, with rates corrected for an error where there is one."""
    from beloften.report import markdown, terminal
    from beloften.rundir import csv_rows, rows, run_info
    from beloften.tally.count import count

    by, level, lang = view.by, view.level, view.lang
    corrected = corrected_rates(found, codebook, error, by=by, level=level, lang=lang) if error else None
    extra = corrected.sheets if corrected else ()
    for line in corrected.of_level if corrected and output in _SHEETS else ():
        say(f"beloften: {line}")
    match output:
        case Format.TABLE:
            terminal.show_scan(
                found.results, codebook, by=by, level=level, lang=lang, extra=extra, plain=view.plain
            )
        case Format.MARKDOWN:
            text = markdown.scan_markdown(found.results, codebook, by=by, level=level, lang=lang, extra=extra)
            typer.echo(text, nl=False)
        case Format.CSV:
            name_rules(codebook.edition, quiet=quiet)
            if corrected:
                csv_rows.write_rows(corrected.tellingen, corrected.columns, sys.stdout)
            else:
                csv_rows.write_tellingen(count(found.results, codebook, by), sys.stdout)
        case Format.JSON:
            tellingen = corrected.tellingen if corrected else count(found.results, codebook, by)
            documents = list(rows.document_rows(found.results))
            typer.echo(run_info.scan_json(tellingen, documents, codebook, meta), nl=False)
    if corrected and corrected.failed:
        failed = ", ".join(corrected.failed)
        say(f"beloften: too little is known of the error of these to correct them: {failed}.")
