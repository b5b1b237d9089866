"""Two folders that take each other's name at once."""

import sys
from pathlib import Path

import pytest

from beloften.rundir import write as rundir
from beloften.rundir.exchange import exchange
from beloften.rundir.write import write_run
from tests.drift.building import META
from tests.tally.building import CODEBOOK, document, finding

at_once = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux is it known that the system can")


@at_once
def test_folders_have_each_others_content_afterwards(tmp_path: Path) -> None:
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "wie.txt").write_text(name)
    assert exchange(tmp_path / "een", tmp_path / "twee")
    assert (tmp_path / "een" / "wie.txt").read_text() == "twee"
    assert (tmp_path / "twee" / "wie.txt").read_text() == "een"


@at_once
def test_a_folder_that_is_not_there_cannot_be_exchanged(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path, tmp_path / "weg")


def test_without_it_a_run_takes_the_place_of_an_earlier_one_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rundir, "exchange", lambda *_: False)
    target = tmp_path / "run"
    for sentences in (1, 2):
        found = [finding("maatwerk", sentence=number) for number in range(sentences)]
        write_run(target, [document(*found)], CODEBOOK, META)
        (target / "notitie.txt").write_text("van mij")
    assert len((target / "bevindingen.csv").read_text("utf-8").splitlines()) == 3
    assert (target / "notitie.txt").read_text() == "van mij"
    assert [path.name for path in tmp_path.iterdir()] == ["run"]
