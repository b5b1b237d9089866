"""Starting a project: what its folder needs and lacks is made, from what is found there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path, PurePosixPath

from beloften.codebook.load import HEAD
from beloften.codebook.template import own_head
from beloften.corpus.discover import discover
from beloften.corpus.source import Source
from beloften.corpus.walk import CODINGS, DOCUMENT_SUFFIXES, RESULTS, RULES, Walk
from beloften.errors import UsageError
from beloften.project.first_pages import first_pages
from beloften.project.manifest_text import entry_lines, manifest_text
from beloften.project.propose import Proposal, propose
from beloften.safe_text import visible
from beloften.whole_files import make_folder, write_whole

DOCUMENTS = "stukken"
"""The folder of a project for documents that stand nowhere else in it."""

MANIFEST = "corpus.yaml"
WORKFLOW = ".github/workflows/beloften.yml"

_READ_ME = {"nl": "LEESMIJ.md", "en": "README.md"}
_KEEP = ".gitkeep"  # git keeps no empty folders
_SHOWN = 5
_CANNOT_BE_LISTED = re.compile(r"\\|[\x00-\x1f\x7f-\x9f\ufeff]|^[A-Za-z]:")  # which a manifest refuses


@dataclass(frozen=True, slots=True)
class Project:
    """What came of starting a project.

    Attributes:
        folder: its folder.
        made: paths below the folder of what was made, with forward slashes; that of a folder ends in one.
        is_there: paths of what was there already, and is as it was.
        not_made: paths of what is not made for another reason, with the reason.
        proposals: what the manifest that was made says of each document; empty when none was made.
        to_add: lines to add to a `corpus.yaml` that was there, for documents that it does not list.
        has_documents: whether there are documents to scan.
        remarks: what a user may not expect of the folder, a line each.
    """

    folder: Path
    made: tuple[str, ...]
    is_there: tuple[str, ...]
    not_made: Mapping[str, str]
    proposals: tuple[Proposal, ...]
    to_add: tuple[str, ...]
    has_documents: bool
    remarks: tuple[str, ...]


def start_project(folder: Path, lang: str = "nl") -> Project:
    """Make what a project needs and its folder lacks; nothing that is there is changed.

    Args:
        folder: the folder; made when it is not there.
        lang: "nl" or "en", of what is written for people.

    Raises:
        UsageError: it is no folder.
        CorpusError: it holds a run, or a manifest that is at fault.
        OutputError: something cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file.", "Name a folder; it is made when it is not there.")
    make_folder(folder)
    walk = Walk()
    walk.take(folder)
    manifests = {path.relative_to(folder.resolve()).as_posix() for path in walk.titles}
    found = discover([folder]).sources
    documents = [source for source in found if _is_document(source)]
    proposals = _proposals([] if manifests else documents)
    forgotten = _forgotten(folder, walk)
    files = _files(folder, proposals, lang, is_empty=not documents and not manifests)
    not_made = dict(_not_made(folder, files))
    is_there = {*manifests, *(path for path in files if _is_there(folder, path))}
    made = [path for path in sorted(files) if path not in is_there and path not in not_made]
    for path in made:
        make_folder((folder / path).parent)
        write_whole(folder / path, files[path])
    others = [] if manifests else [source.name for source in found if source not in documents]
    return Project(
        folder=folder,
        made=tuple(path.removesuffix(_KEEP) for path in made),
        is_there=tuple(sorted(path.removesuffix(_KEEP) for path in is_there)),
        not_made=not_made,
        proposals=proposals,
        to_add=tuple(entry_lines(_proposals(forgotten), lang)),
        has_documents=bool(documents or manifests),
        remarks=tuple(_unlisted(others)),
    )


def _proposals(sources: Sequence[Source]) -> tuple[Proposal, ...]:
    pages = dict(first_pages([source.path for source in sources]))
    return tuple(propose(source, pages[source.path]) for source in sources)


def _forgotten(folder: Path, walk: Walk) -> list[Source]:
    """The documents that a manifest in YAML at the top of the folder does not list."""
    paths = walk.unlisted.get(folder.resolve() / MANIFEST, [])
    by_path = {source.path: source for source in (discover(paths).sources if paths else ())}
    top = folder.absolute()
    sources = [replace(by_path[path], name=path.relative_to(top).as_posix()) for path in paths]
    return [source for source in sources if _is_document(source)]


def _is_document(source: Source) -> bool:
    """Whether a manifest can list it: of a kind that is read, with a name that can be written, no coding."""
    path = PurePosixPath(source.name)
    is_listable = not _CANNOT_BE_LISTED.search(source.name)
    return (
        is_listable
        and path.suffix.lower() in DOCUMENT_SUFFIXES
        and path.parts[0] not in {RULES, CODINGS, RESULTS}
    )


def _files(folder: Path, proposals: Sequence[Proposal], lang: str, *, is_empty: bool) -> dict[str, str]:
    """What a project has, by path: all but what the folder has already."""
    titel = visible(folder.resolve().name) or DOCUMENTS
    files = {
        _READ_ME[lang]: _template(_READ_ME[lang]).replace("{titel}", titel),
        WORKFLOW: _template(f"workflow.{lang}.yml"),
        ".gitignore": _template("gitignore"),
        f"{RULES}/{HEAD}": own_head(folder / RULES),
        f"{CODINGS}/{_KEEP}": "",
        f"{RESULTS}/{_KEEP}": "",
    }
    if proposals:
        files[MANIFEST] = manifest_text(titel, proposals, lang)
    if is_empty:
        files[f"{DOCUMENTS}/{_KEEP}"] = ""
    return files


def _template(name: str) -> str:
    return resources.files(__package__).joinpath("templates", name).read_text("utf-8")


def _is_there(folder: Path, path: str) -> bool:
    """Whether the folder has it; a folder that is to be kept need not be empty."""
    return (folder / path.removesuffix(_KEEP)).exists()


def _not_made(folder: Path, files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for path in set(_READ_ME.values()) & set(files):
        for other in set(_READ_ME.values()) - {path}:
            if (folder / other).exists():
                yield path, f"there is a {other}"
    top = _repository(folder)
    if top and top != folder.resolve() and not _is_there(folder, WORKFLOW):
        yield WORKFLOW, f"GitHub looks for it at the top of the repository, {top}"


def _repository(folder: Path) -> Path | None:
    """The top of the git repository that a folder is in."""
    resolved = folder.resolve()
    return next((each for each in (resolved, *resolved.parents) if (each / ".git").exists()), None)


def _unlisted(others: Sequence[str]) -> Iterator[str]:
    if others:
        more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
        files = "1 file is" if len(others) == 1 else f"{len(others)} files are"
        why = "of a kind that is not read, or with a name that a manifest cannot have"
        yield f"{files} not listed, {why}: {', '.join(others[:_SHOWN])}{more}."
