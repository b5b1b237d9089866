"""Run the commands that the documents show, as a reader would, and compare or write what they print.

    python tools/transcripts.py README.md          # exits with 1 where a transcript is not what is printed
    python tools/transcripts.py README.md --write  # puts in what is printed

A transcript is a block marked `console`. A line that starts with `$ ` is a command, which goes on over the
lines that start with `> `; what follows is its output. A block marked `python` is a program that prints
nothing. The blocks of a page are run in its order, in a folder of its own that has copies of what the
repository holds for readers, so that a command may use what an earlier one of the page wrote. What is written
below `docs` takes the place of what was there: so the pictures of a page are drawn by its commands.
"""

import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPIED = ("corpora", "docs", "rules", "tools", "constraints.txt")
BLOCK = re.compile(r"^```(?P<kind>console|python)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (?P<first>.*)\n(?P<more>(?:^>(?: .*)?\n)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """A document whose commands were run.

    Attributes:
        text: the document with what its commands print.
        files: what they wrote below `docs` that differs from what was there, by path from the root.
    """

    text: str
    files: dict[str, bytes]


def commands(text: str) -> list[str]:
    """Return the shell commands of a document, in its order."""
    blocks = [match["text"] for match in BLOCK.finditer(text) if match["kind"] == "console"]
    return [_command(match) for block in blocks for match in COMMAND.finditer(block)]


def run(document: Path) -> Page:
    """Run the blocks of a document in a folder of its own.

    Raises:
        RuntimeError: a Python block fails, or prints something.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "beloften"
        folder.mkdir()
        for copied in COPIED:
            source = ROOT / copied
            (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / copied)
        text = BLOCK.sub(lambda match: _renewed(match, folder), document.read_text("utf-8"))
        return Page(text, _written(folder))


def _renewed(block: re.Match[str], folder: Path) -> str:
    """Run a block, and return it with what is printed."""
    if block["kind"] == "python":
        printed = _printed([sys.executable, "-W", "error", "-c", block["text"]], folder)
        if printed:
            raise RuntimeError(f"This block prints something:\n\n{block['text']}\n{printed}")
        return block[0]
    shown = (
        match[0] + _printed(["/bin/sh", "-c", _command(match)], folder)
        for match in COMMAND.finditer(block["text"])
    )
    return f"```console\n{''.join(shown)}```"


def _command(match: re.Match[str]) -> str:
    """Return a command as a shell gets it, without what the prompt puts before its lines."""
    return "\n".join([match["first"], *(line[2:] for line in match["more"].splitlines())])


def _printed(command: list[str], folder: Path) -> str:
    """Run a command on a terminal of 120 columns, by a user who has an empty home.

    Of commands that are joined by pipes nobody knows which says its remarks first: they are put last.
    """
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder.parent),
        "COLUMNS": "120",
        "NO_COLOR": "1",
        "PYTHONUNBUFFERED": "1",  # both streams in the order in which they are written
    }
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if " | " in command[-1] else subprocess.STDOUT,
        encoding="utf-8",
        cwd=folder,
        env=environment,
        check=False,
    )
    return "".join(f"{line.rstrip()}\n" for line in (done.stdout + (done.stderr or "")).splitlines())


def _written(folder: Path) -> dict[str, bytes]:
    """Return what commands wrote below `docs` of a folder that is not in the repository as it is."""
    files = {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted((folder / "docs").rglob("*"))
        if file.is_file()
    }
    return {
        name: content
        for name, content in files.items()
        if not (ROOT / name).is_file() or (ROOT / name).read_bytes() != content
    }


def main() -> None:
    """Check or write the transcripts of the documents that are named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("documents", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    differences: list[str] = []
    for document in arguments.documents:
        before = document.read_text("utf-8")
        page = run(document)
        if arguments.write:
            document.write_text(page.text, "utf-8")
            for name, content in page.files.items():
                (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
                (ROOT / name).write_bytes(content)
            continue
        lines = (before.splitlines(), page.text.splitlines())
        differences += difflib.unified_diff(*lines, f"{document}", "what is printed", lineterm="")
        differences += [f"{name} is not what the commands of {document} write." for name in page.files]
    if differences:
        sys.exit("\n".join(differences))


if __name__ == "__main__":
    main()
