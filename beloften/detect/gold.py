"""Moved: see `beloften.codings.jsonl` and `beloften.codings.sentence`."""

from beloften.codings.jsonl import read_codings, write_codings
from beloften.codings.sentence import CodedSentence

__all__ = ["CodedSentence", "read_codings", "write_codings"]
