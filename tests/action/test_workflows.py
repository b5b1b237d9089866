"""The workflows that documents show and that `beloften init` makes are ones that GitHub can run."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from beloften.corpus.earlier_run import is_run
from beloften.project.start import WORKFLOW, start_project
from tests.action.acting import ACTION, BASH, CHECK, ROOT, step

VOORBEELD = ROOT / "corpora" / "voorbeeld"
SHOWN = re.findall(r"```yaml\n(jobs:.*?)```", (ROOT / "docs" / "ci.md").read_text("utf-8"), re.DOTALL)


def uses_of_the_action(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    """The steps of all jobs that use the action."""
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert all(job["runs-on"] == "ubuntu-latest" for job in workflow["jobs"].values())
    return [step for step in steps if re.fullmatch(r"OWNER/beloften@v\d+", step["uses"])]


def started(folder: Path, lang: str) -> dict[Any, Any]:
    start_project(folder, lang)
    found: dict[Any, Any] = yaml.safe_load((folder / WORKFLOW).read_text("utf-8"))
    return found


@pytest.mark.parametrize("text", SHOWN)
def test_a_workflow_that_is_shown_has_only_inputs_that_there_are(text: str) -> None:
    uses = uses_of_the_action(yaml.safe_load(text))
    assert uses
    assert all(set(use["with"]) <= set(ACTION["inputs"]) for use in uses)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_workflow_of_a_project_runs_on_changes_and_has_only_inputs_that_there_are(
    tmp_path: Path, lang: str
) -> None:
    workflow = started(tmp_path, lang)
    assert workflow[True] == ["push", "pull_request"]  # YAML 1.1 reads the key "on" as a truth value
    (use,) = uses_of_the_action(workflow)
    assert set(use["with"]) <= set(ACTION["inputs"])
    commented = (tmp_path / WORKFLOW).read_text("utf-8").replace("          # ", "          ")
    (use,) = uses_of_the_action(yaml.safe_load(commented))
    assert {"rules", "fail-on"} <= set(use["with"]) <= set(ACTION["inputs"])


@pytest.mark.skipif(not BASH, reason="the steps are scripts for bash")
def test_the_workflow_of_a_project_checks_against_a_baseline_as_soon_as_there_is_one(
    programs: Path, tmp_path: Path
) -> None:
    project = tmp_path / "Goes"
    project.mkdir()
    shutil.copy(VOORBEELD / "hollerdam-2013.pdf", project)
    (use,) = uses_of_the_action(started(project, "nl"))
    given = use["with"]
    assert given.pop("check") == "${{ hashFiles('baseline/run.json') != '' }}"
    first = step(CHECK, programs, project, **given, check="false")
    assert first.returncode == 0, first.stderr
    assert "Beloften van nabijheid" in first.stdout
    shutil.rmtree(project / "resultaten")
    made = step(CHECK, programs, project, paths=".", out="baseline")
    assert made.returncode == 0
    assert is_run(project / "baseline")
    again = step(CHECK, programs, project, **given, check="true")
    assert (again.returncode, again.stdout) == (0, "No drift.\n")
