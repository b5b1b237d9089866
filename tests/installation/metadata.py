"""Metadata of packages as pip leaves it, for packages that are not there."""

import json
from collections.abc import Sequence
from pathlib import Path


def install_metadata(
    folder: Path, name: str, version: str, needs: Sequence[str] = (), origin: object = None
) -> None:
    """Write the metadata of a package into a folder of packages.

    Args:
        folder: which is to be on the path of Python.
        name: of the package.
        version: of the package.
        needs: its requirements.
        origin: what stands in `direct_url.json`; None for a package from an index.
    """
    info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    lines += [f"Requires-Dist: {need}" for need in needs]
    (info / "METADATA").write_text("\n".join(lines) + "\n")
    if origin:
        (info / "direct_url.json").write_text(json.dumps(origin))
