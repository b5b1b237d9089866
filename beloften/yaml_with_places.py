r"""YAML as people write it by hand, read strictly, with the place of every value.

Rules and manifests are written by researchers, not by programmers. YAML has corners in which a text quietly
becomes something else: `nee` stays a text but `no` becomes false, `010` becomes eight, `"\b"` becomes a
backspace, a key that stands twice loses its first value. Every such corner is an error here that names file,
line and column and says how to write what was meant. What YAML 1.1 and YAML 1.2 read differently is refused,
with one exception: a date such as 2014-05-01 is text.
"""

import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import yaml

from beloften.errors import BeloftenError

MAX_BYTES = 5_000_000
MAX_DEPTH = 50

_Loader: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Value: TypeAlias = "dict[str, Node] | list[Node] | str | int | float | bool | None"


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it stands in its file; lines and columns count from 1.

    Attributes:
        value: text, number, truth value or None, or a dict or list of further nodes.
        line: line on which the value begins.
        column: column at which the value begins.
        key_line: line of the key that the value belongs to; `line` for a value without key.
        key_column: column of that key; `column` for a value without key.
    """

    value: Value
    line: int
    column: int
    key_line: int
    key_column: int


class YamlError(BeloftenError):
    """A YAML file cannot be read, or says something that is easily read wrongly.

    Attributes:
        file: the name under which the file is shown.
        line: line of the fault, from 1.
        column: column of the fault, from 1.
    """

    def __init__(self, file: str, line: int, column: int, problem: str, next_step: str = "") -> None:
        """Put the place before the problem, in the form that editors make into a link."""
        self.file = file
        self.line = line
        self.column = column
        super().__init__(f"{file}:{line}:{column}: {problem}", next_step)


def load_file(path: Path, file: str) -> Node:
    """Read a UTF-8 file as YAML.

    Args:
        path: where the file is.
        file: its name as errors show it.

    Raises:
        YamlError: as `load` does; also for a file that is not UTF-8.
        OSError: the file cannot be opened.
    """
    with path.open("rb") as stream:
        raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise _too_large(file)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _place(raw[: error.start].decode("utf-8", "replace"))
        problem = "this byte is not UTF-8."
        raise YamlError(file, line, column, problem, "Save the file as UTF-8.") from error
    return load(text, file)


def load(text: str, file: str) -> Node:
    """Read one YAML document.

    Args:
        text: the document; an empty one gives a node with the value None.
        file: the name of its file as errors show it.

    Raises:
        YamlError: for what is not YAML, and for duplicate keys, keys that are not text, anchors, aliases,
            merge keys, tags, several documents, control characters, numbers and truth values that YAML 1.1
            and 1.2 read differently, nesting deeper than `MAX_DEPTH` and files larger than `MAX_BYTES`.
    """
    text = text.removeprefix("\ufeff")
    if len(text) > MAX_BYTES:
        raise _too_large(file)
    if found := _FORBIDDEN_IN_FILE.search(text):
        line, column = _place(text[: found.start()])
        problem = f"the file holds the control character U+{ord(found[0]):04X}."
        raise YamlError(file, line, column, problem, "Remove it.")
    try:
        return _Builder(file).build(_Loader(text))
    except yaml.YAMLError as error:
        raise _syntax_error(file, error) from error


def _too_large(file: str) -> YamlError:
    problem = f"the file is larger than {MAX_BYTES // 1_000_000} MB."
    return YamlError(file, 1, 1, problem, "Divide it over several files.")


def _place(before: str) -> tuple[int, int]:
    """Line and column of the character that follows the text `before`."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


# A pattern such as *maatwerk* is the text that writers of rules most often leave without quotes.
_ALIAS = "a text that starts with '*' is an alias in YAML.", "Put the text in quotes: '*zorg'."
_ANCHOR = "a text that starts with '&' is an anchor in YAML.", "Put the text in quotes."
_TAG = "a text that starts with '!' is a tag in YAML.", "Put the text in quotes."
_SYNTAX = {
    "while scanning an alias": _ALIAS,
    "while scanning an anchor": _ANCHOR,
    "while scanning a tag": _TAG,
    "while parsing a tag": _TAG,
    "found undefined tag handle": _TAG,
    "mapping values are not allowed": (
        "a ': ' stands where no key can stand.",
        "Put text that holds ': ' in quotes, or correct the indentation.",
    ),
    "cannot start any token": (
        "no value can start with this character.",
        "Put the text in quotes; indent with spaces, not with tabs.",
    ),
}


def _syntax_error(file: str, error: yaml.YAMLError) -> YamlError:
    """The parser's complaint, in words about the file where its own are about its inner states."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return YamlError(file, 1, 1, "this is not YAML.", str(error))
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = f"{error.context or ''} {error.problem or ''}"
    for words, (problem, next_step) in _SYNTAX.items():
        if words in said:
            return YamlError(file, line, column, problem, next_step)
    problem = f"this is not YAML: {said.strip()}."
    next_step = "Look at the indentation and the quotes here and on the line before."
    return YamlError(file, line, column, problem, next_step)


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being filled, with the key that waits for its value."""

    value: dict[str, Node] | list[Node]
    line: int
    column: int
    key: str | None = None
    key_line: int = 0
    key_column: int = 0


