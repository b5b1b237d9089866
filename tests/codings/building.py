"""Codings made by hand, for tests of what is done with codings."""

from typing import Any

from beloften.codings.sentence import CodedSentence


def coded(number: int, text: str = "Zin.", source: str = "a", **codes: Any) -> CodedSentence:  # noqa: ANN401
    """A sentence of a document with some codes."""
    given = {"nabijheid": False, "beloften": {}, "logicas": {}, "zelfredzaamheid": frozenset[str](), **codes}
    return CodedSentence(id=str(number), excerpt=source, text=text, rest={"document": source}, **given)
