"""What a command writes to `--out` takes the place of nothing, unless that is asked for."""

from pathlib import Path

import pytest

from tests.cli.running import beloften

CORPORA = Path(__file__).parents[2] / "corpora"
RUN = CORPORA / "voorbeeld" / "baseline"
NOTA = CORPORA / "voorbeeld" / "hollerdam-2013.pdf"
CODINGS = CORPORA / "codering" / "anna.csv"


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("figure", "heatmap", RUN), "kaart.svg"),
        (("kwic", "maatwerk", RUN), "maatwerk.txt"),
        (("export", RUN, "--to", "latex"), "tabellen.tex"),
        (("sample", NOTA, "--n", 1), "blad.csv"),
    ],
)
def test_a_file_that_is_there_stays_until_replacing_is_asked_for(
    tmp_path: Path, command: tuple[object, ...], name: str
) -> None:
    target = tmp_path / name
    target.write_text("my manuscript")
    refused = beloften(*command, "--out", target)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "--replace" in refused.stderr
    assert target.read_text() == "my manuscript"
    assert beloften(*command, "--out", target, "--replace").returncode == 0
    assert target.read_text("utf-8") != "my manuscript"


@pytest.mark.parametrize(
    ("option", "written"), [("--out", "uit/scores.csv"), ("--predictions", "uit/eigen.jsonl")]
)
def test_what_a_validation_wrote_stays_until_replacing_is_asked_for(
    tmp_path: Path, option: str, written: str
) -> None:
    file = tmp_path / written
    file.parent.mkdir()
    file.write_text("of an earlier validation")
    beside = file.with_name("notities.txt")
    beside.write_text("my own")
    target = file.parent if option == "--out" else file
    refused = beloften("validate", CODINGS, option, target)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "--replace" in refused.stderr
    assert file.read_text() == "of an earlier validation"
    assert beloften("validate", CODINGS, option, target, "--replace").returncode == 0
    assert file.read_text("utf-8") != "of an earlier validation"
    assert beside.read_text() == "my own"
