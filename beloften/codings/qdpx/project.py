"""What stands in a QDPX project (REFI-QDA 1.5): codes, coders, sources and what was coded in them.

ATLAS.ti, NVivo, MAXQDA and QualCoder export such files: a zip with one XML file and the sources. Nothing is
unpacked to the disk, and a zip that names places outside itself, or that unpacks to too much, is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from beloften.codings.qdpx.positions import Position
from beloften.errors import CorpusError, UnreadableError
from beloften.extract.unpaged.outline import MOST_CHARACTERS, too_much
from beloften.extract.unpaged.package import Event, Package

_AGAIN = "Export the project again, as REFI-QDA project (QDPX)."
_DEEPEST = 100  # trees of codes have some five levels
_SOURCES = frozenset({"TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource"})
_SELECTIONS = frozenset({"PlainTextSelection", "PDFSelection"})


@dataclass(slots=True)
class Selection:
    """A stretch of a source with its codings.

    Attributes:
        position: where it stands in the plain text; None for an area of a PDF page.
        quotation: its words, as far as the project gives them; "" when it does not.
        codings: code and coder of each, by their GUIDs.
    """

    position: Position | None
    quotation: str = ""
    codings: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Source:
    """A document of the project.

    Attributes:
        name: as the project calls it.
        text: its plain text with byte order mark and line ends as they are; None when it has none.
        selections: in the order of the project.
    """

    name: str
    text: str | None = None
    selections: list[Selection] = field(default_factory=list)


@dataclass(slots=True)
class Project:
    """A project.

    Attributes:
        codes: by GUID the names from the root of the tree to the code.
        users: by GUID the name of the coder.
        cases: by GUID the name of a person or place; NVivo also codes words with those.
        sources: the documents.
    """

    codes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    users: dict[str, str] = field(default_factory=dict)
    cases: dict[str, str] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)


def read_project(path: Path) -> Project:
    """Read a QDPX file.

    Raises:
        CorpusError: it is no such file, damaged, or not to be trusted.
    """
    try:
        package = Package(path.read_bytes())
        name = _project_file(package, path)
        reader = _Reader(package)
        for event in package.events(name, {}):
            reader.take(event)
    except OSError as error:
        raise CorpusError(f"{path} cannot be read: {error.strerror}.", "Give a QDPX file.") from error
    except UnreadableError as error:
        raise CorpusError(f"{path} is no QDPX project that can be read: {error.problem}", _AGAIN) from error
    return reader.project


def _project_file(package: Package, path: Path) -> str:
    """The XML file: `project.qde`, or whatever else has that suffix."""
    for name in package.names:
        parts = PurePosixPath(name.replace("\\", "/")).parts
        if ".." in parts or name.startswith(("/", "\\")) or name[1:2] == ":":
            raise CorpusError(f"{path} names a place outside itself: {name!r}.", "Do not trust it.")
    found = [name for name in package.names if name.lower().endswith(".qde")]
    if not found:
        raise CorpusError(f"{path} holds no project.", _AGAIN)
    return min(found, key=lambda name: (name.lower() != "project.qde", name.count("/"), name))


class _Reader:
    """Takes the events of the XML file one by one."""

    def __init__(self, package: Package) -> None:
        self.project = Project()
        self._package = package
        self._parts = {_file_name(name): name for name in package.names}
        self._tree: list[str] = []
        self._open: list[tuple[str, Mapping[str, str]]] = []
        self._source: Source | None = None
        self._selection: Selection | None = None
        self._text: list[str] = []
        self._names: set[str] = set()

    def take(self, event: Event) -> None:
        what, name, attributes = event
        if what == "text":
            if self._open and self._open[-1][0] == "PlainTextContent":
                self._text.append(name)
        elif what == "start":
            if len(self._open) >= _DEEPEST:
                problem = f"Its elements are nested deeper than {_DEEPEST} levels."
                raise UnreadableError("damaged", problem, _AGAIN)
            self._open.append((name, attributes))
            self._start(name, attributes)
        else:
            self._end(*self._open.pop())

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "User":
            guid = _guid(attributes.get("guid"))
            self.project.users[guid] = attributes.get("name") or attributes.get("id") or guid
        elif name == "Code":
            self._tree.append(attributes.get("name", ""))
            self.project.codes[_guid(attributes.get("guid"))] = tuple(self._tree)
        elif name == "Case":
            self.project.cases[_guid(attributes.get("guid"))] = attributes.get("name", "")
        elif name in _SOURCES:
            self._source = Source(self._name(attributes))
            self.project.sources.append(self._source)
            self._source.text = self._text_at(attributes)
        elif name == "Representation" and self._source:
            if self._selection:
                self._selection.quotation = self._text_at(attributes) or ""
            else:
                self._source.text = self._text_at(attributes)
        elif name in _SELECTIONS and self._source and not self._selection:
            self._selection = Selection(_position(attributes) if name == "PlainTextSelection" else None)
            self._source.selections.append(self._selection)
        elif name == "CodeRef" and self._selection:
            coder = next(self._users())
            self._selection.codings.append((_guid(attributes.get("targetGUID")), coder))

    def _end(self, name: str, _: Mapping[str, str]) -> None:
        if name == "Code":
            self._tree.pop()
        elif name == "PlainTextContent" and self._source:
            text = "".join(self._text)
            self._text.clear()
            if self._selection:
                self._selection.quotation = text
            else:
                self._source.text = text
        elif name in _SELECTIONS and not any(each in _SELECTIONS for each, _ in self._open):
            self._selection = None
        elif name in _SOURCES:
            self._source = None

    def _name(self, attributes: Mapping[str, str]) -> str:
        """What to call a source: its name, unless another has it already."""
        name, guid = attributes.get("name", ""), _guid(attributes.get("guid"))
        if not name or name in self._names:
            name = f"{name} {guid}".strip()
        self._names.add(name)
        return name

    def _users(self) -> Iterator[str]:
        """Who coded, said by the coding itself or by what it stands in; "" when nothing says it."""
        for _, attributes in reversed(self._open):
            for key in ("creatingUser", "modifyingUser", "creatingUserGUID"):
                if attributes.get(key):
                    yield _guid(attributes[key])
        yield ""

    def _text_at(self, attributes: Mapping[str, str]) -> str | None:
        """The plain text that a source points to, when it lies in the project."""
        path = unquote(attributes.get("plainTextPath", ""))
        part = self._parts.get(_file_name(path)) if path else None
        if part is None:
            return None
        text = _decoded(self._package.read(part))
        if len(text) > MOST_CHARACTERS:
            raise too_much()
        return text


def _position(attributes: Mapping[str, str]) -> Position | None:
    try:
        start, end = int(attributes["startPosition"]), int(attributes["endPosition"])
    except (KeyError, ValueError):
        return None
    return Position(start, end, attributes.get("name", ""))


def _file_name(path: str) -> str:
    """The name of a file without its folders, which programs call and write in different ways."""
    return PurePosixPath(path.replace("\\", "/")).name.casefold()


def _guid(text: str | None) -> str:
    return (text or "").strip("{} ").casefold()


def _decoded(data: bytes) -> str:
    """Decode a source without changing what positions count: byte order mark and line ends stay."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "\ufeff" + data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
