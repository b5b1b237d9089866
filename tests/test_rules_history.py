"""The rules do not change without their version saying so: their change is one of the measurement."""

import json
import re
from pathlib import Path

import pytest

from beloften.codebook.load import load_codebook

ROOT = Path(__file__).parents[1]
HISTORY = (ROOT / "rules" / "CHANGELOG.md").read_text("utf-8")
VERSIONS = re.findall(
    r"^## (\d+)\.(\d+)\.(\d+) \((\d{4}-\d\d-\d\d|unreleased|never released)\)\n\n`([0-9a-f]{64})`$",
    HISTORY,
    re.MULTILINE,
)
HASHES = {f"{major}.{minor}.{patch}": sha256 for major, minor, patch, _, sha256 in VERSIONS}


def test_the_rules_are_those_of_the_version_on_top() -> None:
    """Where this fails a rule was changed: docs/maintaining/add-a-rule.md says what to do.

    When the version on top is unreleased, and nothing was measured with it, its hash is written anew. Else
    the version in rules/codebook.yaml is raised, and gets a section on top.
    """
    codebook = load_codebook()
    assert (codebook.version, codebook.sha256) == next(iter(HASHES.items()))


def test_every_version_has_its_hash_and_the_latest_comes_first() -> None:
    assert len(VERSIONS) == HISTORY.count("\n## ")
    assert len(set(HASHES.values())) == len(VERSIONS)
    numbers = [tuple(map(int, version[:3])) for version in VERSIONS]
    assert numbers == sorted(numbers, reverse=True)
    assert all(date != "unreleased" for _, _, _, date, _ in VERSIONS[1:])


@pytest.mark.parametrize("results", ["docs/measured/validation.json", "corpora/voorbeeld/baseline/run.json"])
def test_results_in_this_repository_are_of_a_version_with_just_these_rules(results: str) -> None:
    codebook = json.loads((ROOT / results).read_text("utf-8"))["codebook"]
    assert codebook["sha256"] == HASHES[codebook["version"]]


def test_a_released_program_has_released_rules() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    latest = re.search(r"^## \S+ \((.+)\)$", changelog, re.MULTILINE)
    assert latest
    assert latest[1] == "unreleased" or VERSIONS[0][3] != "unreleased"
