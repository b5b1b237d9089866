"""Documents that are made to do harm get one status each, and harm no other."""

import csv
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.running import beloften
from tests.hostile_input.files import SECRET, all_files

ROOT = Path(__file__).parents[2]
GOOD = sorted((ROOT / "corpora/voorbeeld").glob("*.pdf"))[:3]
DOCUMENTED = frozenset(
    re.findall(r"^### `([a-z-]+)`$", (ROOT / "docs/errors.md").read_text("utf-8"), re.MULTILINE)
)
READ = {"ok", "partial", "other-language"}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with hostile documents between good ones, and a secret beside it."""
    folder = tmp_path_factory.mktemp("vijandig")
    (folder / "geheim.txt").write_text(SECRET, "utf-8")
    below = folder / "corpus"
    below.mkdir()
    for name, data in all_files((folder / "geheim.txt").as_uri()):
        (below / name).write_bytes(data)
    (below / "link.txt").symlink_to(folder / "geheim.txt")
    for path in GOOD:
        (below / path.name).write_bytes(path.read_bytes())
    return below


def rows(run: Path, table: str) -> list[dict[str, str]]:
    with (run / table).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def run(corpus: Path) -> Path:
    """The run over all of them."""
    target = corpus.parent / "run"
    done = beloften("scan", corpus, "--out", target, "--jobs", 2, "--no-cache")
    assert done.returncode == 4
    assert "Traceback" not in done.stderr + done.stdout
    assert SECRET not in done.stderr + done.stdout
    assert "link.txt' is left out" in done.stderr
    return target


def test_each_file_has_a_row_with_a_documented_status(corpus: Path, run: Path) -> None:
    found = {row["document"]: row["status"] for row in rows(run, "documenten.csv")}
    assert set(found) == {path.name for path in corpus.iterdir()} - {"link.txt"}
    assert set(found.values()) <= DOCUMENTED


def test_what_is_not_read_says_why_and_what_to_do(run: Path) -> None:
    for row in rows(run, "documenten.csv"):
        if row["status"] not in READ:
            assert row["remark"].endswith((".", ";", "…")), row
            assert "Error" not in row["remark"], row


def test_each_kind_of_harm_has_the_status_that_fits(run: Path) -> None:
    found = {row["document"]: row["status"] for row in rows(run, "documenten.csv")}
    expected: Mapping[str, set[str]] = {
        "bom.pdf": {"crashed", "memory", "empty"},  # depends on the memory that the system gives
        "lus-in-boom.pdf": {"damaged"},
        "lus-in-formulier.pdf": READ,
        "diepe-boom.pdf": {"damaged"},
        "te-veel-bladen.pdf": {"damaged"},
        "geen-bladen.pdf": {"damaged"},
        "groot-en-leeg.pdf": {"empty"},
        "geen-pdf.pdf": {"damaged"},
        "nul.pdf": {"damaged"},
        "opdrachten.pdf": READ,
        "bom.docx": {"memory"},
        "lach.docx": {"damaged"},
        "van-buiten.docx": {"damaged"},
        "doctype-van-buiten.docx": {"damaged"},
        "diep.docx": {"memory"},
        "naar-buiten.docx": {"damaged"},
        "half.docx": {"damaged"},
        "zip-met-paden.zip": {"unsupported"},
        "lach.odt": {"damaged"},
        "diep.html": {"damaged"},
        "veel.html": {"memory"},
        "nullen.txt": {"damaged"},
        "regels.txt": {"empty"},
        "onbekend.xyz": {"unsupported"},
    }
    assert {name: found[name] for name, statuses in expected.items() if found[name] not in statuses} == {}


def test_the_results_of_neighbours_are_the_same_bytes_as_without_them(run: Path, tmp_path: Path) -> None:
    alone = tmp_path / "corpus"
    alone.mkdir()
    for path in GOOD:
        (alone / path.name).write_bytes(path.read_bytes())
    assert beloften("scan", alone, "--out", tmp_path / "run", "--no-cache").returncode == 0
    names = {path.name for path in GOOD}
    for table in ("documenten.csv", "bevindingen.csv", "zinnen.csv"):
        among = [row for row in rows(run, table) if row["document"] in names]
        assert among == rows(tmp_path / "run", table)
        assert among


def test_nothing_outside_the_run_is_written_or_read(corpus: Path, run: Path) -> None:
    assert {path.name for path in corpus.parent.iterdir()} == {"corpus", "geheim.txt", "run"}
    assert not [path for path in run.iterdir() if SECRET in path.read_text("utf-8")]


@pytest.mark.parametrize("name", ["bom.pdf", "lach.docx", "diep.html", "halve-letters.pdf", "opdrachten.pdf"])
def test_text_of_one_of_them_ends_with_text_or_one_line_that_says_why(corpus: Path, name: str) -> None:
    shown = beloften("text", corpus / name)
    assert shown.returncode in {0, 5}
    assert "Traceback" not in shown.stderr
    assert len(shown.stderr.splitlines()) <= 1
    assert shown.returncode == 0 or shown.stderr.startswith("beloften: ")
    assert "\x1b" not in shown.stdout
