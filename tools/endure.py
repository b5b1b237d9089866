"""How a scan bears what can happen to it: poisonous documents, workers that are killed, a parent that is.

    python tools/endure.py poison --documents 1000
    python tools/endure.py kill --times 200
    python tools/endure.py together --runs 8

Each ends with an error when a row is missing, a byte differs or a lock is in the way.
`tests/run/test_endure.py` does the same with smaller numbers.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from beloften.errors import ExitCode
from beloften.run.cache_file import cache_info
from beloften.rundir.read import read_run

SENTENCE = "Wij bieden in de wijk hulp op maat aan inwoner {number}, dichtbij en samen met de buurt."
SEED = 20180412
# what poisonous documents are called and what their rows say; the second is larger than the memory for it
POISONS = {
    "leeg.pdf": "damaged",
    "eindeloos.txt": "memory",
    "stuk.docx": "damaged",
    "oud.doc": "unsupported",
}
_ENDLESS = 3 * 1024**3


def make_corpus(folder: Path, documents: int, sentences: int = 5) -> None:
    """Write small texts that all differ."""
    folder.mkdir()
    for number in range(documents):
        text = "\n\n".join(SENTENCE.format(number=f"{number}-{line}") for line in range(sentences))
        (folder / f"{number:04}.txt").write_text(text, "utf-8")


def poison(folder: Path, documents: int, every: int) -> dict[str, str]:
    """Put documents that cannot be read in the place of some; return their names and what becomes of them."""
    told = {}
    for number, (name, status) in zip(range(0, documents, every), cycle(POISONS.items()), strict=False):
        (folder / f"{number:04}.txt").unlink()
        path = folder / f"{number:04}-{name}"
        path.write_bytes(b"PK\x03\x04" if name.endswith("docx") else b"")
        if status == "memory":
            os.truncate(path, _ENDLESS)  # no block of it is on the disk
        told[path.name] = status
    return told


def started(corpus: Path, out: Path, cache: Path, *options: str) -> "subprocess.Popen[str]":
    """Start a scan in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "beloften",
        "scan",
        str(corpus),
        "--out",
        str(out),
        "--jobs",
        "2",
        *options,
    ]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "BELOFTEN_CACHE": str(cache)},
    )


def finished(run: "subprocess.Popen[str]") -> str:
    """Wait until a scan has ended well, and return what it said.

    Raises:
        AssertionError: it failed.
    """
    _, stderr = run.communicate()
    check(run.returncode == 0, stderr)
    return stderr


def workers_of(pid: int) -> list[int]:
    """Return the processes that read documents for a scan."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text("ascii").rpartition(")")[2].split()[1])
            command = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == pid and b"spawn_main" in command:
            found.append(int(folder.name))
    return found


def is_alive(pid: int) -> bool:
    """Tell whether a process is there, and more than an entry that nobody has asked after."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def content(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file of a run."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@contextmanager
def _hunted(run: "subprocess.Popen[str]", cache: Path, chance: random.Random) -> Iterator[Counter[str]]:
    """Kill a worker of a scan each time that some twenty documents more are done, whatever it is doing."""
    ended = threading.Event()
    killed: Counter[str] = Counter()

    def hunt() -> None:
        done = 0
        while not ended.wait(chance.uniform(0.01, 0.1)):
            if cache_info(cache).results < done + 20:
                continue
            done = cache_info(cache).results
            if workers := workers_of(run.pid):
                os.kill(chance.choice(workers), signal.SIGKILL)
                killed["workers"] += 1

    hunter = threading.Thread(target=hunt)
    hunter.start()
    try:
        yield killed
    finally:
        ended.set()
        hunter.join()


