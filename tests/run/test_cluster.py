"""Documents on a Dask cluster: the same results as on one machine, whatever happens to workers."""

import fcntl
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from distributed import Client

from beloften.codebook.schema import Codebook
from beloften.corpus.location import locate
from beloften.corpus.source import Source
from beloften.errors import BeloftenError, ClusterError
from beloften.run import cluster as on_cluster
from beloften.run.cluster import analyse_on_cluster
from beloften.run.edition import made_with
from beloften.run.result import DocumentResult
from beloften.run.scan import scan
from tests.cli.running import beloften
from tests.run.dask_cluster import Cluster, cluster
from tests.serving import served

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="pipes and processes as Linux has them")

VOORBEELD = Path(__file__).parents[2] / "corpora" / "voorbeeld"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler and two workers."""
    with cluster(tmp_path_factory.mktemp("dask")) as started:
        yield started


@pytest.fixture
def dask(started: Cluster) -> Cluster:
    """The same, with both workers there again when a test has killed one."""
    wait_for_workers(started, 2)
    return started


def wait_for_workers(started: Cluster, number: int) -> None:
    with Client(started.address, set_as_default=False) as client:
        client.wait_for_workers(number)


def until(condition: Callable[[], object]) -> None:
    """Wait for what must come."""
    while not condition():
        time.sleep(0.05)


def source(path: Path) -> Source:
    return Source(path, path.name, "", "", "", None, "", "", "", path.stem)


@pytest.fixture
def codebook(codebook_of: Callable[..., Codebook]) -> Codebook:
    return codebook_of(maatwerk="kind: belofte\npatterns: [op maat]")


@pytest.fixture
def sources(tmp_path: Path) -> list[Source]:
    """Twelve texts, each a sentence longer than the one before."""
    paths = [tmp_path / f"{number:02}.txt" for number in range(12)]
    for number, path in enumerate(paths, 1):
        path.write_text("\n\n".join(["Wij bieden hulp op maat."] * number))
    return [source(path) for path in paths]


class Delivered(list[DocumentResult]):
    """The results as they come; after the first one something is done."""

    def __init__(self, then: Callable[[], object] = lambda: None) -> None:
        super().__init__()
        self.then = then

    def __call__(self, result: DocumentResult) -> None:
        self.append(result)
        if len(self) == 1:
            self.then()

    def findings(self) -> dict[str, int]:
        return {
            result.source.name: len(result.findings)
            for result in sorted(self, key=lambda one: one.source.name)
        }


EXPECTED = {f"{number:02}.txt": number + 1 for number in range(12)}


def test_a_run_on_a_cluster_is_the_same_bytes_as_one_on_this_machine(dask: Cluster, tmp_path: Path) -> None:
    here, there = tmp_path / "hier", tmp_path / "daar"
    assert beloften("scan", VOORBEELD, "--no-cache", "--out", here).returncode == 0
    done = beloften("scan", VOORBEELD, "--no-cache", "--cluster", dask.address, "--out", there)
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
    assert {path.name: path.read_bytes() for path in there.iterdir()} == {
        path.name: path.read_bytes() for path in here.iterdir()
    }


def test_a_worker_that_is_killed_half_way_costs_nothing_and_is_told(
    dask: Cluster, sources: list[Source], codebook: Codebook
) -> None:
    worker, _ = dask.workers()
    delivered = Delivered(worker.kill)
    remarks = analyse_on_cluster(sources, codebook, dask.address, delivered)
    assert delivered.findings() == EXPECTED
    assert len(delivered) == 12
    assert len(remarks) == 1
    assert remarks[0].startswith("1 worker of the cluster got lost")


def test_the_processes_of_a_worker_that_is_killed_end_with_it(
    dask: Cluster, sources: list[Source], codebook: Codebook
) -> None:
    readers: list[psutil.Process] = []

    def kill() -> None:
        readers.extend(dask.readers())
        for worker in dask.workers():
            worker.kill()

    delivered = Delivered(kill)
    assert analyse_on_cluster(sources, codebook, dask.address, delivered)[0].startswith("2 workers")
    assert delivered.findings() == EXPECTED
    assert readers
    psutil.wait_procs(readers)


def test_a_document_that_is_too_much_costs_itself_alone_and_no_worker(
    dask: Cluster, sources: list[Source], codebook: Codebook
) -> None:
    delivered = Delivered()
    endless = Source(Path("/dev/zero"), "zz.txt", "", "", "", None, "", "", "", "zz")
    assert analyse_on_cluster([*sources, endless], codebook, dask.address, delivered) == ()
    assert delivered.findings() == {**EXPECTED, "zz.txt": 0}
    assert {result.source.name for result in delivered if result.status == "memory"} == {"zz.txt"}


def test_a_document_that_kills_each_worker_that_reads_it_costs_itself_alone(
    dask: Cluster, sources: list[Source], codebook: Codebook
) -> None:
    """It is behind a URL, whose server kills the worker that has started the process that asks for it."""
    with served({}) as server:

        def kill() -> None:
            port = int(server.address.rpartition(":")[2])
            for connection in psutil.net_connections("tcp4"):
                if connection.raddr and connection.raddr.port == port and connection.pid:
                    os.kill(psutil.Process(connection.pid).ppid(), signal.SIGKILL)

        server.before_answer = kill
        poison = Source(locate(f"{server.address}/gif.txt"), "zz.txt", "", "", "", None, "", "", "", "zz")
        delivered = Delivered()
        remarks = analyse_on_cluster([*sources, poison], codebook, dask.address, delivered)
    assert delivered.findings() == {**EXPECTED, "zz.txt": 0}
    assert {result.source.name for result in delivered if result.status == "crashed"} == {"zz.txt"}
    assert "workers of the cluster got lost" in remarks[0]


def test_a_document_behind_a_url_is_asked_for_by_a_worker_only(dask: Cluster, codebook: Codebook) -> None:
    with served({"/nota.txt": b"Wij bieden hulp op maat."}) as server:
        delivered = Delivered()
        path = locate(f"{server.address}/nota.txt")
        analyse_on_cluster([source(Path("/nota.txt"))], codebook, dask.address, Delivered())
        analyse_on_cluster(
            [Source(path, "nota.txt", "", "", "", None, "", "", "", "nota")],
            codebook,
            dask.address,
            delivered,
        )
        assert server.asked == ["GET /nota.txt"]
    assert delivered.findings() == {"nota.txt": 1}


def test_the_cluster_never_has_more_documents_at_hand_than_it_may(
    dask: Cluster, sources: list[Source], codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_cluster, "IN_FLIGHT", 3)
    at_hand: list[int] = []
    with Client(dask.address, set_as_default=False) as client:

        def deliver(_: DocumentResult) -> None:
            at_hand.append(client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)))

        analyse_on_cluster(sources, codebook, dask.address, deliver)
        assert len(at_hand) == 12
        assert max(at_hand) <= 3
        until(lambda: client.run_on_scheduler(lambda dask_scheduler: not dask_scheduler.tasks))


def test_an_interrupt_ends_what_is_being_read_and_leaves_the_cluster_free(
    dask: Cluster, sources: list[Source], codebook: Codebook
) -> None:
    """The document is behind a URL, whose server does not answer."""
    asked, over = threading.Event(), threading.Event()

    def hold() -> None:
        asked.set()
        over.wait()

    with served({}) as server:
        server.before_answer = hold
        command = ["scan", f"{server.address}/nota.txt", "--cluster", dask.address]
        with subprocess.Popen(
            [sys.executable, "-m", "beloften", *command], stderr=subprocess.PIPE, text=True
        ) as run:
            asked.wait()
            run.send_signal(signal.SIGINT)
            _, said = run.communicate()
        until(lambda: not dask.readers())
        over.set()
    assert run.returncode == 130
    assert "Traceback" not in said
    delivered = Delivered()
    analyse_on_cluster(sources, codebook, dask.address, delivered)
    assert delivered.findings() == EXPECTED


class TestRefused:
    """What cannot go well is told before a document is read."""

    def refusal(self, sources: list[Source], codebook: Codebook, address: str) -> str:
        with pytest.raises(ClusterError) as caught:
            analyse_on_cluster(sources, codebook, address, Delivered(lambda: pytest.fail("it was read")))
        return str(caught.value)

    def test_other_versions(
        self, dask: Cluster, sources: list[Source], codebook: Codebook, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            on_cluster, "made_with", lambda options: ("beloften 0.0.1 (abc)", *made_with(options)[1:])
        )
        said = self.refusal(sources, codebook, dask.address)
        assert "not beloften 0.0.1 (abc)" in said
        assert "Install the same version" in said

    def test_documents_that_the_workers_do_not_see(
        self, dask: Cluster, sources: list[Source], codebook: Codebook
    ) -> None:
        with sources[0].path.open("rb") as stream:
            own = fcntl.fcntl(stream, fcntl.F_DUPFD, 900)  # a file that is there for this process only
            said = self.refusal([source(Path(f"/proc/self/fd/{own}"))], codebook, dask.address)
            os.close(own)
        assert "does not see" in said
        assert "a folder that all share" in said

    @pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "127.0.0.1", "onzin://127.0.0.1:80"])
    def test_no_scheduler(self, sources: list[Source], codebook: Codebook, address: str) -> None:
        assert address in self.refusal(sources, codebook, address)

    def test_no_workers(self, sources: list[Source], codebook: Codebook, tmp_path: Path) -> None:
        with cluster(tmp_path, workers=0) as empty:
            assert "has no workers" in self.refusal(sources, codebook, empty.address)

    def test_jobs_and_standard_input(self) -> None:
        for words in (("--jobs", "2", VOORBEELD), ("-",)):
            done = beloften("scan", *words, "--cluster", "tcp://127.0.0.1:1")
            assert (done.returncode, "A cluster reads files" in done.stderr) == (2, True)

    def test_without_dask(
        self, monkeypatch: pytest.MonkeyPatch, sources: list[Source], codebook: Codebook
    ) -> None:
        monkeypatch.delitem(sys.modules, "beloften.run.cluster")
        monkeypatch.setitem(sys.modules, "distributed", None)
        with pytest.raises(BeloftenError, match=r"Install it with: .*\[cluster\]"):
            scan([sources[0].path], codebook, cluster="tcp://127.0.0.1:1")


def test_a_scheduler_that_goes_away_ends_the_run_with_what_to_do(
    sources: list[Source], codebook: Codebook, tmp_path: Path
) -> None:
    with cluster(tmp_path, workers=1) as lost:
        wait_for_workers(lost, 1)
        delivered = Delivered(lost.scheduler.kill)
        with pytest.raises(ClusterError, match="Run the same command again"):
            analyse_on_cluster(sources, codebook, lost.address, delivered)
    assert delivered
