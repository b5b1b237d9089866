"""`beloften scan --correct`: rates corrected for the measured error beside the raw ones."""

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from beloften.cli.options import Language, name_rules, say
from beloften.codebook.schema import Level
from beloften.tally.by import By

if TYPE_CHECKING:
    from beloften.codebook.schema import Codebook
    from beloften.report.validation.files import Measured
    from beloften.run.scan import Scan
    from beloften.rundir.run_info import RunMeta


class ScanFormat(StrEnum):
    """How to print the tallies."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"


_SHEETS = {ScanFormat.TABLE, ScanFormat.MARKDOWN}


@dataclass(frozen=True, slots=True)
class View:
    """Which tallies to print: by what, at which level of a belofte, in which language and form."""

    by: By
    level: Level
    lang: Language
    plain: bool = False


def read_error(path: Path, codebook: "Codebook", *, quiet: bool) -> "Measured":
    """Read the error of a validation, and warn when it was measured with other rules."""
    from beloften.report.validation.files import read_validation

    measured = read_validation(path)
    if measured.codebook["sha256"] != codebook.sha256 and not quiet:
        then = f"{measured.codebook['name']} {measured.codebook['version']} {measured.codebook['sha256'][:8]}"
        now = f"{codebook.name} {codebook.version} {codebook.sha256[:8]}"
        say(f"beloften: {path} was measured with other rules ({then}) than these ({now}); validate again.")
    return measured


def print_corrected(
    found: "Scan",
    codebook: "Codebook",
    meta: "RunMeta",
    output: ScanFormat,
    view: View,
    measured: "Measured",
    *,
    quiet: bool,
) -> None:
    """Print the tallies with corrected rates, and tell which could not be corrected."""
    from beloften.report import markdown, terminal
    from beloften.report.tables import corrected
    from beloften.rundir import csv_rows, rows, run_info
    from beloften.validation.corrected import count_corrected

    by, level, lang = view.by, view.level, view.lang
    counted = count_corrected(found.results, codebook, by, measured.errors)
    names = corrected.group_names(counted, lang)
    sheet = corrected.corrected_sheet(counted, codebook, names, level, lang)
    extra = (sheet,) if sheet.rows else ()
    if not extra and output in _SHEETS:
        say("beloften: Nothing of what is shown was validated, so that no rate is corrected.")
        for other in corrected.levels_corrected(counted):
            say(f"beloften: There are corrected rates at the level {other}: give --level {other}.")
    elif not any(kind == level for kind, _ in measured.errors) and output in _SHEETS:
        say(f"beloften: beloften were not validated at the level {level}, so that they are not corrected.")
    match output:
        case ScanFormat.TABLE:
            terminal.show_scan(
                found.results, codebook, by=by, level=level, lang=lang, extra=extra, plain=view.plain
            )
        case ScanFormat.MARKDOWN:
            text = markdown.scan_markdown(found.results, codebook, by=by, level=level, lang=lang, extra=extra)
            typer.echo(text, nl=False)
        case ScanFormat.CSV:
            name_rules(codebook.edition, quiet=quiet)
            csv_rows.write_rows(counted, corrected.CORRECTED, sys.stdout)
        case ScanFormat.JSON:
            documents = list(rows.document_rows(found.results))
            typer.echo(run_info.scan_json(counted, documents, codebook, meta), nl=False)
    if failed := corrected.uncorrected(counted, measured.errors):
        say(f"beloften: too little is known of the error of these to correct them: {', '.join(failed)}.")
