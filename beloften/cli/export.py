"""`beloften export`: a run in the form that another program opens."""

from pathlib import Path
from typing import Annotated

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
    codebook_of,
    say,
)
from beloften.export.asked import ExportFormat, TableName
from beloften.export.formats import format_named


def export(
    paths: Annotated[
        list[Path], typer.Argument(help="A run directory; or files, folders or manifests.", metavar="PATHS")
    ],
    to: Annotated[
        ExportFormat,
        typer.Option(
            parser=format_named,
            help="Format: xlsx for Excel, sav for SPSS, qdpx for ATLAS.ti, html for a browser, …",
            autocompletion=completion.export_formats,
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            help="File or folder to write.",
            metavar="PATH",
            show_default="named after the run, in this folder",
        ),
    ] = None,
    documents: Annotated[
        Path,
        typer.Option(
            help="Folder with the documents of the run.", metavar="FOLDER", show_default="this folder"
        ),
    ] = Path(),
    only: Only = None,
    table: Annotated[
        list[TableName] | None,
        typer.Option(
            help="Of latex and markdown only this table; may be given several times.", show_default="all"
        ),
    ] = None,
    replace: Replace = False,
    gemeente: Gemeente = None,
    jaar: Jaar = None,
    rules: Rules = None,
    jobs: Jobs = None,
    lang: Lang = Language.NL,
    quiet: Quiet = False,
) -> None:
    """Write a run for a spreadsheet, a statistics or QDA program, a browser, a PDF reader or a paper."""
    from beloften.cli.one_run import one_run
    from beloften.errors import ExitCode, UsageError
    from beloften.export.formats import FORMATS, Shape, export_run, export_text
    from beloften.export.material import Material, find_originals
    from beloften.rundir.part import part_of
    from beloften.safe_text import visible
    from beloften.whole_files import check_free

    form = FORMATS[to]
    if table and to not in {ExportFormat.LATEX, ExportFormat.MARKDOWN}:
        raise UsageError(f"{to} has no such tables.", "Leave out --table, or export to latex or markdown.")
    name = paths[0].resolve().stem
    target = None if form.shape is Shape.TEXT and not out else out or Path(name + form.ending)
    if target:
        check_free(target, replace=replace)
    if form.needs_originals and not documents.is_dir():
        raise UsageError(f"There is no folder {documents}.", "Name the folder that was scanned.")
    found = one_run(
        paths, codebook_of(rules, quiet=quiet), gemeente=gemeente, jaar=jaar, jobs=jobs, quiet=quiet
    )
    if found.exit_code is ExitCode.NONE_READABLE:
        raise typer.Exit(found.exit_code)
    run, originals = part_of(found.run, only or ()), found.originals
    if form.needs_originals and not originals:
        originals = find_originals(run.documenten, documents)
    material = Material(name, run, lang.value, originals, tuple(table or TableName))
    if target:
        for remark in export_run(material, to, target, replace=replace):
            say(f"beloften: {visible(remark)}")
        if not quiet:
            say(f"The export is in {target}.")
    else:
        typer.echo(export_text(material, to), nl=False)
    raise typer.Exit(found.exit_code)
