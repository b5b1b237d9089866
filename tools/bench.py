"""CPU time of a scan against that of two reference scripts, pair by pair.

    python tools/bench.py FOLDER [--bench DIR] [--pairs N]

DIR holds `naive.py` (what a careful user would write in an afternoon) and `limit.py` (PDFium's text of
every page and nothing else); both take a folder. The commands alternate, after a warm-up, and the median of
the pairwise ratios counts, since machines are shared and drift. The start-up of each command, measured on a
folder with one PDF of one page, is taken off where the table says so.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2


def cpu_seconds(command: Sequence[str]) -> float:
    """Run a command and return the processor time of it and its children."""
    before = os.times()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    after = os.times()
    if done.returncode not in {0, 4, 5}:  # 4 and 5: some or all documents could not be read
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return after.children_user + after.children_system - before.children_user - before.children_system


def scan(folder: Path, out: Path) -> list[str]:
    """The command that is measured."""
    options = ["--jobs", "1", "--no-cache", "--quiet", "--out", str(out)]
    return [sys.executable, "-m", "beloften", "scan", str(folder), *options]


def one_page(folder: Path) -> Path:
    """Make a folder with one PDF of one page, by which start-up is measured."""
    folder.mkdir()
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(595, 842).close()
    pdf.save(folder / "leeg.pdf")
    return folder


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--bench", type=Path, default=None, help="folder with naive.py and limit.py")
    parser.add_argument("--pairs", type=int, default=5)
    arguments = parser.parse_args()
    bench = arguments.bench or arguments.folder.parent / "bench"
    if not (bench / "limit.py").is_file():
        sys.exit(f"{bench} has no limit.py: name the folder of the reference scripts with --bench.")
    scratch = Path(tempfile.mkdtemp())
    try:
        empty = one_page(scratch / "leeg")
        for name, without_start in (("limit.py", True), ("limit.py", False), ("naive.py", False)):
            script = [sys.executable, str(bench / name)]
            pairs = [
                (scan(arguments.folder, scratch / "run"), [*script, str(arguments.folder)]),
                (scan(empty, scratch / "run-leeg"), [*script, str(empty)]),
            ]
            print(f"{name:10} {'start-up off' if without_start else 'whole':13}", end=" ", flush=True)
            print(compared(pairs, arguments.pairs, without_start=without_start))
    finally:
        shutil.rmtree(scratch)


def compared(pairs: Sequence[tuple[list[str], list[str]]], count: int, *, without_start: bool) -> str:
    """Return the median ratio of the first pair of commands, start-up (the second pair) taken off or not."""
    start = [0.0, 0.0]
    if without_start:
        start = [statistics.median(cpu_seconds(command) for _ in range(count)) for command in pairs[1]]
    cpu_seconds(pairs[0][0])
    ratios, ours = [], []
    for _ in range(count):
        own, other = (cpu_seconds(command) - start[side] for side, command in enumerate(pairs[0]))
        ratios.append(own / other)
        ours.append(own)
    median = statistics.median(ratios)
    spread = f"{min(ratios):.3f}-{max(ratios):.3f}"
    return f"ratio {median:.3f} ({spread}), 1/{1 / median:.1f}; scan {statistics.median(ours):.1f} s"


if __name__ == "__main__":
    main()
