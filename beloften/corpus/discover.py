"""From the paths that a user names to the documents of a corpus, each with what is known of it."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path, PurePath

from beloften.corpus.citation import with_citations
from beloften.corpus.gemeenten import Gemeente, gemeenten, require_gemeente
from beloften.corpus.guess import guess_gemeente, guess_jaar
from beloften.corpus.location import is_remote, pure
from beloften.corpus.manifest import Entry, Tolerantie
from beloften.corpus.only import chosen, names_of_source
from beloften.corpus.source import Source
from beloften.corpus.walk import Found, Walk, real_path
from beloften.corpus.years import check_year
from beloften.errors import CorpusError


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents to read.

    Attributes:
        sources: files that exist, of whatever kind, in order of name.
        missing: documents that a manifest lists and whose file does not exist, in order of name.
        warnings: what a user may not expect, one line each.
        title: title of the one manifest that describes the corpus; "" when there is none, or more.
        toleranties: how far rates may move before a check fails, of all manifests.
    """

    sources: tuple[Source, ...]
    missing: tuple[Source, ...]
    warnings: tuple[str, ...]
    title: str
    toleranties: tuple[Tolerantie, ...] = ()


def discover(paths: Sequence[Path], gemeente: str | None = None, jaar: int | None = None) -> Corpus:
    """Find the documents in files, folders and manifests.

    What `gemeente` and `jaar` say goes before a manifest, and a manifest before a guess from the names of
    file and folders. The result does not depend on the order of `paths`, nor on that of the file system. A
    file that is reached twice counts once. `beloften.corpus.walk` says what counts as a file of the corpus.

    Args:
        paths: files, folders and manifests.
        gemeente: name or CBS code of the gemeente of all documents.
        jaar: year of all documents.

    Raises:
        CorpusError: a path does not exist, a manifest is at fault, or `gemeente` or `jaar` is none.
    """
    if not paths:
        raise CorpusError("No document was named.", "Name files or folders.")
    check_year(jaar)
    of_all = require_gemeente(gemeente) if gemeente else None
    walk = Walk()
    for path in sorted(set(paths), key=lambda path: (is_remote(path), pure(path))):
        walk.take(path)
    named = _named([*walk.found, *walk.missing])
    _check_citation_keys(named.values())
    cited = with_citations(_source(name, found, of_all, jaar) for name, found in named.items())
    lost = {found.path for found in walk.missing}
    titles = list(walk.titles.values())
    return Corpus(
        sources=tuple(source for source in cited if source.path not in lost),
        missing=tuple(source for source in cited if source.path in lost),
        warnings=(*dict.fromkeys(walk.warnings), *_dissolved(cited)),
        title=titles[0] if len(titles) == 1 else "",
        toleranties=tuple(walk.toleranties),
    )


def part_of_corpus(corpus: Corpus, only: Sequence[str]) -> Corpus:
    """Return the documents of a corpus that bear one of these names (`corpus.only`).

    Raises:
        UsageError: a name is that of none.
    """
    documents = frozenset(chosen((*corpus.sources, *corpus.missing), only, names_of_source))
    return replace(
        corpus,
        sources=tuple(source for source in corpus.sources if source in documents),
        missing=tuple(source for source in corpus.missing if source in documents),
    )


def _named(found: Sequence[Found]) -> dict[str, Found]:
    """One `Found` for each file, by the name that results show.

    Below a single folder that is the path from there; with several roots the last part of the root comes
    before it, and as many parts more as it takes to tell all files apart.
    """
    roots = {each.root for each in found}
    single_folder = len(roots) == 1 and any(each.below for each in found)
    resolved = {each.path: real_path(each.path) for each in found}
    deepest = max((len(pure(root).parts) for root in roots), default=0)
    for depth in count(0 if single_folder else 1):
        named = sorted((each.entry is None, _name(each, depth), index) for index, each in enumerate(found))
        by_file: dict[Path, tuple[str, Found]] = {}
        for _, name, index in named:
            by_file.setdefault(resolved[found[index].path], (name, found[index]))
        result = dict(by_file.values())
        if len(result) == len(by_file) or depth > deepest:
            break
    return result


def _name(found: Found, depth: int) -> str:
    """The path from `depth` parts of the root on, with forward slashes, as text that can be written."""
    parts = pure(found.root).parts[1:]
    path = PurePath(*parts[max(len(parts) - depth, 0) :], found.below).as_posix()
    return writable_name(path)


def writable_name(path: str) -> str:
    """Return the name of a file as results show it: bytes that are no UTF-8 become their escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _check_citation_keys(found: Iterable[Found]) -> None:
    """Within a manifest keys are unique already; between manifests they must be too."""
    places: dict[str, str] = {}
    for entry in sorted((each.entry for each in found if each.entry), key=lambda entry: entry.place):
        first = places.setdefault(entry.citeersleutel, entry.place)
        if entry.citeersleutel and first != entry.place:
            problem = f"{entry.place}: the citation key '{entry.citeersleutel}' stands also at {first}."
            raise CorpusError(problem, "Change one of the two.")


def _source(name: str, found: Found, of_all: Gemeente | None, jaar_of_all: int | None) -> Source:
    entry, file_name, root = found.entry, pure(found.path).name, pure(found.root)
    folders = (root.name, *PurePath(found.below).parts[:-1]) if found.below else (root.parent.name,)
    jaar, jaar_from = jaar_of_all, "option"
    if jaar is None and entry:
        jaar, jaar_from = entry.jaar, _stated(entry, "jaar")
    if jaar is None:
        jaar, jaar_from = guess_jaar(file_name, folders), "guess"
    if of_all:
        gemeente, code, gemeente_from = of_all.naam, of_all.code, "option"
    elif entry and entry.gemeente:
        gemeente, code, gemeente_from = entry.gemeente, entry.gemeente_code, _stated(entry, "gemeente")
    elif guess := guess_gemeente(file_name, folders, jaar):
        gemeente, code, gemeente_from = guess.naam, guess.code, "guess"
    else:
        gemeente, code, gemeente_from = "", "", ""
    return Source(
        path=found.path,
        name=name,
        gemeente=gemeente,
        gemeente_code=code,
        gemeente_from=gemeente_from,
        jaar=jaar,
        jaar_from="" if jaar is None else jaar_from,
        titel=entry.titel if entry else "",
        soort=entry.soort if entry else "",
        citation=entry.citeersleutel if entry else "",
        kenmerken=entry.kenmerken if entry else (),
    )


def _stated(entry: Entry, what: str) -> str:
    """Whether what a manifest says was looked at, or is still a guess."""
    return "guess" if what in entry.nakijken else "manifest"


def _dissolved(sources: Iterable[Source]) -> Iterator[str]:
    """A warning for each gemeente with a document of a year in which it no longer existed."""
    seen = set()
    for source in sources:
        gemeente = gemeenten().get(source.gemeente_code)
        last_day = gemeente.opgeheven if gemeente else None
        if gemeente is None or last_day is None or source.jaar is None or source.gemeente_code in seen:
            continue
        if source.jaar > last_day.year:
            seen.add(source.gemeente_code)
            yield _describe_dissolved(source, gemeente, last_day)


def _describe_dissolved(source: Source, gemeente: Gemeente, last_day: date) -> str:
    successors = " and ".join(gemeenten()[code].naam for code in gemeente.opvolgers)
    return (
        f"{source.name} is of {source.jaar}, but {gemeente.naam} was dissolved on {last_day}: its territory "
        f"went to {successors}. Check gemeente and year."
    )
