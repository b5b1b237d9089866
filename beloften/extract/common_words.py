"""The word lists beside this module, in `words/`."""

from functools import cache
from pathlib import Path


@cache
def words_of(name: str) -> frozenset[str]:
    """Read a list of words, separated by white space; lines that start with # are comments."""
    lines = (Path(__file__).parent / "words" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


DUTCH = words_of("dutch")
ENGLISH = words_of("english")
FRISIAN = words_of("frisian")
