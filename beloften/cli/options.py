"""Options that several commands share, and what they have in common at the terminal."""

import os
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer

from beloften.cli import completion
from beloften.compare.asked import GROUPINGS
from beloften.safe_text import visible

if TYPE_CHECKING:
    from beloften.codebook.schema import Codebook, Edition


class Language(StrEnum):
    """Language of labels."""

    NL = "nl"
    EN = "en"


class Format(StrEnum):
    """How to print what was counted."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"


Rules: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        help="Folder with rules of your own, instead of the ones that ship or beside them (docs/rules.md).",
        metavar="FOLDER",
        show_default=False,
    ),
]
Lang: TypeAlias = Annotated[Language, typer.Option(help="Language of labels: Dutch or English.")]
Gemeente: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="Gemeente of all documents: name or CBS code.",
        metavar="NAME",
        show_default=False,
        autocompletion=completion.gemeenten,
    ),
]
Jaar: TypeAlias = Annotated[
    int | None, typer.Option(help="Year of all documents.", metavar="YEAR", show_default=False)
]
Replace: TypeAlias = Annotated[
    bool, typer.Option("--replace", help="Write over what is there already under that name.")
]
Only: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        help="Keep to this gemeente, document or year; may be given several times.",
        metavar="NAME",
        show_default=False,
    ),
]
Jobs: TypeAlias = Annotated[
    int | None,
    typer.Option(
        min=1, help="How many documents to read at once.", metavar="NUMBER", show_default="one per core"
    ),
]
Ocr: TypeAlias = Annotated[
    bool, typer.Option("--ocr", help="Recognise the text of scanned pages, with tesseract.")
]
Plain: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--plain", help="Tables with tabs between the cells and no line broken, for other programs."
    ),
]
Quiet: TypeAlias = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no remarks.")]
Paths: TypeAlias = Annotated[
    list[Path],
    typer.Argument(
        help="Files, folders or manifests; `-` reads one text from standard input.", metavar="PATHS"
    ),
]

PathsOrUrls: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, manifests or URLs; `-` reads one text from standard input.", metavar="PATHS"
    ),
]
RunOrPaths: TypeAlias = Annotated[
    list[Path] | None,
    typer.Argument(
        help="A run directory, or files and folders to scan.", metavar="PATHS", show_default="this folder"
    ),
]
RunsOrPaths: TypeAlias = Annotated[
    list[Path], typer.Argument(help="Run directories; or files, folders or manifests.", metavar="PATHS")
]
Codings: TypeAlias = Annotated[
    list[Path],
    typer.Argument(
        help="Codings made by people: JSONL, CSV, XLSX or QDPX; one file for each coder.", metavar="CODINGS"
    ),
]


def level_option(begin: str = "Lead with", *, default: str | None = None) -> Any:  # noqa: ANN401 - as typer.Option
    """Return `--level`, of which the help begins so, with the default that it tells where that is another."""
    return typer.Option(
        help=f"{begin} goods that are named, tied to nearness (belofte), or by a link (expliciet).",
        show_default=default or True,
    )


def by_option(*, default: str | None = None) -> Any:  # noqa: ANN401 - as typer.Option
    """Return `--by` of what compares groups, with the default that its help tells where that is another."""
    return typer.Option(
        help=f"What to group by: {', '.join(GROUPINGS)}, or a key of your manifest.",
        metavar="KEY",
        autocompletion=completion.groups,
        show_default=default or True,
    )


def codes_option(default: str) -> Any:  # noqa: ANN401 - as typer.Option
    """Return `--code` of what shows several, with what is shown without it."""
    return typer.Option(
        help="Code to show; may be given several times.",
        metavar="CODE",
        show_default=default,
        autocompletion=completion.codes,
    )


def codebook_of(rules: Path | None, *, quiet: bool = False, cached: bool = True) -> "Codebook":
    """Load the rules that a command is to use, and tell which when they are not the ones that ship."""
    from beloften.report.wording import edition_line
    from beloften.run.codebook_cache import kept_codebook, loaded_codebook

    codebook = kept_codebook(rules) if cached else loaded_codebook(rules)
    if rules and not quiet:
        say(f"beloften: {edition_line(codebook.edition, 'en')}")
    return codebook


def name_rules(edition: "Edition", *, quiet: bool) -> None:
    """Tell which rules rows rest on that have no place for it; say it before them, as a pipe may end."""
    from beloften.report.wording import edition_line

    if not quiet:
        say(f"beloften: {edition_line(edition, 'en')}")


def complain(message: str) -> None:
    """Tell of an error, and in GitHub Actions also beside the file and line that it names."""
    say(f"beloften: {message}")
    annotate([message])


def annotate(messages: Iterable[str]) -> None:
    """In GitHub Actions, show errors beside the files and lines with which they begin."""
    if in_github_actions():
        from beloften.report.drift.github import error_annotation

        for message in messages:
            say(error_annotation(message))


def in_github_actions() -> bool:
    """Whether this is a step of a workflow of GitHub's, which says so."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def say(line: str) -> None:
    """Tell the user something that is not data, whatever is in the names that it quotes."""
    print(visible(line), file=sys.stderr)  # noqa: T201 - the terminal is what this is for


def tell(lines: Iterable[str]) -> None:
    """Print lines for people, whatever is in the text that they quote."""
    for line in lines:
        typer.echo(visible(line))
