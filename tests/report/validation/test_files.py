"""The files of a validation."""

import csv
import json
from pathlib import Path

import pytest

from beloften.codebook.schema import Codebook, Level
from beloften.codings.review.judgements import COLUMNS
from beloften.errors import UsageError
from beloften.report.validation.files import (
    CONFUSIONS,
    DISAGREEMENTS,
    Basis,
    read_validation,
    write_validation,
)
from beloften.report.validation.scores import SCORES
from beloften.rundir.columns import Column
from beloften.validation.coders import Compared, compare_coders
from beloften.validation.correct import Cluster
from tests.codings.building import coded
from tests.detect.conftest import small_codebook

__all__ = ["small_codebook"]

DOCS = Path(__file__).parents[3] / "docs" / "validation.md"
NAMED = {"maatwerk": Level.GENOEMD}


@pytest.fixture
def compared(small_codebook: Codebook) -> Compared:
    texts = ("Wij bieden hulp op maat.", "Dit is maatwerk.", "De zon schijnt.", "=Het regent vandaag.")
    sentences = [
        coded(n, text=text, source=f"{n % 2}", beloften=NAMED if n in {0, 3} else {})
        for n, text in enumerate(texts)
    ]
    return compare_coders({"anna": sentences}, small_codebook)


def write(folder: Path, compared: Compared, codebook: Codebook) -> Path:
    write_validation(folder, compared, Basis(codebook, {"anna.csv": "abc"}, compared.coders))
    return folder


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_four_files_are_written_with_the_documented_columns(
    tmp_path: Path, compared: Compared, small_codebook: Codebook
) -> None:
    folder = write(tmp_path / "uit", compared, small_codebook)
    for name, columns in (("scores", SCORES), ("confusions", CONFUSIONS), ("disagreements", DISAGREEMENTS)):
        assert list(table(folder / f"{name}.csv")[0]) == [column.name for column in columns]
    assert [(row["id"], row["gold"], row["found"]) for row in table(folder / "disagreements.csv")] == [
        ("1", "–", "ja"),
        ("3", "ja", "–"),
    ]
    content = json.loads((folder / "validation.json").read_text())
    assert content["codebook"] == {"name": "proef", "version": "1.0.0", "sha256": small_codebook.sha256}
    assert (content["sentences"], content["coders"]) == (4, ["anna"])
    assert content["families"]["genoemd"]["micro"]["precision"] == 0.5


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("scores.csv", SCORES),
        ("confusions.csv", CONFUSIONS),
        ("disagreements.csv", DISAGREEMENTS),
        ("beoordelingen.csv", COLUMNS),
    ],
)
def test_every_column_is_documented(name: str, columns: tuple[Column, ...]) -> None:
    section = DOCS.read_text("utf-8").split(f"\n### {name}\n")[1].split("\n### ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    assert rows == [f"| `{column.name}` | {column.type} | {column.description} |" for column in columns]


def test_writing_again_gives_the_same_bytes(
    tmp_path: Path, compared: Compared, small_codebook: Codebook
) -> None:
    one, other = (write(tmp_path / name, compared, small_codebook) for name in ("a", "b"))
    for path in one.iterdir():
        assert path.read_bytes() == (other / path.name).read_bytes()


def test_sensitivity_and_specificity_are_read_back_document_by_document(
    tmp_path: Path, compared: Compared, small_codebook: Codebook
) -> None:
    """Document 0 has one sentence with the code, found, and one without; document 1 one missed, one found."""
    measured = read_validation(write(tmp_path, compared, small_codebook))
    error = measured.errors["genoemd", "maatwerk"]
    assert error.sensitivity == (Cluster(1, 1), Cluster(0, 1))
    assert error.specificity == (Cluster(1, 1), Cluster(0, 1))
    assert measured.codebook["sha256"] == small_codebook.sha256
    assert read_validation(tmp_path / "validation.json") == measured


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"format": "beloften-validation", "format_version": 9}', "[" * 9999]
)
def test_what_is_no_validation_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "validation.json").write_text(content)
    with pytest.raises(UsageError, match="is no validation"):
        read_validation(tmp_path)
