"""The number of pages by a second reader."""

import logging

import pytest

from beloften.extract.document import Quality
from beloften.extract.pagecount import other_count
from beloften.extract.read import read_document
from tests.extract.pages import drawn, pdf

_SENTENCE = "De gemeente wil dat alle inwoners mee kunnen doen en dat zij de zorg krijgen die bij hen past. "
_DRAWN = f"BT /F1 5 Tf 20 300 Td ({_SENTENCE}) Tj ET"


def test_a_sound_file_is_not_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pdfplumber.open", None)
    for data in (drawn(_DRAWN, _DRAWN), pdf(_SENTENCE * 40)):
        document = read_document(data, "nota.pdf")
        assert (document.quality, document.remark) == (Quality.OK, "")


def test_a_file_whose_pages_are_counted_differently_is_partial_and_says_so() -> None:
    """The root of the tree of pages names two more pages than hang on it."""
    data = drawn(_DRAWN, _DRAWN).replace(b"/Count 2", b"/Count 4")
    document = read_document(data, "nota.pdf")
    assert document.quality is Quality.PARTIAL
    assert "another reader 2." in document.remark


def test_a_file_that_is_cut_off_is_counted_again() -> None:
    assert other_count(drawn(_DRAWN, _DRAWN).removesuffix(b"%%EOF\n"), 7) == 2


def test_a_reader_that_gives_up_has_no_opinion(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.CRITICAL):
        assert other_count(b"%PDF-1.7\nkapot", 7) == 7
