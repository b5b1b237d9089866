"""What files are called, and what stands in them, is text in every output and nothing else."""

import csv
import json
import re
import unicodedata
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from tests.cli.running import beloften
from tests.hostile import HOSTILE, in_file_names

OBEYED = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def steering(text: str) -> set[str]:
    """The characters of an output, besides line feeds, that a terminal obeys or does not show."""
    return {letter for letter in text if unicodedata.category(letter) in OBEYED} - {"\n"}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of texts with hostile names, each with its name in the midst of a promise."""
    folder = tmp_path_factory.mktemp("namen")
    for name, path in in_file_names(folder).items():
        text = f"Wij leveren maatwerk {HOSTILE[name][:300]} dichtbij huis.\n\nDat was het weer."
        path.write_bytes(text.encode("utf-8", "replace"))
    return folder


@pytest.fixture(scope="module")
def run(corpus: Path) -> Path:
    target = corpus.parent / "namen-run"
    done = beloften(
        *("scan", corpus, "--out", target, "--no-cache", "--fail-on", "woorden > 1"),
        *("--junit", corpus.parent / "junit.xml", "--summary", corpus.parent / "summary.md"),
    )
    assert done.returncode == 1
    assert not steering(done.stdout + done.stderr)
    return target


@pytest.mark.parametrize("form", ["table", "markdown", "json"])
def test_no_output_of_a_scan_steers_a_terminal(corpus: Path, form: str) -> None:
    done = beloften("scan", corpus, "--format", form, "--by", "document")
    assert done.returncode in {0, 4}
    assert not steering(done.stdout + done.stderr)
    if form == "json":
        json.loads(done.stdout)


def test_no_concordance_steers_a_terminal(run: Path) -> None:
    done = beloften("kwic", "maatwerk", run)
    assert "maatwerk" in done.stdout
    assert not steering(done.stdout + done.stderr)


def test_no_error_steers_a_terminal_or_a_workflow(tmp_path: Path) -> None:
    done = beloften("scan", f"{tmp_path}/\x1b[31m\n::error file=x::y", GITHUB_ACTIONS="true")
    assert done.returncode == 2
    assert not steering(done.stderr)
    assert [line[:8] for line in done.stderr.splitlines()] == ["beloften", "::error:"]


def test_text_shows_what_a_terminal_would_obey(tmp_path: Path) -> None:
    path = tmp_path / "nota.txt"
    path.write_text("\x1b]0;titel\x07De hulp\u202e is\x9b31m op maat.\n", "utf-8")
    for form in ("text", "jsonl"):
        done = beloften("text", path, "--format", form)
        assert "op maat" in done.stdout
        assert not steering(done.stdout)


def test_tables_keep_their_columns_and_hold_no_formula(run: Path) -> None:
    for table in run.glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as stream:
            head, *rows = csv.reader(stream, strict=True)
        assert {len(row) for row in rows} == {len(head)}
        for cell in (cell for row in rows for cell in row if cell):
            assert cell[0] not in "=+@\t\r＝＋－＠", cell
            assert cell[0] != "-" or re.fullmatch(r"-[0-9.]+", cell), cell


def test_junit_is_xml_with_a_test_for_each_file(run: Path) -> None:
    (suite, *_) = ET.parse(run.parent / "junit.xml").getroot()  # noqa: S314 - made here
    with (run / "documenten.csv").open(encoding="utf-8", newline="") as stream:
        assert len(suite) == len(list(csv.DictReader(stream)))


def test_the_summary_makes_no_links_images_or_html_of_names(run: Path) -> None:
    tokens = (
        MarkdownIt("commonmark", {"html": True})
        .enable("table")
        .parse((run.parent / "summary.md").read_text("utf-8"))
    )
    kinds = {child.type for token in tokens for child in (token, *(token.children or ()))}
    assert not kinds & {"link_open", "image", "html_block", "html_inline"}
