"""A command line that is wrong is told in one line, in plain words, with what to do next."""

from pathlib import Path

import pytest

from tests.cli.running import beloften

NOTA = Path(__file__).parents[2] / "corpora" / "voorbeeld" / "hollerdam-2013.pdf"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["scann", "x"], "No such command 'scann'. Did you mean 'scan'? See: beloften --help"),
        (
            ["scan"],
            "PATHS is missing: files, folders, manifests or URLs; `-` reads one text from standard input. S",
        ),
        (["scan", "--gemeete", "x"], "There is no option --gemeete: did you mean --gemeente? See: beloften"),
        (["--versie"], "There is no option --versie: did you mean --version? See: beloften --help"),
        (["scan", "x", "--xyzzy"], "There is no option --xyzzy. See: beloften scan --help"),
        (
            ["scan", "x", "--by", "gemente"],
            "--by: there is no 'gemente': did you mean gemeente? There are: gem",
        ),
        (
            ["scan", "x", "--format", "spss"],
            "--format: there is no 'spss'. There are: table, csv, json, mark",
        ),
        (["figure", "heatmp", "x"], "KIND: there is no 'heatmp': did you mean heatmap? There are: heatmap, "),
        (["scan", "x", "--jaar", "veertien"], "--jaar: write a number. See: beloften scan --help"),
        (["scan", "x", "--jobs", "0"], "--jobs: write 1 or more. See: beloften scan --help"),
        (["rules", "stats", "x", "--samples", "9"], "--samples: write 3 or less. See: beloften rules stats"),
        (["scan", "x", "--jaar"], "Option '--jaar' requires an argument. See: beloften scan --help"),
        (
            ["explain", "a", "b", "c"],
            "Too much was given: b c. What has spaces goes in quotes. See: beloften",
        ),
        (["rules", "shw"], "No such command 'shw'. Did you mean 'show'? See: beloften rules --help"),
        (
            ["rules", "show"],
            "CODE is missing: code of a concept, such as maatwerk; see `rules list`. See: bel",
        ),
        (
            ["rules", "pages", "x", "--about", "weg.md"],
            "--about: file 'weg.md' does not exist. See: beloften",
        ),
        (["explain", " "], "There is no sentence to explain. Put one in quotes, behind `explain`."),
        (
            ["figure", "dots", NOTA, "--code", "maatwrk"],
            "No concept has the code 'maatwrk'. Did you mean maat",
        ),
    ],
)
def test_what_is_wrong_is_one_line_with_what_to_do(arguments: list[object], said: str) -> None:
    done = beloften(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"beloften: {said}")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("group", ["rules", "cache"])
def test_a_group_of_commands_that_is_named_alone_shows_its_help(group: str) -> None:
    done = beloften(group)
    assert done.returncode == 2
    assert f"Usage: beloften {group} [OPTIONS] COMMAND" in done.stderr
    assert "Examples:" in done.stderr


def test_a_folder_without_documents_says_so_and_what_to_do(tmp_path: Path) -> None:
    done = beloften("scan", tmp_path)
    assert done.returncode == 5
    assert f"There are no documents in '{tmp_path}'. Put some there, or name another folder." in done.stderr
