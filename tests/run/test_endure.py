"""Poisonous documents, killed workers and parents, company: what tools/endure.py does, in small."""

import sys
from pathlib import Path

import pytest

from tools.endure import bear_company, bear_kills, bear_poison

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="workers are found by /proc")


def test_there_is_a_row_for_every_file_whatever_it_does(tmp_path: Path) -> None:
    statuses = bear_poison(tmp_path, documents=60, every=10)
    assert statuses.total() == 60
    assert statuses["damaged"] >= 1
    assert statuses["memory"] >= 1
    assert statuses["unsupported"] >= 1


def test_a_scan_that_is_killed_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    assert bear_kills(tmp_path, times=3, documents=10) >= 1


def test_eight_runs_share_a_cache_that_none_of_them_finds(tmp_path: Path) -> None:
    bear_company(tmp_path, runs=8, documents=10)
