"""What tests of CI need."""

import shlex
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the command `beloften`, as it is after the step that installs it."""
    folder = tmp_path_factory.mktemp("bin")
    command = folder / "beloften"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m beloften "$@"\n')
    command.chmod(0o755)
    return folder
