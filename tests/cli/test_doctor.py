"""`beloften doctor` as a user meets it."""

import os
from pathlib import Path

import pytest

from tests.cli.running import beloften
from tests.installation.metadata import install_metadata

ROOT = Path(__file__).parents[2]


def test_where_a_scan_works_it_says_so_and_what_is_there() -> None:
    done = beloften("doctor")
    assert done.returncode == 0
    assert done.stderr == "A scan works here.\n"
    for word in ("What a scan needs", "rules      beloften 0.", "cluster", "tesseract", "cache"):
        assert word in done.stdout


def test_where_a_scan_does_not_work_it_ends_as_a_scan_would(tmp_path: Path) -> None:
    install_metadata(tmp_path, "beloften", "9.0", ["nergens>=1"])
    done = beloften("doctor", PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    assert done.returncode == 5
    assert "nergens is missing" in done.stdout
    assert "A scan does not work here" in done.stderr


@pytest.mark.parametrize("command", [("doctor",), ("scan", "nota.pdf"), ("rules", "list")])
def test_a_library_that_is_needed_and_cannot_be_loaded_is_one_line_with_what_to_do(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "yaml.py").write_text("raise ImportError('kapot', name='yaml')\n")
    done = beloften(*command, PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}", BELOFTEN_CACHE=str(tmp_path / "c"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("beloften: The library yaml cannot be loaded, and the program cannot do")
    assert "Install all again with: " in done.stderr
    assert done.stderr.count("\n") == 1
