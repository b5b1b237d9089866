"""What a command writes to `--out` takes the place of nothing, unless that is asked for."""

from pathlib import Path

import pytest

from tests.cli.running import beloften

RUN = Path(__file__).parents[2] / "corpora" / "voorbeeld" / "baseline"


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("figure", "heatmap", RUN), "kaart.svg"),
        (("kwic", "maatwerk", RUN), "maatwerk.txt"),
        (("export", RUN, "--to", "latex"), "tabellen.tex"),
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
