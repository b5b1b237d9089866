"""Transcripts in the documents: run each command that is shown, and compare or write what it prints.

    python tools/transcripts.py README.md          # exits with 1 where a transcript is not what is printed
    python tools/transcripts.py README.md --write  # puts in what is printed

A transcript is a block marked `console`; a line that starts with `$ ` is a command, what follows it is its
output.
"""

import argparse
import difflib
import os
import re
import subprocess
import sys
from pathlib import Path

BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def printed(command: str) -> str:
    """Run a command as a reader would, in a terminal of 120 columns, and return what it prints."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "120", "NO_COLOR": "1"}
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    return "".join(f"{line.rstrip()}\n" for line in (done.stdout + done.stderr).splitlines())


def renewed(text: str) -> str:
    """Return a document with all its transcripts made anew."""

    def block(match: re.Match[str]) -> str:
        commands = [line for line in match[0].splitlines() if line.startswith("$ ")]
        return "".join(f"{command}\n{printed(command[2:])}" for command in commands)

    return BLOCK.sub(block, text)


def main() -> None:
    """Check or write the transcripts of the documents that are named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("documents", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    differences: list[str] = []
    for document in arguments.documents:
        before = document.read_text("utf-8")
        after = renewed(before)
        if arguments.write:
            document.write_text(after, "utf-8")
        elif before != after:
            lines = (before.splitlines(), after.splitlines())
            differences += difflib.unified_diff(*lines, f"{document}", "what is printed", lineterm="")
    if differences:
        sys.exit("\n".join(differences))


if __name__ == "__main__":
    main()
