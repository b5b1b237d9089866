"""What a scan needs is tried, and what is at fault is told with what to do."""

import sys
from pathlib import Path

import pytest

from beloften.errors import ExitCode
from beloften.run import examine
from beloften.run.cache_file import FOLDER_VARIABLE
from beloften.run.examine import Check, examine_installation
from tests.installation.metadata import install_metadata


def named(checks: tuple[Check, ...], name: str) -> Check:
    (check,) = (check for check in checks if check.name == name)
    return check


def test_where_a_scan_works_all_that_it_needs_is_well() -> None:
    found = examine_installation()
    assert found.exit_code is ExitCode.DONE
    assert [(check.name, check.is_well, check.step) for check in found.needed] == [
        ("libraries", True, ""),
        ("rules", True, ""),
        ("scan", True, ""),
    ]
    assert "PDFium" in named(found.needed, "scan").told
    assert found.program[1].told.endswith(sys.executable)


def test_rules_that_do_not_load_end_with_the_code_of_invalid_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "codebook.yaml").write_text("name: kapot\nversion: [\n")
    monkeypatch.setattr("beloften.codebook.load.shipped_rules", lambda: tmp_path)
    found = examine_installation()
    rules = named(found.needed, "rules")
    assert found.exit_code is ExitCode.INVALID_RULES
    assert "codebook.yaml" in rules.told
    assert "install" in rules.step
    assert not named(found.needed, "scan").is_well


def test_rules_that_find_nothing_are_told_by_the_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examine, "_LINES", ("De zon schijnt in de straat en het is warm.",) * 3)
    found = examine_installation()
    assert found.exit_code is ExitCode.NONE_READABLE
    assert named(found.needed, "scan").told.endswith("and the belofte in it not found")


def test_a_document_that_cannot_be_read_is_told_with_its_status(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examine, "_pdf", lambda _: b"%PDF-1.4 en niets meer")
    found = examine_installation()
    assert found.exit_code is ExitCode.NONE_READABLE
    assert named(found.needed, "scan").told.startswith("a PDF made for it is damaged: ")


def test_a_library_that_is_missing_or_too_old_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    install_metadata(tmp_path, "beloften", "9.0", ["nergens", "typer>=900"])
    found = examine_installation()
    libraries = named(found.needed, "libraries")
    assert found.exit_code is ExitCode.NONE_READABLE
    assert libraries.told.startswith("not as they should be: nergens is missing; typer ")
    assert libraries.told.endswith(", wanted >=900")


def test_an_extra_that_is_missing_has_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    install_metadata(tmp_path, "beloften", "9.0", ["rekenblad; extra == 'xlsx'"])
    found = examine_installation()
    assert found.exit_code is ExitCode.DONE
    assert named(found.extras, "xlsx").step.endswith("install 'beloften[xlsx]'")
    assert named(found.extras, "html").told.endswith("the installation is older than this")


def test_a_cache_that_cannot_be_used_is_told_and_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bestand").touch()
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "bestand"))
    found = examine_installation()
    assert found.exit_code is ExitCode.DONE
    assert not named(found.computer, "cache").is_well
    assert FOLDER_VARIABLE in named(found.computer, "cache").step


@pytest.mark.parametrize(
    ("platform", "command"),
    [("linux", "apt install tesseract-ocr "), ("darwin", "brew install "), ("win32", "choco install ")],
)
def test_a_tesseract_that_is_missing_is_no_fault_and_has_the_command_of_the_system(
    platform: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("beloften.installation.programs.sys.platform", platform)
    tesseract = examine._tesseract()  # noqa: SLF001 - the rest does not run under another platform's name
    assert not tesseract.is_well
    assert command in tesseract.step
