"""`beloften text`: what was read from a file."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class TextFormat(StrEnum):
    """How to show what was read."""

    TEXT = "text"
    JSONL = "jsonl"


def text(
    file: Annotated[Path, typer.Argument(help="A document; `-` reads a text from standard input.")],
    output: Annotated[
        TextFormat, typer.Option("--format", help="Readable text, or a JSON object per paragraph.")
    ] = TextFormat.TEXT,
    show_all: Annotated[bool, typer.Option("--all", help="Running heads, folios and contents too.")] = False,
) -> None:
    """Show what was read from a file, paragraph by paragraph."""
    from beloften.extract.input import read_input
    from beloften.report.text import as_jsonl, as_text

    document = read_input(file)
    render = as_jsonl if output is TextFormat.JSONL else as_text
    for line in render(document, running=show_all):
        typer.echo(line)
