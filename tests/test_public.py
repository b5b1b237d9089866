"""`import beloften` is light, has types, and gives what the command line has; docs/api.md names it all."""

import ast
import collections.abc
import inspect
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

import beloften
from beloften.codings.review.judgements import Verdict, judgement, judgements_csv
from beloften.rundir.read import read_run

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "api.md").read_text("utf-8")
PROGRAM = Path(__file__).with_name("program_of_a_user.py")
VOORBEELD = ROOT / "corpora" / "voorbeeld"
CODED = """{"id": "1", "excerpt": "een", "text": "Wij leveren maatwerk.", "b": {"maatwerk": "genoemd"}}
{"id": "2", "excerpt": "een", "text": "De brug wordt geverfd.", "b": {}}
"""


def imported_names() -> dict[str, str]:
    """What type checkers see, with the module that it comes from."""
    tree = ast.parse(Path(beloften.__file__).read_text("utf-8"))
    (checking,) = (node for node in tree.body if isinstance(node, ast.If))
    imports = [node for node in checking.body if isinstance(node, ast.ImportFrom)]
    return {alias.name: node.module or "" for node in imports for alias in node.names}


@pytest.mark.parametrize("name", beloften.__all__)
def test_every_public_name_is_there_and_the_page_says_what_it_means(name: str) -> None:
    meaning = getattr(beloften, name).__doc__.splitlines()[0]
    assert f"| `{name}` | {meaning} |" in PAGE


def test_the_page_has_no_other_names() -> None:
    assert sorted(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == sorted(beloften.__all__)


def test_type_checkers_see_the_names_that_are_there() -> None:
    names = imported_names()
    assert sorted(names) == sorted(beloften.__all__)
    assert set(beloften.__all__) <= set(dir(beloften))
    assert {name: getattr(beloften, name).__module__ for name in names} == names


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'belofte'"):
        _ = beloften.belofte


def test_importing_the_package_imports_no_library() -> None:
    code = "import beloften, sys; print([m for m in ('spacy', 'numpy', 'yaml', 'rich') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def named_in(hint: object) -> Iterator[type]:
    """The classes of this package in a type, such as `Sequence[Nota] | None`."""
    if inspect.isclass(hint) and hint.__module__.startswith("beloften"):
        yield hint
    for part in get_args(hint):
        for one in part if isinstance(part, list) else [part]:
            yield from named_in(one)


def hints_of(one: object) -> dict[str, object]:
    """Annotations as types; those in quotation marks are of public names and of collections."""
    public = {name: getattr(beloften, name) for name in beloften.__all__}
    return get_type_hints(one, localns=vars(collections.abc) | public)


def given_by(functions: list[Any]) -> set[type]:
    """The classes that functions return, and those of which these are made."""
    found: set[type] = set()
    waiting = [one for function in functions for one in named_in(hints_of(function)["return"])]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += (each for hint in inspect.get_annotations(one).values() for each in named_in(hint))
    return found


def test_what_a_program_must_hand_in_it_can_make_or_gets() -> None:
    """Each type of an argument is public, or a public function returns it."""
    public: list[Any] = [getattr(beloften, name) for name in beloften.__all__]
    functions = [one for one in public if inspect.isfunction(one)]
    classes = {one for one in public if inspect.isclass(one)}
    given = given_by(functions)
    for one in (*functions, *(each.__init__ for each in classes - given)):
        taken = [hint for name, hint in hints_of(one).items() if name != "return"]
        assert {each for hint in taken for each in named_in(hint)} <= given | classes, one


def test_a_program_can_do_all_that_there_is(tmp_path: Path) -> None:
    run = read_run(VOORBEELD / "baseline")
    (tmp_path / "codes.jsonl").write_text(CODED)
    (tmp_path / "judgements.csv").write_text(judgements_csv([judgement(run.bevindingen[0], Verdict.WRONG)]))
    shutil.copy(ROOT / "docs" / "measured" / "validation.json", tmp_path)
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-bb", PROGRAM, VOORBEELD, tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    said = done.stdout.splitlines()
    assert {"drift: False, beloften that were kept: True", "findings that changed: 0"} <= set(said)
    assert said[-5:-1] == ["True", "1", "project", "DONE"]
    assert said[-1].startswith(f"{tmp_path / 'nowhere'} holds no run.")


def test_the_program_uses_every_public_name() -> None:
    assert set(re.findall(r"\bbeloften\.(\w+)", PROGRAM.read_text("utf-8"))) == set(beloften.__all__)


def test_the_program_has_the_types_that_it_should_have(tmp_path: Path) -> None:
    """By what is installed: this runs where the sources are not, with the settings of nobody."""
    shutil.copy(PROGRAM, tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path / "cache", PROGRAM.name],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONWARNINGS": ""},  # what mypy does is its own
    )
    assert done.stdout == "Success: no issues found in 1 source file\n"
