"""`beloften figure`: a picture of what was found, for a paper or in the terminal."""

from pathlib import Path
from shutil import get_terminal_size
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
from beloften.codebook.schema import Level
from beloften.compare.asked import GROUPINGS
from beloften.report.figures.shapes import FigureKind


def figure(
    kind: Annotated[
        FigureKind, typer.Argument(help="Which figure; see above, and docs/figures.md.", metavar="KIND")
    ],
    paths: Annotated[
        list[Path], typer.Argument(help="Run directories; or files, folders or manifests.", metavar="PATHS")
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            help="Write it to this file, .svg, .png or .pdf, instead of the terminal.",
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    replace: Replace = False,
    by: Annotated[
        str | None,
        typer.Option(
            help=f"What to group by: {', '.join(GROUPINGS)}, or a key of your manifest.",
            metavar="KEY",
            autocompletion=completion.groups,
            show_default="gemeente",
        ),
    ] = None,
    level: Annotated[
        Level | None,
        typer.Option(
            help="Lead with goods that are named, tied to nearness (belofte), or by a link (expliciet).",
            show_default="belofte",
        ),
    ] = None,
    code: Annotated[
        list[str] | None,
        typer.Option(
            help="Code to show; may be given several times.",
            metavar="CODE",
            show_default="the beloften",
            autocompletion=completion.codes,
        ),
    ] = None,
    only: Only = None,
    gemeente: Gemeente = None,
    jaar: Jaar = None,
    rules: Rules = None,
    jobs: Jobs = None,
    lang: Lang = Language.NL,
    quiet: Quiet = False,
) -> None:
    """Draw what was found, in the terminal or in a file.

    KIND is one of heatmap, rates as colours; dots, rates with their intervals; schema, the beloften and what
    they stand against as mirrored bars; years, a panel for each code or group; dispersion, where in a single
    document the beloften stand.
    """
    from beloften.cli.notas import documents_of
    from beloften.report.figures.draw import draw_figure, form_of
    from beloften.report.figures.figure import FigureAsked, figure_shape
    from beloften.report.figures.terminal import terminal_figure
    from beloften.report.terminal import show
    from beloften.whole_files import check_free, write_whole

    form = form_of(out) if out else ""
    if out:
        check_free(out, replace=replace)
    codebook = codebook_of(rules, quiet=quiet)
    for name in code or ():
        codebook.require(name)
    documents = documents_of(paths, codebook, gemeente=gemeente, jaar=jaar, jobs=jobs, quiet=quiet)
    if documents.notas:
        asked = FigureAsked(kind, by, level, tuple(code or ()), tuple(only or ()))
        shape = figure_shape(asked, documents.notas, documents.named(codebook), documents.page_labels)
        if out:
            write_whole(out, draw_figure(shape, form, lang))
            if not quiet:
                say(f"The figure is in {out}.")
        else:
            show(*terminal_figure(shape, get_terminal_size().columns, lang))
    raise typer.Exit(documents.exit_code)
