"""The codes of a run as the code tree of a QDA program.

There are two trees. One has a branch per kind of code with its codes. The other says how a sentence speaks: a
branch per level and per stance, with a code for each that can have it, "maatwerk: belofte". A plain code
"belofte" beside "maatwerk" would not do, because a sentence with two goods of two levels would not tell which
good has which; and programs count codes that stand on the same words together.
"""

import xml.etree.ElementTree as ET  # writes only
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beloften.codebook.diff import Said
from beloften.codebook.schema import ConceptKind, Level, Stance
from beloften.codings.qdpx.guid import code_guid, guid_of
from beloften.export.codes import CodeRow, code_rows
from beloften.export.pdf.looks import colours_of
from beloften.export.qdpx.xml import add, name_text
from beloften.report.figures.palette import MARKS, SOFT_INK

_DEGREES: tuple[tuple[str, type[Level | Stance]], ...] = (("niveau", Level), ("houding", Stance))
_MEANINGS: dict[Level | Stance, str] = {  # docs/method.md
    Level.GENOEMD: "The good is put forward as something that policy wants, offers or brings about.",
    Level.BELOFTE: "The same, and it is tied to nearness, in the sentence or the one that it continues.",
    Level.EXPLICIET: "The same, and words say that one leads to the other.",
    Stance.AFGEZET: "The text turns against it.",
    Stance.ONDERSCHREVEN: "The text upholds it.",
    Stance.NEUTRAAL: "The text mentions it, or does not show its stance.",
}


@dataclass(frozen=True, slots=True)
class CodeNode:
    """A code of the tree.

    Attributes:
        guid: by which codings refer to it.
        name: what it is called.
        description: what it means; "" for the code of a degree, of which the branch says it, and for a kind.
        colour: "#rrggbb"; "" for the branch of a kind.
        children: the codes below it; a code that has them is a branch and cannot be given itself.
    """

    guid: str
    name: str
    description: str
    colour: str
    children: tuple["CodeNode", ...] = ()


def code_tree(rules: Said, lang: str) -> tuple[CodeNode, ...]:
    """Return the branches: a code per rule by its kind, coloured as in the annotated PDF; then degrees."""
    rows = list(code_rows(rules))
    colours = colours_of(rows)
    kinds = {kind: [row for row in rows if row.kind == kind] for kind in ConceptKind}
    branches = [
        _branch(kind, [_code(row, colours.get(row.code, SOFT_INK), lang) for row in group])
        for kind, group in kinds.items()
        if group
    ]
    return (*branches, *_degree_trees(rows))


def degree_guid(code: str, degree: str) -> str:
    """Return the GUID of the code for a level or stance of a code."""
    return guid_of("degree", code, degree)


def add_codebook(parent: ET.Element, tree: Sequence[CodeNode]) -> None:
    """Add the codes to the element `CodeBook`."""
    codes = add(parent, "Codes")
    for node in tree:
        _add_code(codes, node)


def _add_code(parent: ET.Element, node: CodeNode) -> None:
    codable = "false" if node.children else "true"
    element = add(parent, "Code", guid=node.guid, name=node.name, isCodable=codable, color=node.colour)
    if node.description:
        add(element, "Description", node.description)
    for child in node.children:
        _add_code(element, child)


def _code(row: CodeRow, colour: str, lang: str) -> CodeNode:
    about = f"{name_text(row.label(lang))}. {name_text(row.definition)}"
    return CodeNode(code_guid(row.kind, row.code), row.code, about, colour)


def _degree_trees(rows: Sequence[CodeRow]) -> Iterator[CodeNode]:
    for name, degrees in _DEGREES:
        branches = []
        for degree in degrees:
            codes = [_degree(row.code, degree) for row in rows if _has(row.kind, degree)]
            if codes:
                branches.append(_branch(f"{name}: {degree}", codes, _MEANINGS[degree], MARKS[degree]))
        if branches:
            yield _branch(name, branches)


def _degree(code: str, degree: Level | Stance) -> CodeNode:
    return CodeNode(degree_guid(code, degree), f"{code}: {degree}", "", MARKS[degree])


def _has(kind: str, degree: Level | Stance) -> bool:
    return ConceptKind(kind).has_level if isinstance(degree, Level) else ConceptKind(kind).has_stance


def _branch(name: str, children: Sequence[CodeNode], description: str = "", colour: str = "") -> CodeNode:
    return CodeNode(guid_of("kind", name), name, description, colour, tuple(children))
