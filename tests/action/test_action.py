"""The scripts of the GitHub Action and the hooks for pre-commit, run as they are."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.action.acting import ACTION, BASH, CHECK, ROOT, step

VOORBEELD = ROOT / "corpora" / "voorbeeld"
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

pytestmark = pytest.mark.skipif(not BASH, reason="the steps are scripts for bash")


@pytest.fixture(scope="module")
def stukken(tmp_path_factory: pytest.TempPathFactory, programs: Path) -> Path:
    """Two nota's, in folders with names that a script can trip over, and a run of both."""
    folder = tmp_path_factory.mktemp("werk") / "stukken van de raad"
    for name, gemeente in (("elzervoort-2014b", "Almere"), ("hollerdam-2013", "'s-Gravenhage")):
        (folder / gemeente).mkdir(parents=True)
        shutil.copy(VOORBEELD / f"{name}.pdf", folder / gemeente / f"{gemeente} 2014.pdf")
    done = step(CHECK, programs, folder.parent, paths=folder, out="eerder")
    assert done.returncode == 0, done.stderr
    return folder


def test_every_input_reaches_the_scripts() -> None:
    said = yaml.safe_dump(ACTION["runs"])
    assert {name for name in ACTION["inputs"] if f"inputs.{name} " not in said} == set()
    assert all(given["description"] for given in ACTION["inputs"].values())


def test_the_check_writes_a_summary_and_passes_without_drift(programs: Path, stukken: Path) -> None:
    werk = stukken.parent
    (werk / "summary.md").unlink()
    done = step(CHECK, programs, werk, paths=stukken, baseline="eerder", check="true", junit="junit.xml")
    assert (done.returncode, done.stdout) == (0, "No drift.\n")
    summary = (werk / "summary.md").read_text("utf-8")
    assert summary.startswith("## No drift.\n")
    assert "| 4 Maatwerk | Rechtsgelijkheid |" in summary
    assert "'s-Gravenhage 2014.pdf" in (werk / "junit.xml").read_text("utf-8")


def test_the_check_fails_with_annotations_when_a_document_is_gone_or_a_condition_is_met(
    programs: Path, stukken: Path, tmp_path: Path
) -> None:
    other = shutil.copytree(stukken, tmp_path / "stukken")
    shutil.rmtree(other / "Almere")
    conditions = "woorden < 10\nwoorden[*] > 10 and not ongelezen > 0\n"
    done = step(
        CHECK, programs, tmp_path, paths=other, baseline=stukken.parent / "eerder", check="true",
        fail_on=conditions,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Cause: corpus." in done.stdout
    annotations = [line for line in done.stderr.splitlines() if line.startswith("::error")]
    assert len(annotations) == 2
    assert annotations[0].startswith("::error::the condition 'woorden[*] > 10 and not ongelezen > 0' is met")
    assert annotations[1].startswith("::error::Almere/Almere 2014.pdf: was removed. Drift: ")
    assert "## Conditions that are met" in (tmp_path / "summary.md").read_text("utf-8")


def test_a_matrix_over_gemeenten_is_joined_and_checked(programs: Path, stukken: Path, tmp_path: Path) -> None:
    for number, gemeente in enumerate(("Almere", "'s-Gravenhage")):
        done = step(CHECK, programs, tmp_path, paths=stukken, only=gemeente, out=f"deel {number}")
        assert done.returncode == 0, done.stderr
    eerder = stukken.parent / "eerder"
    done = step(CHECK, programs, tmp_path, runs="deel 0\ndeel 1", out="heel", baseline=eerder, check="true")
    assert (done.returncode, done.stdout) == (0, "No drift.\n")
    for path in eerder.iterdir():
        assert path.read_bytes() == (tmp_path / "heel" / path.name).read_bytes()


def test_a_document_that_cannot_be_read_stops_no_check(programs: Path, tmp_path: Path) -> None:
    stukken = tmp_path / "stukken" / "Almere"
    stukken.mkdir(parents=True)
    shutil.copy(VOORBEELD / "hollerdam-2013.pdf", stukken)
    (stukken / "kapot.pdf").write_bytes(b"%PDF-1.7\n")
    assert step(CHECK, programs, tmp_path, paths=stukken, out="deel").returncode == 4
    done = step(CHECK, programs, tmp_path, runs="deel", out="heel", fail_on="woorden > 1", junit="j.xml")
    assert done.returncode == 1
    assert "the condition 'woorden > 1' is met" in done.stderr
    assert "kapot.pdf" in (tmp_path / "j.xml").read_text("utf-8")
    assert step(CHECK, programs, tmp_path, runs="deel", out="heel", fail_on="woorden < 1").returncode == 4


def test_a_join_that_fails_ends_the_step(programs: Path, tmp_path: Path) -> None:
    assert step(CHECK, programs, tmp_path, runs="nergens", out="heel").returncode == 2


@pytest.mark.parametrize("given", ["True", "yes", "1"])
def test_a_check_that_is_neither_on_nor_off_is_refused(programs: Path, stukken: Path, given: str) -> None:
    done = step(CHECK, programs, stukken.parent, paths=stukken, baseline="eerder", check=given)
    assert done.returncode == 2
    assert "write true or false" in done.stderr


@pytest.mark.parametrize(
    ("hook", "arguments"), [("beloften-rules", ["--rules", "rules"]), ("beloften-check", [])]
)
def test_a_hook_runs_as_pre_commit_runs_it(
    hook: str, arguments: list[str], programs: Path, stukken: Path, tmp_path: Path
) -> None:
    """pre-commit puts the user's arguments behind the entry, and runs it at the top of the repository."""
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    shutil.copytree(stukken, tmp_path / "stukken")
    shutil.copytree(stukken.parent / "eerder", tmp_path / "stukken" / "baseline")
    entry = next(shlex.split(one["entry"]) for one in HOOKS if one["id"] == hook)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [shutil.which(entry[0], path=path) or entry[0], *entry[1:], *(arguments or ["stukken"])],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PATH": path},
    )
    assert done.returncode == 0, done.stdout + done.stderr
