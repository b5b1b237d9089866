"""A command that reads one document keeps to limits, those of the user too."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space")
def test_a_lower_limit_of_the_user_holds(tmp_path: Path) -> None:
    (tmp_path / "nota.txt").write_text("Wij bieden maatwerk in de buurt.")
    command = f"ulimit -v 1400000; exec '{sys.executable}' -m beloften text nota.txt"
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Wij bieden maatwerk in de buurt." in done.stdout
