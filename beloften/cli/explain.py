"""`beloften explain`: what is found in a sentence, and by which words."""

from typing import Annotated

import typer

from beloften.cli.options import Rules, codebook_of, tell


def explain(
    sentence: Annotated[
        str,
        typer.Argument(help="One sentence, or several that belong together, in quotes.", metavar="SENTENCE"),
    ],
    rules: Rules = None,
) -> None:
    """Show what is found in a sentence: each code with the words, cue and link that made it."""
    from beloften.errors import UsageError
    from beloften.report.explain import explain_text

    if not sentence.strip():
        raise UsageError("There is no sentence to explain.", "Put one in quotes, behind `explain`.")
    tell(explain_text(sentence, codebook_of(rules)))
