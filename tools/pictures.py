"""Pictures in the documents: run the commands that made them, as the document gives them.

    python tools/pictures.py docs/figures.md

The commands are the lines of blocks marked `sh`. They run in a folder of their
own, which has the sample corpora, and what they write below `docs` takes the place of what was there.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"(?<=^```sh\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def commands(text: str) -> list[str]:
    """Return the commands that a document gives."""
    return [
        line for block in BLOCK.findall(text) for line in block.splitlines() if line.startswith("beloften")
    ]


def made(text: str, folder: Path) -> dict[str, bytes]:
    """Run the commands of a document in a folder, and return what they wrote below `docs`, by path."""
    (folder / "docs" / "figures").mkdir(parents=True)
    (folder / "corpora").symlink_to(ROOT / "corpora")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command in commands(text):
        line = ["/bin/sh", "-c", command]
        subprocess.run(line, cwd=folder, env={**os.environ, "PATH": path}, check=True, capture_output=True)
    files = sorted(file for file in (folder / "docs").rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def main() -> None:
    """Make the pictures of the documents that are named."""
    for document in sys.argv[1:]:
        folder = Path(tempfile.mkdtemp())
        try:
            for name, content in made(Path(document).read_text("utf-8"), folder).items():
                (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
                (ROOT / name).write_bytes(content)
                print(name)
        finally:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
