"""`beloften scan --reviewed`: findings as a person judged them."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from beloften.cli.options import say

if TYPE_CHECKING:
    from beloften.codebook.schema import Codebook
    from beloften.run.scan import Scan


def as_reviewed(found: "Scan", file: Path, codebook: "Codebook", *, quiet: bool) -> "Scan":
    """Take away what was judged wrong, recode what was recoded, and tell how much that is."""
    from beloften.codings.review.apply import apply_judgements
    from beloften.codings.review.judgements import read_judgements

    applied = apply_judgements(found.results, read_judgements(file), codebook)
    if not quiet:
        say(
            f"beloften: of {applied.findings} findings {applied.right} were judged right, {applied.wrong} "
            f"wrong and {applied.recoded} recoded; {applied.findings - applied.judged} were not judged."
        )
        if applied.gone:
            say(f"beloften: {applied.gone} judgements in {file} are of findings that are no longer there.")
    return replace(found, results=applied.results)
