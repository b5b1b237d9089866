"""A new rule file asks its writer for what only the writer can say."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from beloften.codebook.faults import faults
from beloften.codebook.json_schema import json_schema
from beloften.codebook.lint import lint
from beloften.codebook.load import load_codebook
from beloften.codebook.schema import ConceptKind
from beloften.codebook.template import new_files
from beloften.errors import UsageError

FILLED = {
    "number: …": "number: 1",
    "year: …": "year: 2018",
    "nearness: …": "nearness: stabiel",
    "opposite: …": "opposite: maatwerk",
    "part-of: …": "part-of: markt",
    "effect: …": "effect: verband",
}


def write(folder: Path, code: str, kind: ConceptKind | None) -> Path:
    files = new_files(folder, code, kind)
    for path, text in files.items():
        path.write_text(text, "utf-8")
    return next(iter(files))


def filled_in(text: str) -> str:
    """Give each … a value: a word of its own, so that no two are the same."""
    for left, value in FILLED.items():
        text = text.replace(left, value)
    lines = text.split("\n")
    return "\n".join(
        line if line.startswith("#") else line.replace("…", f"woord{number}")
        for number, line in enumerate(lines)
    )


@pytest.mark.parametrize("kind", [*ConceptKind, None])
def test_lint_names_what_is_open_and_nothing_else(tmp_path: Path, kind: ConceptKind | None) -> None:
    path = write(tmp_path, "eigen-regie" if kind else "maatwerk", kind)
    said = [str(fault) for fault in faults(tmp_path)]
    assert said
    assert all(line.endswith("this is still to be filled in.") for line in said)
    lines = [line for line in path.read_text("utf-8").split("\n") if "…" in line and line[0] != "#"]
    assert len({line.split(":")[1] for line in said}) == len(lines)


@pytest.mark.parametrize(
    "kind", [ConceptKind.WAARDE, ConceptKind.NABIJHEID, ConceptKind.AANWIJZING, ConceptKind.CONTEXT]
)
def test_filled_in_it_loads_and_lints_and_is_valid_in_an_editor(tmp_path: Path, kind: ConceptKind) -> None:
    path = write(tmp_path, "eigen-regie", kind)
    path.write_text(filled_in(path.read_text("utf-8")), "utf-8")
    if kind is ConceptKind.WAARDE:  # its opposite must name it, and the one that ships does not
        path.write_text(path.read_text("utf-8").replace("opposite: maatwerk\n", ""), "utf-8")
    codebook = load_codebook(tmp_path)
    assert codebook.extends
    assert lint(codebook, tmp_path) == []
    content = yaml.safe_load(path.read_text("utf-8"))
    assert list(Draft7Validator(json.loads(json_schema())).iter_errors(content)) == []


def test_without_a_kind_it_adds_to_the_concept_that_ships(tmp_path: Path) -> None:
    path = write(tmp_path, "maatwerk", None)
    path.write_text(filled_in(path.read_text("utf-8")), "utf-8")
    extended, shipped = load_codebook(tmp_path).require("maatwerk"), load_codebook().require("maatwerk")
    assert len(extended.patterns) == len(shipped.patterns) + 1


def test_the_first_line_leads_editors_to_the_schema_beside_it(tmp_path: Path) -> None:
    first, _ = write(tmp_path, "eigen-regie", ConceptKind.WAARDE).read_text("utf-8").split("\n", 1)
    assert first.startswith("# yaml-language-server: $schema=")
    assert (tmp_path / first.partition("=")[2]).read_text("utf-8") == json_schema()


def test_a_codebook_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "codebook.yaml").write_text("name: eigen\nversion: 2.0.0\n", "utf-8")
    assert tmp_path / "codebook.yaml" not in new_files(tmp_path, "eigen-regie", ConceptKind.WAARDE)


@pytest.mark.parametrize(
    ("code", "kind", "problem"),
    [
        ("Eigen regie", ConceptKind.WAARDE, "is no code"),
        ("bestaat", ConceptKind.WAARDE, "exists already"),
        ("eigen-regie", None, "Give --kind"),
    ],
)
def test_what_cannot_be_written_is_told(
    tmp_path: Path, code: str, kind: ConceptKind | None, problem: str
) -> None:
    (tmp_path / "bestaat.yaml").touch()
    with pytest.raises(UsageError, match=problem):
        new_files(tmp_path, code, kind)


def test_a_folder_of_rules_gets_no_rules_of_its_own_within(tmp_path: Path) -> None:
    """What is made there would be a second codebook, and the first would no longer load."""
    write(tmp_path, "eigen-regie", ConceptKind.VERTOOG)
    with pytest.raises(UsageError, match=f"lies within the rules in {tmp_path}"):
        new_files(tmp_path / "vertogen", "buurtkracht", ConceptKind.VERTOOG)
