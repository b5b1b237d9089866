"""`beloften validate`: the tool's codes against those of people."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from beloften.cli.options import Rules


class ScoreFormat(StrEnum):
    """How to show the scores."""

    TABLE = "table"
    JSON = "json"


def validate(
    gold: Annotated[Path, typer.Argument(help="Coded sentences in JSONL.")],
    predictions: Annotated[
        Path | None,
        typer.Option(help="Write the tool's own codes here, in the same form.", show_default=False),
    ] = None,
    output: Annotated[ScoreFormat, typer.Option("--format", help="Form of the scores.")] = ScoreFormat.TABLE,
    rules: Rules = None,
) -> None:
    """Code the sentences of a gold standard anew and compare: precision, recall and F1 per code."""
    from beloften.codebook.load import load_codebook
    from beloften.detect.codings import recode
    from beloften.detect.detector import Detector
    from beloften.detect.gold import read_codings, write_codings
    from beloften.report.files import write_whole
    from beloften.report.scores import scores_as_json, scores_as_table
    from beloften.tally.agreement import compare_codings

    coded = read_codings(gold)
    recoded = recode(coded, Detector(load_codebook(rules)))
    if predictions:
        write_whole(predictions, "".join(f"{line}\n" for line in write_codings(recoded)))
    scores = compare_codings(coded, recoded)
    typer.echo(scores_as_json(scores) if output is ScoreFormat.JSON else scores_as_table(scores))
