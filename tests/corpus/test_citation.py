"""Citation keys name gemeente and year, are unique, and do not depend on the order of documents."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.corpus.citation import with_citations
from beloften.corpus.source import Source


def source(
    name: str, gemeente: str = "", jaar: int | None = None, titel: str = "", citation: str = ""
) -> Source:
    return Source(Path("/corpus") / name, name, gemeente, "", "", jaar, "", titel, "", citation)


def keys(*sources: Source) -> dict[str, str]:
    return {each.name: each.citation for each in with_citations(sources)}


def test_a_document_is_cited_by_gemeente_and_year() -> None:
    assert keys(source("a.pdf", "Amsterdam", 2013)) == {"a.pdf": "Amsterdam 2013"}


def test_letters_tell_apart_what_shares_both_in_order_of_name() -> None:
    cited = keys(
        source("b.pdf", "Amsterdam", 2013),
        source("a.pdf", "Amsterdam", 2013),
        source("c.pdf", "Amsterdam", 2014),
    )
    assert cited == {"a.pdf": "Amsterdam 2013a", "b.pdf": "Amsterdam 2013b", "c.pdf": "Amsterdam 2014"}


def test_after_z_come_two_letters() -> None:
    cited = keys(*(source(f"{index:02}.pdf", "Ede", 2013) for index in range(28)))
    assert [cited["25.pdf"], cited["26.pdf"], cited["27.pdf"]] == ["Ede 2013z", "Ede 2013aa", "Ede 2013ab"]


def test_without_year_it_is_zonder_jaar() -> None:
    assert keys(source("a.pdf", "Ede")) == {"a.pdf": "Ede z.j."}
    assert list(keys(source("a.pdf", "Ede"), source("b.pdf", "Ede")).values()) == ["Ede z.j.-a", "Ede z.j.-b"]


@pytest.mark.parametrize(
    ("document", "key"),
    [
        (source("map/nota wonen.pdf", titel="Thuis"), "Thuis"),
        (source("map/nota wonen.pdf", titel="Thuis", jaar=2014), "Thuis 2014"),
        (source("map/nota wonen.pdf"), "nota wonen"),
        (source("map/nota 2014.pdf", jaar=2014), "nota 2014"),
    ],
)
def test_without_gemeente_it_goes_by_title_or_file_name(document: Source, key: str) -> None:
    assert list(keys(document).values()) == [key]


def test_a_key_of_the_manifest_is_kept_and_avoided() -> None:
    cited = keys(
        source("a.pdf", "Ede", 2013),
        source("b.pdf", "Ede", 2013, citation="Ede 2013b"),
        source("c.pdf", "Ede", 2013),
        source("d.pdf", "Urk", 2014, citation="Ede 2012"),
        source("e.pdf", "Ede", 2012),
    )
    assert cited == {
        "a.pdf": "Ede 2013a",
        "b.pdf": "Ede 2013b",
        "c.pdf": "Ede 2013c",
        "d.pdf": "Ede 2012",
        "e.pdf": "Ede 2012a",
    }


SOURCES = st.lists(
    st.builds(
        source,
        st.sampled_from(
            [f"{folder}{stem}.pdf" for folder in ("", "x/", "y/") for stem in ("a", "Ede 2013b", "b")]
        ),
        st.sampled_from(["", "Ede", "Ede 2013"]),
        st.sampled_from([None, 2013, 2014]),
        st.sampled_from(["", "Ede", "Ede 2013a"]),
    ),
    unique_by=lambda each: each.name,
    max_size=9,
)


@given(SOURCES, st.randoms(), st.booleans())
def test_keys_are_unique_and_the_same_in_any_order(sources: list[Source], random: Random, own: bool) -> None:
    if own and sources:
        sources[0] = source(sources[0].name, citation="Ede 2013a")
    shuffled = sources.copy()
    random.shuffle(shuffled)
    cited = keys(*sources)
    assert keys(*shuffled) == cited
    assert len(set(cited.values())) == len(sources)
    assert all(cited.values())
