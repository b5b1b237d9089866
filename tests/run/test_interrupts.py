"""A scan that is stopped ends its workers, keeps what is done, and says how to go on."""

import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from beloften.run.cache_file import cache_info
from tools.endure import content, finished, make_corpus, started, wait_until_gone, workers_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="workers are found by /proc")

DOCUMENTS = 14


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    make_corpus(tmp_path / "corpus", DOCUMENTS, sentences=400)
    return tmp_path / "corpus"


@pytest.fixture
def under_way(corpus: Path, tmp_path: Path) -> "subprocess.Popen[str]":
    """A scan that has read some of its documents."""
    run = started(corpus, tmp_path / "run", tmp_path / "cache")
    wait_until(lambda: cache_info(tmp_path / "cache").results >= 3)
    return run


def wait_until(condition: Callable[[], bool], seconds: float = 120) -> None:
    give_up = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < give_up
        time.sleep(0.02)


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_scan_ends_its_workers_keeps_what_is_done_and_says_so(
    under_way: "subprocess.Popen[str]", corpus: Path, tmp_path: Path, sent: signal.Signals, code: int
) -> None:
    workers = workers_of(under_way.pid)
    under_way.send_signal(sent)
    stdout, stderr = under_way.communicate(timeout=60)
    assert under_way.returncode == code
    assert stdout == ""
    (line,) = stderr.splitlines()
    said = re.fullmatch(
        r"beloften: stopped at (\d+) of 14 documents; the same command goes on from there.", line
    )
    assert said
    wait_until_gone(workers)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "corpus"]
    assert cache_info(tmp_path / "cache").results >= int(said[1]) >= 3

    finished(started(corpus, tmp_path / "run", tmp_path / "cache"))
    finished(started(corpus, tmp_path / "whole", tmp_path / "cache", "--no-cache"))
    assert content(tmp_path / "run") == content(tmp_path / "whole")


def test_a_ctrl_c_at_a_terminal_prints_no_traceback_of_a_worker(tmp_path: Path) -> None:
    """It goes to all processes of the terminal, also to workers that are still starting."""
    corpus = tmp_path / "corpus"
    make_corpus(corpus, 10 * DOCUMENTS, sentences=400)  # so many that no machine is done before it is stopped
    for wait in (0.2, 0.6, 1.2):
        run = subprocess.Popen(
            [sys.executable, "-m", "beloften", "scan", str(corpus), "--jobs", "2", "--no-cache"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        wait_until(lambda pid=run.pid: bool(workers_of(pid)))  # type: ignore[misc]
        time.sleep(wait)
        os.killpg(run.pid, signal.SIGINT)
        _, stderr = run.communicate(timeout=60)
        assert run.returncode == 130
        assert re.fullmatch(r"beloften: stopped at .*\n", stderr)


def test_workers_end_when_the_scan_is_killed_also_one_that_is_stopped(
    under_way: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    workers = workers_of(under_way.pid)
    assert len(workers) == 2
    os.kill(workers[0], signal.SIGSTOP)
    under_way.kill()
    under_way.communicate()
    wait_until_gone(workers)
    assert not (tmp_path / "run").exists()


def test_a_pipe_that_is_closed_ends_the_scan_quietly(corpus: Path, tmp_path: Path) -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "beloften", "scan", str(corpus), "--format", "csv", "--by", "document", "-q"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "BELOFTEN_CACHE": str(tmp_path / "cache")},
    )
    assert run.stdout
    assert run.stdout.readline().startswith("group,")
    run.stdout.close()
    assert run.stderr
    assert run.stderr.read() == ""
    run.stderr.close()
    run.wait()


def test_a_full_disk_leaves_the_earlier_run_as_it_was(corpus: Path, tmp_path: Path) -> None:
    """No file may become larger than 100 kB, as on a disk with no room."""
    finished(started(corpus, tmp_path / "run", tmp_path / "cache"))
    before = content(tmp_path / "run")
    (corpus / "nieuw.txt").write_text("Nieuw is hulp op maat.")
    done = subprocess.run(
        [sys.executable, "-m", "beloften", "scan", str(corpus), "--out", str(tmp_path / "run"), "--no-cache"],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
    )
    assert done.returncode == 2
    assert "cannot be written: File too large." in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert content(tmp_path / "run") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "corpus", "run"]
