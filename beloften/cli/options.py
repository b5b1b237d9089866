"""Options that several commands share, and what they have in common at the terminal."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer


class Language(StrEnum):
    """Language of labels."""

    NL = "nl"
    EN = "en"


Rules: TypeAlias = Annotated[
    Path | None,
    typer.Option(help="Folder with rules to use instead of the ones that ship.", show_default=False),
]
Lang: TypeAlias = Annotated[Language, typer.Option(help="Language of labels.")]
Gemeente: TypeAlias = Annotated[
    str | None, typer.Option(help="Gemeente of all documents: name or CBS code.", show_default=False)
]
Jaar: TypeAlias = Annotated[int | None, typer.Option(help="Year of all documents.", show_default=False)]
Jobs: TypeAlias = Annotated[
    int | None, typer.Option(min=1, help="Worker processes.", show_default="one per core")
]
Ocr: TypeAlias = Annotated[
    bool, typer.Option("--ocr", help="Recognise the text of scanned pages, with tesseract.")
]
Quiet: TypeAlias = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no remarks.")]
Paths: TypeAlias = Annotated[
    list[Path], typer.Argument(help="Files, folders or manifests; `-` reads one text from standard input.")
]


def say(line: str) -> None:
    """Tell the user something that is not data."""
    print(line, file=sys.stderr)  # noqa: T201 - the terminal is what this is for
