"""Pressing Tab, as the scripts that `--show-completion` prints do it for the shells."""

import os
import subprocess
import sys


def proposed(line: str, shell: str = "bash") -> list[str]:
    """Return what a shell is told when the cursor stands at the end of a line."""
    words = line.split(" ")
    asked = {
        "bash": {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }
    done = subprocess.run(
        [sys.executable, "-m", "beloften"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, **asked[shell], "_BELOFTEN_COMPLETE": f"complete_{shell}"},
    )
    assert done.stderr == ""
    return done.stdout.splitlines() if done.stdout.strip() else []
