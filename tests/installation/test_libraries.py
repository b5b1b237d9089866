"""Which libraries are needed is read from the metadata of the package, and held against what is installed."""

from importlib.metadata import metadata
from pathlib import Path

import pytest

from beloften.installation.extras import Extra
from beloften.installation.libraries import Library, has_extra, libraries_of
from tests.installation.metadata import install_metadata


def test_every_extra_of_the_package_has_a_purpose_and_no_other_has() -> None:
    assert {*Extra, "all"} == set(metadata("beloften").get_all("Provides-Extra") or ())
    assert all(extra.purpose for extra in Extra)


def test_what_the_program_cannot_do_without_is_installed_where_tests_run() -> None:
    libraries = libraries_of(None)
    assert {"typer", "spacy", "pypdfium2"} <= {library.name for library in libraries}
    assert all(library.is_right and library.version for library in libraries)
    assert "openpyxl" not in {library.name for library in libraries}


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def test_an_extra_is_there_when_its_library_is_in_a_version_that_will_do(packages: Path) -> None:
    install_metadata(packages, "beloften", "9.0", ["voorwerk", "rekenblad>=3.1; extra == 'xlsx'"])
    assert libraries_of(Extra.XLSX) == (Library("rekenblad", ">=3.1", "", is_right=False),)
    assert not has_extra(Extra.XLSX)
    install_metadata(packages, "rekenblad", "3.0")
    assert libraries_of(Extra.XLSX) == (Library("rekenblad", ">=3.1", "3.0", is_right=False),)


def test_a_newer_version_will_do_also_when_it_is_not_final(packages: Path) -> None:
    install_metadata(packages, "beloften", "9.0", ["rekenblad>=3.1; extra == 'xlsx'"])
    install_metadata(packages, "rekenblad", "4.0rc1")
    assert has_extra(Extra.XLSX)


def test_the_extras_of_a_library_count(packages: Path) -> None:
    install_metadata(packages, "beloften", "9.0", ["verweg[web]; extra == 'remote'"])
    install_metadata(packages, "verweg", "1.0", ["webwerk>=2; extra == 'web'"])
    assert libraries_of(Extra.REMOTE) == (Library("verweg", "", "1.0", is_right=False),)
    install_metadata(packages, "webwerk", "2.0")
    assert has_extra(Extra.REMOTE)


def test_an_extra_that_the_installed_metadata_does_not_know_is_not_there(packages: Path) -> None:
    """As where the program runs from a folder that has moved on since it was installed."""
    install_metadata(packages, "beloften", "9.0")
    assert libraries_of(Extra.CLUSTER) == ()
    assert not has_extra(Extra.CLUSTER)


def test_what_other_systems_need_is_left_out(packages: Path) -> None:
    needs = ["elders; sys_platform == 'nergens'", "overal; sys_platform != 'nergens'"]
    install_metadata(packages, "beloften", "9.0", needs)
    assert [library.name for library in libraries_of(None)] == ["overal"]
