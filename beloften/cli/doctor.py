"""`beloften doctor`: what is installed, and whether it works."""

from shutil import get_terminal_size

import typer

from beloften.cli.options import say, tell
from beloften.errors import ExitCode


def doctor() -> None:
    """Tell what is installed, whether a scan works here, and what could be added with which command.

    Ends with the exit code that a scan would end with: 0, or 3 when the rules do not load, or 5 when nothing
    can be read.
    """
    from beloften.report.examination import examination_lines
    from beloften.run.examine import examine_installation

    found = examine_installation()
    tell(examination_lines(found, get_terminal_size().columns))
    if found.exit_code is not ExitCode.DONE:
        say("beloften: A scan does not work here; what to do stands below each FAULT.")
        raise typer.Exit(found.exit_code)
    say("A scan works here.")
