"""A cue reaches as far as its rule says, in its own direction, until something ends it."""

from collections.abc import Callable

import pytest

from beloften.codebook.schema import Codebook, Stance
from beloften.detect.detector import Detector
from beloften.language.sentence import Sentence

RULES = {
    "bureaucratisch": "kind: logica\npatterns: [regels, lange regels, regels voor hulp]",
    "minder": """kind: aanwijzing
effect: afgezet
words: 2
punctuation: ";:"
terminators: [maar, in plaats van]
patterns: [minder, <af+schaffen>, weg met regels, regels in de kast, korte lange, hulp weg]
after: [verdwijnen]
""",
}

Cue = Callable[[str], str | None]


@pytest.fixture
def cue(codebook_of: Callable[..., Codebook]) -> Cue:
    """The words by which *regels* in a sentence is turned against; None when none reach it."""
    detector = Detector(codebook_of(**RULES))

    def find(text: str) -> str | None:
        (finding,) = detector.detect([Sentence(text, 0, 0)])
        assert (finding.stance is Stance.AFGEZET) is (finding.link is not None)
        return finding.link.words if finding.link else None

    return find


def test_as_many_words_as_the_rule_says_may_lie_between_and_no_more(cue: Cue) -> None:
    assert cue("minder a b regels") == "minder"
    assert cue("minder a b c regels") is None
    assert cue("regels a b verdwijnen") == "verdwijnen"
    assert cue("regels a b c verdwijnen") is None


def test_a_cue_reaches_what_stands_right_beside_it(cue: Cue) -> None:
    assert cue("minder regels") == "minder"
    assert cue("regels verdwijnen") == "verdwijnen"


def test_a_cue_that_looks_ahead_does_not_look_back_nor_the_other_way_round(cue: Cue) -> None:
    assert cue("regels minder") is None
    assert cue("verdwijnen regels") is None


@pytest.mark.parametrize(
    "text", ["minder maar regels", "minder a maar regels", "minder maar a regels", "regels maar verdwijnen"]
)
def test_words_that_end_the_scope_end_it_wherever_they_stand_between(cue: Cue, text: str) -> None:
    assert cue(text) is None


def test_words_that_end_a_scope_do_not_end_it_from_elsewhere_in_the_sentence(cue: Cue) -> None:
    assert cue("maar minder regels") == "minder"
    assert cue("minder regels maar") == "minder"
    assert cue("verdwijnen maar minder regels maar verdwijnen") == "minder"


@pytest.mark.parametrize("mark", [";", ":"])
def test_each_mark_of_the_rule_ends_the_scope_where_it_stands_between(cue: Cue, mark: str) -> None:
    assert cue(f"minder{mark} regels") is None
    assert cue(f"regels{mark} verdwijnen") is None
    assert cue(f"nu{mark} minder, regels{mark}") == "minder"


def test_a_cue_in_two_parts_reaches_what_stands_between_them_at_any_distance(cue: Cue) -> None:
    assert cue("schaffen a b c regels d e f af") == "schaffen a b c regels d e f af"
    assert cue("schaffen wij; regels af") == "schaffen wij; regels af"


@pytest.mark.parametrize(
    "text", ["weg met regels", "regels in de kast", "korte lange regels", "regels voor hulp weg"]
)
def test_a_cue_that_shares_words_with_what_it_does_not_enclose_does_not_reach_it(cue: Cue, text: str) -> None:
    assert cue(text) is None


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("minder a regels verdwijnen", "verdwijnen"),
        ("minder regels a verdwijnen", "minder"),
        ("minder a minder regels", "minder"),
        ("minder regels verdwijnen", "minder"),
        ("minder, afschaffen van regels", "afschaffen"),
    ],
)
def test_of_the_cues_that_reach_the_nearest_is_told(cue: Cue, text: str, nearest: str) -> None:
    assert cue(text) == nearest
