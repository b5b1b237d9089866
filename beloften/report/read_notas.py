"""The documents of runs, as comparing takes them."""

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from beloften.codebook.schema import Codebook, Level, Stance
from beloften.errors import ExitCode
from beloften.report.read_run import read_documents, read_findings, read_info, read_zinnen
from beloften.run.result import READ, Zin
from beloften.tally.nota import Coded, Nota


def read_notas(folders: Sequence[Path]) -> tuple[tuple[Nota, ...], ExitCode]:
    """Read the documents of one or more runs that could be read when the run was made.

    Args:
        folders: of the runs; of more than one, the name of its folder goes before that of each document.

    Returns:
        The documents in order of name, and whether all, some or none were read.

    Raises:
        UsageError: when a folder holds no run, or one that cannot be read.
    """
    notas: list[Nota] = []
    files = 0
    for folder in folders:
        found, total = _notas(folder, _prefix(folder, folders))
        notas += found
        files += total
    if not notas:
        return (), ExitCode.NONE_READABLE
    code = ExitCode.DONE if len(notas) == files else ExitCode.SOME_UNREADABLE
    return tuple(sorted(notas, key=lambda nota: nota.name)), code


def _notas(folder: Path, before: str) -> tuple[list[Nota], int]:
    """The documents of a run that were read, and the number of all its files."""
    zinnen: defaultdict[str, list[Zin]] = defaultdict(list)
    for zin in read_zinnen(folder):
        zinnen[zin.document].append(Zin(zin.page_index, zin.paragraph, zin.words, zin.hash))
    codings: defaultdict[str, list[Coded]] = defaultdict(list)
    for row in read_findings(folder):
        level = Level(row.level) if row.level else None
        stance = Stance(row.stance) if row.stance else None
        codings[row.document].append(Coded(row.sentence_index, row.code, level, stance))
    documents = read_documents(folder)
    notas = [
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
        )
        for row in documents
        if row.status in READ
    ]
    return notas, len(documents)


def warn_of_rules(folders: Sequence[Path], codebook: Codebook) -> tuple[str, ...]:
    """Return a line for each run that was made with other rules than those at hand.

    Its findings are counted as they are; codes that the rules at hand do not have are left out.
    """
    return tuple(
        f"{folder} was made with other rules than these; its findings are taken as they are."
        for folder in folders
        if read_info(folder)["codebook"]["sha256"] != codebook.sha256
    )


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
    return f"{folder.name}/" if len(folders) > 1 else ""
