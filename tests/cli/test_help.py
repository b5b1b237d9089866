"""Every command and option says what it is for, and every command has examples that can be typed."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from beloften import cli
from beloften.cli.commands import GROUPS, NAMES
from beloften.cli.examples import EXAMPLES, examples_of
from beloften.cli.main import app
from tests.cli.running import beloften

TOP: Any = get_command(app)
CLI = Path(cli.__file__).parent


def commands() -> dict[str, Any]:
    """All commands by name, those of a group behind it: "rules show"."""
    found = {name: TOP.get_command(None, name) for name in NAMES}
    below = {
        f"{name} {sub}": command
        for name, group in found.items()
        for sub, command in getattr(group, "commands", {}).items()
    }
    return found | below


COMMANDS = commands()


def test_every_module_with_a_command_is_in_a_group() -> None:
    of_commands = {
        path.stem for path in CLI.glob("*.py") if re.match(r'"""`beloften \w+`[:,]', path.read_text())
    }
    assert of_commands == set(NAMES)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_so_has_all_that_it_takes(name: str) -> None:
    command = COMMANDS[name]
    assert command.help.endswith(".")
    for parameter in command.params:
        assert parameter.help, parameter.name
        assert parameter.help[0].isupper() or parameter.help[0] in "*`."
        assert parameter.help.endswith((".", "…", ")"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_whose_arguments_and_options_exist(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "codeurs.md").touch()
    assert examples_of(name)
    for example in examples_of(name):
        words = shlex.split(example.partition(" > ")[0], comments=True)
        asked = ["beloften", *name.split()] if not hasattr(COMMANDS[name], "commands") else ["beloften", name]
        assert words[: len(asked)] == asked
        rest = words[len(asked) :]
        command = COMMANDS[name]
        if hasattr(command, "commands"):
            command, rest = command.commands[rest[0]], rest[1:]
        command.make_context(name, rest)


def test_there_are_examples_of_no_other_command() -> None:
    assert set(EXAMPLES) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_stand_below_the_help_a_line_each(name: str) -> None:
    shown = COMMANDS[name].get_help(COMMANDS[name].make_context(name, [], resilient_parsing=True))
    lines = [line.strip() for line in shown.partition("Examples:")[2].strip().splitlines()]
    assert lines == examples_of(name)


@pytest.mark.parametrize("arguments", [(), ("--help",)])
def test_the_first_screen_has_every_command_with_a_line_of_its_own(arguments: tuple[str, ...]) -> None:
    done = beloften(*arguments, COLUMNS="80")
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.strip() for line in done.stdout.splitlines()]
    for title, group in GROUPS.items():
        assert f"{title}:" in lines
        for name, summary in group.items():
            assert f"{name.ljust(max(map(len, NAMES)))}  {summary}" in lines


def test_without_a_command_a_newcomer_reads_what_to_type() -> None:
    done = beloften()
    examples = re.findall(r"^  (beloften .*?)  ", done.stdout, re.MULTILINE)
    assert len(examples) == 4
    for example in examples:
        name, *rest = shlex.split(example)[1:]
        COMMANDS[name].make_context(name, rest)
    assert "--install-completion" not in done.stdout


def test_help_loads_no_command() -> None:
    code = (
        "import sys; from beloften.cli.main import app; from typer.main import get_command; "
        "get_command(app).main(['--help'], standalone_mode=False); "
        "print(sorted(m for m in sys.modules if m.startswith('beloften.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {"beloften.cli", *(f"beloften.cli.{name}" for name in ("commands", "main", "usage"))}
    assert done.stdout.splitlines()[-1] == str(sorted({*loaded, "beloften.errors"}))


def test_a_misspelt_command_is_answered_with_the_one_that_is_meant() -> None:
    done = beloften("scann")
    assert done.returncode == 2
    assert "No such command 'scann'. Did you mean 'scan'" in done.stderr
