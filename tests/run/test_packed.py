"""A result that was packed is the same when it is unpacked, under whatever name."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.codebook.schema import Level, Place, Stance
from beloften.corpus.source import Source
from beloften.detect.finding import Evidence, Finding, PatternKey
from beloften.extract.document import Box
from beloften.run.fingerprint import fingerprints
from beloften.run.packed import pack, unpack
from beloften.run.result import (
    DocumentResult,
    PageResult,
    PatternHits,
    PlacedFinding,
    Sample,
    Zin,
    Zinnen,
    unread,
)

TEXT = st.text(st.characters(), max_size=20)  # half characters and control characters included
NUMBER = st.integers(0, 2**31 - 1)
SIDE = st.floats(allow_nan=False)
EVIDENCE = st.builds(Evidence, TEXT, TEXT, TEXT, NUMBER, NUMBER)
FINDING = st.builds(
    Finding,
    TEXT,
    st.none() | st.sampled_from(Level),
    st.none() | st.sampled_from(Stance),
    st.lists(EVIDENCE, max_size=3).map(tuple),
    st.none() | EVIDENCE,
    st.none() | EVIDENCE,
    NUMBER,
)
BOXES = st.lists(st.tuples(NUMBER, st.builds(Box, SIDE, SIDE, SIDE, SIDE)), max_size=3).map(tuple)
PLACED = st.builds(PlacedFinding, FINDING, st.just(""), TEXT, TEXT, TEXT, TEXT, NUMBER, TEXT, BOXES)
ZIN = st.builds(Zin, NUMBER, NUMBER, NUMBER, st.binary(min_size=6, max_size=6).map(bytes.hex))
HITS = st.builds(
    PatternHits,
    st.builds(PatternKey, TEXT, TEXT, st.builds(Place, TEXT, NUMBER, NUMBER)),
    NUMBER,
    NUMBER,
    NUMBER,
    st.lists(st.builds(Sample, TEXT, TEXT, TEXT), max_size=3).map(tuple),
)


def source(name: str = "nota.pdf") -> Source:
    return Source(Path(name), name, "", "", "", None, "", "", "", name)


def with_fingerprints(name: str, findings: Sequence[PlacedFinding]) -> tuple[PlacedFinding, ...]:
    keys = [(placed.finding.code, placed.sentence) for placed in findings]
    prints = fingerprints(name, keys)
    return tuple(placed._replace(fingerprint=one) for placed, one in zip(findings, prints, strict=True))


RESULT = st.builds(
    DocumentResult,
    source=st.just(source()),
    status=TEXT,
    remark=TEXT,
    sha256=TEXT,
    text_sha256=TEXT,
    reader=TEXT,
    dutch=st.floats(0, 1),
    pages=st.lists(st.builds(PageResult, NUMBER, TEXT, TEXT, NUMBER, NUMBER), max_size=3).map(tuple),
    findings=st.lists(PLACED, max_size=4).map(lambda found: with_fingerprints("nota.pdf", found)),
    zinnen=st.lists(ZIN, max_size=4).map(Zinnen.of),
    hits=st.lists(HITS, max_size=2).map(tuple),
)


@given(RESULT)
def test_a_result_comes_back_as_it_was(result: DocumentResult) -> None:
    assert unpack(result.source, pack(result)) == result


@given(RESULT)
def test_what_was_unpacked_is_packed_to_the_same_bytes(result: DocumentResult) -> None:
    packed = pack(result)
    assert pack(unpack(result.source, packed)) == packed


@given(RESULT)
def test_codes_can_be_counted_without_unpacking_their_evidence(result: DocumentResult) -> None:
    unpacked = unpack(result.source, pack(result))
    assert list(unpacked.codes) == list(result.codes)
    assert list(replace(unpacked, findings=()).codes) == []


@given(RESULT)
def test_under_another_name_only_fingerprints_differ(result: DocumentResult) -> None:
    other = unpack(source("ander.pdf"), pack(result))
    assert other == replace(
        result, source=source("ander.pdf"), findings=with_fingerprints("ander.pdf", result.findings)
    )


@given(st.binary(max_size=100))
def test_bytes_that_are_no_result_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no packed result"):
        unpack(source(), data)


def test_items_are_unpacked_each_time_and_can_be_counted_and_indexed() -> None:
    result = replace(
        unread(source(), "ok", ""), pages=(PageResult(0, "1", "ok", 5, 1), PageResult(1, "2", "ok", 7, 2))
    )
    pages = unpack(result.source, pack(result)).pages
    assert len(pages) == 2
    assert pages[1] == pages[-1] == result.pages[1]
    assert list(pages) == list(pages) == list(result.pages)


def test_nothing_that_is_packed_can_run_when_it_is_unpacked() -> None:
    """The head is JSON, as the parts are: there is no pickle in it."""
    packed = pack(unread(source(), "damaged", "remark"))
    start, end = packed.index(b"["), packed.index(b"]]") + 2
    assert json.loads(packed[start:end])[:2] == ["damaged", "remark"]
