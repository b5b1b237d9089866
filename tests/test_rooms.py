"""The rooms of the package know each other in one direction: that of docs/architecture.md."""

import re
from pathlib import Path

import pytest

from tools.rooms import PACKAGE, imports, picture, purpose, rows

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| .* \| (`[\w.`, ]+) \|$", PAGE, re.MULTILINE)
ORDER = [room for room, _ in ROWS]
"""The rooms as the table has them: each may import from those above it."""
IMPORTS = imports()
TOUCHES = re.compile(
    r"\b(?:open|print|input)\(|\.(?:read|write)_(?:text|bytes)\(|\bsys\.std|\bos\.environ|\btyper\b"
)
"""What a module has that touches files, the terminal or the environment."""


def test_the_table_has_every_room() -> None:
    assert sorted(ORDER) == sorted(IMPORTS)


@pytest.mark.parametrize("room", ORDER)
def test_a_room_imports_from_rooms_above_it_alone(room: str) -> None:
    assert IMPORTS[room] <= set(ORDER[: ORDER.index(room)])


@pytest.mark.parametrize(("room", "files"), ROWS)
def test_a_room_says_what_it_is_for_and_has_the_files_to_begin_at(room: str, files: str) -> None:
    assert purpose(room).endswith(".")
    for file in re.findall(r"[\w.]+", files):
        assert (PACKAGE / room / file).is_file()


@pytest.mark.parametrize("room", ["language", "detect", "tally", "compare", "drift", "validation"])
def test_a_room_that_computes_opens_and_prints_nothing(room: str) -> None:
    """But for its own word lists, which are read when it is loaded."""
    assert f"`{room}`" in PAGE.split(" compute, and open and print nothing")[0]
    for path in sorted((PACKAGE / room).rglob("*.py")):
        lines = [line for line in path.read_text("utf-8").splitlines() if "Path(__file__)" not in line]
        assert not TOUCHES.search("\n".join(lines)), path


def test_files_beside_the_rooms_know_no_room() -> None:
    for path in PACKAGE.glob("*.py"):
        if path.name not in {"__init__.py", "__main__.py"}:
            text = path.read_text("utf-8")
            assert path.name in PAGE
            assert set(re.findall(r"^ *from beloften\.(\w+)\.", text, re.MULTILINE)) <= {"installation"}


def test_the_picture_is_that_of_the_code() -> None:
    """Where this fails because rooms changed: python tools/rooms.py docs/architecture.svg."""
    drawn = picture(rows(IMPORTS))
    assert (ROOT / "docs" / "architecture.svg").read_text("utf-8") == drawn
    assert all(f">{room}</tspan>" in drawn for room in ORDER)


def test_rooms_stand_below_what_they_import_from() -> None:
    assert rows({"detect": {"codebook"}, "codebook": set(), "tally": {"detect"}, "run": {"codebook"}}) == [
        ["codebook"],
        ["detect", "run"],
        ["tally"],
    ]
