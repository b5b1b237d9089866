"""Projects and codebooks as a program that others wrote takes them: `qualitative-coding`, with its schema.

It needs an environment of its own, which `make test` makes; see qualitative-coding.txt.
"""

import json
import os
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from beloften.codebook.schema import Codebook
from beloften.codings.names import CodeNames
from beloften.codings.qdpx.project import read_project
from beloften.export.asked import ExportFormat
from beloften.export.formats import export_run
from beloften.export.material import Material, find_originals
from beloften.rundir.read import read_run
from tests.export.qdpx.runs import BARE, RULES, codings_in, material_of
from tests.hostile import HOSTILE

ROOT = Path(__file__).parents[3]
ENVIRONMENT = ROOT / ".venv-qda"
PYTHON = ENVIRONMENT / "bin" / "python"
READER = Path(__file__).with_name("read_with_qc.py")
VOORBEELD = ROOT / "corpora" / "voorbeeld"

pytestmark = pytest.mark.skipif(
    not (ENVIRONMENT / "ready").exists(), reason="needs another program: make .venv-qda/ready"
)


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PYTHON, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": ""},
    )


def ships(name: str) -> Path:
    """A file that comes with the other program."""
    (folder,) = ENVIRONMENT.glob("lib/python3*/site-packages/qualitative_coding/refi_qda")
    return folder / name


def faults(xml: str, folder: Path) -> str:
    """What is wrong with a project file by the schema of REFI-QDA; "" when nothing is."""
    path = folder / "project.qde"
    path.write_text(xml, "utf-8")
    code = (
        "import sys, xmlschema\n"
        "for fault in xmlschema.XMLSchema(sys.argv[1]).iter_errors(sys.argv[2]): print(fault)"
    )
    result = run("-c", code, ships("schema.xsd"), path)
    return result.stdout + result.stderr


def project_xml(path: Path) -> str:
    with zipfile.ZipFile(path) as project:
        return project.read("project.qde").decode()


def taken_in(path: Path, folder: Path) -> tuple[dict[str, str], list[tuple[str, int, str, str]]]:
    """The texts by name, and document, line, coder and code of each coding, as the other reader has them."""
    folder.mkdir()
    result = run(READER, path, folder)
    assert not result.returncode, result.stderr
    found = json.loads(result.stdout)
    return found["texts"], [tuple(coding) for coding in found["codings"]]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    read = read_run(VOORBEELD / "baseline")
    path = tmp_path_factory.mktemp("sample") / "voorbeeld.qdpx"
    material = Material("voorbeeld", read, originals=find_originals(read.documenten, VOORBEELD))
    export_run(material, ExportFormat.QDPX, path)
    return path


def test_a_project_is_valid(sample: Path, tmp_path: Path) -> None:
    assert faults(project_xml(sample), tmp_path) == ""


def test_the_schema_tells_a_project_that_is_not_valid(sample: Path, tmp_path: Path) -> None:
    xml = project_xml(sample).replace('isCodable="false"', 'isCodable="perhaps"', 1)
    assert "perhaps" in faults(xml, tmp_path)


def test_a_codebook_is_valid(tmp_path: Path) -> None:
    """The schema of projects has the type of a codebook, under another name space."""
    path = tmp_path / "voorbeeld.qdc"
    export_run(Material("voorbeeld", read_run(VOORBEELD / "baseline")), ExportFormat.QDC, path)
    root = ET.parse(path).getroot()  # noqa: S314 - written just now
    assert root.tag == "{urn:QDA-XML:codebook:1.0}CodeBook"
    (codes,) = root
    written = ET.tostring(codes, "unicode").replace(":codebook:", ":project:")
    xml = f'<Project xmlns="urn:QDA-XML:project:1.0" name="x"><CodeBook>{written}</CodeBook></Project>'
    assert faults(xml, tmp_path) == ""


def test_another_reader_has_the_same_texts_and_codings(
    sample: Path, tmp_path: Path, own_codebook: Codebook
) -> None:
    texts, codings = taken_in(sample, tmp_path / "qc")
    ours = read_project(sample)
    assert texts == {source.name.replace(".pdf", ".txt"): source.text for source in ours.sources}
    (coder,) = ours.users.values()
    quoted = {
        (document.replace(".pdf", ".txt"), sentence, code if not degree else f"{code}: {degree}")
        for document, sentence, code, degree in codings_in(sample, CodeNames(own_codebook))
    }
    lines = {name: text.splitlines() for name, text in texts.items()}
    assert {each[2] for each in codings} == {coder}
    for document, line, _, code in codings:
        on_the_line = lines[document][line]
        assert any(
            quotation in on_the_line and code in {said, said.partition(": ")[0]}
            for name, quotation, said in quoted
            if name == document
        )
    found = {(document, code) for document, _, _, code in codings}
    assert {(document, said) for document, _, said in quoted} <= found


@pytest.mark.parametrize("names", [sorted(HOSTILE)[start::4] for start in range(4)])
def test_a_project_is_valid_whatever_is_in_names_titles_and_texts(
    names: list[str], tmp_path: Path, codebook_of: Callable[..., Codebook]
) -> None:
    texts = {f"nota {HOSTILE[name]}.txt": "Wij bieden hulp op maat.\n" for name in names}
    texts |= {
        f"{name}.txt": f"Op maat {HOSTILE[name]} bij ons.\n".encode("utf-8", "replace").decode()
        for name in names
    }
    known = replace(
        BARE,
        gemeente=HOSTILE[names[0]],
        titel=HOSTILE[names[1]],
        kenmerken=tuple((n, HOSTILE[n]) for n in names),
    )
    path = tmp_path / "uit.qdpx"
    export_run(material_of(tmp_path, codebook_of(**RULES), texts, known), ExportFormat.QDPX, path)
    assert faults(project_xml(path), tmp_path) == ""


def test_a_project_of_nvivo_is_read(own_codebook: Codebook) -> None:
    """It has two coders, two documents without codings, and one code that the codebook has too."""
    project = read_project(ships("nvivo_project.qdpx"))
    assert sorted(project.users.values()) == ["chrisp", "cp"]
    assert ("rq1_definition", "competencies", "programming") in project.codes.values()
    assert len(project.sources) == 2
    assert all(source.text and not source.selections for source in project.sources)
    names = CodeNames(own_codebook)
    known = [path for path in project.codes.values() if names.find_in_tree(path)]
    assert known == [("rq1_definition", "practices", "creativity")]


def test_a_project_of_the_other_program_is_read_with_its_codings() -> None:
    """Its positions are those of lines, from the first character to the one behind the line end."""
    project = read_project(ships("../demo.qdpx"))
    assert any(source.selections for source in project.sources)
    for source in project.sources:
        assert source.text
        for selection in source.selections:
            assert selection.position is not None
            quotation = source.text[selection.position.start : selection.position.end]
            number = int(selection.position.name.removeprefix("line:"))
            assert quotation == source.text.splitlines(keepends=True)[number]
            assert all(code in project.codes and coder in project.users for code, coder in selection.codings)
