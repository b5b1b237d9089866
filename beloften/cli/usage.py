"""What is wrong with a command line, in the words and the form of all other errors."""

import difflib
import re
from typing import Any

import typer

from beloften.errors import UsageError

UsageOfTyper: type[Exception] = typer.BadParameter.__mro__[1]
"""The class of all of Typer's errors about a command line, for which Typer has no public name."""

_CHOICES = re.compile(r"(?:Value error, )?'(.*)' is not one of (.*?)\.?", re.DOTALL)
_NO_NUMBER = re.compile(r".*valid (?:integer|number)")
_TOO_MANY = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)
_LIMIT = re.compile(r"Input should be (greater|less) than or equal to (\S+)")
_RANGE = re.compile(r"(-?\d+) is not in the range (?:(-?\d+)<=)?x(?:>=(-?\d+)|<=(-?\d+))?\.")  # Typer 0.26


def is_help(error: Any) -> bool:  # noqa: ANN401 - the types that Typer has for errors change with its version
    """Tell whether an error is none, but the help of a group of commands that was named alone."""
    return type(error).__name__ == "NoArgsIsHelpError"


def usage_error(error: Any, subcommand: str | None = None) -> UsageError:  # noqa: ANN401 - the same
    """Return the error to show for one of Typer's.

    Args:
        error: an instance of `UsageOfTyper`.
        subcommand: the command, when it is known; not every error of Typer's tells of which it is.
    """
    command = error.ctx.command_path if error.ctx else f"beloften {subcommand or ''}".strip()
    return UsageError(_problem(error), f"See: {command} --help")


def _problem(error: Any) -> str:  # noqa: ANN401 - the same
    param = getattr(error, "param", None)
    if getattr(error, "option_name", None) and hasattr(error, "possibilities"):
        close = " or ".join(sorted(error.possibilities or ()))
        return f"There is no option {error.option_name}{f': did you mean {close}?' if close else '.'}"
    if param is None:
        message = str(error.format_message())
        extra = _TOO_MANY.fullmatch(message)
        return f"Too much was given: {extra[1]}. What has spaces goes in quotes." if extra else message
    if type(error).__name__ == "MissingParameter":
        return f"{_name(param)} is missing: {param.help[0].lower()}{param.help[1:]}"
    return f"{_name(param)}: {_value_problem(error.message)}"


def _name(param: Any) -> str:  # noqa: ANN401 - the same
    """What a user calls it: --format, or PATHS."""
    if param.param_type_name == "argument":
        return str(param.metavar or param.name).upper()
    return str(max(param.opts, key=len))


def _value_problem(message: str) -> str:
    if match := _CHOICES.fullmatch(message):
        given, choices = match[1], re.findall(r"'(.*?)'", match[2])
        close = difflib.get_close_matches(given.lower(), choices, n=1)
        meant = f": did you mean {close[0]}?" if close else "."
        return f"there is no '{given}'{meant} There are: {', '.join(choices)}."
    if _NO_NUMBER.match(message):
        return "write a number."
    if match := _LIMIT.fullmatch(message):
        return f"write {match[2]} or {'more' if match[1] == 'greater' else 'less'}."
    if match := _RANGE.fullmatch(message):
        least, most = match[2] or match[3], match[4]
        is_low = least and int(match[1]) < int(least)
        return f"write {least} or more." if is_low else f"write {most} or less."
    message = message[:1].lower() + message[1:]
    return message if message.endswith((".", "?")) else f"{message}."
