"""The code tree of a project and of a codebook."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from beloften.codebook.diff import said
from beloften.codebook.schema import Codebook, Level, Stance
from beloften.codings.names import CodeNames
from beloften.codings.sample.key import Sample
from beloften.codings.sample.qdpx import sample_qdpx
from beloften.export.pdf.looks import Looks
from beloften.export.qdpx.codes import CodeNode, add_codebook, code_tree
from beloften.rundir.read import read_findings

VOORBEELD = Path(__file__).parents[3] / "corpora" / "voorbeeld" / "baseline"
Names = tuple[str, ...]


@pytest.fixture
def tree(own_codebook: Codebook) -> tuple[CodeNode, ...]:
    return code_tree(said(own_codebook), "nl")


def leaves(nodes: Iterable[CodeNode], above: Names = ()) -> Iterator[tuple[Names, CodeNode]]:
    for node in nodes:
        path = (*above, node.name)
        if node.children:
            yield from leaves(node.children, path)
        else:
            yield path, node


def test_every_code_of_the_codebook_is_there_once_below_its_kind(
    tree: tuple[CodeNode, ...], own_codebook: Codebook
) -> None:
    plain = [path for path, _ in leaves(tree) if path[0] not in {"niveau", "houding"}]
    codes = [concept for concept in own_codebook.concepts if concept.kind.is_code]
    assert sorted(plain) == sorted((str(concept.kind), concept.code) for concept in codes)


def test_levels_and_stances_are_trees_of_their_own_that_say_of_which_code(
    tree: tuple[CodeNode, ...], own_codebook: Codebook
) -> None:
    paths = [path for path, _ in leaves(tree)]
    assert ("niveau", "niveau: belofte", "maatwerk: belofte") in paths
    assert ("houding", "houding: afgezet", "markt: afgezet") in paths
    names = CodeNames(own_codebook)
    for path in paths:
        meaning = names.find_in_tree(path)
        assert meaning is not None
        assert path[-1] in {meaning.code, f"{meaning.code}: {meaning.degree}"}


def test_names_and_guids_are_never_shared(tree: tuple[CodeNode, ...]) -> None:
    found = [node for _, node in leaves(tree)]
    assert len({node.name for node in found}) == len({node.guid for node in found}) == len(found)


def test_a_code_has_its_label_and_definition_in_the_language_of_the_export(own_codebook: Codebook) -> None:
    abouts = {
        lang: {node.name: node.description for _, node in leaves(code_tree(said(own_codebook), lang))}
        for lang in ("nl", "en")
    }
    concept = own_codebook.concept("maatwerk")
    assert concept is not None
    definition = " ".join(concept.definition.split())
    assert abouts["nl"]["maatwerk"] == f"Maatwerk. {definition}"
    assert abouts["en"]["maatwerk"] == f"Tailored support. {definition}"


def test_branches_cannot_be_given_and_codes_can(tree: tuple[CodeNode, ...]) -> None:
    root = ET.Element("CodeBook")
    add_codebook(root, tree)
    for code in root.iter("Code"):
        assert code.get("isCodable") == ("true" if code.find("Code") is None else "false")


def test_codes_have_the_guid_of_the_coding_sheet_so_that_projects_can_be_merged(
    tree: tuple[CodeNode, ...], own_codebook: Codebook
) -> None:
    sheet = sample_qdpx(Sample({}, 1, 0, ()), own_codebook)
    written = re.findall(r'guid="([^"]+)" name="([^"]+)" isCodable="true"', _project_file(sheet))
    ours = {node.name: node.guid for path, node in leaves(tree) if path[0] not in {"niveau", "houding"}}
    theirs = {name: guid for guid, name in written}
    assert {name: theirs[name] for name in ours} == ours


def test_codes_have_the_colours_of_the_annotated_pdf(
    tree: tuple[CodeNode, ...], own_codebook: Codebook
) -> None:
    rules = said(own_codebook)
    looks = Looks(rules)
    row = read_findings(VOORBEELD)[0]
    for path, node in leaves(tree):
        if path[0] in {"belofte", "koepel", "waarde", "logica", "nabijheid"}:
            assert node.colour == looks.look(replace(row, code=node.name)).colour
        assert re.fullmatch("#[0-9a-f]{6}", node.colour)


def test_each_level_and_stance_says_what_it_means(tree: tuple[CodeNode, ...]) -> None:
    trees = [node for node in tree if node.name in {"niveau", "houding"}]
    assert all(branch.description for node in trees for branch in node.children)


def test_no_degree_is_left_out(tree: tuple[CodeNode, ...]) -> None:
    ends = {path[-1].partition(": ")[2] for path, _ in leaves(tree)} - {""}
    assert ends == {*Level, *Stance}


def _project_file(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as project:
        return project.read("project.qde").decode()
