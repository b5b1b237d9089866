"""A Dask cluster of processes on this machine, as its own commands start it."""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil


@dataclass
class Cluster:
    """The address of the scheduler, and the processes that were started; a worker is the child of its own."""

    address: str
    scheduler: psutil.Popen
    started: list[psutil.Popen]

    def workers(self) -> list[psutil.Process]:
        """The processes that run the workers, which those that were started watch over."""
        return [
            child
            for each in self.started
            for child in each.children()
            if "resource_tracker" not in str(child.cmdline())  # the other one; workers may rename themselves
        ]

    def readers(self) -> list[psutil.Process]:
        """The processes that workers have started to read documents."""
        return [child for worker in self.workers() for child in worker.children()]


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """Start a scheduler and workers of one thread each, and end them with all that they started."""
    file = folder / "scheduler.json"
    settings = {**os.environ, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}

    def start(*command: object) -> psutil.Popen:
        with (folder / "dask.log").open("ab") as log:
            return psutil.Popen(
                [sys.executable, "-m", *map(str, command), "--scheduler-file", str(file)],
                stdout=log,
                stderr=log,
                env=settings,
            )

    # any port for its pages: also without them it takes one, and warns when that is taken
    ports = ("--port", 0, "--dashboard-address", "127.0.0.1:0")
    scheduler = start("distributed.cli.dask_scheduler", "--host", "127.0.0.1", *ports)
    worker = ("distributed.cli.dask_worker", "--host", "127.0.0.1", "--nthreads", 1, "--no-dashboard")
    started = [start(*worker, "--local-directory", folder / str(number)) for number in range(workers)]
    processes = [scheduler, *started]
    try:
        yield Cluster(_address(file, scheduler), scheduler, started)
    finally:
        family = [each for process in processes for each in (*_below(process), process)]
        for each in family:
            try:
                each.kill()
            except psutil.NoSuchProcess:
                continue
        for process in processes:
            process.wait()


def _below(process: psutil.Popen) -> list[psutil.Process]:
    try:
        return list(process.children(recursive=True))
    except psutil.NoSuchProcess:
        return []


def _address(file: Path, scheduler: psutil.Popen) -> str:
    """Wait until the scheduler has written where it is."""
    while scheduler.poll() is None:
        try:
            return str(json.loads(file.read_text())["address"])
        except (OSError, ValueError):
            time.sleep(0.05)
    raise RuntimeError("the scheduler did not start")
