"""What moved since a baseline, on standard output, in the form that was asked for."""

import sys

from beloften.drift.drift import Drift
from beloften.report.drift.columns import DRIFT
from beloften.report.drift.markdown import drift_markdown
from beloften.report.drift.text import drift_json, drift_lines
from beloften.rundir.csv_rows import write_rows


def print_drift(drift: Drift, form: str) -> None:
    """Print it as "table", "csv", "json" or "markdown"."""
    match form:
        case "csv":
            write_rows(drift.numbers, DRIFT, sys.stdout)
        case "json":
            sys.stdout.write(drift_json(drift))
        case "markdown":
            sys.stdout.write(drift_markdown(drift))
        case _:
            sys.stdout.writelines(f"{line}\n" for line in drift_lines(drift))
