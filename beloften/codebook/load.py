"""From a folder of rule files to a checked `Codebook`."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from beloften.codebook.concept import concept_of, patterns_are_readable
from beloften.codebook.fields import Fields, fault, text_of
from beloften.codebook.schema import Codebook, Concept, ConceptKind
from beloften.errors import RulesError
from beloften.yaml_with_places import YamlError, load_file

HEAD = "codebook.yaml"
"""The file of a rules folder that names the codebook, its version and its word lists."""


@cache
def shipped_rules() -> Path:
    """Return the folder of the rules that come with the package, from a wheel or from a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def load_codebook(folder: Path | None = None) -> Codebook:
    """Read all rule files of a folder, the shipped rules by default.

    Args:
        folder: with `codebook.yaml` and, at any depth, a YAML file per concept named after its code.

    Raises:
        RulesError: for anything that is not as it should be, with file, line and column.
    """
    folder = folder or shipped_rules()
    if not (folder / HEAD).is_file():
        raise RulesError(
            f"{folder} holds no rules.",
            f"A rules folder has a file {HEAD} with name, version and word lists.",
        )
    try:
        return _load(folder)
    except YamlError as error:
        raise RulesError(error.problem, error.next_step) from error


def _load(folder: Path) -> Codebook:
    for path in sorted(folder.rglob("*.yml")):
        raise RulesError(f"{path}: rule files end in .yaml.", f"Call it {path.stem}.yaml.")
    files = sorted(
        (path for path in folder.rglob("*.yaml") if path.is_file()),
        key=lambda path: path.relative_to(folder).as_posix(),
    )
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    head = Fields(load_file(folder / HEAD, str(folder / HEAD)), str(folder / HEAD))
    name, version = head.text("name"), head.text("version")
    word_lists = dict(_word_lists(head))
    head.close()
    concepts = [
        concept_of(load_file(path, str(path)), str(path), path.stem) for path in files if path.name != HEAD
    ]
    kinds = list(ConceptKind)
    concepts.sort(key=lambda concept: (kinds.index(concept.kind), concept.number, concept.code))
    _check_together(concepts)
    for concept in concepts:
        patterns_are_readable(concept, word_lists)
    return Codebook(name, version, digest.hexdigest(), tuple(concepts), word_lists)


def _word_lists(head: Fields) -> Iterator[tuple[str, tuple[str, ...]]]:
    node = head.take("words")
    if node is None:
        return
    if not isinstance(node.value, dict):
        raise fault(head.file, node, "`words` must be a mapping of names to lists of words")
    lists = Fields(node, head.file)
    for name in node.value:
        yield name, tuple(text_of(item, head.file, "a word of a list") for item in lists.items(name))


def _check_together(concepts: list[Concept]) -> None:
    """Check what one file says of another."""
    by_code: dict[str, Concept] = {}
    for concept in concepts:
        if concept.code in by_code:
            other = by_code[concept.code].place.file
            problem = f"{concept.place}: the code `{concept.code}` is also that of {other}."
            raise RulesError(problem, "Give each concept a code of its own.")
        by_code[concept.code] = concept
    for concept in concepts:
        _check_reference(concept, "opposite", concept.opposite, by_code)
        _check_reference(concept, "logica", concept.logica, by_code)
        for pattern in concept.patterns + concept.after:
            context = by_code.get(pattern.context)
            if pattern.context and (context is None or context.kind is not ConceptKind.CONTEXT):
                raise RulesError(
                    f"{pattern.place}: `with` names `{pattern.context}`, which is no rule of kind context.",
                    "Name the code of a rule file of that kind.",
                )


def _check_reference(concept: Concept, key: str, code: str, by_code: dict[str, Concept]) -> None:
    if code and code not in by_code:
        raise RulesError(
            f"{concept.place}: `{key}` of `{concept.code}` names `{code}`, which does not exist.",
            "Add a rule file with that code, or correct the name.",
        )
    if key == "opposite" and code and by_code[code].opposite != concept.code:
        raise RulesError(
            f"{concept.place}: `{concept.code}` stands against `{code}`, which names "
            f"`{by_code[code].opposite or 'nothing'}` as its opposite.",
            "Let the two name each other.",
        )
