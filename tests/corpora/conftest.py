"""What the tests of the corpora share: the script that makes their PDFs."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

CORPORA = Path(__file__).parents[2] / "corpora"


@pytest.fixture(scope="session")
def maak() -> ModuleType:
    pytest.importorskip("typst", reason="typst makes the PDFs: pip install --group corpora")
    spec = importlib.util.spec_from_file_location("maak", CORPORA / "maak.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
