"""The literal commands that install an extra, or the program anew, in the way that it was installed.

Where the program came from (an index, a folder, a repository) stands in `direct_url.json` of its metadata, as
the packaging standard "Recording the Direct URL Origin of installed distributions" (PEP 610) has it. pipx and
uv leave a file of their own at the top of the environment that they make for a program.
"""

import json
import platform
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from enum import StrEnum
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from beloften.installation.extras import PACKAGE, Extra


class Installer(StrEnum):
    """What installed the program."""

    PIP = "pip"
    PIPX = "pipx"
    UV_TOOL = "uv tool"


_MARKS = {"pipx_metadata.json": Installer.PIPX, "uv-receipt.toml": Installer.UV_TOOL}


def installer() -> Installer:
    """Return what installed the program; pip when nothing tells."""
    return next((by for name, by in _MARKS.items() if (Path(sys.prefix) / name).is_file()), Installer.PIP)


def install_step(extra: Extra) -> str:
    """Return what to do about a library of an extra that is missing."""
    return f"Install it with: {install_command(extra)}"


def install_command(extra: Extra) -> str:
    """Return the command that adds an extra to the program as it is installed."""
    by = installer()
    if by is Installer.PIP:
        return f"{_pip_install()} {_source(extra)}"
    return f"{by} install --force {_source(*_with_those_there(extra))}"


def reinstall_command() -> str:
    """Return the command that installs the program anew, with the libraries that it cannot do without."""
    by = installer()
    if by is Installer.PIP:
        return f"{_pip_install()} --force-reinstall {_source()}"
    return f"{by} install --force {_source(*_with_those_there())}"


def _with_those_there(*wanted: Extra) -> Iterator[Extra]:
    """Extras that are wanted or there already: pipx and uv make the environment anew, and would drop them."""
    from beloften.installation.libraries import has_extra  # noqa: PLC0415 - pip, the usual case, does without

    return (extra for extra in Extra if extra in wanted or has_extra(extra))


def _pip_install() -> str:
    """Installing into this very environment, in as few words as will do."""
    if find_spec("pip") is None:  # as in an environment that uv made
        return f"uv pip install --python {quoted(sys.executable)}"
    found = shutil.which("pip")
    is_first = found is not None and Path(found).parent == Path(sys.executable).parent
    return "pip install" if is_first else f"{quoted(sys.executable)} -m pip install"


def _source(*extras: Extra) -> str:
    """What to install: the package with extras, from where it was installed."""
    in_brackets = f"[{','.join(extras)}]" if extras else ""
    origin = json.loads(distribution(PACKAGE).read_text("direct_url.json") or "{}")
    if origin.get("dir_info", {}).get("editable"):
        folder = url2pathname(urlsplit(origin["url"]).path)
        return f"--editable {quoted(folder + in_brackets)}"
    return quoted(f"{PACKAGE}{in_brackets}{_at(origin)}")


def _at(origin: dict[str, Any]) -> str:
    if not origin:
        return ""
    if vcs := origin.get("vcs_info"):
        revision = vcs.get("requested_revision") or vcs["commit_id"]
        return f" @ {vcs['vcs']}+{origin['url']}@{revision}"
    return f" @ {origin['url']}"


def quoted(text: str) -> str:
    """Return a word as the user's shell takes it; cmd.exe knows no quotes but double ones."""
    if platform.system() != "Windows":
        return shlex.quote(text)
    return f'"{text}"' if re.search(r"[^\w.:\\-]", text) else text
