"""`beloften text`: what was read from a file."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from beloften.cli.options import Ocr, say

if TYPE_CHECKING:
    from beloften.extract.document import Document


class TextFormat(StrEnum):
    """How to show what was read."""

    TEXT = "text"
    JSONL = "jsonl"


def text(
    file: Annotated[
        Path, typer.Argument(help="A document; `-` reads a text from standard input.", metavar="FILE")
    ],
    output: Annotated[
        TextFormat, typer.Option("--format", help="Readable text, or a JSON object per paragraph.")
    ] = TextFormat.TEXT,
    show_all: Annotated[
        bool,
        typer.Option(
            "--all",
            help="With what is not counted: running heads, page numbers, contents, hidden words.",
        ),
    ] = False,
    page: Annotated[
        str | None,
        typer.Option(help="Only this page, by the number printed on it.", metavar="PAGE", show_default=False),
    ] = None,
    show: Annotated[
        bool,
        typer.Option(
            "--show",
            help="Draw what was read on a picture of the page given by --page, a PNG in this folder.",
        ),
    ] = False,
    ocr: Ocr = False,
) -> None:
    """Show what was read from a file, paragraph by paragraph."""
    from beloften.cli.apart import go_on_apart
    from beloften.errors import ExitCode
    from beloften.extract.input import read_input
    from beloften.extract.pages import only_page
    from beloften.report.text import as_jsonl, as_text
    from beloften.run.result import READ

    go_on_apart(str(file))
    document = read_input(file, ocr=ocr)
    if document.remark:
        say(f"beloften: {document.quality}: {document.remark}")
    if show:
        for target in _write_pictures(file, document, page):
            typer.echo(target)
        return
    if page is not None:
        document = only_page(document, page)
    render = as_jsonl if output is TextFormat.JSONL else as_text
    for line in render(document, running=show_all):
        typer.echo(line)
    if document.quality not in READ:
        raise typer.Exit(ExitCode.NONE_READABLE)


def _write_pictures(file: Path, document: "Document", page: str | None) -> Iterator[Path]:
    """Write a picture of each page with a number in the current folder and yield their names."""
    from beloften.errors import UsageError
    from beloften.extract.pages import pages_labelled
    from beloften.extract.picture import picture_of_page
    from beloften.whole_files import write_whole

    if page is None or not document.pages:
        raise UsageError("--show draws one page of a PDF.", "Name the page with --page, as it is printed.")
    for time, found in enumerate(pages_labelled(document, page), 1):
        picture = picture_of_page(file.read_bytes(), document, found.index)
        target = Path(f"{file.stem}-p{page}{f'-{time}' if time > 1 else ''}.png")
        write_whole(target, picture)
        yield target
