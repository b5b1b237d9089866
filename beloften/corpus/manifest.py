"""The manifest of a corpus: which documents it has, whose they are, from which year, and how to cite them.

    titel: Beleidsnota's sociaal domein          # optional, as is all of a document but its file
    gemeenten:                                   # gemeenten that are in no list, declared here
      - naam: Elzervoort
    toleranties:                                 # how far a rate may move before a check fails, by code
      maatwerk: 0.5                              # in sentences per 10,000 words
      overige: 0.1                               # of all other codes; of words: `woorden`
    documenten:
      - bestand: elzervoort-2014.pdf             # beside or below the manifest, with forward slashes
        gemeente: Elzervoort
        jaar: 2014
        titel: Dichtbij
        soort: beleidsnota
        citeersleutel: "Elzervoort 2014b"        # where the one that is made does not suit
        nakijken: gemeente, jaar                 # what was guessed, until a person has looked at it
        grootte: klein                           # any other word: a group to compare by

The same can be kept in `corpus.csv` or `corpus.xlsx`, with the keys of a document as columns. A key of one's
own may not look like one of those above, so that a slip of the pen is not taken for a group.
"""

import difflib
import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from beloften.corpus.gemeenten import describe_unknown, find_gemeente, key_of
from beloften.corpus.manifest_table import read_table
from beloften.corpus.years import FIRST_YEAR, LAST_YEAR
from beloften.errors import CorpusError
from beloften.yaml_with_places import Node, YamlError, load_file

MANIFEST_NAMES = ("corpus.yaml", "corpus.yml", "corpus.csv", "corpus.xlsx")

_HINTS = 100
_IN_YAML = "Correct it, or declare it under 'gemeenten'."
_IN_TABLE = "Correct it, or leave it so when it is none of the list, such as a province."
_KEYS = ("titel", "gemeenten", "toleranties", "documenten")
_KEYS_OF_GEMEENTE = ("naam",)
_KEYS_OF_DOCUMENT = ("bestand", "gemeente", "jaar", "titel", "soort", "citeersleutel", "nakijken")
_CAN_BE_GUESSED = ("gemeente", "jaar")


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as its manifest describes it; what the manifest does not say is "" or None.

    Attributes:
        bestand: path of the file below the folder of the manifest, with forward slashes.
        gemeente: official name, or the name as written where the list does not have it.
        gemeente_code: CBS code; "" for a gemeente that the list does not have.
        jaar: year.
        titel: title.
        soort: kind of document.
        citeersleutel: citation key that the manifest asks for.
        place: where the manifest says it, as "corpus.yaml:7:5".
        kenmerken: keys of the manifest's own with their values, in order of name.
        nakijken: which of "gemeente" and "jaar" is a guess that nobody has looked at.
    """

    bestand: str
    gemeente: str
    gemeente_code: str
    jaar: int | None
    titel: str
    soort: str
    citeersleutel: str
    place: str
    kenmerken: tuple[tuple[str, str], ...] = ()
    nakijken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tolerantie:
    """By how much a rate may move, in sentences per 10,000 words, or a number of words.

    Attributes:
        code: the code; "overige" for all that are not named, "woorden" for the number of words.
        value: by how much.
        place: where the manifest says it, as "corpus.yaml:5:3".
    """

    code: str
    value: float
    place: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest that was read.

    Attributes:
        path: where it is; its folder is the one that its documents are in.
        titel: title of the corpus; "" when it has none.
        entries: the documents, in the order of the manifest.
        warnings: what may be a mistake, each with its place.
        toleranties: how far rates may move before a check fails.
    """

    path: Path
    titel: str
    entries: tuple[Entry, ...]
    warnings: tuple[str, ...]
    toleranties: tuple[Tolerantie, ...] = ()


