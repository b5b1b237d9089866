"""Documents behind URLs are found and named as those in folders, and asked for only by who reads them."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from upath import UPath

from beloften.corpus.discover import discover
from beloften.corpus.location import is_remote, locate, pure, read, size
from beloften.errors import CorpusError, UnreadableError
from tests.serving import Server, served


@pytest.fixture
def bucket() -> Iterator[UPath]:
    """An empty folder of the file system that fsspec has in memory."""
    folder = UPath("memory://emmer")
    folder.mkdir()
    yield folder
    folder.fs.rm(folder.path, recursive=True)


def put(folder: Path | UPath, **files: str) -> None:
    """Write texts: `put(folder, a__b="…")` writes a/b.txt."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


class TestLocate:
    @pytest.mark.parametrize("text", ["nota's/een nota.pdf", "/nota.pdf", "-", "C:\\nota.pdf", "a:b.pdf"])
    def test_a_path_is_a_path(self, text: str) -> None:
        assert locate(text) == Path(text)

    def test_a_url_of_a_file_is_its_path(self, tmp_path: Path) -> None:
        path = tmp_path / "een nota.txt"
        assert locate(path.as_uri()) == path
        assert not is_remote(locate(path.as_uri()))

    def test_a_kind_of_url_that_nobody_knows_is_an_error(self) -> None:
        with pytest.raises(CorpusError, match="onzin://"):
            locate("onzin://emmer/nota.pdf")

    def test_what_must_be_installed_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "upath", None)
        with pytest.raises(CorpusError, match=r"Install it with: .*\[remote\]"):
            locate("https://voorbeeld.nl/nota.pdf")

    def test_what_a_kind_of_url_needs_besides_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "gcsfs", None)
        with pytest.raises(CorpusError, match="install gcsfs"):
            locate("gs://emmer/nota.pdf")

    def test_the_web_has_no_folders(self) -> None:
        for text in ("https://voorbeeld.nl", "https://voorbeeld.nl/nota/"):
            with pytest.raises(CorpusError, match="one by one"):
                locate(text)


class TestNames:
    def test_nothing_secret_of_a_link_is_in_the_name(self) -> None:
        path = locate("https://jan:geheim@voorbeeld.nl:8443/raad/een%20nota.pdf?sleutel=geheim")
        assert pure(path).as_posix() == "/voorbeeld.nl/raad/een nota.pdf"
        assert [source.name for source in discover([path]).sources] == ["een nota.pdf"]

    def test_a_folder_behind_a_url_gives_what_the_same_folder_here_gives(
        self, bucket: UPath, tmp_path: Path
    ) -> None:
        for folder in (bucket, tmp_path):
            put(folder, **{"Elzervoort 2014__b": "b", "Elzervoort 2014__.verborgen": "", "a": "a"})
            put(folder, met__een="1", met__twee="2")
            (folder / "met" / "corpus.yaml").write_text("documenten:\n  - {bestand: een.txt, jaar: 2013}\n")
        here, there = discover([tmp_path]), discover([locate("memory://emmer/")])
        assert [(each.name, each.jaar, each.citation) for each in there.sources] == [
            (each.name, each.jaar, each.citation) for each in here.sources
        ]
        assert [each.name for each in there.sources] == ["Elzervoort 2014/b.txt", "a.txt", "met/een.txt"]
        assert len(there.warnings) == len(here.warnings) == 1

    def test_a_url_that_leads_nowhere_is_an_error(self, bucket: UPath) -> None:
        with pytest.raises(CorpusError, match="does not exist"):
            discover([locate(str(bucket / "weg"))])

    def test_files_of_the_same_name_are_told_apart(self, bucket: UPath, tmp_path: Path) -> None:
        put(bucket, nota="daar")
        put(tmp_path, nota="hier")
        found = discover([tmp_path, locate("memory://emmer"), locate("https://voorbeeld.nl/nota.txt")])
        names = {source.name for source in found.sources}
        assert names == {"emmer/nota.txt", f"{tmp_path.name}/nota.txt", "nota.txt"}


class TestRead:
    @pytest.fixture
    def server(self) -> Iterator[Server]:
        with served({"/nota.txt": b"hulp op maat"}) as server:
            yield server

    def test_a_document_on_the_web_is_asked_for_once_when_it_is_read(self, server: Server) -> None:
        path = locate(f"{server.address}/nota.txt")
        assert [source.path for source in discover([path]).sources] == [path]
        assert size(path) == 0
        assert server.asked == []
        assert read(path) == b"hulp op maat"
        assert server.asked == ["GET /nota.txt"]

    @pytest.mark.parametrize(("name", "said"), [("weg.txt", "no such file"), ("dicht.txt", "403")])
    def test_what_the_server_says_is_told_without_the_url(self, server: Server, name: str, said: str) -> None:
        with pytest.raises(UnreadableError, match=said) as caught:
            read(locate(f"{server.address}/{name}?sleutel=geheim"))
        assert caught.value.status == "missing"
        assert "geheim" not in str(caught.value)

    def test_a_server_that_is_not_there_costs_the_document(self) -> None:
        with served({}) as server:
            pass
        with pytest.raises(UnreadableError, match="ClientConnectorError"):
            read(locate(f"{server.address}/nota.txt"))

    def test_a_file_in_a_bucket_has_its_size_and_its_bytes(self, bucket: UPath) -> None:
        put(bucket, nota="hulp op maat")
        path = locate(str(bucket / "nota.txt"))
        assert (size(path), read(path)) == (12, b"hulp op maat")
