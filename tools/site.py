"""The documentation as a site, from the pages as they are in the repository.

    python tools/site.py    # builds build/site; ends with 1 where a link or an anchor leads nowhere

The pages of `docs` lead to files outside of it, as on any forge: to the README, a rule file, a script. So the
site is built from a folder that has the README, the pages of the navigation and all that they link to, each
in its own place.
"""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")


def build(folder: Path) -> Path:
    """Build the site below a folder, and return where it is.

    Raises:
        subprocess.CalledProcessError: a link between pages or an anchor leads nowhere.
    """
    pages = folder / "pages"
    if pages.exists():
        shutil.rmtree(pages)
    for name in sorted(needed()):
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, pages / name)
    shutil.copy(ROOT / "zensical.toml", folder)
    builder = Path(sys.executable).with_name("zensical")
    subprocess.run([builder, "build", "--clean", "--strict"], cwd=folder, check=True)
    return folder / "site"


def navigation() -> list[str]:
    """Return the pages of the navigation, in its order."""
    configuration = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))
    return list(_pages(configuration["project"]["nav"]))


def _pages(entry: object) -> Iterator[str]:
    match entry:
        case str():
            yield entry
        case list():
            for part in entry:
                yield from _pages(part)
        case dict():
            for part in entry.values():
                yield from _pages(part)


def needed() -> set[str]:
    """Return the files of the site: the navigation and what its pages link to, by path from the root."""
    found: set[str] = set()
    open_ends = navigation()
    while open_ends:
        name = open_ends.pop()
        if name not in found and (ROOT / name).is_file():
            found.add(name)
            if name.endswith(".md"):
                open_ends += linked(name)
    return found


def linked(page: str) -> list[str]:
    """Return the paths from the root to which a page links, whether there is something or not."""
    folder = (ROOT / page).parent
    links = LINK.findall((ROOT / page).read_text("utf-8"))
    targets = ((folder / link).resolve() for link in links)
    return [target.relative_to(ROOT).as_posix() for target in targets if target.is_relative_to(ROOT)]


if __name__ == "__main__":
    (ROOT / "build").mkdir(exist_ok=True)
    try:
        build(ROOT / "build")
    except subprocess.CalledProcessError:
        sys.exit(1)
