"""The JSON Schema of rule files, by which an editor completes keys and marks what cannot be.

It is not written down anywhere: the readers of rule files are run on mappings that hold nothing and note what
they are asked for. So it knows what they know.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from inspect import getdoc
from typing import Any

from beloften.codebook.concept import read_concept
from beloften.codebook.extend import read_extension
from beloften.codebook.fields import Choice, Fields, Item
from beloften.codebook.schema import ConceptKind, Place, Scope
from beloften.yaml_with_places import Node

FILE = "rule.schema.json"
"""The name of the file with the schema, beside `codebook.yaml`."""

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "integer"], "minLength": 1}  # a text such as 2018 needs no quotes
_NOWHERE = Place("", 1, 1)
_ATTRIBUTES = {"with": "context", "source": "sources", "pattern": "text", "spacy": "tokens"}
"""The attributes that keys of another name become."""

_ABSENT = re.compile(r"""; (?:else )?(?:None|"").*$""")
"""What a docstring says of a key that is not there: to a reader of Python, not of YAML."""

_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.+(?:\n {8}.+)*)", re.MULTILINE)


def json_schema() -> str:
    """Return the schema, as the text of a file: of files that say a concept, and of those that add to one."""
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Rule file of beloften",
        "type": "object",
        "if": {"required": ["extends"]},
        "then": _outline(read_extension),
        "else": _concept(),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _concept() -> Schema:
    kinds = {kind: _outline(read_concept, kind) for kind in ConceptKind}
    properties = {key: form for schema in kinds.values() for key, form in schema["properties"].items()}
    return {
        "properties": {**properties, "kind": _choice(ConceptKind)},
        "additionalProperties": False,
        "required": [key for key in properties if all(key in one["required"] for one in kinds.values())],
        "allOf": list(_per_kind(kinds, properties)),
    }


def _per_kind(kinds: Mapping[ConceptKind, Schema], properties: Mapping[str, Schema]) -> Sequence[Schema]:
    """What holds of the keys of some kinds only: which more there must be, and which there cannot be."""
    rules: dict[str, tuple[Schema, list[ConceptKind]]] = {}
    for kind, schema in kinds.items():
        without = {key: False for key in properties if key not in schema["properties"]}
        rule = {"required": schema["required"], "properties": without}
        rules.setdefault(json.dumps(rule), (rule, []))[1].append(kind)
    return [
        {"if": {"properties": {"kind": {"enum": list(some)}}, "required": ["kind"]}, "then": rule}
        for rule, some in rules.values()
    ]


class _Outline(Fields):
    """A mapping that holds nothing, and notes of which keys it is asked for what.

    Args:
        kind: what the rule is said to be.
        full: whether keys that a reader first looks for are there.
    """

    def __init__(self, kind: ConceptKind, *, full: bool) -> None:
        super().__init__(Node({}, 1, 1, 1, 1), "")
        self.kind = kind
        self.full = full
        self.forms: dict[str, Schema] = {}
        self.required: list[str] = []
        self.within: dict[str, _Outline] = {}

    def __contains__(self, key: str) -> bool:
        return self.full

    def note(self, key: str, form: Schema, *, required: bool) -> None:
        self.forms[key] = form
        if required:
            self.required.append(key)

    def text(self, key: str, default: str | None = None) -> str:
        self.note(key, _TEXT, required=default is None)
        return default or ""

    def number(self, key: str, default: int | None = None) -> int:
        self.note(key, {"type": "integer"}, required=default is None)
        return default or 0

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        self.note(key, _choice(choices), required=True)
        return next((one for one in choices if one == self.kind), next(iter(choices)))

    def optional_choice(self, key: str, choices: type[Choice]) -> Choice | None:
        self.note(key, _choice(choices), required=False)
        return None

    def items(self, key: str) -> list[Node]:
        self.note(key, _list({}), required=self.full)
        return []

    def texts(self, key: str, what: str) -> tuple[str, ...]:  # noqa: ARG002 - Fields has it
        self.note(key, _list({"type": "string"}), required=False)
        return ()

    def each(self, key: str, read: Callable[[Fields], Item], needed: str = "") -> tuple[Item, ...]:
        form = _list(_outline(read, self.kind))
        self.note(key, {**form, "type": "array", "minItems": 1} if needed else form, required=bool(needed))
        return (read(_Outline(self.kind, full=False)),)

    def each_or_text(
        self,
        key: str,
        what: str,  # noqa: ARG002 - Fields has it
        read: Callable[[Fields], Item],
        plain: Callable[[str, Place], Item],
    ) -> tuple[Item, ...]:
        self.note(key, _list({"anyOf": [{"type": "string"}, _outline(read, self.kind)]}), required=False)
        return (plain("", _NOWHERE),)

    def sub(self, key: str, needed: str = "") -> Fields:  # noqa: ARG002 - Fields has it
        self.within[key] = _Outline(self.kind, full=self.full)
        self.note(key, {}, required=True)
        return self.within[key]

    def schema(self, meanings: Mapping[str, str]) -> Schema:
        """Return what was noted."""
        within = {key: one.schema({}) for key, one in self.within.items()}
        return {
            "type": "object",
            "properties": {
                key: {**_meaning(key, meanings), **form, **within.get(key, {})}
                for key, form in self.forms.items()
            },
            "additionalProperties": False,
            "required": self.required,
        }


def _outline(read: Callable[..., object], kind: ConceptKind = ConceptKind.BELOFTE) -> Schema:
    """The schema of what a reader reads: all keys that it ever asks for."""
    variants = []
    for full in (False, True):
        outline = _Outline(kind, full=full)
        made = read(outline, "") if read in {read_concept, read_extension} else read(outline)
        variants.append(outline.schema({**_meanings(Scope), **_meanings(type(made))}))
    one, other = variants
    if set(one["properties"]) == set(other["properties"]):
        return one
    both = [key for key in one["required"] if key in other["required"]]
    return {
        **one,
        "properties": {**one["properties"], **other["properties"]},
        "required": both,
        "anyOf": [{"required": variant["required"]} for variant in variants],
    }


def _choice(choices: type[StrEnum]) -> Schema:
    return {"enum": [choice.value for choice in choices]}


def _list(items: Schema) -> Schema:
    return {"type": ["array", "null"], "items": items}  # a key with nothing behind it is an empty list


def _meaning(key: str, meanings: Mapping[str, str]) -> Schema:
    said = meanings.get(_ATTRIBUTES.get(key, key.replace("-", "_")))
    return {"description": said} if said else {}


def _meanings(made: type) -> Mapping[str, str]:
    """What the docstring of a class says of each of its attributes."""
    said = {name: " ".join(text.split()) for name, text in _ATTRIBUTE.findall(getdoc(made) or "")}
    return {name: _ABSENT.sub(".", text) for name, text in said.items()}
