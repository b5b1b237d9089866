"""The commands by group, each with a line about it; a command's module is loaded when the command is used.

So `beloften --help` costs what these lines cost, and not what all commands need.
"""

from importlib import import_module
from typing import Any

import typer
from typer.main import get_command

GROUPS = {
    "To begin": {
        "init": "Start a project in a folder, with the documents that are there.",
        "doctor": "Check whether all works here, and see what can be added.",
    },
    "Count and compare": {
        "scan": "Find the beloften in documents, and tally them per gemeente.",
        "compare": "Compare gemeenten, years or groups of your own.",
        "diff": "Follow the beloften of one text to a later one.",
        "figure": "Draw what was found, in the terminal or in a file.",
        "export": "Write a run for Excel, SPSS, ATLAS.ti, a browser or a paper.",
        "merge": "Join the runs of the parts of a corpus.",
    },
    "Look at the evidence": {
        "kwic": "Show every place that carries a code, in its context.",
        "show": "Leaf through what was found, page by page.",
        "explain": "See what is found in a sentence, and by which words.",
        "text": "See what was read from a document.",
    },
    "Rules, and people who code": {
        "rules": "Read, write, check and measure the rules.",
        "sample": "Draw sentences as a blank coding sheet for people.",
        "validate": "Compare what the rules find with what people coded.",
        "review": "Judge findings one by one.",
    },
    "Upkeep": {
        "cache": "See or forget what was read before.",
    },
}
"""What each command does, in a line that fits a terminal of 80 columns."""

NAMES = tuple(name for commands in GROUPS.values() for name in commands)


def new_app(**settings: Any) -> typer.Typer:  # noqa: ANN401 - those of Typer
    """Return an app whose help does without Rich, and that leaves completion to the whole."""
    return typer.Typer(
        add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None, **settings
    )


def loaded(name: str) -> Any:  # noqa: ANN401 - the types that Typer has for commands change with its version
    """Load a command: the function of its module that bears its name, or the group `app` of its module."""
    from beloften.cli.examples import epilog_of

    module = import_module(f"beloften.cli.{name}")
    if hasattr(module, "app"):
        app = module.app
    else:
        app = new_app()
        app.command(name)(getattr(module, name))
    command = get_command(app)
    command.name, command.epilog = name, epilog_of(name)
    for subname, subcommand in getattr(command, "commands", {}).items():
        subcommand.epilog = epilog_of(f"{name} {subname}")
    return command
