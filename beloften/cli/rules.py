"""`beloften rules`: the codebook, for those who read and write it."""

from typing import Annotated

import typer

from beloften.cli.options import Lang, Language, Rules, say
from beloften.errors import ExitCode

app = typer.Typer(help="List, show, check and test the rules.", no_args_is_help=True)


@app.command("list")
def list_rules(rules: Rules = None, lang: Lang = Language.NL) -> None:
    """List all concepts of the codebook."""
    from beloften.codebook.load import load_codebook
    from beloften.report.codebook import concept_tables
    from beloften.report.terminal import show

    show(*concept_tables(load_codebook(rules), lang))


@app.command()
def show(
    code: Annotated[str, typer.Argument(help="Code of a concept, such as maatwerk.")],
    rules: Rules = None,
    lang: Lang = Language.NL,
) -> None:
    """Show one concept: definition, source, patterns, examples."""
    from beloften.codebook.load import load_codebook
    from beloften.report.codebook import describe

    for line in describe(load_codebook(rules).require(code), lang):
        typer.echo(line)


@app.command()
def test(rules: Rules = None) -> None:
    """Run the examples of all rules."""
    from beloften.codebook.load import load_codebook
    from beloften.detect.examples import failed_examples

    codebook = load_codebook(rules)
    failed = failed_examples(codebook)
    for failure in failed:
        typer.echo(str(failure))
    count = sum(len(concept.examples) for concept in codebook.concepts)
    say(f"Examples: {count}. Failing: {len(failed)}.")
    if failed:
        raise typer.Exit(ExitCode.INVALID_RULES)


@app.command()
def lint(rules: Rules = None) -> None:
    """Check the rules: patterns that do nothing, missing examples, and examples that fail."""
    from beloften.codebook.lint import lint as lint_codebook
    from beloften.codebook.load import load_codebook
    from beloften.detect.examples import failed_examples

    codebook = load_codebook(rules)
    remarks = [str(remark) for remark in (*lint_codebook(codebook), *failed_examples(codebook))]
    for remark in remarks:
        typer.echo(remark)
    say(f"Rules: {len(codebook.concepts)}. Remarks: {len(remarks)}.")
    if remarks:
        raise typer.Exit(ExitCode.INVALID_RULES)
