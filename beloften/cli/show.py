"""`beloften show`: leaf through what was found, page by page."""

import sys
from pathlib import Path
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
    Rules,
    RunOrPaths,
    codebook_of,
    codes_option,
)


def show(
    paths: RunOrPaths = None,
    code: Annotated[list[str] | None, codes_option("all")] = None,
    only: Only = None,
    gemeente: Gemeente = None,
    jaar: Jaar = None,
    rules: Rules = None,
    jobs: Jobs = None,
    lang: Lang = Language.NL,
    quiet: Quiet = False,
) -> None:
    """Leaf through the sentences with codes, document by document and page by page."""
    from beloften.cli.one_run import one_run
    from beloften.report.browse import browsed
    from beloften.report.terminal import leaf, show

    codebook = codebook_of(rules, quiet=quiet)
    for name in code or ():
        codebook.require(name)
    found = one_run(paths or [Path()], codebook, gemeente=gemeente, jaar=jaar, jobs=jobs, quiet=quiet)
    lines = browsed(found.run, code or (), only or (), lang)
    if sys.stdout.isatty():
        leaf(lines)
    else:
        show(*lines)
    raise typer.Exit(found.exit_code)
