"""`beloften rules stats`, `suggest` and `diff`: what the rules do in documents and beside human coders."""

import sys
from enum import StrEnum
from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated

import typer

from beloften.cli import completion
from beloften.cli.options import (
    Codings,
    Jobs,
    Lang,
    Language,
    Paths,
    Quiet,
    Rules,
    codebook_of,
    name_rules,
    say,
)


class TableFormat(StrEnum):
    """How to print a table."""

    TABLE = "table"
    CSV = "csv"


Code = Annotated[
    str,
    typer.Option(
        help="Only the rule with this code.",
        metavar="CODE",
        show_default=False,
        autocompletion=completion.concepts,
    ),
]
Format = Annotated[TableFormat, typer.Option("--format", help="Form of the table.")]
Samples = Annotated[
    int, typer.Option(min=0, max=3, help="How many sentences to show of each.", metavar="NUMBER")
]


def stats(
    paths: Paths,
    code: Code = "",
    output: Format = TableFormat.TABLE,
    samples: Samples = 2,
    rules: Rules = None,
    jobs: Jobs = None,
    lang: Lang = Language.NL,
    quiet: Quiet = False,
) -> None:
    """Show what each pattern does in documents.

    In how many sentences it matches, in how many it counts, and in how many nothing else does.
    """
    from beloften.cli.scanning import scanned
    from beloften.report.codebook.pattern_stats import STATS, stat_lines, stat_rows
    from beloften.run.options import ReadingOptions
    from beloften.rundir.csv_rows import write_rows
    from beloften.tally.pattern_stats import pattern_stats

    codebook = codebook_of(rules, quiet=quiet)
    wanted = codebook.require(code) if code else None
    options = ReadingOptions(hits=True)
    found = scanned(paths, codebook, gemeente=None, jaar=None, jobs=jobs, quiet=quiet, options=options)
    all_stats = pattern_stats(found.results, codebook, samples)
    shown = [stat for stat in all_stats if wanted in {None, stat.concept}]
    name_rules(codebook.edition, quiet=quiet or rules is not None)
    if output is TableFormat.CSV:
        write_rows(stat_rows(shown), STATS, sys.stdout)
    else:
        for line in stat_lines(shown, lang, get_terminal_size().columns):
            typer.echo(line)
    if not quiet:
        read = sum(result.is_read for result in found.results)
        idle = sum(not stat.matches for stat in shown)
        say(f"Documents read: {read}. Patterns: {len(shown)}. Without a match: {idle}.")
    raise typer.Exit(found.exit_code)


def suggest(
    gold: Codings,
    code: Code = "",
    output: Format = TableFormat.TABLE,
    most: Annotated[
        int, typer.Option(min=1, help="How many phrases to show of each code.", metavar="NUMBER")
    ] = 10,
    rules: Rules = None,
) -> None:
    """Show words that could be added to the rules, or excluded.

    They mark, by log-likelihood, what the rules miss of human codings, and what they find wrongly.
    """
    from beloften.codings.read import read_coders
    from beloften.detect.detector import Detector
    from beloften.report.codebook.pattern_stats import SUGGESTIONS, suggestion_lines
    from beloften.rundir.csv_rows import write_rows
    from beloften.validation.recode import recode
    from beloften.validation.suggest import suggest as suggested

    codebook = codebook_of(rules)
    detector = Detector(codebook)
    coders = read_coders(gold, codebook).coders.values()
    coded = [sentence for own in coders for sentence in own]
    suggestions = suggested(coded, [one for own in coders for one in recode(own, detector)], code, most)
    if output is TableFormat.CSV:
        write_rows(suggestions, SUGGESTIONS, sys.stdout)
    else:
        for line in suggestion_lines(suggestions, get_terminal_size().columns):
            typer.echo(line)
    say(f"Sentences: {len(coded)}. Phrases: {len(suggestions)}.")


def diff(
    old: Annotated[
        str, typer.Argument(help="Folder with rules, or `beloften` for the ones that ship.", metavar="OLD")
    ],
    new: Annotated[
        str, typer.Argument(help="Folder with rules, or `beloften` for the ones that ship.", metavar="NEW")
    ],
    on: Annotated[
        list[Path] | None,
        typer.Option(
            help="Documents to compare the findings in; may be given several times.",
            metavar="PATH",
            show_default=False,
        ),
    ] = None,
    samples: Annotated[
        int, typer.Option(min=0, help="How many sentences to show of each change.", metavar="NUMBER")
    ] = 3,
    jobs: Jobs = None,
    lang: Lang = Language.NL,
    quiet: Quiet = False,
) -> None:
    """Show what differs between two codebooks.

    With --on also what that changes in what is found in documents.
    """
    from beloften.cli.scanning import scanned
    from beloften.codebook.diff import codebook_changes
    from beloften.codebook.load import named_codebook
    from beloften.drift.finding_changes import finding_changes
    from beloften.report.codebook.rules_diff import change_lines, finding_lines, meaning_lines
    from beloften.report.wording import edition_line

    codebooks = named_codebook(old), named_codebook(new)
    for sign, codebook in zip("-+", codebooks, strict=True):
        typer.echo(f"{sign}{sign}{sign} {edition_line(codebook.edition, lang)}")
    for line in change_lines(codebook_changes(*codebooks)):
        typer.echo(line)
    for line in meaning_lines(*codebooks):
        typer.echo(line)
    if on:
        scans = [
            scanned(on, codebook, gemeente=None, jaar=None, jobs=jobs, quiet=quiet) for codebook in codebooks
        ]
        summary, changes = finding_changes(scans[0].results, scans[1].results, codebooks)
        typer.echo()
        for line in finding_lines(summary, changes, samples):
            typer.echo(line)
        raise typer.Exit(scans[1].exit_code)
