"""What the shell proposes when a user presses Tab: codes, gemeenten, formats.

It has to be there at once, so that no rules are loaded: the names and labels of codes are read off the files.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import typer

from beloften.codebook.shipped import shipped_rules
from beloften.compare.asked import GROUPINGS

Proposals = Iterator[tuple[str, str]]

_KIND = re.compile(r"^kind: *([a-z]+)", re.MULTILINE)
_LABEL = re.compile(r"^label: *\{nl: *([^,}]+)", re.MULTILINE)
_NO_CODES = {"aanwijzing", "uitsluiting", "context"}  # which no sentence carries


def concepts(ctx: typer.Context, incomplete: str) -> Proposals:
    """Propose the codes of all concepts, with their names."""
    return ((code, label) for code, label, _ in _concepts(ctx, incomplete))


def codes(ctx: typer.Context, incomplete: str) -> Proposals:
    """Propose the codes that sentences can carry, with their names."""
    return ((code, label) for code, label, kind in _concepts(ctx, incomplete) if kind not in _NO_CODES)


def gemeenten(incomplete: str) -> Proposals:
    """Propose gemeenten, with their provinces, in a spelling that needs no quotes: bergen-op-zoom."""
    from beloften.corpus.gemeenten import fold, spellings

    start = fold(incomplete).replace(" ", "-")
    for words, found in sorted(spellings().items()):
        name = "-".join(words)
        if len(found) == 1 and name.startswith(start):
            yield incomplete + name[len(start) :], found[0].provincie


def export_formats(incomplete: str) -> Iterator[str]:
    """Propose the formats that a run can be written in."""
    from beloften.export.asked import ExportFormat

    return (form.value for form in ExportFormat if form.startswith(incomplete))


def groups(incomplete: str) -> Iterator[str]:
    """Propose what documents can be grouped by."""
    return (name for name in GROUPINGS if name.startswith(incomplete))


def _concepts(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str, str]]:
    """The code, name and kind of each concept whose code begins so, of the rules that --rules names too."""
    own = ctx.params.get("rules")
    folders = [shipped_rules(), *([Path(own)] if own else [])]
    files = {path.stem: path for folder in folders for path in folder.rglob("*.yaml")}
    for code, path in sorted(files.items()):
        if not code.startswith(incomplete):
            continue
        text = path.read_text("utf-8", "replace")
        kind, label = _KIND.search(text), _LABEL.search(text)
        if kind:
            yield code, label[1].strip() if label else "", kind[1]
