"""The corpus of the book lists the documents by the keys that the book cites, and says which are missing."""

from pathlib import Path

from beloften.corpus.discover import discover

ZES_GEMEENTEN = Path(__file__).parents[2] / "corpora" / "zes-gemeenten"


def test_all_documents_are_listed_by_the_keys_of_the_book() -> None:
    corpus = discover([ZES_GEMEENTEN])
    assert sorted(source.citation for source in (*corpus.sources, *corpus.missing)) == [
        "Amsterdam 2013a",
        "Amsterdam 2013b",
        "Eindhoven 2013",
        "Eindhoven 2014",
        "Leeuwarden 2014",
        "Rotterdam 2015a",
        "Rotterdam 2015b",
        "Sittard-Geleen 2014",
        "Sittard-Geleen 2015",
        "Zwolle 2014a",
        "Zwolle 2014b",
        "Zwolle 2014c",
    ]


def test_every_gemeente_is_one_of_the_official_list() -> None:
    corpus = discover([ZES_GEMEENTEN])
    assert all(source.gemeente_code for source in (*corpus.sources, *corpus.missing))
    assert corpus.warnings == ()


def test_a_document_that_is_put_there_is_found_and_the_others_are_still_missing(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_bytes((ZES_GEMEENTEN / "corpus.yaml").read_bytes())
    (tmp_path / "leeuwarden-2014.pdf").write_bytes(b"%PDF-1.7")
    corpus = discover([tmp_path])
    assert [source.citation for source in corpus.sources] == ["Leeuwarden 2014"]
    assert len(corpus.missing) == 11
