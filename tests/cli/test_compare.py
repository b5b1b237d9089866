"""`beloften compare` as a user meets it."""

import csv
import io
import json
import shutil
from functools import partial
from pathlib import Path

import pytest

from beloften.compare.asked import Show
from beloften.report.tables.compare_columns import COMPARE
from tests.cli import running

ROOT = Path(__file__).parents[2]
VOORBEELD = ROOT / "corpora" / "voorbeeld"

beloften = partial(running.beloften, COLUMNS="120")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of the sample corpus, with a nota that is there twice."""
    folder = tmp_path_factory.mktemp("compare")
    corpus = shutil.copytree(VOORBEELD, folder / "corpus")
    shutil.copy(corpus / "hollerdam-2013.pdf", corpus / "hollerdam-2013-concept.pdf")
    manifest = corpus / "corpus.yaml"
    text = manifest.read_text("utf-8").replace("    jaar: 2013\n", "    jaar: 2013\n    grootte: klein\n")
    extra = "  - {bestand: hollerdam-2013-concept.pdf, gemeente: Hollerdam, jaar: 2012, grootte: groot}\n"
    manifest.write_text(text + extra, "utf-8")
    assert beloften("scan", corpus, "--out", folder / "run", "--jobs", 2).returncode == 0
    return folder / "run"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("show", Show)
def test_everything_is_shown_as_a_table_that_fits_120_columns(run: Path, show: Show) -> None:
    done = beloften("compare", run, "--show", show)
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= 120
    assert "─" in done.stdout


@pytest.mark.parametrize("show", Show)
def test_everything_is_shown_as_csv_with_documented_columns(run: Path, show: Show) -> None:
    done = beloften("compare", run, "--show", show, "--format", "csv")
    found = rows(done.stdout)
    assert found
    assert list(found[0]) == [column.name for column in COMPARE[show]]


@pytest.mark.parametrize("show", Show)
def test_everything_is_shown_as_json_and_markdown(run: Path, show: Show) -> None:
    content = json.loads(beloften("compare", run, "--show", show, "--format", "json").stdout)
    assert content["asked"]["show"] == show
    assert content["rows"]
    assert content["codebook"]["sha256"]
    markdown = beloften("compare", run, "--show", show, "--format", "markdown", "--lang", "en").stdout
    assert markdown.startswith("## ")
    assert "| ---: |" in markdown


def test_a_run_and_its_documents_give_the_same(run: Path) -> None:
    corpus = run.parent / "corpus"
    arguments = ("--format", "csv", "--by", "grootte")
    from_documents = beloften("compare", corpus, *arguments, "--jobs", 1, PYTHONHASHSEED="5", LC_ALL="C")
    assert beloften("compare", run, *arguments).stdout == from_documents.stdout


def test_groups_of_the_manifest_are_compared(run: Path) -> None:
    found = rows(beloften("compare", run, "--by", "grootte", "--format", "csv").stdout)
    assert {(row["group"], row["other"]) for row in found} == {("groot", "klein")}


def test_documents_of_which_the_group_is_not_known_are_named(run: Path) -> None:
    said = beloften("compare", run, "--by", "grootte").stderr
    assert "are left out, as their grootte is not known: elzervoort-2014a.pdf" in said


def test_little_evidence_is_told_of(run: Path) -> None:
    done = beloften("compare", run, "--format", "csv")
    assert "Of a single document" in done.stderr
    assert "Kleiwaarde" in done.stderr
    assert beloften("compare", run, "--format", "csv", "--quiet").stderr == ""
    assert "Van één document" in beloften("compare", run).stdout


def test_texts_count_once_on_request(run: Path) -> None:
    done = beloften("compare", run, "--once", "--show", "contrast", "--format", "csv")
    assert "hollerdam-2013-concept.pdf is a version of hollerdam-2013.pdf" in done.stderr
    twice = beloften("compare", run, "--show", "contrast", "--format", "csv")
    upheld = [
        next(
            int(row["onderschreven"])
            for row in rows(text.stdout)
            if (row["group"], row["code"]) == ("Hollerdam", "bureaucratisch")
        )
        for text in (done, twice)
    ]
    assert upheld[1] == 2 * upheld[0] > 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--by", "kleur"], "group by one of: gemeente, jaar"),
        (["--gemeente", "Ede"], "Leave out --gemeente"),
        ([VOORBEELD], "cannot be taken together"),
    ],
)
def test_a_mistake_is_one_line_that_says_what_to_do(run: Path, arguments: list[object], said: str) -> None:
    done = beloften("compare", run, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_one_gemeente_cannot_be_compared_but_has_a_profile() -> None:
    one = VOORBEELD / "hollerdam-2013.pdf"
    done = beloften("compare", one, "--gemeente", "Ede")
    assert done.returncode == 2
    assert "there is nothing to compare" in done.stderr
    assert beloften("compare", one, "--gemeente", "Ede", "--show", "tekorten").returncode == 0


def test_documents_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    shutil.copy(VOORBEELD / "hollerdam-2013.pdf", tmp_path)
    (tmp_path / "kapot.pdf").write_text("geen pdf")
    done = beloften("compare", tmp_path, "--by", "document", "--show", "contrast")
    assert done.returncode == 4
    assert "not read: kapot.pdf" in done.stderr
    assert beloften("compare", tmp_path / "kapot.pdf").returncode == 5


def test_two_gemeenten_of_a_run_are_compared_with_each_other(run: Path) -> None:
    done = beloften("compare", run, "--only", "Hollerdam", "--only", "Kleiwaarde", "--format", "csv")
    assert {row["group"] for row in rows(done.stdout)} == {"Hollerdam"}
    assert {row["other"] for row in rows(done.stdout)} == {"Kleiwaarde"}


def test_a_part_is_not_held_against_a_baseline(run: Path) -> None:
    done = beloften("compare", run, "--only", "Hollerdam", "--baseline", run)
    assert done.returncode == 2
    assert "Leave out --only" in done.stderr
