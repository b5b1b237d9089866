"""A near miss shows the words of a pattern that stand farther apart than it allows."""

from collections.abc import Callable

import pytest

from beloften.codebook.schema import Codebook
from beloften.detect.detector import Detector
from beloften.detect.near_miss import NearMisses
from beloften.language.sentence import Sentence

Missed = Callable[[str], list[tuple[str, str]]]
RULES = {
    "aansluiten": "kind: belofte\npatterns: [hulp ..2 vraag, zorg ..2 vraag, hulp op maat]",
    "maatwerk": "kind: belofte\npatterns: [hulp ..15 maat]",
    "vertrouwd": "kind: belofte\npatterns: [wij ..1 gezin ..1 vraag]",
    "dichtbij": "kind: nabijheid\npatterns: [hulp ..1 wijk, {spacy: [{LOWER: wij}, {LOWER: buurt}]}]",
    "samen": "kind: relatie\npatterns: [zorg ..1 wijk]",
    **{
        code: f"kind: vertoog\npatterns: [{colour} ..1 {code}]"
        for code, colour in {"roos": "rood", "lucht": "blauw", "gras": "groen", "zon": "geel"}.items()
    },
    "minder": "kind: aanwijzing\neffect: afgezet\npatterns: [hulp ..1 graag]",
}


@pytest.fixture
def missed(codebook_of: Callable[..., Codebook]) -> Missed:
    """The near misses in a sentence: code and words of each."""
    codebook = codebook_of(**RULES)
    detector, near_misses = Detector(codebook), NearMisses(codebook)

    def find(text: str) -> list[tuple[str, str]]:
        (reading,) = detector.read([Sentence(text, 0, 0)])
        return [(match.key.concept.code, reading.evidence(match).words) for match in near_misses.of(reading)]

    return find


def test_each_gap_of_a_pattern_may_be_four_words_wider_than_it_allows(missed: Missed) -> None:
    assert missed("hulp a b c d e f vraag") == [("aansluiten", "hulp a b c d e f vraag")]
    assert missed("hulp a b c d e f g vraag") == []
    assert missed("wij a b c d e gezin a b c d e vraag") == [
        ("vertrouwd", "wij a b c d e gezin a b c d e vraag")
    ]
    assert missed("wij a b c d e f gezin a vraag") == []


def test_no_gap_is_wider_than_the_widest_that_a_pattern_can_ask_for(missed: Missed) -> None:
    assert missed("hulp " + "a " * 16 + "maat") == []


def test_a_pattern_without_gaps_is_never_nearly_there(missed: Missed) -> None:
    assert missed("hulp nu op maat") == [] == missed("hulp op nu")


def test_a_code_of_which_words_match_is_not_shown_for_others_that_nearly_do(missed: Missed) -> None:
    assert missed("hulp op maat, zorg a b c d vraag") == []


def test_a_code_is_shown_once_with_the_words_that_stand_closest(missed: Missed) -> None:
    assert missed("hulp zorg a b c d vraag") == [("aansluiten", "zorg a b c d vraag")]


def test_of_a_sentence_three_codes_are_shown_those_whose_words_stand_closest_first(missed: Missed) -> None:
    text = "rood a b c d roos, groen a b gras, blauw a b lucht, geel a b c zon"
    assert missed(text) == [
        ("gras", "groen a b gras"),
        ("lucht", "blauw a b lucht"),
        ("zon", "geel a b c zon"),
    ]


def test_only_words_that_would_carry_a_code_are_shown(missed: Missed) -> None:
    assert missed("hulp a b c graag") == []
