"""Draw the rooms of the package in the order that the imports in the code give them.

    python tools/rooms.py docs/architecture.svg

A room is a folder of the package; the first line of its `__init__.py` says what it is for. It stands in the
row below the lowest of those that it imports from.
"""

import ast
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from graphlib import TopologicalSorter
from html import escape
from pathlib import Path

import beloften

PACKAGE = Path(beloften.__file__).parent

_WIDTH, _MARGIN, _GAP = 880, 12, 24
_ROW, _BOX = 84, 60
_LETTER = 6.9
"""Width of a letter that is taken for granted when captions are broken."""


def imports(package: Path = PACKAGE) -> dict[str, set[str]]:
    """Return for each room which other rooms its modules import from, wherever the import stands."""
    found: dict[str, set[str]] = {path.parent.name: set() for path in package.glob("*/__init__.py")}
    for room, others in found.items():
        for path in sorted((package / room).rglob("*.py")):
            for module in _modules(ast.parse(path.read_text("utf-8"))):
                parts = module.split(".")
                if parts[0] == package.name and len(parts) > 1 and parts[1] in found:
                    others.add(parts[1])
        others.discard(room)
    return found


def _modules(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rows(found: Mapping[str, set[str]]) -> list[list[str]]:
    """Return the rooms in rows, those that import from no room first.

    Raises:
        graphlib.CycleError: rooms import from each other.
    """
    row: dict[str, int] = {}
    for room in TopologicalSorter(found).static_order():
        row[room] = max((row[other] + 1 for other in found[room]), default=0)
    return [sorted(room for room in row if row[room] == number) for number in range(max(row.values()) + 1)]


def purpose(room: str) -> str:
    """Return what a room is for, as it says itself."""
    said = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text("utf-8"))) or ""
    return said.split("\n", maxsplit=1)[0].replace("`", "")


def picture(in_rows: Sequence[Sequence[str]]) -> str:
    """Return the rows drawn as SVG."""
    height = 2 * _MARGIN + len(in_rows) * _ROW - (_ROW - _BOX)
    boxes = [line for number, row in enumerate(in_rows) for line in _row(row, _MARGIN + number * _ROW)]
    arrows = [_arrow(_MARGIN + number * _ROW - (_ROW - _BOX)) for number in range(1, len(in_rows))]
    size = f'viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}"'
    style = 'font-family="sans-serif" font-size="13" text-anchor="middle"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>',
            "<title>The rooms of the package, each below those that it imports from</title>",
            '<rect width="100%" height="100%" fill="#ffffff"/>',
            *boxes,
            *arrows,
            "</svg>\n",
        ]
    )


def _row(row: Sequence[str], top: int) -> Iterator[str]:
    width = (_WIDTH - 2 * _MARGIN - _GAP * (len(row) - 1)) / len(row)
    for index, room in enumerate(row):
        left = _MARGIN + index * (width + _GAP)
        place = f'x="{left:g}" y="{top}" width="{width:g}" height="{_BOX}"'
        yield f'<rect {place} rx="5" fill="#eef3f8" stroke="#31597d"/>'
        texts = [f'<tspan font-weight="bold">{room}</tspan>']
        texts += map(escape, textwrap.wrap(purpose(room), int(width / _LETTER)))
        for line, text in enumerate(texts):
            height = top + _BOX / 2 + 4.5 + (line - (len(texts) - 1) / 2) * 17
            yield f'<text x="{left + width / 2:g}" y="{height:g}">{text}</text>'


def _arrow(top: int) -> str:
    middle, point = _WIDTH / 2, top + _ROW - _BOX - 6
    return f'<path d="M{middle:g} {top + 6} V{point} m-5 -5 l5 5 l5 -5" stroke="#707070" fill="none"/>'


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(picture(rows(imports())), "utf-8")
