"""From a folder of rule files to a checked `Codebook`."""

import hashlib
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from beloften.codebook.concept import patterns_are_readable, read_concept
from beloften.codebook.extend import Extension, added_words, read_extension, sorted_concepts, together
from beloften.codebook.fields import Fields, fault, place, text_of
from beloften.codebook.schema import Codebook, Concept, Place
from beloften.codebook.shipped import shipped_rules
from beloften.errors import RulesError
from beloften.yaml_with_places import YamlError, load_file

HEAD = "codebook.yaml"
"""The file of a rules folder that names the codebook, its version and its word lists."""

SHIPPED = "beloften"
"""What the rules that ship are called, where rules or a command name them."""


def load_codebook(folder: Path | None = None) -> Codebook:
    """Read all rule files of a folder, the shipped rules by default.

    Args:
        folder: with `codebook.yaml` and, at any depth, a YAML file per concept named after its code. When its
            `codebook.yaml` says `extends: beloften`, its rules are added to the shipped ones.

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


def named_codebook(name: str) -> Codebook:
    """Read the rules that a user names: `beloften` for the ones that ship, or else a folder.

    Raises:
        RulesError: as `load_codebook` does.
    """
    return load_codebook() if name == SHIPPED else load_codebook(Path(name))


def rule_files(folder: Path) -> list[Path]:
    """Return the YAML files of a rules folder in the order in which they are read, `codebook.yaml` included.

    Raises:
        RulesError: when a file has a name that would be passed over.
    """
    for path in sorted(folder.rglob("*.yml")):
        raise RulesError(f"{path}: rule files end in .yaml.", f"Call it {path.stem}.yaml.")
    files = (path for path in folder.rglob("*.yaml") if path.is_file())
    return sorted(files, key=lambda path: path.relative_to(folder).as_posix())


def read_rule(path: Path) -> Concept | Extension:
    """Read one rule file.

    Raises:
        RulesError: for what it says.
        YamlError: for how it says it.
    """
    fields = Fields(load_file(path, str(path)), str(path))
    return read_extension(fields, path.stem) if "extends" in fields else read_concept(fields, path.stem)


def _load(folder: Path) -> Codebook:
    files = rule_files(folder)
    head = Fields(load_file(folder / HEAD, str(folder / HEAD)), str(folder / HEAD))
    name, version, base = head.text("name"), head.text("version"), _base(head)
    words = _word_lists(head)
    head.close()
    # before all files are read for the digest: this refuses those that are too large
    rules = [read_rule(path) for path in files if path.name != HEAD]
    digest = hashlib.sha256(base.sha256.encode() if base else b"")
    for path in files:
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    word_lists, word_places = added_words(base, words)
    codebook = Codebook(
        name=name,
        version=version,
        sha256=digest.hexdigest(),
        concepts=sorted_concepts(together(base, rules)),
        word_lists=word_lists,
        word_places=word_places,
        extends=base.edition if base else None,
    )
    _check_together(codebook)
    patterns_are_readable(codebook.concepts, word_lists)
    return codebook


def _base(head: Fields) -> Codebook | None:
    """The codebook that a `codebook.yaml` extends."""
    if "extends" not in head:
        return None
    at = head.place_of("extends")
    if head.text("extends") != SHIPPED:
        problem = f"{at}: `extends` can only be `{SHIPPED}`, the rules that ship."
        raise RulesError(problem, "Leave it out when the rules stand by themselves.")
    return load_codebook()


def _word_lists(head: Fields) -> dict[str, tuple[tuple[str, Place], ...]]:
    """The words of each list, with their places."""
    node = head.take("words")
    if node is None:
        return {}
    if not isinstance(node.value, dict):
        raise fault(head.file, node, "`words` must be a mapping of names to lists of words")
    lists = Fields(node, head.file)
    return {
        name: tuple(
            (text_of(item, head.file, "a word of a list"), place(head.file, item))
            for item in lists.items(name)
        )
        for name in node.value
    }


def _check_together(codebook: Codebook) -> None:
    """Check what one file says of another."""
    by_code: dict[str, Concept] = {}
    for concept in codebook.concepts:
        if concept.code in by_code:
            other = by_code[concept.code].place.file
            problem = f"{concept.place}: the code `{concept.code}` is also that of {other}."
            raise RulesError(problem, "Give each concept a code of its own.")
        by_code[concept.code] = concept
    for concept in codebook.concepts:
        _check_reference(concept, "opposite", concept.opposite, by_code)
        _check_reference(concept, "part-of", concept.part_of, by_code)
        if not concept.patterns and not concept.after and not codebook.parts_of(concept.code):
            raise RulesError(
                f"{concept.place}: the rule has no patterns.",
                "Give at least one under `patterns`, or let other rules be `part-of` it.",
            )
        _check_conditions(concept, codebook)
    _check_order(codebook)


def _check_conditions(concept: Concept, codebook: Codebook) -> None:
    """Check that what a rule asks for exists."""
    asked = [("unless", name, concept.place) for name in concept.unless]
    asked.append(("with", concept.context, concept.place))
    asked += [("with", pattern.context, pattern.place) for pattern in concept.patterns + concept.after]
    for key, name, at in asked:
        if name and not codebook.codes_of(name):
            raise RulesError(
                f"{at}: `{key}` names `{name}`, which is no code and no kind.",
                "Name the code of a rule file, or a kind of rule.",
            )


def _check_order(codebook: Codebook) -> None:
    """Check that no two rules wait for each other."""
    try:
        TopologicalSorter({c.code: codebook.waits_for(c) for c in codebook.concepts}).prepare()
    except CycleError as error:
        codes = error.args[1]
        at = codebook.require(codes[0]).place
        raise RulesError(
            f"{at}: {' and '.join(f'`{code}`' for code in sorted(set(codes)))} wait for each other.",
            "Let `with` or `unless` of one of them name something else.",
        ) from error


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
