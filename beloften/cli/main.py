"""The command `beloften` and what it does with errors."""

import errno
import os
import signal
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from beloften.cli.commands import GROUPS, NAMES, loaded
from beloften.cli.usage import UsageOfTyper, is_help, usage_error
from beloften.errors import BeloftenError, ExitCode

_BEGIN = {
    "beloften scan nota.pdf": "count the beloften in one document",
    "beloften init stukken": "make a project of a folder of documents",
    "beloften scan stukken": "count them per gemeente",
    'beloften explain "SENTENCE"': "see what is found in a sentence, and why",
}


class Commands(TyperGroup):
    """The commands, loaded as they are used, and ended quietly when nobody reads on: `scan … | head`."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - what Typer gives a group
        """Know the names of the commands, from which a misspelt one is guessed."""
        super().__init__(**settings)
        self.commands: dict[str, Any] = dict.fromkeys(NAMES)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - the types of Typer change with its version
        """Return the names of the commands."""
        return list(NAMES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 - the same
        """Load a command; None when there is none of that name."""
        if cmd_name in NAMES and self.commands[cmd_name] is None:
            self.commands[cmd_name] = loaded(cmd_name)
        return self.commands.get(cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - the same
        """Write the commands by group, without loading them."""
        _write_commands(formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - the same
        """Take the options that stand before the command; where nothing is given, say how to begin."""
        if not args and not ctx.resilient_parsing:
            typer.echo(_first_screen(ctx.make_formatter()))
            raise typer.Exit
        try:
            return super().parse_args(ctx, args)
        except UsageOfTyper as error:
            raise usage_error(error) from error

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - the same
        """Run a command."""
        try:
            return super().invoke(ctx)
        except UsageOfTyper as error:
            if is_help(error):
                raise
            raise usage_error(error, ctx.invoked_subcommand) from error
        except BrokenPipeError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes at its end
            raise typer.Exit(ExitCode.DONE) from error


def _write_commands(formatter: Any) -> None:  # noqa: ANN401 - the same
    width = max(map(len, NAMES))
    for title, commands in GROUPS.items():
        with formatter.section(title):
            formatter.write_dl([(name.ljust(width), summary) for name, summary in commands.items()])


def _first_screen(formatter: Any) -> str:  # noqa: ANN401 - the same
    """What a newcomer reads who types the name of the program alone."""
    formatter.write_text(app.info.help)
    with formatter.section("Type for instance"):
        formatter.write_dl(list(_BEGIN.items()))
    _write_commands(formatter)
    return f"{formatter.getvalue()}\nbeloften COMMAND --help says more about a command, and has examples."


app = typer.Typer(
    cls=Commands,
    name="beloften",
    help="Finds the promises of nearness in municipal policy documents and tallies them per gemeente.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


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
        app(prog_name="beloften")  # also as `python -m beloften`: completion is for that name
        sys.stdout.flush()  # what a full disk does not take is told below, and not by Python at its end
    except BeloftenError as error:
        from beloften.cli.options import complain

        complain(str(error))
        sys.exit(error.exit_code)
    except ImportError as error:
        from beloften.cli.options import complain

        if (error.name or "beloften").partition(".")[0] == "beloften":
            raise
        complain(_what_is_missing(error))
        sys.exit(ExitCode.USAGE)
    except OSError as error:
        if error.errno != errno.ENOSPC or error.filename:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes at its end
        from beloften.cli.options import complain

        complain("The disk is full, so that not all was written. Make room, and give the command again.")
        sys.exit(ExitCode.USAGE)


def _what_is_missing(error: ImportError) -> str:
    """Tell of a library that the program cannot do without; one of an extra is told of where it is used."""
    from beloften.installation.installer import reinstall_command

    problem = f"The library {error.name} cannot be loaded, and the program cannot do without it: {error}."
    return f"{problem} Install all again with: {reinstall_command()}"


def _end(code: ExitCode) -> None:
    """End the command; a second signal does not break off the ending, which takes some seconds at most."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    sys.exit(code)
