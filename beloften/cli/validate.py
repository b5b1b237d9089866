"""`beloften validate`: the tool's codes against those of people."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from beloften.cli.options import Codings, Quiet, Replace, Rules, codebook_of, name_rules, say
from beloften.errors import ExitCode


class ScoreFormat(StrEnum):
    """How to show the scores."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"
    LATEX = "latex"


def validate(
    codings: Codings,
    documents: Annotated[
        list[Path] | None,
        typer.Option(
            help="Folder with the documents, where quotations were coded and not sentences.",
            metavar="FOLDER",
        ),
    ] = None,
    key: Annotated[
        Path | None,
        typer.Option(
            help="Key of a coding sheet, which `sample` wrote.",
            metavar="FILE",
            show_default="the one that lies beside it",
        ),
    ] = None,
    output: Annotated[ScoreFormat, typer.Option("--format", help="Form of the scores.")] = ScoreFormat.TABLE,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Write scores, confusions, disagreements and validation.json to this folder.",
            metavar="FOLDER",
        ),
    ] = None,
    fail_under: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CONDITION", help="End with exit code 1 when a score is lower: f1=0.8, genoemd.alpha=0.7."
        ),
    ] = None,
    predictions: Annotated[
        Path | None,
        typer.Option(
            help="Write the program's own codes to this file, as JSONL.", metavar="FILE", show_default=False
        ),
    ] = None,
    replace: Replace = False,
    rules: Rules = None,
    quiet: Quiet = False,
) -> None:
    """Code sentences that people coded anew and compare: precision, recall, F1 and alpha, with intervals."""
    from beloften.codings.jsonl import write_codings
    from beloften.codings.read import read_coders
    from beloften.report.validation import files
    from beloften.report.validation.scores import render
    from beloften.validation.coders import compare_coders
    from beloften.validation.conditions import failed, parse_condition
    from beloften.whole_files import check_free, write_whole

    conditions = [parse_condition(text) for text in fail_under or ()]
    for target in filter(None, (out, predictions)):
        check_free(target, replace=replace)
    codebook = codebook_of(rules, quiet=quiet)
    read = read_coders(codings, codebook, documents or (), key)
    if not quiet:
        for remark in read.remarks:
            say(f"beloften: {remark}")
    compared = compare_coders(read.coders, codebook)
    if predictions:
        write_whole(predictions, "".join(f"{line}\n" for line in write_codings(compared.found)))
    if out:
        files.write_validation(out, compared, files.basis_of(codings, compared, codebook))
    if output is ScoreFormat.CSV:
        name_rules(codebook.edition, quiet=quiet or rules is not None)
    typer.echo(render(compared.comparisons, codebook, output))
    if compared.left_out and not quiet:
        found = ", ".join(f"{code} {number}" for code, number in compared.left_out.items())
        say(
            "beloften: no coder used these codes, so that no score counts the sentences in which they were "
            f"found: {found}. Where coders did look for them, those are errors."
        )
    lower = failed(compared.comparisons[0].validation, conditions)
    for line in lower:
        say(f"beloften: {line}")
    if lower:
        raise typer.Exit(ExitCode.CONDITION_MET)
