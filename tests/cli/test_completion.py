"""What the shell proposes on Tab."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from beloften.corpus.gemeenten import find_gemeente
from tests.cli.completing import proposed
from tests.cli.running import beloften


def test_commands_and_those_of_a_group_are_proposed() -> None:
    assert proposed("beloften s") == ["scan", "show", "sample"]
    assert proposed("beloften rules s") == ["show", "schema", "stats", "suggest"]
    assert proposed("beloften scan --fo") == ["--format"]


@pytest.mark.parametrize(
    ("shell", "said"),
    [
        ("bash", ["maatwerk"]),
        ("zsh", ["""_arguments '*: :(("maatwerk":"Maatwerk"))'"""]),
        ("fish", ["maatwerk\tMaatwerk"]),
    ],
)
def test_codes_are_proposed_in_every_shell(shell: str, said: list[str]) -> None:
    assert proposed("beloften kwic maat", shell) == said


@pytest.mark.parametrize(
    "line",
    [
        "beloften kwic ",
        "beloften rules show ",
        "beloften show run --code ",
        "beloften figure dots run --code ",
        "beloften review run --code ",
        "beloften rules stats run --code ",
    ],
)
def test_codes_are_proposed_wherever_one_is_asked_for(line: str) -> None:
    assert {"maatwerk", "markt", "nabijheid", "autarkie"} <= set(proposed(line))


def test_cues_are_proposed_only_where_one_can_be_looked_at() -> None:
    assert proposed("beloften rules show ontken") == ["ontkenning"]
    assert proposed("beloften kwic ontken") == []


def test_codes_of_own_rules_are_proposed_too(tmp_path: Path) -> None:
    (tmp_path / "codebook.yaml").write_text("name: eigen\nversion: 1.0.0\nextends: beloften\n")
    (tmp_path / "eigen-regie.yaml").write_text("code: eigen-regie\nkind: zelfredzaamheid\n")
    assert proposed(f"beloften kwic --rules {tmp_path} eigen") == ["eigen-regie"]


@pytest.mark.parametrize(
    ("typed", "naam"),
    [
        ("Leeuwarde", "Leeuwarden"),
        ("bergen-op", "Bergen op Zoom"),
        ("Den-H", "'s-Gravenhage"),
        ("s-herto", "'s-Hertogenbosch"),
        ("súdw", "Súdwest-Fryslân"),
    ],
)
def test_gemeenten_are_proposed_in_a_spelling_that_is_understood_without_quotes(
    typed: str, naam: str
) -> None:
    names = proposed(f"beloften scan nota.pdf --gemeente {typed}")
    assert naam in {found.naam for name in names if (found := find_gemeente(name))}
    assert all(name.startswith(typed) and " " not in name for name in names)


@pytest.mark.parametrize(
    ("line", "some"),
    [
        ("beloften scan x --format ", {"table", "csv", "json", "markdown"}),
        ("beloften export x --to ", {"xlsx", "sav", "qdpx", "html"}),
        ("beloften compare x --by ", {"gemeente", "jaar", "soort", "provincie", "document"}),
        ("beloften figure ", {"heatmap", "dots"}),
    ],
)
def test_forms_and_kinds_are_proposed(line: str, some: set[str]) -> None:
    assert some <= set(proposed(line))


def test_proposing_loads_no_heavy_library() -> None:
    code = (
        "import sys; from beloften.cli.main import app; from typer.main import get_command; "
        "top = get_command(app); kwic = top.get_command(None, 'kwic'); "
        "context = kwic.make_context('kwic', ['maat'], resilient_parsing=True); "
        "assert [item.value for item in kwic.params[0].shell_complete(context, 'maat')] == ['maatwerk']; "
        "print([m for m in ('spacy', 'numpy', 'pypdfium2', 'yaml', 'rich', 'sqlite3') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("shell", "command"),
    [("bash", "complete -o default"), ("zsh", "compdef"), ("fish", "complete --command")],
)
def test_the_script_for_a_shell_is_shown_and_installed(shell: str, command: str, tmp_path: Path) -> None:
    named = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1", "HOME": str(tmp_path)}
    shown = beloften("--show-completion", shell, **named)
    assert shown.returncode == 0
    assert command in shown.stdout
    installed = beloften("--install-completion", shell, **named)
    assert installed.returncode == 0
    written = [path.read_text() for path in tmp_path.rglob("*") if path.is_file()]
    assert any(command in text for text in written)


@pytest.mark.skipif(not shutil.which("bash"), reason="a real Bash presses Tab")
def test_bash_itself_completes(tmp_path: Path) -> None:
    """The script is sourced, and its function asked, as Bash does when Tab is pressed."""
    program = tmp_path / "beloften"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m beloften "$@"\n')
    program.chmod(0o755)
    named = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    script = beloften("--show-completion", "bash", **named).stdout
    asked = (
        "COMP_WORDS=(beloften kwic maat); COMP_CWORD=2; _beloften_completion beloften; echo ${COMPREPLY[@]}"
    )
    done = subprocess.run(
        ["bash", "-c", f"{script}\n{asked}"],  # noqa: S607 - any bash will do
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
    )
    assert done.stdout == "maatwerk\n"
