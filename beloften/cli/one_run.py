"""The one run that a command takes: one that is there, or that of files and folders, which are scanned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from beloften.cli.options import say
from beloften.cli.scanning import scanned
from beloften.codebook.schema import Codebook
from beloften.corpus.earlier_run import is_run
from beloften.errors import ExitCode, UsageError
from beloften.report.remarks import unread_documents
from beloften.rundir.notas import warn_of_runs
from beloften.rundir.read import Run, read_run
from beloften.rundir.run_info import run_meta
from beloften.rundir.write import run_of


@dataclass(frozen=True, slots=True)
class OneRun:
    """A run, and what is known of it besides.

    Attributes:
        run: as it stands on disk, or would.
        exit_code: whether all, some or none of the documents were read just now.
        originals: where the documents are, by name, when they were scanned just now.
    """

    run: Run
    exit_code: ExitCode = ExitCode.DONE
    originals: Mapping[str, Path] = field(default_factory=dict)


def one_run(
    paths: Sequence[Path],
    codebook: Codebook,
    *,
    gemeente: str | None,
    jaar: int | None,
    jobs: int | None,
    quiet: bool,
) -> OneRun:
    """Read a run, or scan files and folders.

    Raises:
        UsageError: there are several runs, a file of one, or a gemeente or year is given for one.
    """
    for path in paths:
        if path.suffix in {".csv", ".json"} and is_run(path.parent):
            raise UsageError(f"{path} is a file of a run.", f"Name the run folder: {path.parent}")
    if not any(map(is_run, paths)):
        found = scanned(paths, codebook, gemeente=gemeente, jaar=jaar, jobs=jobs, quiet=quiet)
        for line in unread_documents(found.results, "en"):
            say(f"beloften: not read: {line}")
        meta = run_meta(
            {"gemeente": gemeente, "jaar": jaar, "ocr": False, "section": None}, found.toleranties
        )
        originals = {result.source.name: result.source.path for result in found.results}
        return OneRun(run_of(found.results, codebook, meta), found.exit_code, originals)
    if len(paths) > 1:
        raise UsageError("One run is taken at a time.", "Join them first: beloften merge RUN… --out DIR")
    if gemeente or jaar:
        raise UsageError("A run knows the gemeente of its documents.", "Leave out --gemeente and --jaar.")
    if not quiet:
        for warning in warn_of_runs(paths, codebook):
            say(f"beloften: {warning}")
    return OneRun(read_run(paths[0]))
