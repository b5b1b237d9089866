"""`--baseline`, `--check` and `--fail-on`: numbers that moved, and conditions of one's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from beloften.cli.options import Format, complain, in_github_actions, say
from beloften.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from beloften.codebook.schema import Codebook
    from beloften.drift.conditions import Condition, Met
    from beloften.drift.drift import Drift
    from beloften.rundir.read import Run

Baseline: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        help="Print what moved since this run, and why, instead of a table.",
        metavar="RUN",
        show_default=False,
    ),
]
Check: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--check",
        help="End with exit code 1 when numbers moved since --baseline, or else since PATHS/baseline.",
    ),
]
FailOn: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CONDITION",
        help="End with exit code 1 when this holds: 'maatwerk.belofte.rate < 2' (docs/ci.md).",
    ),
]
Junit: TypeAlias = Annotated[
    Path | None,
    typer.Option(help="Write the outcome to this file, as JUnit XML.", metavar="FILE", show_default=False),
]
Summary: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        help="Add the tables and what moved to this file, as Markdown.", metavar="FILE", show_default=False
    ),
]


@dataclass(frozen=True, slots=True)
class Checks:
    """What a run is to be held against.

    Attributes:
        baseline: an earlier run; None for none.
        check: whether drift ends the command with 1.
        conditions: conditions that do.
        junit: file for the outcome.
        summary: file for the tables and the changes.
    """

    baseline: "Run | None"
    check: bool
    conditions: "tuple[Condition, ...]"
    junit: Path | None
    summary: Path | None

    @property
    def any(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.baseline or self.conditions or self.junit or self.summary)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the checks: what moved since the baseline, if any, and the conditions that hold."""

    drift: "Drift | None"
    met: "tuple[Met, ...]"


def checks_asked(
    paths: Sequence[Path],
    codebook: "Codebook",
    *,
    baseline: Path | None,
    check: bool,
    fail_on: Sequence[str] | None,
    junit: Path | None,
    summary: Path | None,
) -> Checks:
    """Read what a run is to be held against, before any document is read.

    Raises:
        UsageError: a condition is none, or there is no baseline to check with.
    """
    from beloften.drift.conditions import read_condition
    from beloften.rundir.read import read_run

    conditions = tuple(read_condition(text, codebook) for text in fail_on or ())
    if check and not baseline:
        baseline = _beside(paths)
    return Checks(read_run(baseline) if baseline else None, check, conditions, junit, summary)


def _beside(paths: Sequence[Path]) -> Path:
    """The baseline that lies in the folder of the documents."""
    from beloften.corpus.earlier_run import is_run
    from beloften.corpus.location import is_remote

    if any(map(is_remote, paths)):
        raise UsageError("--check looks for no baseline behind a URL.", "Name a run with --baseline.")
    found = {
        folder for path in paths if is_run(folder := (path if path.is_dir() else path.parent) / "baseline")
    }
    if len(found) != 1:
        problem = "--check needs a baseline: an earlier run to compare with."
        folder = paths[0] if paths[0].is_dir() else paths[0].parent
        remedy = (
            f"Name one with --baseline, or make one: beloften scan {paths[0]} --out {folder / 'baseline'}"
        )
        raise UsageError(problem, remedy)
    return found.pop()


def checked(
    run: "Run",
    checks: Checks,
    codebook: "Codebook",
    documents: Mapping[str, Path],
    tables: str,
    output: Format,
) -> ExitCode:
    """Hold a run against what was asked for, print what moved, and tell what came of it.

    Args:
        run: the run.
        checks: what was asked.
        codebook: the rules of the run.
        documents: the path of each document by its name.
        tables: the tables of the run, in Markdown, for the summary.
        output: form of what moved.

    Returns:
        `CONDITION_MET` when the command is to end with that, else `DONE`.
    """
    from beloften.report.drift.print import print_drift

    outcome = _held_against(run, checks)
    if outcome.drift:
        print_drift(outcome.drift, output)
    return _tell(outcome, checks, run, codebook, documents, tables)


def _held_against(run: "Run", checks: Checks) -> Outcome:
    from beloften.drift.conditions import conditions_met
    from beloften.drift.drift import find_drift

    met = tuple(conditions_met(checks.conditions, run))
    return Outcome(find_drift(checks.baseline, run) if checks.baseline else None, met)


def _tell(
    outcome: Outcome,
    checks: Checks,
    run: "Run",
    codebook: "Codebook",
    documents: Mapping[str, Path],
    tables: str,
) -> ExitCode:
    """Write the files that were asked for, annotate in GitHub Actions, and tell which conditions are met."""
    from beloften.report.drift.github import drift_annotations
    from beloften.report.drift.junit import junit_xml
    from beloften.report.drift.markdown import conditions_markdown, drift_markdown
    from beloften.whole_files import write_whole

    has_drift = bool(checks.check and outcome.drift and outcome.drift.fails)
    for met in outcome.met:
        complain(str(met))
    if outcome.drift and has_drift and in_github_actions():
        for line in drift_annotations(outcome.drift, codebook, documents):
            say(line)
    if checks.junit:
        write_whole(checks.junit, junit_xml(run.documenten, outcome.drift, checks.conditions, outcome.met))
    if checks.summary:
        drift = drift_markdown(outcome.drift) if outcome.drift else ""
        blocks = (drift, conditions_markdown(outcome.met), tables)
        _append(checks.summary, "\n".join(block for block in blocks if block))
    return ExitCode.CONDITION_MET if has_drift or outcome.met else ExitCode.DONE


def _append(path: Path, text: str) -> None:
    from beloften.whole_files import cannot_write

    try:
        with path.open("a", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            stream.write(text)
    except OSError as error:
        raise cannot_write(path, error) from error
