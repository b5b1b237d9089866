"""Many documents side by side: one that cannot be read costs itself alone."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from beloften.codebook.schema import Codebook
from beloften.corpus.source import Source
from beloften.errors import WorkerError
from beloften.run.pool import analyse_all
from beloften.run.result import DocumentResult

SENTENCE = "Wij bieden hulp op maat."


def source(path: Path, name: str = "") -> Source:
    return Source(path, name or path.name, "", "", "", None, "", "", "", path.stem)


@pytest.fixture
def codebook(codebook_of: Callable[..., Codebook]) -> Codebook:
    return codebook_of(maatwerk="kind: belofte\npatterns: [op maat]")


@pytest.fixture
def sources(tmp_path: Path) -> list[Source]:
    """Five texts, each a sentence longer than the one before."""
    paths = [tmp_path / f"{number}.txt" for number in range(5)]
    for number, path in enumerate(paths, 1):
        path.write_text("\n\n".join([SENTENCE] * number))
    return [source(path) for path in paths]


def run(sources: list[Source], codebook: Codebook, jobs: int = 1) -> list[DocumentResult]:
    results: dict[Source, DocumentResult] = {}
    analyse_all(sources, codebook, jobs, lambda result: results.update({result.source: result}))
    return [results[one] for one in sources]


def test_each_document_has_its_result_whatever_is_read_first(
    sources: list[Source], codebook: Codebook
) -> None:
    assert [len(result.findings) for result in run(sources, codebook)] == [1, 2, 3, 4, 5]
    assert [len(result.findings) for result in run(sources[::-1], codebook)] == [5, 4, 3, 2, 1]


def test_the_number_of_workers_changes_nothing(sources: list[Source], codebook: Codebook) -> None:
    assert run(sources, codebook, jobs=1) == run(sources, codebook, jobs=3)


def test_each_result_is_delivered_once(sources: list[Source], codebook: Codebook) -> None:
    delivered: list[str] = []
    analyse_all(sources, codebook, 2, lambda result: delivered.append(result.source.name))
    assert sorted(delivered) == [source.name for source in sources]


def test_a_file_that_is_gone_is_reported(sources: list[Source], codebook: Codebook) -> None:
    sources[2].path.unlink()
    results = run(sources, codebook)
    assert [result.status for result in results] == ["ok", "ok", "damaged", "ok", "ok"]
    assert "No such file" in results[2].remark


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on memory and no /dev/zero")
def test_a_file_without_end_costs_itself_alone(sources: list[Source], codebook: Codebook) -> None:
    results = run([*sources, source(Path("/dev/zero"), "zonder-einde.txt")], codebook)
    assert [result.status for result in results] == ["ok"] * 5 + ["memory"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither named pipes nor these signals")
@pytest.mark.parametrize(
    ("sent", "times", "status", "said"),
    [("SIGKILL", 2, "crashed", "ended with code -9"), ("SIGXCPU", 1, "timeout", "of processor time")],
)
def test_a_worker_that_is_ended_costs_its_document_alone(
    sources: list[Source],
    codebook: Codebook,
    tmp_path: Path,
    sent: str,
    times: int,
    status: str,
    said: str,
) -> None:
    """The last document is a pipe that holds its reader until the reader is ended.

    A worker that read others before is not believed when it dies: another one reads the document again.
    """
    pipe = tmp_path / "pijp.txt"
    os.mkfifo(pipe)

    def end_the_reader() -> None:
        for _ in range(times):
            with pipe.open("wb"):  # waits until a worker reads
                for child in multiprocessing.active_children():
                    os.kill(child.pid or 0, getattr(signal, sent))
                    child.join()

    killer = threading.Thread(target=end_the_reader, daemon=True)
    killer.start()
    results = run([*sources, source(pipe)], codebook)
    killer.join(60)
    assert not killer.is_alive(), "it was read fewer times"
    assert [result.status for result in results] == ["ok"] * 5 + [status]
    assert said in results[-1].remark


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these signals")
@pytest.mark.parametrize("moment", [0.0, 0.05, 0.3])
def test_a_worker_that_is_killed_before_it_reads_costs_no_document(
    sources: list[Source], codebook: Codebook, moment: float
) -> None:
    def kill_one() -> None:
        while not multiprocessing.active_children():
            time.sleep(0.001)
        time.sleep(moment)
        for child in multiprocessing.active_children()[:1]:  # all may be done by now
            os.kill(child.pid or 0, signal.SIGKILL)

    killer = threading.Thread(target=kill_one)
    killer.start()
    results = run(sources, codebook)
    killer.join()
    assert [result.status for result in results].count("ok") >= 4


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these signals")
def test_a_worker_that_is_stopped_costs_its_document_alone(
    sources: list[Source], codebook: Codebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last document is a pipe that holds its reader until the reader is stopped."""
    monkeypatch.setattr("beloften.run.pool.WALL_SECONDS", 6)
    pipe = tmp_path / "pijp.txt"
    os.mkfifo(pipe)

    def stop_the_reader() -> None:
        with pipe.open("wb"):  # waits until a worker reads
            for child in multiprocessing.active_children():
                os.kill(child.pid or 0, signal.SIGSTOP)

    stopper = threading.Thread(target=stop_the_reader)
    stopper.start()
    results = run([*sources, source(pipe)], codebook)
    stopper.join()
    assert [result.status for result in results] == ["ok"] * 5 + ["timeout"]
    assert "more than 6 seconds" in results[-1].remark
    assert not multiprocessing.active_children()


def test_workers_that_cannot_start_are_an_error_and_no_results(
    sources: list[Source], codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("beloften.run.pool.START_SECONDS", 0)
    with pytest.raises(WorkerError, match="before they could read anything"):
        run(sources, codebook)
    assert not multiprocessing.active_children()


def test_a_worker_tells_why_it_cannot_start(sources: list[Source], codebook: Codebook) -> None:
    broken = replace(codebook, concepts=(None,))  # type: ignore[arg-type]  # what no worker can compile
    with pytest.raises(WorkerError, match="No worker can start: AttributeError"):
        run(sources, broken)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")
def test_memory_that_earlier_documents_took_is_none_of_a_later_ones_loss(
    sources: list[Source], codebook: Codebook, tmp_path: Path
) -> None:
    """A document for which memory does not suffice is read once more by a worker that has read nothing."""
    endless = [tmp_path / f"{name}.txt" for name in ("een", "twee")]
    for path in endless:
        path.touch()
        os.truncate(path, 3 * 1024**3)
    results = run([*map(source, endless), *sources], codebook)
    assert [result.status for result in results] == ["memory"] * 2 + ["ok"] * 5


def test_a_script_needs_no_guard_and_runs_once(tmp_path: Path) -> None:
    (tmp_path / "nota.txt").write_text(SENTENCE)
    script = tmp_path / "script.py"
    script.write_text(
        "import sys\nfrom pathlib import Path\nimport beloften\nprint('once')\n"
        f"paths = [Path({str(tmp_path / 'nota.txt')!r})]\n"
        "found = beloften.scan(paths, beloften.load_codebook(), cached=False)\n"
        "print(found.results[0].status)\n"
        "parsers = {'spacy', 'pypdfium2', 'pdfplumber', 'pdfminer', 'selectolax', 'lxml', 'ahocorasick_rs'}\n"
        "print(parsers & set(sys.modules))\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["once", "ok", "set()"]


def test_no_documents_give_no_results(codebook: Codebook) -> None:
    assert run([], codebook) == []
