"""`beloften review`: findings one by one, for a person to judge."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from beloften.cli import completion
from beloften.cli.options import Rules, codebook_of, say


def review(
    run: Annotated[Path, typer.Argument(help="A run directory.", metavar="RUN")],
    file: Annotated[
        Path | None,
        typer.Option(
            help="Where judgements are kept.", metavar="FILE", show_default="beoordelingen.csv in the run"
        ),
    ] = None,
    code: Annotated[
        str | None,
        typer.Option(
            help="Only findings of this code.",
            metavar="CODE",
            show_default=False,
            autocompletion=completion.codes,
        ),
    ] = None,
    rules: Rules = None,
) -> None:
    """Judge findings one by one; what was judged before is not asked again."""
    from beloften.codings.names import CodeNames
    from beloften.codings.review.ask import HELP, Session
    from beloften.codings.review.judgements import JUDGEMENTS_FILE, judgements_csv, read_judgements
    from beloften.rundir.read import read_findings
    from beloften.whole_files import write_whole

    codebook = codebook_of(rules)
    if code:
        codebook.require(code)
    kept = file or run / JUDGEMENTS_FILE
    findings = [each for each in read_findings(run) if code in {None, each.code}]
    judged = read_judgements(kept) if kept.exists() else {}
    session = Session(findings, judged, CodeNames(codebook))
    if session.finding:
        typer.echo(HELP)
    while session.finding:
        typer.echo(session.shown())
        if sys.stdin.isatty():
            typer.echo("? ", nl=False)
        line = sys.stdin.readline()
        if not line or line.strip() == "q":
            break
        if answer := session.take(line):
            typer.echo(answer)
        elif session.changed:
            write_whole(kept, judgements_csv(session.judged))
    say(session.summary(kept))
