"""The page of the documentation that has the help of every command.

python tools/commands.py    # writes docs/commands.md
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from beloften.cli.commands import GROUPS
from beloften.cli.main import app

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
WIDTH = 100
HEAD = """<!-- Made from the program by tools/commands.py (`make transcripts`): change the help, not this. -->

# Commands

What each command says with `--help`. `beloften --help` lists them; `beloften doctor` tells what is installed.
Data goes to standard output and all else to standard error, so that `>` and `|` take the data only.

| exit code | means |
|---|---|
| 0 | done |
| 1 | a condition that you set is met (`scan --check`, `--fail-on`, `validate --fail-under`) |
| 2 | the command is wrong, or something that it needs is not there |
| 3 | the rules cannot be used |
| 4 | done, and some documents could not be read |
| 5 | no document could be read |
| 130, 143 | ended by Ctrl-C or by the system; the same command goes on from there |
"""


def page() -> str:
    """Return the page, in Markdown."""
    parts = [HEAD]
    top: Any = get_command(app)
    for group, commands in GROUPS.items():
        parts.append(f"## {group}\n")
        for name, summary in commands.items():
            command = top.get_command(None, name)
            parts.append(f"### beloften {name}\n\n{summary}\n")
            parts += [f"```text\n{text}\n```\n" for text in _helps(command, f"beloften {name}")]
    return "\n".join(parts)


def _helps(command: Any, name: str) -> Iterator[str]:  # noqa: ANN401 - the types of Typer change with its version
    """Yield the help of a command, and of those below it."""
    context = command.make_context(
        name, [], resilient_parsing=True, terminal_width=WIDTH, max_content_width=WIDTH
    )
    yield "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    for below, part in getattr(command, "commands", {}).items():
        yield from _helps(part, f"{name} {below}")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
