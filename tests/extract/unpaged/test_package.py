"""Zip files from people that nobody knows."""

import zipfile
from collections.abc import Iterator

import pytest

from beloften.errors import UnreadableError
from beloften.extract.unpaged.package import MOST_BYTES, Event, Package
from tests.extract.zips import zipped


def _events(xml: str | bytes) -> Iterator[Event]:
    return Package(zipped({"a.xml": xml})).events("a.xml", {"urn:x": "x"})


def _status(xml: str | bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        list(_events(xml))
    return caught.value.status


def test_events_come_in_order_with_short_names() -> None:
    assert list(_events('<a xmlns:q="urn:x"><q:b q:c="1">é</q:b></a>')) == [
        ("start", "a", {}),
        ("start", "x:b", {"x:c": "1"}),
        ("text", "é", {}),
        ("end", "x:b", {}),
        ("end", "a", {}),
    ]


def test_a_part_that_is_not_there_has_no_events() -> None:
    assert list(Package(zipped({})).events("a.xml", {})) == []


@pytest.mark.parametrize(
    ("xml", "status"),
    [
        ("<a>", "damaged"),
        ("<!DOCTYPE a><a/>", "damaged"),
        ('<?xml version="1.0" encoding="onzin"?><a/>', "damaged"),
        ("<a>" + "".join(f"<n{number}/>" for number in range(6000)) + "</a>", "damaged"),
        ("<a>" * 2000 + "</a>" * 2000, "memory"),
        ("<a>" + "<b/>" * 1_000_001 + "</a>", "memory"),
        (b" " * (MOST_BYTES + 1), "memory"),
        (b"<a>" + b"tekst " * 2_000_000 + b"</a>", "memory"),
    ],
    ids=["broken off", "document type", "encoding", "names", "depth", "elements", "bytes", "text"],
)
def test_what_no_document_holds_is_refused(xml: str | bytes, status: str) -> None:
    assert _status(xml) == status


def test_a_zip_that_lies_about_the_size_of_a_part_is_damaged() -> None:
    data = bytearray(zipped({"a.xml": "<a>" + "x" * 1000 + "</a>"}))
    size = (1007).to_bytes(4, "little")
    data[data.rindex(size) : data.rindex(size) + 4] = (10).to_bytes(4, "little")
    with pytest.raises(UnreadableError) as caught:
        list(Package(bytes(data)).events("a.xml", {}))
    assert caught.value.status == "damaged"


def test_a_part_with_a_password_is_encrypted() -> None:
    data = bytearray(zipped({"a.xml": "<a/>"}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableError) as caught:
        list(Package(bytes(data)).events("a.xml", {}))
    assert caught.value.status == "encrypted"


def test_a_file_that_is_no_zip_is_damaged() -> None:
    with pytest.raises(UnreadableError):
        Package(b"PK\x03\x04")


def test_only_the_methods_of_the_standards_are_unpacked() -> None:
    data = bytearray(zipped({"a.xml": "<a/>"}))
    data[data.rindex(b"PK\x01\x02") + 10] = zipfile.ZIP_LZMA
    with pytest.raises(UnreadableError):
        list(Package(bytes(data)).events("a.xml", {}))
