"""`beloften export` as a user meets it."""

from pathlib import Path

from tests.cli.running import beloften

RUN = Path(__file__).parents[2] / "corpora" / "voorbeeld" / "baseline"


def test_a_paper_can_have_one_table_of_two_gemeenten() -> None:
    done = beloften(
        *("export", RUN, "--to", "latex", "--table", "beloften"),
        *("--only", "Elzervoort", "--only", "Hollerdam"),
    )
    assert done.returncode == 0
    assert done.stdout.count(r"\begin{longtable}") == 1
    assert [name for name in ("Elzervoort", "Hollerdam", "Vlierwaard") if name in done.stdout] == [
        "Elzervoort",
        "Hollerdam",
    ]


def test_a_table_is_not_taken_from_a_format_that_has_none() -> None:
    done = beloften("export", RUN, "--to", "bibtex", "--table", "beloften")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Leave out --table" in done.stderr


def test_of_documents_that_none_could_be_read_nothing_is_exported(tmp_path: Path) -> None:
    (tmp_path / "stukken").mkdir()
    done = beloften("export", tmp_path / "stukken", "--to", "sav", "--out", tmp_path / "spss")
    assert (done.returncode, done.stdout) == (5, "")
    assert not (tmp_path / "spss").exists()
