"""`import beloften` is light, and gives what the command line has."""

import subprocess
import sys

import pytest

import beloften


@pytest.mark.parametrize("name", beloften.__all__)
def test_every_public_name_is_there_and_says_what_it_means(name: str) -> None:
    assert getattr(beloften, name).__doc__


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'belofte'"):
        _ = beloften.belofte


def test_importing_the_package_imports_no_library() -> None:
    code = "import beloften, sys; print([m for m in ('spacy', 'numpy', 'yaml', 'rich') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
