"""`beloften kwic` in a process of its own: its forms, and where they go."""

import csv
import io
from pathlib import Path

import pytest
from docx import Document

from tests.cli.running import beloften

RUN = Path(__file__).parents[2] / "corpora" / "voorbeeld" / "baseline"


def test_a_table_for_word_goes_to_the_file_that_is_named(tmp_path: Path) -> None:
    target = tmp_path / "maatwerk.docx"
    done = beloften("kwic", "maatwerk", RUN, "--format", "docx-table", "--out", target)
    assert (done.returncode, done.stdout) == (0, "")
    (table,) = Document(str(target)).tables
    assert table.cell(0, 1).text == "maatwerk"
    assert len(table.rows) > 1


def test_a_table_for_word_is_not_printed() -> None:
    done = beloften("kwic", "maatwerk", RUN, "--format", "docx-table")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--out" in done.stderr


def test_what_stands_around_the_lines_is_english_when_asked_for(tmp_path: Path) -> None:
    markdown = beloften("kwic", "maatwerk", RUN, "--format", "markdown", "--lang", "en").stdout
    assert markdown.splitlines()[-1].startswith("Rules: ")
    target = tmp_path / "maatwerk.docx"
    assert (
        beloften(
            "kwic", "maatwerk", RUN, "--format", "docx-table", "--out", target, "--lang", "en"
        ).returncode
        == 0
    )
    document = Document(str(target))
    assert document.tables[0].cell(0, 0).text == "before"
    assert document.paragraphs[-1].text.startswith("Rules: ")


def test_csv_is_printed_in_the_order_asked_for() -> None:
    done = beloften("kwic", "maatwerk", RUN, "--format", "csv", "--sort", "right")
    firsts = [
        row["right"].strip(" ,.").split()[0].casefold() for row in csv.DictReader(io.StringIO(done.stdout))
    ]
    assert len(firsts) > 1
    assert firsts == sorted(firsts)


def test_the_lines_of_one_gemeente_can_be_asked_for() -> None:
    done = beloften("kwic", "maatwerk", RUN, "--only", "hollerdam-2013", "--format", "csv")
    citations = [row["citation"] for row in csv.DictReader(io.StringIO(done.stdout))]
    assert citations
    assert all(citation.startswith("(Hollerdam 2013: ") for citation in citations)


def test_in_a_pipe_there_is_a_line_per_place_with_its_whole_citation() -> None:
    rows = list(csv.DictReader(io.StringIO(beloften("kwic", "maatwerk", RUN, "--format", "csv").stdout)))
    lines = beloften("kwic", "maatwerk", RUN, COLUMNS="").stdout.splitlines()
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        assert row["key"] in line
        assert line.endswith(row["citation"])


@pytest.mark.parametrize("width", [60, 80])
def test_a_terminal_shows_each_place_in_a_line(width: int) -> None:
    lines = beloften("kwic", "maatwerk", RUN, COLUMNS=str(width)).stdout.splitlines()
    places = beloften("kwic", "maatwerk", RUN, "--format", "csv").stdout.splitlines()[1:]
    assert len(lines) == len(places)
    assert max(map(len, lines)) == width


@pytest.mark.parametrize("name", ["bevindingen.csv", "run.json"])
@pytest.mark.parametrize("command", [("kwic", "maatwerk"), ("show",), ("export", "--to", "csv")])
def test_of_a_file_of_a_run_the_folder_is_asked_for(command: tuple[str, ...], name: str) -> None:
    done = beloften(*command, RUN / name)
    assert done.returncode == 2
    assert f"Name the run folder: {RUN}" in done.stderr


def test_a_code_that_no_place_has_is_told(tmp_path: Path) -> None:
    (tmp_path / "nota.txt").write_text(
        "De vergadering wordt om tien uur gesloten. De notulen worden vastgesteld."
    )
    done = beloften("kwic", "maatwerk", tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "No place has the code maatwerk." in done.stderr
