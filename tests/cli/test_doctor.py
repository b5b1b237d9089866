"""`beloften doctor` as a user meets it."""

import os
from pathlib import Path

from tests.cli.running import beloften
from tests.installation.metadata import install_metadata


def test_where_a_scan_works_it_says_so_and_what_is_there() -> None:
    done = beloften("doctor")
    assert done.returncode == 0
    assert done.stderr == "A scan works here.\n"
    for word in ("What a scan needs", "rules      beloften 0.", "cluster", "tesseract", "cache"):
        assert word in done.stdout


def test_where_a_scan_does_not_work_it_ends_as_a_scan_would(tmp_path: Path) -> None:
    install_metadata(tmp_path, "beloften", "9.0", ["nergens>=1"])
    root = Path(__file__).parents[2]
    done = beloften("doctor", PYTHONPATH=f"{tmp_path}{os.pathsep}{root}")
    assert done.returncode == 5
    assert "nergens is missing" in done.stdout
    assert "A scan does not work here" in done.stderr
