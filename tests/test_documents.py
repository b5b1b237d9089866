"""What the documents show is what the program prints."""

import re
from pathlib import Path
from shutil import which
from typing import Any

import pytest
import typer
from markdown_it import MarkdownIt
from markdown_it.token import Token

from beloften.cli.main import app
from beloften.errors import ExitCode
from tools import commands, messages, site, transcripts

ROOT = Path(__file__).parents[1]
PAGES = sorted(page for page in site.needed() if page.endswith(".md") and "CHANGELOG" not in page)
WITH_COMMANDS = [page for page in PAGES if transcripts.BLOCK.search((ROOT / page).read_text("utf-8"))]

TUTORIAL = "docs/tutorial.md"  # ends with a paper that LaTeX sets

SHOWN = {"", "yaml", "json", "csv", "text"}
"""Kinds of blocks that show a file, a formula or what happens to a scan of days."""

INSTALLS = "installs something on the machine; tests/packaging and CI do that"
OTHER_PROGRAM = "needs a program that the project does not; tests of the export read what it writes"
NOT_RUN = {
    ("README.md", "make demo"): "sets up .venv; its scan is the first command that is run",
    ("README.md", "make test"): "sets up .venv and runs these tests",
    ("CONTRIBUTING.md", "make demo"): "the same",
    ("CONTRIBUTING.md", "make test"): "the same",
    ("corpora/voorbeeld/README.md", "```sh"): "tests/corpora makes the PDFs anew",
    ("README.md", "```sh"): INSTALLS,
    ("docs/installing.md", "```sh"): INSTALLS,
    ("docs/snel-beginnen.md", "```sh"): INSTALLS,
    ("docs/export.md", "```r"): OTHER_PROGRAM,
    ("docs/export.md", "```spss"): OTHER_PROGRAM,
    ("docs/export.md", "pandoc werk/tabellen.md -o werk/tabellen.docx"): OTHER_PROGRAM,
    (
        "docs/export.md",
        "pandoc paper.md --citeproc --bibliography werk/notas.json -o paper.docx",
    ): OTHER_PROGRAM,
    ("docs/commands.md", "```text"): "tests/cli/test_help.py tries the examples",
    ("docs/scale.md", "python tools/endure.py poison --documents 1000"): "tests/run/test_endure.py has fewer",
    ("docs/scale.md", "python tools/endure.py kill --times 200"): "the same",
    ("docs/scale.md", "python tools/endure.py together --runs 8"): "the same",
    (
        "docs/scale.md",
        "beloften scan s3://emmer/nota --out uitkomst",
    ): "tests/run/test_remote.py has a server",
    ("docs/scale.md", "beloften scan https://www.voorbeeld.nl/raad/nota-2014.pdf"): "the same",
    (
        "docs/scale.md",
        "beloften scan /gedeeld/nota --out uitkomst --cluster tcp://10.0.0.1:8786",
    ): "tests/run/test_cluster.py has a cluster",
}
"""Commands that no test runs, or kinds of blocks, with the reason."""


@pytest.mark.parametrize("page", WITH_COMMANDS)
def test_what_a_page_shows_is_what_its_commands_print_and_draw(page: str) -> None:
    """Where this fails because rules or output changed: make transcripts."""
    if page == TUTORIAL and not which("pdflatex"):
        pytest.skip("needs the program pdflatex: apt-get install texlive-latex-recommended")
    ran = transcripts.run(ROOT / page)
    assert ran.text == (ROOT / page).read_text("utf-8")
    assert not ran.files, f"The commands of {page} write other pictures than those in the repository."


@pytest.mark.parametrize("page", PAGES)
def test_every_command_in_a_block_is_run_or_has_a_reason_why_not(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    blocks = [token for token in MarkdownIt().parse(text) if token.type in {"fence", "code_block"}]
    run = [block for block in blocks if block.info in {"console", "python"}]
    assert len(run) == len(transcripts.BLOCK.findall(text)), "A block that is indented is not run."
    for block in blocks:
        if block not in run and (page, f"```{block.info}") not in NOT_RUN:
            for typed in _commands_shown(block):
                assert (page, typed) in NOT_RUN, f"{typed!r} is in no block that is run."


def _commands_shown(block: Token) -> list[str]:
    """Return the lines of a block that is not run which somebody would type."""
    lines = [line.partition("  #")[0].strip() for line in block.content.splitlines() if line]
    if block.info not in SHOWN:
        return lines
    typed = re.compile(r"[$> ]*(beloften|make|python3?|pip|uv|pipx) ")
    return [line for line in lines if typed.match(line)]


def test_every_command_that_is_not_run_stands_in_its_page() -> None:
    for page, command in NOT_RUN:
        assert command in (ROOT / page).read_text("utf-8"), f"{page} has no {command!r} any more."


def test_the_page_of_commands_is_their_help() -> None:
    """Where this fails because a command changed: make transcripts."""
    text = commands.PAGE.read_text("utf-8")
    assert commands.page() == text
    codes = {
        str(code) for row in re.findall(r"^\| ([\d, ]+) \|", text, re.MULTILINE) for code in row.split(", ")
    }
    assert codes == {str(code.value) for code in ExitCode}


@pytest.mark.parametrize("page", PAGES)
def test_every_command_that_a_sentence_names_is_there_with_its_options(page: str) -> None:
    spans = [
        inline.content
        for block in MarkdownIt().enable("table").parse((ROOT / page).read_text("utf-8"))
        for inline in block.children or ()
        if inline.type == "code_inline"
    ]
    for span in spans:
        name, _, rest = span.partition(" ")
        if name == "beloften" and rest:
            _known(rest.split(), span)
        elif name == "make" and rest:
            target = rest.split()[0]
            assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE), span
        elif name == "python" and rest.startswith("-m tests."):
            assert (ROOT / (rest.split()[1].replace(".", "/") + ".py")).is_file(), span
        elif name == "python" and not rest.startswith("-"):
            assert (ROOT / rest.split()[0]).is_file(), span


def _known(words: list[str], span: str) -> None:
    """Assert that a command has the subcommands and the options that are written."""
    command: Any = typer.main.get_command(app)
    while hasattr(command, "get_command") and words and not words[0].startswith("--"):
        name = words.pop(0).rstrip(",")
        command = command.get_command(None, name)
        assert command, f"{span!r}: there is no {name!r}."
    options = {option for parameter in command.params for option in parameter.opts + parameter.secondary_opts}
    named = {word.partition("=")[0] for word in words if word.startswith("--")}
    assert named <= options | {"--help"}, f"{span!r}: no {named - options}."


def test_what_is_said_of_a_command_that_cannot_be_carried_out_stands_on_the_page_of_errors() -> None:
    """Where this fails because a message changed: make transcripts."""
    assert messages.listed() == messages.PAGE.read_text("utf-8")
    said = {problem for problem, _ in messages.messages()}
    assert {"A table for Word cannot be printed.", "There is no folder …."} <= said
    assert all(step for _, step in messages.messages())
