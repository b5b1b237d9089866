"""A project is started from what is in its folder, which stays as it is."""

import shutil
from pathlib import Path

import pytest
import yaml

from beloften.codebook.load import load_codebook
from beloften.corpus.discover import Corpus, discover, writable_name
from beloften.errors import CorpusError, UsageError
from beloften.project.start import start_project

VOORBEELD = Path(__file__).parents[2] / "corpora" / "voorbeeld"
ALWAYS = {
    ".github/workflows/beloften.yml",
    ".gitignore",
    "coderingen/",
    "eigen-regels/codebook.yaml",
    "resultaten/",
}


@pytest.fixture
def stukken(tmp_path: Path) -> Path:
    """Documents with names good and bad, some below each other, and one that is none."""
    folder = tmp_path / "mijn stukken"
    for name in ("Goes/nota 2014.pdf", "Goes/2015/plan.pdf", "d'oude #1: *nota*.pdf"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(VOORBEELD / "hollerdam-2013.pdf", folder / name)
    (folder / "brief.txt").write_text("Gemeente Veere, 3 maart 2014. Hulp in de buurt.")
    (folder / "foto.jpg").write_bytes(b"\xff\xd8")
    return folder


def content(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def known(corpus: Corpus) -> dict[str, tuple[str, int | None, bool]]:
    return {source.name: (source.gemeente, source.jaar, source.is_guess) for source in corpus.sources}


def test_an_empty_folder_gets_a_place_for_documents_and_no_manifest(tmp_path: Path) -> None:
    project = start_project(tmp_path / "nieuw")
    assert set(project.made) == {*ALWAYS, "LEESMIJ.md", "stukken/"}
    assert (tmp_path / "nieuw" / "stukken").is_dir()
    assert not project.has_documents
    assert discover([tmp_path / "nieuw"]).sources == ()


def test_documents_stay_where_they_are_and_are_listed(stukken: Path) -> None:
    before, guessed = content(stukken), known(discover([stukken]))
    project = start_project(stukken)
    assert set(project.made) == {*ALWAYS, "LEESMIJ.md", "corpus.yaml"}
    after = content(stukken)
    assert {name: after[name] for name in before} == before
    (remark,) = project.remarks
    assert remark.startswith("1 file is not listed, of a kind that is not read")
    assert remark.endswith(": foto.jpg.")
    del guessed["foto.jpg"]
    guessed["brief.txt"] = ("Veere", None, True)  # which its first page says
    found = discover([stukken])
    assert known(found) == guessed
    assert found.title == "mijn stukken"
    assert found.warnings == ()


def test_a_second_time_makes_nothing_and_changes_nothing(stukken: Path) -> None:
    first = start_project(stukken)
    before = content(stukken)
    again = start_project(stukken)
    assert content(stukken) == before
    assert again.made == ()
    assert set(again.is_there) == set(first.made)
    assert again.has_documents


def test_a_second_time_makes_the_manifest_of_documents_that_came_since(tmp_path: Path) -> None:
    start_project(tmp_path)
    shutil.copy(VOORBEELD / "hollerdam-2013.pdf", tmp_path / "stukken" / "Goes 2014.pdf")
    project = start_project(tmp_path)
    assert project.made == ("corpus.yaml",)
    assert known(discover([tmp_path])) == {"stukken/Goes 2014.pdf": ("Goes", 2014, True)}


@pytest.mark.parametrize("where", ["corpus.yaml", "Goes/corpus.yaml"])
def test_a_manifest_that_is_there_is_the_only_one(stukken: Path, where: str) -> None:
    (stukken / where).write_text("documenten:\n  - bestand: nota 2014.pdf\n")
    project = start_project(stukken)
    assert where in project.is_there
    assert set(project.made) == {*ALWAYS, "LEESMIJ.md"}
    assert project.proposals == ()


def test_what_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("van mij")
    (tmp_path / ".gitignore").write_text("van mij")
    (tmp_path / "coderingen").mkdir()
    project = start_project(tmp_path)
    assert project.not_made == {"LEESMIJ.md": "there is a README.md"}
    assert set(project.is_there) == {".gitignore", "coderingen/"}
    assert list((tmp_path / "coderingen").iterdir()) == []
    assert (tmp_path / ".gitignore").read_text() == "van mij"


def test_the_workflow_is_made_only_where_github_looks_for_it(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert ".github/workflows/beloften.yml" in start_project(tmp_path).made
    below = start_project(tmp_path / "onderzoek")
    assert list(below.not_made) == [".github/workflows/beloften.yml"]
    assert not (tmp_path / "onderzoek" / ".github").exists()


@pytest.mark.parametrize("name", ["a\x07.pdf", "b\x85.pdf", "C: schijf.pdf", "c\ufeff.pdf", "d\\e.pdf"])
def test_a_document_whose_name_no_manifest_can_have_is_told(stukken: Path, name: str) -> None:
    try:
        (stukken / name).write_bytes(b"")
    except OSError:
        pytest.skip("this system has no such names")
    project = start_project(stukken)
    assert writable_name(name) in project.remarks[0]
    assert len(discover([stukken]).sources) == len(project.proposals) == 4


@pytest.mark.parametrize(("lang", "name"), [("nl", "LEESMIJ.md"), ("en", "README.md")])
def test_what_is_for_people_comes_in_two_languages(stukken: Path, lang: str, name: str) -> None:
    start_project(stukken, lang)
    assert (stukken / name).read_text("utf-8").startswith("# mijn stukken\n")
    assert ("van dit project" in (stukken / "corpus.yaml").read_text("utf-8")) == (lang == "nl")


def test_own_rules_stand_on_the_ones_that_ship(tmp_path: Path) -> None:
    start_project(tmp_path)
    own = load_codebook(tmp_path / "eigen-regels")
    assert own.concepts == load_codebook().concepts
    assert own.edition.name == "eigen-regels"


def test_a_file_or_a_run_is_no_place_for_a_project(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    with pytest.raises(UsageError, match="is a file"):
        start_project(tmp_path / "bestand")
    with pytest.raises(CorpusError, match="results of an earlier run"):
        start_project(VOORBEELD / "baseline")


@pytest.mark.parametrize("write", ["titel: [\n", "documenten: []\n"])
def test_a_manifest_at_fault_is_told_before_anything_is_made(tmp_path: Path, write: str) -> None:
    (tmp_path / "corpus.yaml").write_text(write)
    with pytest.raises(CorpusError, match=r"corpus\.yaml:"):
        start_project(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["corpus.yaml"]


def test_the_same_folder_gives_the_same_bytes(stukken: Path, tmp_path: Path) -> None:
    other = shutil.copytree(stukken, tmp_path / "elders" / stukken.name)
    start_project(stukken)
    start_project(other)
    assert content(stukken) == content(other)


def test_the_manifest_is_valid_also_to_other_readers_of_yaml(stukken: Path) -> None:
    start_project(stukken)
    parsed = yaml.safe_load((stukken / "corpus.yaml").read_text("utf-8"))
    assert {entry["bestand"] for entry in parsed["documenten"]} >= {"d'oude #1: *nota*.pdf", "brief.txt"}


def test_for_documents_that_came_since_the_lines_are_said_and_the_manifest_is_left_to_its_owner(
    stukken: Path,
) -> None:
    start_project(stukken)
    before = (stukken / "corpus.yaml").read_text("utf-8")
    shutil.copy(VOORBEELD / "hollerdam-2013.pdf", stukken / "Goes" / "Veere_motie 2016.pdf")
    project = start_project(stukken)
    assert (stukken / "corpus.yaml").read_text("utf-8") == before
    assert project.to_add[0] == "  - bestand: Goes/Veere_motie 2016.pdf"
    (stukken / "corpus.yaml").write_text(before + "\n".join(project.to_add) + "\n", "utf-8")
    added = known(discover([stukken]))["Goes/Veere_motie 2016.pdf"]
    assert added[1:] == (2016, True)
    assert start_project(stukken).to_add == ()


def test_of_a_manifest_in_a_table_no_lines_are_said(stukken: Path) -> None:
    (stukken / "corpus.csv").write_text("bestand\nbrief.txt\n")
    assert start_project(stukken).to_add == ()
