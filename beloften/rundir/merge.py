"""Joining runs of the parts of a corpus into the run of the whole."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from beloften.codebook.diff import is_word_list
from beloften.codebook.schema import ConceptKind, Level, Stance
from beloften.corpus.source import Source
from beloften.detect.finding import Finding
from beloften.errors import ExitCode, UsageError
from beloften.run.result import READ, DocumentResult, PageResult, PlacedFinding
from beloften.run.tolerances import least_by_code
from beloften.rundir.read import Run, read_run
from beloften.rundir.rows import Bevinding, DocumentRow, ZinRow
from beloften.rundir.run_info import file_entries
from beloften.rundir.write import check_target, write_tables
from beloften.tally.count import Telling, count_codes

_OF_A_PART = frozenset({"files", "toleranties"})
_PART = "only"


def merge_runs(folders: Sequence[Path], out: Path) -> ExitCode:
    """Join runs that were made with the same rules, versions and options, and have no document in common.

    Parts of one corpus (`scan --only`) give to the byte what a single run gives.

    Args:
        folders: the runs, in any order.
        out: folder for the whole.

    Returns:
        Whether all, some or none of the documents were read.

    Raises:
        UsageError: a folder holds no run, or the runs do not belong together.
        OutputError: the whole cannot be written.
    """
    if out.resolve() in {folder.resolve() for folder in folders}:
        raise UsageError(f"{out} is one of the parts.", "Give another folder for the whole.")
    check_target(out)
    runs = [read_run(folder) for folder in folders]
    for folder, run in zip(folders, runs, strict=True):
        _check_same(folders[0], runs[0], folder, run)
    documents = sorted(
        (row for run in runs for row in run.documenten),
        key=lambda row: (row.document, row.sha256, row.citation),
    )
    for name, number in Counter(row.document for row in documents).items():
        if number > 1:
            raise UsageError(f"{name} is in more than one of the runs.", "Merge runs of different documents.")
    rows: dict[str, Iterable[object]] = {
        "bevindingen.csv": _by_document(row for run in runs for row in run.bevindingen),
        "tellingen.csv": count_anew(runs),
        "documenten.csv": documents,
        "zinnen.csv": _by_document(row for run in runs for row in run.zinnen),
    }
    tolerances = least_by_code(each for run in runs for each in run.info["toleranties"].items())
    basis = {**_basis(runs[0]), "toleranties": dict(sorted(tolerances.items()))}
    write_tables(out, rows, {**basis, "files": file_entries(documents)}, runs[0].rules)
    read = sum(row.status in READ for row in documents)
    if read == len(documents) and read:
        return ExitCode.DONE
    return ExitCode.SOME_UNREADABLE if read else ExitCode.NONE_READABLE


def _basis(run: Run) -> dict[str, Any]:
    """What a run rests on, without what is of a part alone."""
    basis = {key: value for key, value in run.info.items() if key not in _OF_A_PART}
    return {**basis, "options": {key: value for key, value in basis["options"].items() if key != _PART}}


def _check_same(first: Path, one: Run, folder: Path, other: Run) -> None:
    before, after = _basis(one), _basis(other)
    for key in before.keys() | after.keys():
        if before.get(key) != after.get(key):
            problem = f"{first} and {folder} differ in {key}: {_short(before, key)} and {_short(after, key)}."
            raise UsageError(problem, "Make all parts with the same rules, versions and options.")


def _short(basis: Mapping[str, Any], key: str) -> str:
    return json.dumps(basis.get(key), ensure_ascii=False)


def _by_document(rows: "Iterable[Bevinding] | Iterable[ZinRow]") -> Iterable[object]:
    return sorted(rows, key=lambda row: row.document)  # the sort is stable: the order within a document stays


def count_anew(runs: Iterable[Run]) -> tuple[Telling, ...]:
    """Count the documents of all parts per gemeente, which may be divided over several."""
    results = []
    codes: list[tuple[str, ConceptKind]] = []
    for run in runs:
        rules = ((name, rule) for name, rule in run.rules.items() if not is_word_list(name))
        codes = [(name, ConceptKind(str(rule["kind"]))) for name, rule in rules]
        findings, zinnen = defaultdict(list), defaultdict(list)
        for row in run.bevindingen:
            findings[row.document].append(row)
        for zin in run.zinnen:
            zinnen[zin.document].append(zin)
        results += [_result(row, findings[row.document], zinnen[row.document]) for row in run.documenten]
    return count_codes(results, codes)


def _result(row: DocumentRow, findings: Iterable[Bevinding], zinnen: Iterable[ZinRow]) -> DocumentResult:
    """A document with as much of it as counting needs."""
    words: Counter[int] = Counter()
    sentences: Counter[int] = Counter()
    for zin in zinnen:
        words[zin.page_index] += zin.words
        sentences[zin.page_index] += 1
    source = Source(
        path=Path(row.document),
        name=row.document,
        gemeente=row.gemeente,
        gemeente_code=row.gemeente_code,
        gemeente_from=row.gemeente_from,
        jaar=row.jaar,
        jaar_from=row.jaar_from,
        titel=row.titel,
        soort=row.soort,
        citation=row.citation,
    )
    return DocumentResult(
        source=source,
        status=row.status,
        remark=row.remark,
        sha256=row.sha256,
        text_sha256=row.text_sha256,
        reader=row.reader,
        dutch=row.dutch,
        pages=tuple(PageResult(page, "", "", words[page], sentences[page]) for page in sorted(sentences)),
        findings=tuple(map(_placed, findings)),
    )


def _placed(row: Bevinding) -> PlacedFinding:
    finding = Finding(
        code=row.code,
        level=Level(row.level) if row.level else None,
        stance=Stance(row.stance) if row.stance else None,
        matches=(),
        cue=None,
        link=None,
        sentence=row.sentence_index,
    )
    return PlacedFinding(
        finding=finding,
        fingerprint=row.fingerprint,
        sentence=row.sentence,
        before=row.before,
        after=row.after,
        heading=row.heading,
        page_index=row.page_index,
        page_label=row.page_label,
        boxes=(),
    )