def read_manifest(path: Path, file: str) -> Manifest:
    """Read a manifest; the files that it names are not looked at.

    Args:
        path: a YAML, CSV or XLSX file.
        file: its name as messages show it.

    Raises:
        CorpusError: the manifest is not as described at the top of this module; the message starts with the
            place, as "corpus.yaml:7:5: ".
        OSError: the file cannot be opened.
    """
    is_table = path.suffix.lower() in {".csv", ".xlsx"}
    reader = _Reader(file, _IN_TABLE if is_table else _IN_YAML)
    toleranties: tuple[Tolerantie, ...] = ()
    if is_table:
        nodes, titel = read_table(path, file), ""
    else:
        try:
            root = load_file(path, file)
        except YamlError as error:
            raise CorpusError(error.problem, error.next_step) from error
        corpus = reader.mapping(root, _KEYS)
        titel = reader.text(corpus, "titel")
        reader.declare(corpus.get("gemeenten"))
        toleranties = tuple(reader.toleranties(corpus.get("toleranties")))
        nodes = reader.items(corpus.get("documenten"))
    if not nodes:
        raise CorpusError(
            f"{file}:1:1: the manifest lists no documents.", "Give each document its 'bestand'."
        )
    entries = tuple(map(reader.entry, nodes))
    return Manifest(path, titel, entries, tuple(reader.warnings.values()), toleranties)


