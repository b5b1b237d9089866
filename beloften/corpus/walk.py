"""The files that stand below a folder, and the manifests that say which of them are the corpus.

Without a manifest every file counts, of whatever kind: nothing is dropped in silence. Left out are hidden
files and folders, lock files, results of earlier runs, folders of rules, what tells of the folder itself
(README, LEESMIJ), links to folders, and links out of the folder that the user named: who packed it may not
choose which of the user's files are read. With a manifest the corpus is
what it lists, for its folder and all below: scripts, sources and read-me's beside the documents are none.
Documents that it does not list are named in a warning, but for those in the folders that a project has for
something else: rules, codings and results.
"""

import difflib
import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from beloften.corpus.earlier_run import is_run
from beloften.corpus.location import asking, is_remote, is_web
from beloften.corpus.manifest import MANIFEST_NAMES, Entry, Tolerantie, read_manifest
from beloften.errors import CorpusError

DOCUMENT_SUFFIXES = frozenset({".pdf", ".docx", ".odt", ".html", ".htm", ".txt", ".md"})

RULES, CODINGS, RESULTS = "eigen-regels", "coderingen", "resultaten"
"""The folders of a project in which no documents of the corpus stand."""

_HIDDEN = frozenset({"thumbs.db", "desktop.ini"})  # hidden on Windows, without a dot to tell
_INSTALLED = frozenset({"node_modules", "__pycache__"})
_ABOUT_THE_FOLDER = frozenset({"readme", "leesmij", "license", "licentie", "changelog"})
_LIKE_MANIFESTS = frozenset({*MANIFEST_NAMES, *(f"manifest{Path(name).suffix}" for name in MANIFEST_NAMES)})
_HINTS = 20  # looking for a name that resembles another takes long
_PLAIN_TEXT = frozenset({"", ".md", ".txt"})
_RULES = "codebook.yaml"  # a folder with it holds rules
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the corpus.

    Attributes:
        path: absolute path.
        root: absolute path of the file or folder that the user named and that led to it.
        below: path below `root` with the separators of the system; "" when `root` is the file itself.
        entry: what a manifest says of it; None without manifest.
    """

    path: Path
    root: Path
    below: str
    entry: Entry | None


@dataclass(slots=True)
class Walk:
    """What stands below the paths that a user named.

    Attributes:
        found: the files.
        missing: files that a manifest lists and that do not exist.
        titles: titles of the manifests, by their path.
        toleranties: those of all manifests.
        warnings: what a user may not expect.
        unlisted: documents beside a manifest that it does not list, by its path.
    """

    found: list[Found] = field(default_factory=list)
    missing: list[Found] = field(default_factory=list)
    titles: dict[Path, str] = field(default_factory=dict)
    toleranties: list[Tolerantie] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    unlisted: dict[Path, list[Path]] = field(default_factory=dict)

    def take(self, given: Path) -> None:
        """Add a file, a folder with all below it, or a manifest with all that it lists.

        Raises:
            CorpusError: the path does not exist or is not of use, or a manifest below it is at fault.
        """
        if is_web(given):
            self.found.append(Found(given, given, "", None))
        else:
            with asking(given):
                self._look_at(given)

    def _look_at(self, given: Path) -> None:
        path = given.resolve() if ".." in given.parts else given.absolute()
        try:
            is_folder, is_file = path.is_dir(), path.is_file()
            exists = is_folder or is_file or path.exists()
        except OSError as error:
            raise CorpusError(
                f"Cannot look at '{given}': {error.strerror or type(error).__name__}.", "Check the path."
            ) from error
        if not exists:
            raise CorpusError(f"'{given}' does not exist.", "Check the path; quote it if it has spaces.")
        if is_folder:
            self._take_folder(path, given)
        elif not is_file:
            raise CorpusError(f"'{given}' is neither a file nor a folder.", "Name a file or a folder.")
        elif path.suffix.lower() in {Path(name).suffix for name in MANIFEST_NAMES}:
            self._take_manifest(path, path.parent, given)
        else:
            self.found.append(Found(path, path, "", None))

    def _take_folder(self, root: Path, given: Path) -> None:
        if is_run(root):
            message = f"'{given}' holds the results of an earlier run, and no documents."
            raise CorpusError(message, "Name the folder with the documents.")
        before = len(self.found) + len(self.missing)
        folders = [root]
        while folders:
            folder = folders.pop()
            shown = given / folder.relative_to(root)
            if manifest := manifest_in(folder, shown):
                if _leads_out(manifest, root):
                    problem = f"'{shown / manifest.name}' is a link out of the folder."
                    raise CorpusError(problem, "Put the manifest itself there.")
                self._take_manifest(manifest, root, shown / manifest.name)
                continue
            for path in self._listing(folder, shown, root):
                if path.is_dir():
                    folders.append(path)
                elif _seems_manifest(path):
                    names = ", ".join(MANIFEST_NAMES)
                    self.warnings.append(
                        f"'{shown / path.name}' is not read: a manifest is called one of {names}."
                    )
                else:
                    self.found.append(Found(path, root, str(path.relative_to(root)), None))
        if before == len(self.found) + len(self.missing):
            self.warnings.append(
                f"There are no documents in '{given}'. Put some there, or name another folder."
            )

    def _take_manifest(self, path: Path, root: Path, shown: Path) -> None:
        """Add what a manifest lists, and warn of documents beside it that it does not list."""
        try:
            manifest = read_manifest(path, shown.as_posix())
        except OSError as error:
            raise CorpusError(
                f"Cannot read '{shown}': {error.strerror or type(error).__name__}.", "Check its permissions."
            ) from error
        self.titles[real_path(path)] = manifest.titel
        self.toleranties.extend(manifest.toleranties)
        self.warnings.extend(manifest.warnings)
        listed, absent = set(), []
        for entry in manifest.entries:
            file = _on_disk(path.parent, entry.bestand)
            if file.is_dir():
                raise CorpusError(
                    f"{entry.place}: '{entry.bestand}' is a folder.", "List its files one by one."
                )
            if _leads_out(file, root):
                problem = f"{entry.place}: '{entry.bestand}' is a link out of the folder."
                raise CorpusError(problem, "Put the document itself there.")
            found = Found(file, root, str(file.relative_to(root)), entry)
            if file.is_file():
                self.found.append(found)
            else:
                self.missing.append(found)
                absent.append(entry)
            listed.add(real_path(file))
        beside = self._documents_below(path.parent, shown.parent, root)
        self.unlisted[real_path(path)] = sorted(each for each in beside if real_path(each) not in listed)
        unlisted = [str(each.relative_to(path.parent)) for each in self.unlisted[real_path(path)]]
        self.warnings.extend(_near_misses(absent, unlisted))
        if unlisted:
            next_step = "What belongs to the corpus must be listed."
            if path.name == MANIFEST_NAMES[0]:
                next_step += f" `beloften init {shown.parent}` says with which lines."
            self.warnings.append(f"{shown.as_posix()} does not list {_some(unlisted)}. {next_step}")

    def _documents_below(self, top: Path, shown: Path, root: Path) -> Iterator[Path]:
        folders = [top]
        while folders:
            folder = folders.pop()
            for path in self._listing(folder, shown / folder.relative_to(top), root):
                if path.is_dir():
                    if path.parent != top or path.name not in {RULES, CODINGS, RESULTS}:
                        folders.append(path)
                elif path.suffix.lower() in DOCUMENT_SUFFIXES:
                    yield path

    def _listing(self, folder: Path, shown: Path, root: Path) -> list[Path]:
        """The files and folders to look at, in the same order on every system."""
        kept = []
        try:
            for path in sorted(folder.iterdir()):
                if _is_hidden(path.name):
                    continue
                if path.is_symlink() and not path.is_file():
                    what = "a folder: name it to have it read" if path.is_dir() else "nothing"
                    self.warnings.append(f"'{shown / path.name}' is left out, as a link to {what}.")
                elif _leads_out(path, root):
                    what = "a file outside the folder: name it to have it read"
                    self.warnings.append(f"'{shown / path.name}' is left out, as a link to {what}.")
                elif (path.is_file() and not _tells_of_the_folder(path)) or _may_hold_documents(path):
                    kept.append(path)
        except OSError as error:
            why = error.strerror or type(error).__name__
            self.warnings.append(f"'{shown}' is left out, as it cannot be looked into: {why}.")
        return kept


def manifest_in(folder: Path, shown: Path) -> Path | None:
    """The manifest of a folder, None when it has none.

    Raises:
        CorpusError: it has more than one.
    """
    manifests = [folder / name for name in MANIFEST_NAMES if (folder / name).is_file()]
    if len(manifests) > 1:
        names = " and ".join(manifest.name for manifest in manifests)
        raise CorpusError(f"'{shown}' has more than one manifest: {names}.", "Keep one, or name one.")
    return manifests[0] if manifests else None


def _near_misses(absent: Sequence[Entry], beside: Sequence[str]) -> Iterator[str]:
    """A hint for each of the first documents that are not there, of a file beside it that may be meant."""
    names: dict[str, str] = {}
    for name in reversed(beside):
        names |= {str(Path(name).with_suffix("")).casefold(): name, name.casefold(): name}
    for entry in absent[:_HINTS]:
        close = difflib.get_close_matches(entry.bestand.casefold(), names, n=1, cutoff=0.8)
        if close:
            yield f"{entry.place}: there is no '{entry.bestand}'. Is '{names[close[0]]}' meant?"


def real_path(path: Path) -> Path:
    """Return what a path leads to; `Path.resolve` raises an error for a link to itself."""
    return path if is_remote(path) else Path(os.path.realpath(path))


def _leads_out(path: Path, root: Path) -> bool:
    """Tell whether links on a path lead to something that does not stand below a folder."""
    return not real_path(path).is_relative_to(real_path(root))


def _seems_manifest(path: Path) -> bool:
    """Tell whether a file is a manifest by another name, such as `manifest.csv` or `Corpus.CSV`."""
    name = path.name.casefold()
    return path.name not in MANIFEST_NAMES and name in _LIKE_MANIFESTS


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _HIDDEN


def _tells_of_the_folder(path: Path) -> bool:
    return path.stem.lower() in _ABOUT_THE_FOLDER and path.suffix.lower() in _PLAIN_TEXT


def _may_hold_documents(path: Path) -> bool:
    """Not a run, rules, or what programs install for themselves."""
    if not path.is_dir() or path.name in _INSTALLED or (path / "pyvenv.cfg").is_file():
        return False
    return not is_run(path) and not (path / _RULES).is_file()


def _on_disk(folder: Path, bestand: str) -> Path:
    """The file of that name, however the file system composes its letters with diacritics."""
    forms = (bestand, unicodedata.normalize("NFC", bestand), unicodedata.normalize("NFD", bestand))
    paths = [folder / form for form in forms]
    return next((path for path in paths if path.exists()), paths[0])


def _some(names: list[str]) -> str:
    """How many documents, and the names of the first few."""
    shown = ", ".join(names[:_SHOWN])
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    documents = "1 document" if len(names) == 1 else f"{len(names)} documents"
    return f"{documents} beside it ({shown}{more})"
