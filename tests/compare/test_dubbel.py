from typing import Any

import pytest

from beloften.codebook.schema import Level
from beloften.compare.dubbel import Dubbel, dubbelen, once
from beloften.tally.nota import Nota
from tests.compare.notas import nota

SHARED = {index: f"gedeeld-{index}" for index in range(30)}
CONCEPT = nota("concept.pdf", (0, "maatwerk", Level.BELOFTE), hashes=SHARED, jaar=2013)
FINAL = nota("nota.pdf", (0, "maatwerk", Level.BELOFTE), hashes=SHARED, jaar=2014)
OTHER_CITY = nota(
    "zwolle.pdf",
    (0, "maatwerk", Level.BELOFTE),
    (40, "maatwerk", Level.BELOFTE),
    hashes={index: f"gedeeld-{index}" for index in range(5)},
    gemeente="Zwolle",
    jaar=2015,
)


def test_documents_that_share_sentences_are_found() -> None:
    (found,) = dubbelen([FINAL, OTHER_CITY])
    assert (found.document, found.other, found.zinnen, found.woorden) == ("nota.pdf", "zwolle.pdf", 5, 100)
    assert found.deel == pytest.approx(0.1)
    assert found.versie == ""


def test_documents_of_one_gemeente_that_share_most_are_versions_and_the_last_stays() -> None:
    (found,) = dubbelen([CONCEPT, FINAL])
    assert found.deel == pytest.approx(0.6)
    assert found.versie == "nota.pdf"


def test_a_text_that_two_gemeenten_have_in_common_makes_them_no_versions() -> None:
    elsewhere = nota("elders.pdf", hashes=SHARED, gemeente="Zwolle")
    (found,) = dubbelen([FINAL, elsewhere])
    assert found.versie == ""


def test_short_sentences_are_no_shared_text() -> None:
    short = [nota(name, words=7, hashes=SHARED) for name in ("a.pdf", "b.pdf")]
    assert dubbelen(short) == ()


def promises(notas: tuple[Nota, ...]) -> dict[str, int]:
    return {each.name: len(each.with_any([("maatwerk", "belofte")])) for each in notas}


def test_counted_once_a_concept_goes_and_a_shared_sentence_stays_where_it_was_first() -> None:
    kept, told = once([CONCEPT, FINAL, OTHER_CITY])
    assert promises(kept) == {"nota.pdf": 1, "zwolle.pdf": 1}
    assert {each.name: each.words for each in kept} == {"nota.pdf": 1000, "zwolle.pdf": 900}
    assert told == (
        "concept.pdf is a version of nota.pdf and is left out.",
        "100 words of zwolle.pdf stand in other documents too.",
    )


def test_documents_that_share_nothing_stay_as_they_are() -> None:
    notas = (nota("a.pdf"), nota("b.pdf"))
    assert once(notas) == (notas, ())


def test_what_a_document_repeats_itself_counts_each_time() -> None:
    twice = nota("a.pdf", hashes={0: "zelfde", 1: "zelfde"})
    assert once([twice])[0][0].words == 1000


def sharing(name: str, number: int, **said: Any) -> Nota:  # noqa: ANN401 - whatever `nota` takes
    """A document of which the first sentences stand in others too."""
    return nota(name, hashes={index: f"gedeeld-{index}" for index in range(number)}, **said)


def test_a_pair_is_told_with_what_both_share_of_the_shorter() -> None:
    long, short = sharing("lang.pdf", 10, gemeente="Zwolle"), sharing("kort.pdf", 10, sentences=40)
    assert dubbelen([long, short]) == (
        Dubbel(
            document="kort.pdf",
            other="lang.pdf",
            gemeente="Elzervoort",
            gemeente_other="Zwolle",
            zinnen=10,
            woorden=200,
            deel=0.25,
            versie="",
        ),
    )


def test_pairs_that_share_most_of_the_shorter_come_first_then_those_that_share_most_words() -> None:
    notas = [sharing("d.pdf", 10), sharing("c.pdf", 10), sharing("b.pdf", 20), sharing("a.pdf", 10, words=40)]
    assert [(row.document, row.other, row.deel) for row in dubbelen(notas)] == [
        ("a.pdf", "b.pdf", 0.4),
        ("a.pdf", "c.pdf", 0.4),
        ("a.pdf", "d.pdf", 0.4),
        ("b.pdf", "c.pdf", 0.2),
        ("b.pdf", "d.pdf", 0.2),
        ("c.pdf", "d.pdf", 0.2),
    ]


def test_sentences_of_eight_words_and_half_of_the_words_are_enough() -> None:
    (row,) = dubbelen([sharing("a.pdf", 25, words=8), sharing("b.pdf", 25, words=8)])
    assert (row.deel, row.versie) == (0.5, "b.pdf")
    assert dubbelen([sharing("a.pdf", 24), sharing("b.pdf", 24)])[0].versie == ""


def test_documents_without_a_gemeente_are_no_versions() -> None:
    assert dubbelen([sharing("a.pdf", 40, gemeente=""), sharing("b.pdf", 40, gemeente="")])[0].versie == ""


@pytest.mark.parametrize(
    ("one", "other", "stays"),
    [
        ({"jaar": 2015}, {"jaar": 2014, "sentences": 60}, "a.pdf"),
        ({"jaar": 2014}, {}, "a.pdf"),
        ({"sentences": 60}, {}, "a.pdf"),
        ({}, {}, "b.pdf"),
    ],
)
def test_of_versions_the_latest_stays_then_the_longest_then_the_last_by_name(
    one: dict[str, int], other: dict[str, int], stays: str
) -> None:
    versions = [sharing("a.pdf", 40, **one), sharing("b.pdf", 40, **other)]
    kept, told = once(versions)
    assert [each.name for each in kept] == [stays]
    gone = "b.pdf" if stays == "a.pdf" else "a.pdf"
    assert told == (f"{gone} is a version of {stays} and is left out.",)


def test_a_shared_sentence_counts_in_the_document_of_the_earliest_year_then_the_first_by_name() -> None:
    years = {"d.pdf": 2013, "c.pdf": 2014, "b.pdf": None, "a.pdf": None}
    notas = [sharing(name, 5, gemeente=name, jaar=jaar) for name, jaar in years.items()]
    kept, told = once(notas)
    assert {each.name: each.words for each in kept} == {
        "a.pdf": 900,
        "b.pdf": 900,
        "c.pdf": 900,
        "d.pdf": 1000,
    }
    assert [each.name for each in kept] == ["a.pdf", "b.pdf", "c.pdf", "d.pdf"]
    assert told[0] == "100 words of c.pdf stand in other documents too."
    assert once([each for each in notas if each.jaar is None])[0][0].words == 1000
