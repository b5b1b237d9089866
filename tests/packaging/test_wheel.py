"""What is published: the sdist, the wheel that is built from it, and what is in them."""

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NAME = f"beloften-{PROJECT['version']}"
INFO = f"{NAME}.dist-info"


def build(source: Path, target: Path) -> tuple[Path, Path]:
    """Build an sdist and a wheel, and return both."""
    command: list[str | Path] = [sys.executable, "-m", "hatchling", "build", "--directory", target]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    return target / f"{NAME}.tar.gz", target / f"{NAME}-py3-none-any.whl"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sdist and the wheel of this checkout."""
    return build(ROOT, tmp_path_factory.mktemp("dist"))


def files_of(folder: str) -> Iterator[str]:
    """What is in a folder of the checkout, but for what Python compiled."""
    for path in (ROOT / folder).rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(ROOT).as_posix()


def test_the_wheel_holds_the_package_the_rules_and_nothing_else(built: tuple[Path, Path]) -> None:
    about = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
    with zipfile.ZipFile(built[1]) as wheel:
        assert set(wheel.namelist()) == {
            *files_of("beloften"),
            *(f"beloften/{name}" for name in files_of("rules")),
            *(f"{INFO}/{name}" for name in about),
        }


def test_the_wheel_tells_type_checkers_that_it_has_types(built: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(built[1]) as wheel:
        assert "beloften/py.typed" in wheel.namelist()


def test_the_wheel_says_what_it_is_and_what_it_needs(built: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(built[1]) as wheel:
        said = message_from_bytes(wheel.read(f"{INFO}/METADATA"))
        commands = wheel.read(f"{INFO}/entry_points.txt").decode()
    assert (said["Name"], said["Version"]) == ("beloften", PROJECT["version"])
    assert said["Requires-Python"] == ">=3.11"
    assert (said["License-Expression"], said["License-File"]) == ("MIT", "LICENSE")
    assert said["Description-Content-Type"] == "text/markdown"
    assert commands == "[console_scripts]\nbeloften = beloften.cli.main:main\n"


def test_every_library_that_it_needs_has_an_oldest_version(built: tuple[Path, Path]) -> None:
    """`make test-oldest` tests with those."""
    with zipfile.ZipFile(built[1]) as wheel:
        said = message_from_bytes(wheel.read(f"{INFO}/METADATA"))
    needed = said.get_all("Requires-Dist") or []
    assert needed
    assert [one for one in needed if ">=" not in one] == []


def test_the_sdist_builds_the_same_sdist_and_the_same_wheel_byte_for_byte(
    built: tuple[Path, Path], tmp_path: Path
) -> None:
    """Later, in another folder, and from files with other dates."""
    with tarfile.open(built[0]) as sdist:
        sdist.extractall(tmp_path, filter="data")
    again = build(tmp_path / NAME, tmp_path)
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in built]
