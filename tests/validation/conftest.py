"""The codebooks that tests of validation use."""

from tests.codings.conftest import codebook, names
from tests.detect.conftest import small_codebook

__all__ = ["codebook", "names", "small_codebook"]
