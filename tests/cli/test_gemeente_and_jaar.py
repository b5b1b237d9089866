"""`--gemeente` and `--jaar` say whose documents are, wherever a command scans them."""

from pathlib import Path

import pytest

from tests.cli.running import beloften

RUN = Path(__file__).parents[2] / "corpora" / "voorbeeld" / "baseline"
TEXT = "Het wijkteam zit dichtbij en kan daardoor maatwerk leveren.\n"


@pytest.fixture
def stuk(tmp_path: Path) -> Path:
    path = tmp_path / "stuk.txt"
    path.write_text(TEXT)
    return path


@pytest.mark.parametrize(
    ("command", "documents"), [(("show",), 1), (("kwic", "maatwerk"), 1), (("diff", "--format", "csv"), 2)]
)
def test_a_citation_has_the_gemeente_and_the_year_that_were_given(
    command: tuple[str, ...], documents: int, stuk: Path
) -> None:
    done = beloften(*command, *[stuk] * documents, "--gemeente", "Zwolle", "--jaar", 2015)
    assert done.returncode == 0
    assert "(Zwolle 2015" in done.stdout


@pytest.mark.parametrize("command", [("show", RUN), ("diff", RUN, RUN)])
def test_a_run_knows_it_already(command: tuple[object, ...]) -> None:
    done = beloften(*command, "--jaar", 2015)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Leave out --gemeente and --jaar." in done.stderr
