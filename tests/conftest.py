"""What tests of several rooms need."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import beloften
from beloften.codebook.load import load_codebook
from beloften.codebook.schema import Codebook
from beloften.run.cache_file import FOLDER_VARIABLE

settings.register_profile("beloften", deadline=None)  # time decides no test
settings.load_profile("beloften")

# for `make mutants`: the same examples for each mutant, and no time that decides
settings.register_profile(
    "mutants", derandomize=True, deadline=None, max_examples=30, suppress_health_check=list(HealthCheck)
)

HEAD = """
name: proef
version: 1.0.0
words:
  inwoner: [inwoner*, burger*, eigen bewoners]
"""
FILLED_IN = {
    "label": "{nl: Naam, en: Name}",
    "definition": "What it is.",
    "source": "[{author: Iemand, year: 2018, title: Een boek}]",
    "examples": "{match: [], no-match: []}",
}


def pytest_report_header() -> str:
    """Say what is tested: the sources, or what is installed."""
    return f"beloften: {Path(beloften.__file__).parent}"


@pytest.fixture(autouse=True, scope="session")
def warnings_in_processes() -> None:
    """Make warnings errors in processes that tests start, and those that these start, as they are here."""
    os.environ["PYTHONWARNINGS"] = "error"


@pytest.fixture(autouse=True, scope="session")
def cache_of_tests(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the user's own cache out of the tests, and the tests out of it."""
    os.environ[FOLDER_VARIABLE] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def rules_folder(tmp_path: Path) -> Callable[..., Path]:
    """Write a rules folder: `rules_folder(maatwerk="kind: belofte\\npatterns: [op maat]")`.

    What a rule does not say itself (label, definition, source, examples) is filled in.
    """

    def write(head: str = HEAD, **rules: str) -> Path:
        folder = tmp_path / "rules"
        folder.mkdir(exist_ok=True)
        (folder / "codebook.yaml").write_text(head, "utf-8")
        for name, text in rules.items():
            code = name.replace("_", "-")
            said = {line.split(":")[0] for line in text.splitlines()}
            filled = "".join(f"{key}: {value}\n" for key, value in FILLED_IN.items() if key not in said)
            (folder / f"{code}.yaml").write_text(f"code: {code}\n{text}\n{filled}", "utf-8")
        return folder

    return write


@pytest.fixture
def codebook_of(rules_folder: Callable[..., Path]) -> Callable[..., Codebook]:
    """Load a codebook of a few rules that a test writes itself."""
    return lambda **rules: load_codebook(rules_folder(**rules))
