"""The documents that codings are about, read as a scan reads them."""

from collections.abc import Sequence
from pathlib import Path, PurePath

from beloften.corpus.discover import discover
from beloften.corpus.source import Source
from beloften.errors import CorpusError, UnreadableError
from beloften.extract.read import read_document
from beloften.language.sentence import Sentence
from beloften.run.result import READ
from beloften.run.text import counted_text


class Documents:
    """Documents in files and folders, found by name and read when they are asked for."""

    def __init__(self, paths: Sequence[Path]) -> None:
        """Find them.

        Raises:
            CorpusError: a path does not exist.
        """
        called: dict[str, set[Source]] = {}
        for source in discover(paths).sources:
            for name in (source.name, PurePath(source.name).name, PurePath(source.name).stem):
                called.setdefault(name.casefold(), set()).add(source)
        self._sources = {name: sources.pop() for name, sources in called.items() if len(sources) == 1}
        self._read: dict[str, list[Sentence]] = {}

    def find(self, name: str) -> Source | None:
        """Return the one document of that name, with or without folder and suffix; None for none or more."""
        bare = PurePath(name.replace("\\", "/"))
        wanted = (name, bare.name, bare.stem)
        return next(
            (self._sources[each.casefold()] for each in wanted if each.casefold() in self._sources), None
        )

    def sentences(self, source: Source) -> list[Sentence]:
        """Return the sentences of a document that a scan counts.

        Raises:
            CorpusError: it cannot be read, or a scan counts nothing of it.
        """
        if source.name not in self._read:
            self._read[source.name] = _sentences(source)
        return self._read[source.name]


def _sentences(source: Source) -> list[Sentence]:
    try:
        document = read_document(source.path.read_bytes(), source.name)
    except OSError as error:
        problem = f"{source.path} cannot be read: {error.strerror}."
        raise CorpusError(problem, "Look whether it is still there.") from error
    except UnreadableError as error:
        raise CorpusError(f"{source.path} cannot be read: {error.problem}", error.next_step) from error
    if document.quality not in READ:
        problem = f"{source.path} cannot be read: its text is {document.quality}."
        raise CorpusError(problem, "Take codings of it out, or read another file of the same text.")
    return counted_text(document).sentences
