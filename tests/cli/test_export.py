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
