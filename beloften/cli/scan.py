"""`beloften scan`: from documents to tallies."""

import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from beloften.cli.options import (
    Gemeente,
    Jaar,
    Jobs,
    Lang,
    Language,
    Ocr,
    Paths,
    Quiet,
    Rules,
    codebook_of,
    say,
)
from beloften.cli.scan_corrected import ScanFormat, View, print_corrected, read_error
from beloften.cli.scan_reviewed import as_reviewed
from beloften.codebook.schema import Level
from beloften.errors import UsageError
from beloften.tally.by import By

if TYPE_CHECKING:
    from beloften.codebook.schema import Codebook
    from beloften.report.run_info import RunMeta
    from beloften.run.scan import Scan


def scan(
    paths: Paths,
    out: Annotated[
        Path | None, typer.Option(help="Write a run directory here instead of a table.", show_default=False)
    ] = None,
    output: Annotated[ScanFormat, typer.Option("--format", help="Form of the tallies.")] = ScanFormat.TABLE,
    by: Annotated[By, typer.Option(help="Whose tallies to print.")] = By.GEMEENTE,
    level: Annotated[Level, typer.Option(help="The level of a belofte to lead with.")] = Level.BELOFTE,
    gemeente: Gemeente = None,
    jaar: Jaar = None,
    rules: Rules = None,
    jobs: Jobs = None,
    ocr: Ocr = False,
    section: Annotated[
        str, typer.Option(help="Only below headings that match: 'sociaal domein|zorg'.", show_default=False)
    ] = "",
    lang: Lang = Language.NL,
    correct: Annotated[
        Path | None,
        typer.Option(help="Correct rates for the error in this validation.json.", show_default=False),
    ] = None,
    reviewed: Annotated[
        Path | None,
        typer.Option(help="Count findings as they were judged in this file of `review`.", show_default=False),
    ] = None,
    quiet: Quiet = False,
    no_cache: Annotated[  # noqa: ARG001 - see its help
        bool, typer.Option("--no-cache", help="Read every file anew, as is always done so far.", hidden=True)
    ] = False,
) -> None:
    """Find the beloften in documents and tally them per gemeente, document or year."""
    from beloften.cli.scanning import scanned
    from beloften.report.run_info import run_meta
    from beloften.report.rundir import check_target, write_run
    from beloften.run.options import ReadingOptions

    codebook = codebook_of(rules, quiet=quiet)
    if out:
        if (output, by, level) != (ScanFormat.TABLE, By.GEMEENTE, Level.BELOFTE):
            problem = "--out writes a run directory, which always holds the same tables."
            raise UsageError(problem, "Leave out --format, --by and --level, or leave out --out.")
        if correct:
            problem = "A run directory holds the rates as they were found."
            raise UsageError(problem, "Print corrected ones with --format csv, and leave out --out.")
        check_target(out)
    options = ReadingOptions(ocr, section)
    found = scanned(paths, codebook, gemeente=gemeente, jaar=jaar, jobs=jobs, quiet=quiet, options=options)
    if reviewed:
        found = as_reviewed(found, reviewed, codebook, quiet=quiet)
    meta = run_meta(
        {
            "gemeente": gemeente,
            "jaar": jaar,
            "ocr": ocr,
            "section": section or None,
            **({"reviewed": sha256(reviewed.read_bytes()).hexdigest()} if reviewed else {}),
        }
    )
    if out:
        write_run(out, found.results, codebook, meta)
        if not quiet:
            read = sum(result.is_read for result in found.results)
            say(f"{read} of {len(found.results)} documents read; the run is in {out}.")
    else:
        view = View(by, level, lang)
        if correct:
            print_corrected(found, codebook, meta, output, view, read_error(correct, codebook, quiet=quiet))
        else:
            _print(found, codebook, meta, output, view)
    raise typer.Exit(found.exit_code)


def _print(
    found: "Scan",
    codebook: "Codebook",
    meta: "RunMeta",
    output: ScanFormat,
    view: View,
) -> None:
    from beloften.report import csv_rows, markdown, rows, run_info, terminal
    from beloften.tally.count import count

    match output:
        case ScanFormat.TABLE:
            terminal.show_scan(found.results, codebook, by=view.by, level=view.level, lang=view.lang)
        case ScanFormat.MARKDOWN:
            text = markdown.scan_markdown(
                found.results, codebook, by=view.by, level=view.level, lang=view.lang
            )
            typer.echo(text, nl=False)
        case ScanFormat.CSV:
            csv_rows.write_tellingen(count(found.results, codebook, view.by), sys.stdout)
        case ScanFormat.JSON:
            tellingen = count(found.results, codebook, view.by)
            documents = list(rows.document_rows(found.results))
            typer.echo(run_info.scan_json(tellingen, documents, codebook, meta), nl=False)
