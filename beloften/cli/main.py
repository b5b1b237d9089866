"""The command `beloften` and what it does with errors."""

import errno
import os
import signal
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from beloften.cli import (
    cache,
    compare,
    diff,
    doctor,
    explain,
    export,
    figure,
    init,
    kwic,
    merge,
    review,
    rules,
    sample,
    scan,
    show,
    text,
    validate,
)
from beloften.cli.options import complain
from beloften.errors import BeloftenError, ExitCode


class Commands(TyperGroup):
    """The commands, ended quietly when nobody reads on, as in `beloften scan … | head`."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - the types that Typer has for them change with its version
        """Run a command."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes at its end
            raise typer.Exit(ExitCode.DONE) from error


app = typer.Typer(
    cls=Commands,
    name="beloften",
    help="Finds the promises of nearness in municipal policy documents and tallies them per gemeente.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(scan.scan)
app.command()(compare.compare)
app.command()(diff.diff)
app.command()(merge.merge)
app.command()(figure.figure)
app.command()(export.export)
app.command()(show.show)
app.command()(kwic.kwic)
app.command()(explain.explain)
app.command()(text.text)
app.command()(validate.validate)
app.command()(sample.sample)
app.command()(review.review)
app.add_typer(rules.app, name="rules")
app.add_typer(cache.app, name="cache")
app.command()(init.init)
app.command()(doctor.doctor)


def _show_version(value: bool) -> None:
    if value:
        from importlib.metadata import version

        typer.echo(f"beloften {version('beloften')}")
        raise typer.Exit


@app.callback()
def beloften(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Take the options that stand before the command."""


def main() -> None:
    """Run the command line; an error of the user's becomes one line and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # the same bytes in every locale
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    signal.signal(signal.SIGTERM, lambda *_: _end(ExitCode.TERMINATED))
    signal.signal(signal.SIGINT, lambda *_: _end(ExitCode.INTERRUPTED))
    try:
        app()
        sys.stdout.flush()  # what a full disk does not take is told below, and not by Python at its end
    except BeloftenError as error:
        complain(str(error))
        sys.exit(error.exit_code)
    except OSError as error:
        if error.errno != errno.ENOSPC or error.filename:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes at its end
        complain("The disk is full, so that not all was written. Make room, and give the command again.")
        sys.exit(ExitCode.USAGE)


def _end(code: ExitCode) -> None:
    """End the command; a second signal does not break off the ending, which takes some seconds at most."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    sys.exit(code)
