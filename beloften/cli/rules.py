"""`beloften rules`: the codebook, for those who read and write it."""

from pathlib import Path
from typing import Annotated

import typer

from beloften.cli import completion, rules_corpus
from beloften.cli.commands import new_app
from beloften.cli.options import Lang, Language, Rules, annotate, codebook_of, say, tell
from beloften.codebook.schema import ConceptKind
from beloften.errors import ExitCode, UsageError

app = new_app(help="List, show, write, check and measure the rules.", no_args_is_help=True)


@app.command("list")
def list_rules(rules: Rules = None, lang: Lang = Language.NL) -> None:
    """List all concepts of the codebook."""
    from beloften.codebook.load import load_codebook
    from beloften.report.codebook.listing import concept_tables
    from beloften.report.terminal import show

    show(*concept_tables(load_codebook(rules), lang))


@app.command()
def show(
    code: Annotated[
        str,
        typer.Argument(
            help="Code of a concept, such as maatwerk; see `rules list`.",
            metavar="CODE",
            autocompletion=completion.concepts,
        ),
    ],
    rules: Rules = None,
    lang: Lang = Language.NL,
) -> None:
    """Show a concept: definition, source, patterns, examples."""
    from beloften.report.codebook.listing import describe

    codebook = codebook_of(rules)
    tell(describe(codebook.require(code), codebook, lang))


@app.command()
def test(rules: Rules = None) -> None:
    """Run the examples of all rules."""
    from beloften.detect.examples import failed_examples

    codebook = codebook_of(rules)
    failed = failed_examples(codebook)
    tell(map(str, failed))
    annotate(map(str, failed))
    count = sum(len(concept.examples) for concept in codebook.concepts)
    say(f"Examples: {count}. Failing: {len(failed)}.")
    if failed:
        raise typer.Exit(ExitCode.INVALID_RULES)


@app.command()
def lint(rules: Rules = None) -> None:
    """Check the rules for faults, idle patterns and failing examples.

    A pattern is idle when it does nothing; patterns that two codes share are named too.
    """
    from beloften.codebook.faults import faults
    from beloften.codebook.lint import lint as lint_codebook
    from beloften.codebook.load import rule_files
    from beloften.codebook.shipped import shipped_rules
    from beloften.detect.examples import failed_examples

    folder = rules or shipped_rules()
    remarks = [str(fault) for fault in faults(folder)]
    if not remarks:
        codebook = codebook_of(rules)
        remarks = [str(remark) for remark in (*lint_codebook(codebook, folder), *failed_examples(codebook))]
    tell(remarks)
    annotate(remarks)
    say(f"Files: {len(rule_files(folder))}. Remarks: {len(remarks)}.")
    if remarks:
        raise typer.Exit(ExitCode.INVALID_RULES)


@app.command()
def new(
    code: Annotated[
        str, typer.Argument(help="Code of the concept, which is also the name of its file.", metavar="CODE")
    ],
    kind: Annotated[
        ConceptKind | None,
        typer.Option(
            help="What it is (docs/rules.md); leave it out to add to the concept of that code that ships."
        ),
    ] = None,
    rules: Annotated[
        Path,
        typer.Option(help="Folder of your own rules; it is made when it is not there.", metavar="FOLDER"),
    ] = Path("eigen-regels"),
) -> None:
    """Write a rule file of your own to start from."""
    from beloften.codebook.template import new_files
    from beloften.whole_files import write_whole

    files = new_files(rules, code, kind)
    rules.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        write_whole(path, text)
    typer.echo(next(iter(files)))
    say(f"Fill in every …, then: beloften rules lint --rules {rules}")


@app.command()
def schema() -> None:
    """Print the JSON Schema of rule files, for editors."""
    from beloften.codebook.json_schema import json_schema

    typer.echo(json_schema(), nl=False)


@app.command()
def pages(
    folder: Annotated[Path, typer.Argument(help="Folder to write the pages to.", metavar="FOLDER")],
    measured: Annotated[
        Path | None,
        typer.Option(
            help="The validation.json of `validate --out`, or its folder: puts its figures on the pages.",
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    about: Annotated[
        Path | None,
        typer.Option(
            help="Markdown on who coded what was measured on; goes on the first page.",
            metavar="FILE",
            exists=True,
            dir_okay=False,
            show_default=False,
        ),
    ] = None,
    rules: Rules = None,
) -> None:
    """Write the codebook as Markdown pages.

    Each concept has its definition, how it is found, and what was measured of it.
    """
    from beloften.report.codebook.pages import codebook_pages, write_pages
    from beloften.report.validation.measurement import read_measurement

    if about and not measured:
        raise UsageError("--about is on what was measured, and nothing was.", "Give --measured too.")
    codebook = codebook_of(rules)
    measurement = read_measurement(measured) if measured else None
    text = about.read_text("utf-8-sig", "replace") if about else ""
    written = codebook_pages(codebook, measurement, text)
    write_pages(folder, written)
    say(f"Pages: {len(written)}. Concepts: {len(codebook.concepts)}.")
    if measurement and not measurement.is_of(codebook):
        say("beloften: Other rules were measured than are described; the pages say so.")


app.command()(rules_corpus.stats)
app.command()(rules_corpus.suggest)
app.command()(rules_corpus.diff)