class _Builder:
    """Turns the parser's events into nodes.

    Events, unlike PyYAML's own nodes, still show anchors and aliases, and are read without recursion.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.stack: list[_Open] = []
        self.root: Node | None = None

    def build(self, loader: yaml.CSafeLoader | yaml.SafeLoader) -> Node:
        try:
            while event := loader.get_event():
                self.take(event)
        finally:
            loader.dispose()
        return self.root or Node(None, 1, 1, 1, 1)

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            self.refuse_anchor_and_tag(event)
        match event:
            case yaml.ScalarEvent():
                self.scalar(event)
            case yaml.MappingStartEvent():
                self.open(event, {})
            case yaml.SequenceStartEvent():
                self.open(event, [])
            case yaml.CollectionEndEvent():
                done = self.stack.pop()
                self.add(done.value, done.line, done.column)
            case yaml.AliasEvent():
                raise self.error(event, *_ALIAS)
            case yaml.DocumentStartEvent() if self.root:
                raise self.error(event, "a second document starts here.", "Keep one document to a file.")

    def refuse_anchor_and_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            raise self.error(event, *_ANCHOR)
        if event.tag is not None:
            raise self.error(event, *_TAG)

    def open(self, event: yaml.Event, value: dict[str, Node] | list[Node]) -> None:
        if self.expects_key():
            raise self.error(event, "a key must be text, not a list or a mapping.", "Write a word as key.")
        if len(self.stack) >= MAX_DEPTH:
            problem = f"values are nested deeper than {MAX_DEPTH} levels."
            raise self.error(event, problem, "Write it flatter.")
        self.stack.append(_Open(value, *_start(event)))

    def scalar(self, event: yaml.ScalarEvent) -> None:
        text, plain = event.value, event.implicit[0]
        if found := _FORBIDDEN_IN_TEXT.search(text):
            problem = f"this text holds the control character U+{ord(found[0]):04X}."
            next_step = r"Between double quotes a backslash starts an escape such as \b: use single quotes."
            raise self.error(event, problem, next_step)
        if not self.expects_key():
            self.add(self.plain(event) if plain else text, *_start(event))
            return
        if plain and text == "<<":
            raise self.error(event, "'<<' is a merge key in YAML.", "Write out the keys that it stands for.")
        if plain and not isinstance(self.plain(event), str):
            raise self.error(event, f"the key '{text}' is not text.", f"Put it in quotes: '{text}'.")
        parent = self.stack[-1]
        if isinstance(parent.value, dict) and text in parent.value:
            first = parent.value[text].key_line
            problem = f"the key '{text}' stands here for the second time; the first is on line {first}."
            raise self.error(event, problem, "Keep one of the two.")
        parent.key = text
        parent.key_line, parent.key_column = _start(event)

    def plain(self, event: yaml.ScalarEvent) -> str | int | float | bool | None:
        """What a text without quotes stands for."""
        text = event.value
        if text in _WORDS:
            return _WORDS[text]
        if text[0] not in _STARTS_AMBIGUOUS:
            return text
        if _WHOLE_NUMBER.fullmatch(text):
            return int(text)
        if _DECIMAL_NUMBER.fullmatch(text) and math.isfinite(number := float(text)):
            return number
        if _AMBIGUOUS.fullmatch(text):
            problem = f"'{text}' is not text to every reader of YAML."
            next_step = f"Write '{text}' in quotes for text, else true, false or a plain decimal number."
            raise self.error(event, problem, next_step)
        return text

    def add(self, value: Value, line: int, column: int) -> None:
        """Give a finished value to the list or mapping that it stands in."""
        if not self.stack:
            self.root = Node(value, line, column, line, column)
            return
        parent = self.stack[-1]
        if isinstance(parent.value, list):
            parent.value.append(Node(value, line, column, line, column))
        elif parent.key is not None:
            parent.value[parent.key] = Node(value, line, column, parent.key_line, parent.key_column)
            parent.key = None

    def expects_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None

    def error(self, event: yaml.Event, problem: str, next_step: str) -> YamlError:
        return YamlError(self.file, *_start(event), problem, next_step)


def _start(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


# C0 without tab and line ends, DEL, C1, what cannot be encoded, and the byte order mark within a text.
_FORBIDDEN_IN_FILE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_FORBIDDEN_IN_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_STARTS_AMBIGUOUS = frozenset("0123456789+-.yYnNoO")
_WHOLE_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]+(?:[eE][-+][0-9]+)?")
# Numbers to one of YAML 1.1, YAML 1.2 and PyYAML: octal, hexadecimal, binary, with underscores, in base 60,
# without digits around the point, with an exponent, too large; and the truth values of YAML 1.1.
_AMBIGUOUS = re.compile(
    r"""[-+]?(?: 0x[0-9a-fA-F_]+ | 0[bo][0-7_]+ | [0-9][0-9_]* | [0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
        | (?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)? | \.(?:inf|Inf|INF) )
    | \.(?:nan|NaN|NAN) | yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF""",
    re.VERBOSE,
)