def bear_poison(folder: Path, documents: int, every: int = 100) -> Counter[str]:
    """Scan documents of which one in so many is poisonous, while workers are killed; return the statuses.

    Raises:
        AssertionError: there are not as many rows as files, or one has a status that nothing explains.
    """
    corpus, out = folder / "corpus", folder / "run"
    make_corpus(corpus, documents)
    expected = poison(corpus, documents, every)
    run = started(corpus, out, folder / "cache")
    with _hunted(run, folder / "cache", random.Random(SEED)) as killed:  # noqa: S311 - chance that can be had again
        _, stderr = run.communicate()
    check(run.returncode == ExitCode.SOME_UNREADABLE, stderr)
    rows = {row.document: row.status for row in read_run(out).documenten}
    check(rows.keys() == {path.name for path in corpus.iterdir()}, "there are not as many rows as files")
    for name, status in rows.items():
        check(status in {expected.get(name, "ok"), "crashed"}, f"{name} is {status}")
    statuses = Counter(rows.values())
    check(statuses["crashed"] <= killed["workers"], f"{statuses} with {killed} killed")
    return statuses


def bear_kills(folder: Path, times: int, documents: int = 30) -> int:
    """Kill a scan at random moments, so many times, and let it go on; return how often it came to its end.

    Raises:
        AssertionError: what it leaves is neither nothing nor the whole, or a worker outlives it.
    """
    corpus, out, cache = folder / "corpus", folder / "run", folder / "cache"
    make_corpus(corpus, documents, sentences=100)
    begin = time.monotonic()
    finished(started(corpus, folder / "whole", folder / "other"))
    lasts, whole = time.monotonic() - begin, content(folder / "whole")
    chance = random.Random(SEED)  # noqa: S311 - chance that can be had again
    ends = killed = 0
    while killed < times:
        run = started(corpus, out, cache)
        try:
            run.wait(chance.uniform(0, lasts))
        except subprocess.TimeoutExpired:
            workers = workers_of(run.pid)
            run.kill()
            killed += 1
            run.communicate()
            if out.exists():
                check(content(out) == whole, "a killed scan left a run that is not whole")
            wait_until_gone(workers)
            continue
        finished(run)
        check(content(out) == whole, "a scan that went on differs from an undisturbed one")
        ends += 1
        shutil.rmtree(out)
        shutil.rmtree(cache)
    finished(started(corpus, out, cache))
    check(content(out) == whole, "a scan that went on differs from an undisturbed one")
    return ends + 1


def bear_company(folder: Path, runs: int, documents: int = 30) -> None:
    """Start scans of the same documents at once, on one cache that is not there yet.

    Raises:
        AssertionError: one of them fails, says anything, or writes other bytes.
    """
    corpus = folder / "corpus"
    make_corpus(corpus, documents)
    all_runs = [started(corpus, folder / f"{number}", folder / "cache", "--quiet") for number in range(runs)]
    told = [finished(run) for run in all_runs]
    check(set(told) == {""}, "\n".join(told))
    first = content(folder / "0")
    check(all(content(folder / f"{number}") == first for number in range(runs)), "the runs differ")


def wait_until_gone(workers: list[int], seconds: float = 30) -> None:
    """Wait until processes have ended.

    Raises:
        AssertionError: one is still there.
    """
    give_up = time.monotonic() + seconds
    while any(map(is_alive, workers)):
        check(time.monotonic() < give_up, "workers outlive the scan")
        time.sleep(0.05)


def check(holds: bool, otherwise: str) -> None:  # noqa: FBT001 - what is checked
    """Raise an error when something does not hold, whatever the options of Python."""
    if not holds:
        raise AssertionError(otherwise)


def main() -> None:
    """Do what the command line asks for, in a temporary folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=["poison", "kill", "together"])
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--runs", type=int, default=8)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        match asked.what:
            case "poison":
                statuses = bear_poison(folder, asked.documents)
                print(f"{asked.documents} documents, a row for each: {dict(statuses)}")
            case "kill":
                ends = bear_kills(folder, asked.times)
                print(f"{asked.times} times killed, {ends} times finished, each time the same bytes")
            case "together":
                bear_company(folder, asked.runs)
                print(f"{asked.runs} runs on one cache: no error, same bytes")


if __name__ == "__main__":
    main()
