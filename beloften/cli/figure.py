"""`beloften figure`: a picture of what was found, for a paper or in the terminal."""

from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated

import typer

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
    RunsOrPaths,
    by_option,
    codebook_of,
    codes_option,
    level_option,
    say,
)
from beloften.codebook.schema import Level
from beloften.report.figures.shapes import FigureKind


def figure(
    kind: Annotated[
        FigureKind, typer.Argument(help="Which figure; see above, and docs/figures.md.", metavar="KIND")
    ],
    paths: RunsOrPaths,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Write it to this file, .svg, .png or .pdf, instead of the terminal.",
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    replace: Replace = False,
    by: Annotated[str | None, by_option(default="gemeente")] = None,
    level: Annotated[Level | None, level_option(default="belofte")] = None,
    code: Annotated[list[str] | None, codes_option("the beloften")] = None,
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
