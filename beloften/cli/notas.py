"""The documents that a command takes: those of runs, or files and folders, which are scanned."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from beloften.cli.options import say
from beloften.cli.scanning import scanned
from beloften.codebook.schema import Codebook
from beloften.corpus.earlier_run import is_run
from beloften.errors import ExitCode, UsageError
from beloften.report.remarks import unread_documents
from beloften.run.scan import Scan
from beloften.rundir.notas import read_notas, read_page_labels, warn_of_runs
from beloften.rundir.read import read_info
from beloften.rundir.run_info import edition_of
from beloften.tally.nota import Nota, notas_of


@dataclass(frozen=True, slots=True)
class Documents:
    """What there is to count.

    Attributes:
        notas: the documents that were read.
        exit_code: whether all, some or none were.
        runs: the folders of the runs; empty where documents were scanned.
        scan: the scan where they were.
    """

    notas: tuple[Nota, ...]
    exit_code: ExitCode
    runs: tuple[Path, ...] = ()
    scan: Scan | None = None

    def named(self, codebook: Codebook) -> Codebook:
        """Return a codebook under the name of the rules that made the findings, which tables tell."""
        if not self.runs:
            return codebook
        made = edition_of(read_info(self.runs[0]))
        return replace(
            codebook, name=made.name, version=made.version, sha256=made.sha256, extends=made.extends
        )

    def page_labels(self, name: str) -> dict[int, str]:
        """Return the page that a citation has, by the index of each sentence with a finding in a document."""
        if not self.scan:
            return read_page_labels(self.runs, name)
        (result,) = (result for result in self.scan.results if result.source.name == name)
        return {placed.finding.sentence: placed.page_label for placed in result.findings}


def documents_of(
    paths: Sequence[Path],
    codebook: Codebook,
    *,
    gemeente: str | None,
    jaar: int | None,
    jobs: int | None,
    quiet: bool,
) -> Documents:
    """Read runs, or scan files and folders.

    Raises:
        UsageError: there are runs and other paths, or a gemeente or year is given for runs.
    """
    runs = [path for path in paths if is_run(path)]
    if not runs:
        found = scanned(paths, codebook, gemeente=gemeente, jaar=jaar, jobs=jobs, quiet=quiet)
        for line in unread_documents(found.results, "en"):
            say(f"beloften: not read: {line}")
        return Documents(notas_of(found.results), found.exit_code, scan=found)
    if len(runs) < len(paths):
        raise UsageError("Runs and documents cannot be taken together.", "Scan the documents to a run.")
    if gemeente or jaar:
        raise UsageError("A run knows the gemeente of its documents.", "Leave out --gemeente and --jaar.")
    if not quiet:
        for warning in warn_of_runs(runs, codebook):
            say(f"beloften: {warning}")
    return Documents(*read_notas(runs), runs=tuple(runs))
