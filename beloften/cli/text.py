"""`beloften text`: what was read from a file."""

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
    file: Annotated[Path, typer.Argument(help="A document; `-` reads a text from standard input.")],
    output: Annotated[
        TextFormat, typer.Option("--format", help="Readable text, or a JSON object per paragraph.")
    ] = TextFormat.TEXT,
    show_all: Annotated[bool, typer.Option("--all", help="Running heads, folios and contents too.")] = False,
    page: Annotated[
        str | None, typer.Option(help="Only this page, by the number printed on it.", show_default=False)
    ] = None,
    show: Annotated[
        bool, typer.Option("--show", help="Write a picture of the page with what was read drawn in.")
    ] = False,
    ocr: Ocr = False,
) -> None:
    """Show what was read from a file, paragraph by paragraph."""
    from beloften.extract.input import read_input
    from beloften.extract.pages import only_page
    from beloften.report.text import as_jsonl, as_text

    document = read_input(file, ocr=ocr)
    if document.remark:
        say(f"beloften: {document.quality}: {document.remark}")
    if show:
        typer.echo(_write_picture(file, document, page))
        return
    if page is not None:
        document = only_page(document, page)
    render = as_jsonl if output is TextFormat.JSONL else as_text
    for line in render(document, running=show_all):
        typer.echo(line)


def _write_picture(file: Path, document: "Document", page: str | None) -> Path:
    """Write the picture of a page in the current folder and return its name."""
    from beloften.errors import UsageError
    from beloften.extract.pages import page_labelled
    from beloften.extract.picture import picture_of_page
    from beloften.report.files import write_whole

    if page is None or not document.pages:
        raise UsageError("--show draws one page of a PDF.", "Name the page with --page, as it is printed.")
    picture = picture_of_page(file.read_bytes(), document, page_labelled(document, page).index)
    target = Path(f"{file.stem}-p{page}.png")
    write_whole(target, picture)
    return target
