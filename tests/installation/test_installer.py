"""The commands that install more do it in the way that the program was installed."""

import platform
import shlex
import sys
from pathlib import Path

import pytest

from beloften.installation import installer
from beloften.installation.extras import Extra
from beloften.installation.installer import install_command, install_step, reinstall_command
from tests.installation.metadata import install_metadata

NEEDS = ["rekenblad; extra == 'xlsx'", "webblad; extra == 'html'"]


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment of Python, whose packages are found before all others."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "python"))
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    monkeypatch.syspath_prepend(tmp_path / "lib")
    return tmp_path


def test_pip_of_the_same_environment_is_named_by_its_python(environment: Path) -> None:
    install_metadata(environment / "lib", "beloften", "9.0")
    command = install_command(Extra.XLSX)
    assert command == f"{environment}/bin/python -m pip install 'beloften[xlsx]'"
    assert install_step(Extra.XLSX) == f"Install it with: {command}"
    assert reinstall_command() == f"{environment}/bin/python -m pip install --force-reinstall beloften"


def test_pip_goes_without_a_path_when_it_is_the_first_on_the_users(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_metadata(environment / "lib", "beloften", "9.0")
    pip = environment / "bin" / "pip"
    pip.parent.mkdir()
    pip.write_text("#!/bin/sh\n")
    pip.chmod(0o755)
    monkeypatch.setenv("PATH", str(pip.parent))
    assert install_command(Extra.XLSX) == "pip install 'beloften[xlsx]'"


def test_an_environment_without_pip_is_one_of_uv(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_metadata(environment / "lib", "beloften", "9.0")
    monkeypatch.setattr(installer, "find_spec", lambda _: None)
    python = environment / "bin" / "python"
    assert install_command(Extra.XLSX) == f"uv pip install --python {python} 'beloften[xlsx]'"


@pytest.mark.parametrize(
    ("mark", "begins"),
    [
        ("pipx_metadata.json", "pipx install --force "),
        ("uv-receipt.toml", "uv tool install --force "),
    ],
)
def test_pipx_and_uv_keep_the_extras_that_are_there(environment: Path, mark: str, begins: str) -> None:
    """They make the environment of a program anew."""
    (environment / mark).touch()
    install_metadata(environment / "lib", "beloften", "9.0", NEEDS)
    install_metadata(environment / "lib", "webblad", "1.0")
    assert install_command(Extra.XLSX) == f"{begins}'beloften[html,xlsx]'"
    assert reinstall_command() == f"{begins}'beloften[html]'"


@pytest.mark.parametrize(
    ("origin", "source"),
    [
        (
            {"url": "file:///home/an/een%20map", "dir_info": {"editable": True}},
            ["--editable", "/home/an/een map[ocr]"],
        ),
        ({"url": "file:///home/an/map", "dir_info": {}}, ["beloften[ocr] @ file:///home/an/map"]),
        (
            {"url": "https://example.org/b.git", "vcs_info": {"vcs": "git", "commit_id": "0a1b"}},
            ["beloften[ocr] @ git+https://example.org/b.git@0a1b"],
        ),
        (
            {
                "url": "https://example.org/b.git",
                "vcs_info": {"vcs": "git", "requested_revision": "v1", "commit_id": "0a1b"},
            },
            ["beloften[ocr] @ git+https://example.org/b.git@v1"],
        ),
        (
            {"url": "https://example.org/b-1.whl", "archive_info": {}},
            ["beloften[ocr] @ https://example.org/b-1.whl"],
        ),
    ],
)
def test_it_is_installed_from_where_it_came_from(
    environment: Path, origin: dict[str, object], source: list[str]
) -> None:
    install_metadata(environment / "lib", "beloften", "9.0", origin=origin)
    words = shlex.split(install_command(Extra.OCR))
    assert words == [str(environment / "bin" / "python"), "-m", "pip", "install", *source]


def test_windows_has_double_quotes(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_metadata(environment / "lib", "beloften", "9.0")
    monkeypatch.setattr(platform, "system", lambda: "Windows")
    monkeypatch.setattr(sys, "executable", r"C:\Program Files\Python\python.exe")
    assert install_command(Extra.OCR) == (
        r'"C:\Program Files\Python\python.exe" -m pip install "beloften[ocr]"'
    )
