"""A part of a run is the run of that part."""

from dataclasses import replace
from pathlib import Path

import pytest

from beloften.errors import UsageError
from beloften.run.result import DocumentResult
from beloften.rundir.part import part_of
from beloften.rundir.read import Run, read_run
from beloften.rundir.write import run_of
from tests.drift.building import META
from tests.rundir.test_merge import RESULTS
from tests.tally.building import CODEBOOK

BASELINE = Path(__file__).parents[2] / "corpora" / "voorbeeld" / "baseline"


def made(results: list[DocumentResult], only: str = "") -> Run:
    options = {**META.options, "only": only} if only else META.options
    return run_of(results, CODEBOOK, replace(META, options=options))


@pytest.mark.parametrize(
    ("only", "files"),
    [
        ("Leeuwarden", {"a/nota.pdf", "b/nota.pdf", "c.pdf", "scan.pdf"}),
        ("onbekend", {"z.pdf"}),
        ("a/nota", {"a/nota.pdf"}),
        ("den bosch", {"h.pdf"}),
    ],
)
def test_a_part_is_what_a_scan_of_its_documents_gives(only: str, files: set[str]) -> None:
    kept = [result for result in RESULTS if result.source.name in files]
    assert part_of(made(RESULTS), [only]) == made(kept, only)


def test_without_names_it_is_the_whole() -> None:
    whole = read_run(BASELINE)
    assert part_of(whole, []) is whole


def test_the_citations_stay_those_of_the_whole() -> None:
    part = part_of(read_run(BASELINE), ["Elzervoort 2014b"])
    assert [row.citation for row in part.documenten] == ["Elzervoort 2014b"]
    assert {row.group for row in part.tellingen} == {"Elzervoort"}


def test_a_name_that_none_bears_is_refused() -> None:
    with pytest.raises(UsageError, match="These are like it: Elzervoort"):
        part_of(read_run(BASELINE), ["Elzervort"])
