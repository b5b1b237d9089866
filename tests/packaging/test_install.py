"""The script that installs the program in a GitHub Action, run as it is."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BASH = shutil.which("bash") or ""


@pytest.mark.skipif(not BASH, reason="the step is a script for bash")
def test_the_step_that_installs_brings_the_command_and_its_rules(tmp_path: Path) -> None:
    """Without what it depends on, which is there already and would be fetched."""
    pytest.importorskip("hatchling", reason="hatchling builds the package")
    pytest.importorskip("pip", reason="pip installs it")
    source = tmp_path / "action"
    kept = shutil.ignore_patterns(".git", ".venv", "build", "__pycache__", ".*_cache", "corpora", "tests")
    shutil.copytree(ROOT, source, ignore=kept)
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_TARGET": str(tmp_path / "site"),
    }
    subprocess.run([BASH, source / "action" / "install.sh"], env=environment, check=True)
    assert (tmp_path / "site" / "beloften" / "rules" / "codebook.yaml").is_file()
    assert (tmp_path / "site" / "bin" / "beloften").is_file()
    parts = "export/html/parts"
    assert sorted(path.name for path in (tmp_path / "site" / "beloften" / parts).iterdir()) == sorted(
        path.name for path in (ROOT / "beloften" / parts).iterdir()
    )
