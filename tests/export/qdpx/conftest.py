"""What tests of projects use."""

import pytest

from beloften.codebook.load import load_codebook
from beloften.codebook.schema import Codebook


@pytest.fixture(scope="session")
def own_codebook() -> Codebook:
    """The codebook that ships."""
    return load_codebook()
