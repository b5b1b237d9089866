"""Which libraries the program and its extras need, and which of those are installed.

What is needed is read from the metadata of the installed package, so that it is said in one place,
pyproject.toml.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement

from beloften.installation.extras import PACKAGE, Extra


@dataclass(frozen=True, slots=True)
class Library:
    """A library that is needed.

    Attributes:
        name: its name.
        wanted: which versions will do, such as ">=3.1"; "" for any.
        version: the one that is installed; "" when none is.
        is_right: whether it is installed, with all that it needs for this, in a version that will do.
    """

    name: str
    wanted: str
    version: str
    is_right: bool


def libraries_of(extra: Extra | None) -> tuple[Library, ...]:
    """Return the libraries that an extra needs; with None those that the program cannot do without."""
    return tuple(map(_library, _needed_by(PACKAGE, extra or "")))


def has_extra(extra: Extra) -> bool:
    """Tell whether all that an extra needs is installed."""
    libraries = libraries_of(extra)
    return bool(libraries) and all(library.is_right for library in libraries)


def _needed_by(package: str, extra: str) -> Iterator[Requirement]:
    """What a package needs for an extra, beyond what it always needs; for "" what it always needs."""
    for text in distribution(package).requires or ():
        requirement = Requirement(text)
        marker = requirement.marker
        is_for_all = marker is None or marker.evaluate({"extra": ""})
        if is_for_all != bool(extra) and (is_for_all or marker is None or marker.evaluate({"extra": extra})):
            yield requirement


def _library(requirement: Requirement) -> Library:
    wanted = str(requirement.specifier)
    try:
        version = distribution(requirement.name).version
    except PackageNotFoundError:
        return Library(requirement.name, wanted, "", is_right=False)
    is_right = requirement.specifier.contains(version, prereleases=True) and all(
        _library(needed).is_right
        for extra in requirement.extras
        for needed in _needed_by(requirement.name, extra)
    )
    return Library(requirement.name, wanted, version, is_right)
