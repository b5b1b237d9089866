"""`beloften init`: a project folder to start from."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from beloften.cli.options import Language, Quiet, say

if TYPE_CHECKING:
    from beloften.project.start import Project


def init(
    folder: Annotated[
        Path,
        typer.Argument(
            help="The folder; it is made when it is not there.", metavar="FOLDER", show_default="this folder"
        ),
    ] = Path(),
    lang: Annotated[
        Language, typer.Option(help="Language of the README and of comments in files.")
    ] = Language.NL,
    quiet: Quiet = False,
) -> None:
    """Start a project in a folder, with the documents that are there.

    Makes corpus.yaml, which says of which gemeente and year each document is as far as that can be guessed,
    and places for rules of your own, codings and results. Nothing that is there is changed or moved.
    """
    from beloften.project.start import start_project

    project = start_project(folder, lang.value)
    for path in project.made:
        typer.echo(str(folder / path))
    if not quiet:
        _tell(project)


def _tell(project: "Project") -> None:
    from beloften.installation.installer import quoted
    from beloften.project.start import DOCUMENTS, MANIFEST

    if project.is_there:
        say(f"There already, and left as it is: {', '.join(project.is_there)}.")
    for path, reason in project.not_made.items():
        say(f"Not made: {path}: {reason}.")
    for remark in project.remarks:
        say(remark)
    if project.to_add:
        say(f"{project.folder / MANIFEST} does not list all documents. Add these lines below its last one:")
        for line in project.to_add:
            say(line)
    if project.proposals:
        say(_guessed(project))
    where = quoted(str(project.folder))
    say("Next:")
    if not project.has_documents:
        say(f"  put documents in {project.folder / DOCUMENTS}, then: beloften init {where}")
        return
    if project.proposals:
        say(f"  check what was guessed in {project.folder / MANIFEST}")
    results = quoted(str(project.folder / "resultaten" / "eerste"))
    report = quoted(str(project.folder / "resultaten" / "eerste.html"))  # elsewhere it would be a document
    say(f"  beloften scan {where}")
    say(f"  beloften scan {where} --out {results}")
    say(f"  beloften export {results} --to html --out {report}")


def _guessed(project: "Project") -> str:
    """How much of the manifest could be guessed."""
    proposals = project.proposals
    gemeenten = sum(proposal.gemeente is not None for proposal in proposals)
    jaren = sum(proposal.jaar is not None for proposal in proposals)
    documents = "1 document" if len(proposals) == 1 else f"{len(proposals)} documents"
    return f"{documents}: the gemeente of {gemeenten} and the year of {jaren} could be guessed."
