"""The documents of runs, as comparing takes them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from beloften.codebook.schema import Codebook, Level, Stance
from beloften.errors import ExitCode, UsageError
from beloften.run.result import READ, Zin
from beloften.rundir.read import changed_files, read_documents, read_findings, read_info, read_zinnen
from beloften.rundir.rows import DocumentRow
from beloften.tally.nota import Coded, Nota


def read_notas(folders: Sequence[Path]) -> tuple[tuple[Nota, ...], ExitCode]:
    """Read the documents of one or more runs that could be read when the run was made.

    Args:
        folders: of the runs; of more than one, the name of its folder, or where it is, goes before that of
            each document.

    Returns:
        The documents in order of name, and whether all, some or none were read.

    Raises:
        UsageError: when a folder holds no run, or one that cannot be read; when the runs were made with
            different rules, or have a document in common, which would count twice.
    """
    _check_rules(folders)
    notas: list[Nota] = []
    files = 0
    homes: dict[str, Path] = {}
    for folder in folders:
        documents = read_documents(folder)
        _check_new(documents, folder, homes)
        notas += _notas(documents, folder, _prefix(folder, folders))
        files += len(documents)
    if not notas:
        return (), ExitCode.NONE_READABLE
    code = ExitCode.DONE if len(notas) == files else ExitCode.SOME_UNREADABLE
    return tuple(sorted(notas, key=lambda nota: nota.name)), code


def _check_rules(folders: Sequence[Path]) -> None:
    for folder in folders[1:]:
        if _rules_of(folder) != _rules_of(folders[0]):
            problem = (
                f"{folders[0]} and {folder} were made with different rules: their numbers are not comparable."
            )
            raise UsageError(problem, "Scan the documents of one of them again, with the rules of the other.")


def _rules_of(folder: Path) -> str:
    sha256: str = read_info(folder)["codebook"]["sha256"]
    return sha256


def _check_new(documents: Iterable[DocumentRow], folder: Path, homes: dict[str, Path]) -> None:
    """Check that no document of a run is in an earlier one, and note where they are."""
    for row in documents:
        if row.sha256 in homes:
            problem = f"{row.document} is in {homes[row.sha256]} and in {folder}, and would count twice."
            raise UsageError(problem, "Give runs of different documents.")
    homes |= {row.sha256: folder for row in documents if row.sha256}


def _notas(documents: Iterable[DocumentRow], folder: Path, before: str) -> list[Nota]:
    """The documents of a run that were read."""
    zinnen: defaultdict[str, list[Zin]] = defaultdict(list)
    for zin in read_zinnen(folder):
        zinnen[zin.document].append(Zin(zin.page_index, zin.paragraph, zin.words, zin.hash))
    codings: defaultdict[str, list[Coded]] = defaultdict(list)
    for row in read_findings(folder):
        level = Level(row.level) if row.level else None
        stance = Stance(row.stance) if row.stance else None
        codings[row.document].append(Coded(row.sentence_index, row.code, level, stance))
    return [
        Nota(
            name=before + row.document,
            gemeente=row.gemeente,
            gemeente_code=row.gemeente_code,
            jaar=row.jaar,
            soort=row.soort,
            citation=row.citation,
            kenmerken=tuple(json.loads(row.kenmerken).items()) if row.kenmerken else (),
            zinnen=tuple(zinnen[row.document]),
            codings=tuple(codings[row.document]),
            is_guess="guess" in {row.gemeente_from, row.jaar_from},
        )
        for row in documents
        if row.status in READ
    ]


def warn_of_runs(folders: Sequence[Path], codebook: Codebook) -> tuple[str, ...]:
    """Return a line for each run that was made with other rules than those at hand, or was changed since.

    Its findings are counted as they are; codes that the rules at hand do not have are left out.
    """
    rules = (
        f"{folder} was made with other rules than these; its findings are taken as they are."
        for folder in folders
        if _rules_of(folder) != codebook.sha256
    )
    changed = (
        f"{folder / name} is not as the scan wrote it; it is taken as it stands."
        for folder in folders
        for name in changed_files(folder)
    )
    return (*rules, *changed)


def read_page_labels(folders: Sequence[Path], name: str) -> dict[int, str]:
    """Return the page that a citation has, by the index of each sentence with a finding.

    Args:
        folders: of the runs.
        name: of the document, as `read_notas` calls it.
    """
    return {
        row.sentence_index: row.page_label
        for folder in folders
        for row in read_findings(folder)
        if _prefix(folder, folders) + row.document == name
    }


def _prefix(folder: Path, folders: Sequence[Path]) -> str:
    """What goes before the names of the documents of a run."""
    if len(folders) == 1:
        return ""
    is_alone = [other.name for other in folders].count(folder.name) == 1
    return f"{folder.name if is_alone else folder.as_posix()}/"
