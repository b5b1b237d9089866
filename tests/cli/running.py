"""The command line in a process of its own, as users have it."""

import os
import subprocess
import sys


def beloften(*arguments: object, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command on a terminal of 100 columns, where a warning of Python's is an error.

    Args:
        arguments: as they stand behind its name.
        given: what it gets on standard input.
        environment: variables to set.
    """
    return subprocess.run(
        [sys.executable, "-W", "error", "-bb", "-m", "beloften", *map(str, arguments)],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "COLUMNS": "100", **environment},
    )
