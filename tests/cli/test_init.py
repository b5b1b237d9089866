"""`beloften init` as a user meets it: after it a scan works at once."""

import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.running import beloften

VOORBEELD = Path(__file__).parents[2] / "corpora" / "voorbeeld"


@pytest.fixture
def stukken(tmp_path: Path) -> Path:
    folder = tmp_path / "mijn stukken"
    (folder / "Goes").mkdir(parents=True)
    shutil.copy(VOORBEELD / "hollerdam-2013.pdf", folder / "Goes" / "nota 2014.pdf")
    return folder


def test_what_is_made_is_data_and_what_to_do_next_can_be_typed(stukken: Path) -> None:
    done = beloften("init", stukken)
    assert done.returncode == 0
    assert str(stukken / "corpus.yaml") in done.stdout.splitlines()
    assert "1 document: the gemeente of 1 and the year of 1 could be guessed." in done.stderr
    commands = [line.strip() for line in done.stderr.splitlines() if line.startswith("  beloften ")]
    assert len(commands) == 3
    for command in commands:
        assert beloften(*shlex.split(command)[1:]).returncode == 0
    assert (stukken / "resultaten" / "eerste" / "run.json").exists()
    assert (stukken / "resultaten" / "eerste.html").exists()
    assert "does not list" not in beloften("scan", stukken).stderr


def test_a_scan_says_that_gemeente_and_year_are_guessed_until_they_are_checked(stukken: Path) -> None:
    beloften("init", stukken)
    assert "Van 1 van de 1 documenten is de gemeente of het jaar geraden." in beloften("scan", stukken).stdout
    manifest = stukken / "corpus.yaml"
    lines = manifest.read_text("utf-8").splitlines(keepends=True)
    manifest.write_text("".join(line for line in lines if "    nakijken:" not in line), "utf-8")
    checked = beloften("scan", stukken).stdout
    assert "geraden" not in checked
    assert "Goes" in checked


def test_an_empty_folder_asks_for_documents_first(tmp_path: Path) -> None:
    done = beloften("init", tmp_path / "nieuw", "--lang", "en")
    assert (tmp_path / "nieuw" / "README.md").exists()
    assert f"put documents in {tmp_path / 'nieuw' / 'stukken'}, then: beloften init" in done.stderr
    scanned = beloften("scan", tmp_path / "nieuw")
    assert (scanned.returncode, "There are no documents" in scanned.stderr) == (5, True)


def test_a_second_time_says_what_is_there(stukken: Path) -> None:
    beloften("init", stukken)
    done = beloften("init", stukken)
    assert (done.returncode, done.stdout) == (0, "")
    assert "There already, and left as it is: .github/workflows/beloften.yml, " in done.stderr


def test_a_file_is_no_place_for_a_project(stukken: Path) -> None:
    done = beloften("init", stukken / "Goes" / "nota 2014.pdf")
    assert done.returncode == 2
    assert "is a file. Name a folder" in done.stderr
