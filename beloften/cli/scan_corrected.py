"""`beloften scan --correct`: rates corrected for the measured error beside the raw ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from beloften.cli.options import say

if TYPE_CHECKING:
    from beloften.codebook.schema import Codebook, Level
    from beloften.report.tables.sheet import Sheet
    from beloften.report.validation.files import Measured
    from beloften.run.scan import Scan
    from beloften.rundir.columns import Column
    from beloften.tally.by import By
    from beloften.validation.corrected import CorrectedTelling


@dataclass(frozen=True, slots=True)
class Corrected:
    """Corrected rates, in the forms in which they are printed.

    Attributes:
        tellingen: counts with raw and corrected rates.
        columns: their columns in CSV.
        sheets: a table of them, for people; none when no rate is corrected at the level that is shown.
        of_level: what to tell of the level that is shown.
        failed: codes of whose error too little is known.
    """

    tellingen: "Sequence[CorrectedTelling]"
    columns: "Sequence[Column]"
    sheets: "tuple[Sheet, ...]"
    of_level: tuple[str, ...]
    failed: tuple[str, ...]


def read_error(path: Path, codebook: "Codebook", *, quiet: bool) -> "Measured":
    """Read the error of a validation, and warn when it was measured with other rules."""
    from beloften.report.validation.files import read_validation

    measured = read_validation(path)
    if measured.codebook["sha256"] != codebook.sha256 and not quiet:
        then = f"{measured.codebook['name']} {measured.codebook['version']} {measured.codebook['sha256'][:8]}"
        now = f"{codebook.name} {codebook.version} {codebook.sha256[:8]}"
        say(f"beloften: {path} was measured with other rules ({then}) than these ({now}); validate again.")
    return measured


def corrected_rates(
    found: "Scan", codebook: "Codebook", measured: "Measured", *, by: "By", level: "Level", lang: str
) -> Corrected:
    """Correct the rates of a scan for a measured error."""
    from beloften.report.tables import corrected
    from beloften.validation.corrected import count_corrected

    counted = count_corrected(found.results, codebook, by, measured.errors)
    names = corrected.group_names(counted, lang)
    sheet = corrected.corrected_sheet(counted, codebook, names, level, lang)
    of_level: tuple[str, ...] = ()
    if not sheet.rows:
        others = corrected.levels_corrected(counted)
        of_level = (
            "Nothing of what is shown was validated, so that no rate is corrected.",
            *(f"There are corrected rates at the level {other}: give --level {other}." for other in others),
        )
    elif not any(kind == level for kind, _ in measured.errors):
        of_level = (f"beloften were not validated at the level {level}, so that they are not corrected.",)
    return Corrected(
        tellingen=counted,
        columns=corrected.CORRECTED,
        sheets=(sheet,) if sheet.rows else (),
        of_level=of_level,
        failed=corrected.uncorrected(counted, measured.errors),
    )
