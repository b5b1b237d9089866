"""The codebook that tests of the detection know by heart."""

from tests.detect.conftest import small_codebook

__all__ = ["small_codebook"]