@dataclass(slots=True)
class _Reader:
    """Turns the nodes of one manifest into entries, and remembers what may stand in it only once."""

    file: str
    remedy: str
    declared: dict[str, str] = field(default_factory=dict)
    places: dict[tuple[str, str], Node] = field(default_factory=dict)
    warnings: dict[str, str] = field(default_factory=dict)

    def fail(self, node: Node, problem: str, next_step: str, *, at_key: bool = False) -> NoReturn:
        line, column = (node.key_line, node.key_column) if at_key else (node.line, node.column)
        raise CorpusError(f"{self.file}:{line}:{column}: {problem}", next_step)

    def mapping(self, node: Node, keys: tuple[str, ...], *, own: bool = False) -> Mapping[str, Node]:
        """The values of a node by key; an error for a key that is not one of `keys`, nor one's own."""
        if not isinstance(node.value, dict):
            self.fail(node, "keys with values are expected here.", f"Write {_listed(keys)}, each with ': '.")
        for key, value in node.value.items():
            if key not in keys:
                close = difflib.get_close_matches(key, keys, n=1)
                if own and not close:
                    continue
                hint = f": did you mean '{close[0]}'?" if close else "."
                self.fail(value, f"Unknown key '{key}'{hint}", f"Known here: {_listed(keys)}.", at_key=True)
        return node.value

    def items(self, node: Node | None) -> list[Node]:
        if node is None or node.value is None:
            return []
        if not isinstance(node.value, list):
            self.fail(node, "a list is expected here.", "Start each item on a line of its own with '- '.")
        return node.value

    def text(self, values: Mapping[str, Node], key: str) -> str:
        node = values.get(key)
        if node is None or node.value is None:
            return ""
        if not isinstance(node.value, str):
            self.fail(node, f"'{key}' must be text.", "Put it in quotes.")
        return " ".join(node.value.split())

    def declare(self, gemeenten: Node | None) -> None:
        for node in self.items(gemeenten):
            naam = self.text(self.mapping(node, _KEYS_OF_GEMEENTE), "naam")
            if not key_of(naam):
                self.fail(node, "a declared gemeente needs a name.", "Write '- naam: …'.")
            self.declared[key_of(naam)] = naam

    def toleranties(self, node: Node | None) -> Iterator[Tolerantie]:
        if node is None or node.value is None:
            return
        if not isinstance(node.value, dict):
            self.fail(node, "codes with numbers are expected here.", "Write a line such as 'maatwerk: 0.5'.")
        for code, value in node.value.items():
            if isinstance(value.value, bool) or not isinstance(value.value, int | float) or value.value < 0:
                problem = f"the tolerance of '{code}' must be a number, 0 or more."
                self.fail(value, problem, "Write sentences per 10,000 words.")
            place = f"{self.file}:{value.key_line}:{value.key_column}"
            yield Tolerantie(code, float(value.value), place)

    def entry(self, node: Node) -> Entry:
        values = self.mapping(node, _KEYS_OF_DOCUMENT, own=True)
        gemeente, code = self.gemeente(values)
        return Entry(
            bestand=self.bestand(node, values),
            gemeente=gemeente,
            gemeente_code=code,
            jaar=self.jaar(values),
            titel=self.text(values, "titel"),
            soort=self.text(values, "soort"),
            citeersleutel=self.once(values, "citeersleutel", self.text(values, "citeersleutel")),
            place=f"{self.file}:{node.line}:{node.column}",
            kenmerken=self.kenmerken(values),
            nakijken=self.nakijken(values),
        )

    def nakijken(self, values: Mapping[str, Node]) -> tuple[str, ...]:
        """What is a guess: the words behind the key, with commas between them."""
        words = tuple(filter(None, map(str.strip, self.text(values, "nakijken").split(","))))
        if not set(words) <= set(_CAN_BE_GUESSED):
            problem = f"'nakijken' names what was guessed: {_listed(_CAN_BE_GUESSED)}, or both."
            self.fail(values["nakijken"], problem, "Leave it out when nothing was.")
        return words

    def kenmerken(self, values: Mapping[str, Node]) -> tuple[tuple[str, str], ...]:
        """The keys of the manifest's own that have a value."""
        found = []
        for key in sorted(set(values) - set(_KEYS_OF_DOCUMENT)):
            value = values[key].value
            if value is None:
                continue
            if not isinstance(value, str | int):
                self.fail(values[key], f"'{key}' must be a word or a whole number.", "Put it in quotes.")
            found.append((key, " ".join(str(value).split())))
        return tuple(found)

    def bestand(self, node: Node, values: Mapping[str, Node]) -> str:
        found = values.get("bestand")
        if found is None or found.value is None:
            self.fail(node, "this document has no file.", "Add 'bestand' with the path of its file.")
        if not isinstance(found.value, str):
            self.fail(found, "'bestand' must be text.", "Put it in quotes.")
        path = found.value
        if "\\" in path:
            self.fail(found, f"the path '{path}' has backslashes.", "Write it with forward slashes.")
        path = posixpath.normpath(path)
        if path.startswith("/") or re.match("[A-Za-z]:", path) or path.partition("/")[0] in {"..", "."}:
            problem = f"the path '{path}' does not stay in the folder of the manifest."
            self.fail(found, problem, "Move the file into the folder, or the manifest up.")
        return self.once(values, "bestand", path)

    def once(self, values: Mapping[str, Node], key: str, value: str) -> str:
        """The value, or an error if the manifest has it already."""
        if not value:
            return value
        node = values[key]
        first = self.places.setdefault((key, unicodedata.normalize("NFC", value)), node)
        if first is not node:
            problem = f"'{value}' stands here for the second time; the first is on line {first.line}."
            self.fail(node, problem, "Keep one of the two, or correct one.")
        return value

    def jaar(self, values: Mapping[str, Node]) -> int | None:
        node = values.get("jaar")
        if node is None or node.value is None:
            return None
        jaar = node.value
        if not isinstance(jaar, int) or isinstance(jaar, bool) or not FIRST_YEAR <= jaar <= LAST_YEAR:
            next_step = f"Write a number from {FIRST_YEAR} to {LAST_YEAR} without quotes, such as 2014."
            self.fail(node, "'jaar' must be a year.", next_step)
        return jaar

    def gemeente(self, values: Mapping[str, Node]) -> tuple[str, str]:
        """Name and code: from the list, else declared by the manifest, else as written, with a warning."""
        name = self.text(values, "gemeente")
        if not name:
            return "", ""
        node, declared = values["gemeente"], self.declared.get(key_of(name))
        try:
            found = find_gemeente(name)
        except CorpusError as error:
            if declared is None:
                self.fail(node, error.problem, error.next_step)
            found = None
        if found:
            return found.naam, found.code
        if declared is None and name not in self.warnings:
            remedy = self.remedy
            # what was meant takes long to find; whoever has so many of them has a list of another country
            unknown = describe_unknown(name) if len(self.warnings) < _HINTS else f"Unknown gemeente '{name}'."
            self.warnings[name] = f"{self.file}:{node.line}:{node.column}: {unknown} {remedy}"
        return declared or name, ""


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
