import pytest

from beloften.codebook.schema import Level
from beloften.compare.dubbel import dubbelen, once
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
