"""`beloften kwic` in a process of its own: its forms, and where they go."""

import csv
import io
from pathlib import Path

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


def test_csv_is_printed_in_the_order_asked_for() -> None:
    done = beloften("kwic", "maatwerk", RUN, "--format", "csv", "--sort", "right")
    firsts = [
        row["right"].strip(" ,.").split()[0].casefold() for row in csv.DictReader(io.StringIO(done.stdout))
    ]
    assert len(firsts) > 1
    assert firsts == sorted(firsts)
