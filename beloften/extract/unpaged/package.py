"""Zip files that hold a document in XML, as DOCX and ODT are, from people that nobody knows.

Nothing is unpacked to the disk or looked up elsewhere. XML is read as a stream, within limits that
no document comes near, and a document type, by which entities could be declared, is refused.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias
from xml.parsers import expat

from beloften.errors import UnreadableError
from beloften.extract.unpaged.outline import MOST_CHARACTERS, too_much

MOST_BYTES = 64 * 1024**2
"""All that is read of one file, unpacked; the XML of a nota of 200 pages is under 10 MB."""

_MOST_ELEMENTS = 1_000_000  # in one part; that nota has some hundred thousand
_MOST_NAMES = 5000  # different names of elements and attributes; formats have some hundreds
_DEEPEST = 1000  # elements in elements; documents stay below a hundred
_CHUNK = 1024**2  # the parser looks at a long attribute again for each chunk of it
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # what the standards of both formats allow
_ENCRYPTED = 1  # bit of the flags in the zip

Attributes: TypeAlias = Mapping[str, str]
Event: TypeAlias = tuple[Literal["start", "end", "text"], str, Attributes]


class Package:
    """A zip file of which parts are read, with a limit on all of it together."""

    def __init__(self, data: bytes) -> None:
        """Open it.

        Raises:
            UnreadableError: it is no zip file.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise damaged() from error
        self._left = MOST_BYTES

    @property
    def names(self) -> list[str]:
        """The names of all parts, in the order of the file."""
        return self._zip.namelist()

    def read(self, name: str) -> bytes:
        """Return a whole part, of which `has` says that there is one.

        Raises:
            UnreadableError: the part is damaged, encrypted or too large.
        """
        return b"".join(self._chunks(name, _CHUNK))

    def has(self, name: str) -> bool:
        """Tell whether there is a part of that name."""
        return name in self._zip.NameToInfo

    def start_of(self, name: str, size: int) -> bytes:
        """Return the first bytes of a part, none when there is no such part.

        Raises:
            UnreadableError: the part is damaged or encrypted.
        """
        return next(self._chunks(name, size), b"") if self.has(name) else b""

    def events(self, name: str, prefixes: Mapping[str, str]) -> Iterator[Event]:
        """Yield what begins and ends in a part, and the text between.

        Args:
            name: of the part; when there is none of that name nothing is yielded.
            prefixes: short names for namespaces, with which names come out as "w:p". Names of other
                namespaces come out bare.

        Raises:
            UnreadableError: the part is damaged, encrypted, too large, or declares a document type.
        """
        if not self.has(name):
            return
        parsed = _Parsed(prefixes)
        try:
            for chunk in self._chunks(name, _CHUNK):
                yield from parsed.feed(chunk, last=False)
            yield from parsed.feed(b"", last=True)
        except (expat.ExpatError, LookupError, ValueError) as error:  # the last two for strange encodings
            raise damaged() from error

    def _chunks(self, name: str, size: int) -> Iterator[bytes]:
        info = self._zip.NameToInfo[name]
        if info.flag_bits & _ENCRYPTED:
            raise encrypted()
        if info.compress_type not in _METHODS:
            raise damaged()
        if info.file_size > self._left:
            raise too_much()
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(size):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise too_much()
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise damaged() from error


class _Parsed:
    """The events of an XML file that is fed bit by bit."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        self._names: dict[str, str] = {}
        self._events: list[Event] = []
        self._length = self._elements = self._depth = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = _refuse

    def feed(self, data: bytes, *, last: bool) -> list[Event]:
        self._events = []
        self._parser.Parse(data, last)
        return self._events

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > _MOST_ELEMENTS or self._depth > _DEEPEST:
            raise too_much()
        short = {self._short(key): value for key, value in attributes.items()}
        self._events.append(("start", self._short(name), short))

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._events.append(("end", self._short(name), {}))

    def _text(self, text: str) -> None:
        self._length += len(text)
        if self._length > MOST_CHARACTERS:
            raise too_much()
        self._events.append(("text", text, {}))

    def _short(self, name: str) -> str:
        if name not in self._names:
            if len(self._names) >= _MOST_NAMES:
                raise damaged()
            space, _, local = name.rpartition(" ")
            prefix = self._prefixes.get(space, "")
            self._names[name] = f"{prefix}:{local}" if prefix else local
        return self._names[name]


def _refuse(*_: object) -> None:
    problem = "Its XML declares entities, which no word processor does."
    raise UnreadableError("damaged", problem, "Do not trust it.")


def damaged() -> UnreadableError:
    """The error for a file that is broken off or was never what its name says."""
    return UnreadableError("damaged", "The file is damaged.", "Open it in a word processor and save it anew.")


def encrypted() -> UnreadableError:
    """The error for a file with a password."""
    return UnreadableError("encrypted", "The document is encrypted.", "Save a copy without a password.")
