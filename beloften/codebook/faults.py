"""All that keeps a folder of rules from loading, so that a writer mends it in one go."""

from collections.abc import Iterator
from pathlib import Path

from beloften.codebook.fields import TO_FILL_IN, place
from beloften.codebook.load import HEAD, load_codebook, read_rule, rule_files
from beloften.errors import BeloftenError, RulesError
from beloften.yaml_with_places import Node, YamlError, load_file


def faults(folder: Path) -> list[BeloftenError]:
    """Return what is wrong with the files of a rules folder, each with file, line and column.

    Of a file all that is still to be filled in is named, or else its first fault; what is wrong between files
    only when each of them is right by itself.
    """
    try:
        found = [fault for path in rule_files(folder) for fault in _of_file(path)]
        if not found:
            load_codebook(folder)
    except RulesError as error:
        return [error]
    return found


def _of_file(path: Path) -> Iterator[BeloftenError]:
    try:
        empty = [
            RulesError(f"{place(str(path), node)}: this is still to be filled in.")
            for node in _to_fill_in(load_file(path, str(path)))
        ]
        yield from empty
        if not empty and path.name != HEAD:
            read_rule(path)
    except (RulesError, YamlError) as error:
        yield error


def _to_fill_in(node: Node) -> Iterator[Node]:
    match node.value:
        case dict() as mapping:
            for value in mapping.values():
                yield from _to_fill_in(value)
        case list() as items:
            for item in items:
                yield from _to_fill_in(item)
        case str() as text if text == TO_FILL_IN:
            yield node
