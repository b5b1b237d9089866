"""A file that stands under two names is told of, as it counts twice."""

from dataclasses import replace

from beloften.run.result import DocumentResult, unread
from beloften.run.same_files import same_files
from tests.tally.building import document, source


def nota(name: str, sha256: str) -> DocumentResult:
    return replace(document(of=source(name)), sha256=sha256)


def test_each_file_that_is_read_under_several_names_is_told_once_whatever_the_order() -> None:
    results = [nota("c.pdf", "1"), nota("nota (1).pdf", "2"), nota("nota.pdf", "2"), nota("a.pdf", "3")]
    told = ["nota (1).pdf and nota.pdf are the same file, which counts 2 times. Keep one."]
    assert list(same_files(results)) == list(same_files(results[::-1])) == told


def test_files_that_were_not_read_count_no_times() -> None:
    empty = [replace(unread(source(name), "empty", ""), sha256="1") for name in ("a.pdf", "b.pdf")]
    assert list(same_files(empty)) == []
