"""Runs of the parts of a corpus are joined into the bytes of a run of the whole."""

import json
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beloften.codebook.schema import Level, Stance
from beloften.errors import ExitCode, OutputError, UsageError
from beloften.run.result import DocumentResult, PageResult, unread
from beloften.rundir.merge import merge_runs
from beloften.rundir.write import write_run
from tests.drift.building import META
from tests.tally.building import CODEBOOK, document, finding, page, source


def empty_page(index: int) -> PageResult:
    return page(index, words=0, sentences=0)


RESULTS = [
    document(
        finding("maatwerk", Level.BELOFTE),
        finding("bureaucratisch", Stance.AFGEZET, sentence=60, page_index=1),
        of=source("b/nota.pdf"),
        pages=[page(0), page(1, 777, 31), empty_page(2)],
    ),
    document(
        finding("maatwerk", Level.EXPLICIET, sentence=3)._replace(sentence='=1+1;\r\n"x"', before="-"),
        finding("nabijheid", sentence=3),
        of=source("a/nota.pdf"),
        pages=[page(0, 501, 20)],
    ),
    document(finding("nabijheid"), of=source("c.pdf"), pages=[page(0, 1234, 40)]),
    document(
        *(finding("nabijheid", sentence=index, page_index=index // 10) for index in range(0, 40, 3)),
        of=source("h.pdf", "'s-Hertogenbosch", "GM0796", None),
        pages=[page(index, 300 + index, 10) for index in range(4)],
    ),
    document(finding("noodzaak"), of=replace(source("z.pdf", "", ""), citation="z", kenmerken=(("a", "b"),))),
    unread(source("scan.pdf"), "scanned", "The pages are pictures."),
    unread(source("weg.pdf", "Elzervoort", ""), "missing", "There is no such file."),
]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def write_parts(folder: Path, parts: list[list[DocumentResult]]) -> list[Path]:
    folders = [folder / f"deel-{number}" for number in range(len(parts))]
    for part, where in zip(parts, folders, strict=True):
        only = replace(META, options={**META.options, "only": where.name})
        write_run(where, part, CODEBOOK, only)
    return folders


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(st.integers(0, 3), min_size=len(RESULTS), max_size=len(RESULTS)), st.randoms())
def test_however_a_corpus_is_divided_the_parts_give_the_bytes_of_the_whole(
    tmp_path_factory: pytest.TempPathFactory, part_of: list[int], random: Random
) -> None:
    """Also where the documents of one gemeente are in several parts, and where a part has none."""
    tmp_path = tmp_path_factory.mktemp("merge")
    parts = [[one for one, part in zip(RESULTS, part_of, strict=True) if part == own] for own in range(4)]
    folders = write_parts(tmp_path, parts)
    random.shuffle(folders)
    write_run(tmp_path / "heel", RESULTS, CODEBOOK, META)
    assert merge_runs(folders, tmp_path / "samen") is ExitCode.SOME_UNREADABLE
    assert contents(tmp_path / "samen") == contents(tmp_path / "heel")


def test_a_document_in_two_parts_is_refused(tmp_path: Path) -> None:
    folders = write_parts(tmp_path, [RESULTS[:2], RESULTS[1:3]])
    with pytest.raises(UsageError, match=r"a/nota\.pdf is in more than one of the runs"):
        merge_runs(folders, tmp_path / "samen")


@pytest.mark.parametrize(
    ("meta", "key"),
    [
        (replace(META, beloften="0.2.0"), "beloften"),
        (replace(META, libraries={"pypdfium2": "9"}), "libraries"),
        (replace(META, options={**META.options, "ocr": True}), "options"),
    ],
)
def test_parts_that_were_made_otherwise_are_refused(tmp_path: Path, meta: object, key: str) -> None:
    write_run(tmp_path / "een", RESULTS[:1], CODEBOOK, META)
    write_run(tmp_path / "twee", RESULTS[1:2], CODEBOOK, meta)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match=f"differ in {key}"):
        merge_runs([tmp_path / "een", tmp_path / "twee"], tmp_path / "samen")


def test_of_two_tolerances_of_a_code_the_least_holds(tmp_path: Path) -> None:
    write_run(tmp_path / "een", RESULTS[:1], CODEBOOK, replace(META, toleranties={"maatwerk": 1.0}))
    write_run(tmp_path / "twee", RESULTS[1:2], CODEBOOK, replace(META, toleranties={"maatwerk": 0.5}))
    merge_runs([tmp_path / "een", tmp_path / "twee"], tmp_path / "samen")
    assert json.loads((tmp_path / "samen" / "run.json").read_text())["toleranties"] == {"maatwerk": 0.5}


def test_a_part_is_not_replaced_by_the_whole(tmp_path: Path) -> None:
    parts = write_parts(tmp_path, [RESULTS[:2], RESULTS[2:]])
    before = contents(parts[0])
    with pytest.raises(UsageError, match="is one of the parts"):
        merge_runs(parts, parts[0])
    assert contents(parts[0]) == before


def test_nothing_but_a_run_is_replaced(tmp_path: Path) -> None:
    folders = write_parts(tmp_path, [RESULTS[:1]])
    (tmp_path / "eigen").mkdir()
    (tmp_path / "eigen" / "werk.txt").write_text("van mij")
    with pytest.raises(OutputError, match="holds no earlier run"):
        merge_runs(folders, tmp_path / "eigen")
