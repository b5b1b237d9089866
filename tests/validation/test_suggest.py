"""Words that mark what the rules miss, and what they find wrongly, are weighed by log-likelihood."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.codebook.schema import Level
from beloften.codings.sentence import CodedSentence
from beloften.errors import UsageError
from beloften.validation.suggest import Aim, log_likelihood, suggest


def coded(text: str, *codes: str) -> CodedSentence:
    beloften = dict.fromkeys(codes, Level.GENOEMD)
    return CodedSentence(text, "a", text, False, beloften, {}, frozenset(), {})  # noqa: FBT003 - no nearness


def bare(sentence: CodedSentence) -> CodedSentence:
    return replace(sentence, beloften={})


GOLD = [
    coded("Wij snijden hulp op het lijf.", "maatwerk"),
    coded("Steun wordt op het lijf gesneden.", "maatwerk"),
    coded("Dit is maatwerk.", "maatwerk"),
    coded("Ook dat is maatwerk.", "maatwerk"),
    coded("Maatwerk voor de straat in het centrum."),
    coded("Dat pak is maatwerk voor de straat."),
    coded("De brug wordt hersteld."),
    coded("De weg is open."),
]


def by_word(gold: list[CodedSentence]) -> list[CodedSentence]:
    """What a rule finds that knows the word maatwerk only."""
    found = {"maatwerk": Level.GENOEMD}
    return [replace(one, beloften=found) if "aatwerk" in one.text else bare(one) for one in gold]


def test_what_marks_missed_sentences_could_be_added_and_what_marks_wrong_ones_excluded() -> None:
    suggestions = suggest(GOLD, by_word(GOLD))
    best = {aim: next(one for one in suggestions if one.aim is aim) for aim in Aim}
    assert best[Aim.ADD].phrase == "op het lijf"
    add = best[Aim.ADD]
    assert (add.missed, add.right, add.wrong, add.without) == (2, 0, 0, 0)
    assert best[Aim.ADD].sample == "Wij snijden hulp op het lijf."
    assert best[Aim.EXCLUDE].phrase == "maatwerk voor de"
    assert (best[Aim.EXCLUDE].wrong, best[Aim.EXCLUDE].right) == (2, 0)


def test_a_part_of_a_phrase_that_occurs_only_in_it_is_left_out() -> None:
    phrases = [one.phrase for one in suggest(GOLD, by_word(GOLD))]
    assert "op het" not in phrases
    assert "lijf" not in phrases


def test_a_word_of_one_sentence_is_no_suggestion() -> None:
    assert "snijden" not in {one.phrase for one in suggest(GOLD, by_word(GOLD))}


def test_a_sentence_that_stands_twice_counts_once() -> None:
    gold = [*GOLD, GOLD[0], GOLD[0]]
    best = suggest(gold, by_word(gold))[0]
    assert (best.phrase, best.missed) == ("op het lijf", 2)


def test_rules_that_agree_with_people_get_no_suggestions() -> None:
    assert suggest(GOLD, GOLD) == []


def test_no_more_phrases_are_suggested_for_a_code_and_an_aim_than_are_asked_for() -> None:
    gold = [
        *(coded(f"Hulp naar {noun} wens.", "maatwerk") for noun in ("ieders", "uw", "mijn")),
        *(coded(f"Steun op {noun} lijf.", "maatwerk") for noun in ("het", "uw", "mijn")),
        *(coded(f"De {noun} is open.") for noun in ("brug", "weg", "haven", "sluis", "markt", "kade")),
    ]
    found = [bare(one) for one in gold]
    assert [one.phrase for one in suggest(gold, found, most=2)] == ["hulp naar", "steun op"]
    assert len(suggest(gold, found, most=3)) == 3
    assert {(one.code, one.aim) for one in suggest(gold, found)} == {("maatwerk", Aim.ADD)}


def test_a_phrase_that_is_common_where_the_code_is_not_is_no_suggestion() -> None:
    missed = [coded(f"Hulp {noun} dichtbij.", "maatwerk") for noun in ("is", "komt", "blijft")]
    elsewhere = [coded(f"Weg {number}.") for number in "abcdefghi"] + [coded("Brug dichtbij.")]
    found = [bare(one) for one in (*missed, *elsewhere)]
    assert {one.phrase for one in suggest([*missed, *elsewhere], found)} == {"hulp", "dichtbij"}
    twice = [*elsewhere[1:], coded("Kade dichtbij.")]
    found = [bare(one) for one in (*missed, *twice)]
    assert {one.phrase for one in suggest([*missed, *twice], found)} == {"hulp"}


def test_a_code_that_nobody_used_is_told() -> None:
    gold = [*GOLD, coded("Zo eerder.", "preventie")]
    with pytest.raises(UsageError) as caught:
        suggest(gold, gold, code="aansluiten")
    assert caught.value.problem == "No sentence has the code 'aansluiten'."
    assert caught.value.next_step == "Choose from: maatwerk, preventie."


def test_g2_is_that_of_dunning() -> None:
    """Two of 10 against 1 of 20: 2 (2 ln 2 + 8 ln 8/9 + ln 1/2 + 19 ln 19/18), reckoned by hand."""
    assert log_likelihood(2, 10, 1, 20) == pytest.approx(1.5563, abs=1e-4)


@given(st.integers(1, 50), st.integers(1, 50), st.integers(1, 5))
def test_g2_is_zero_where_the_shares_are_equal_and_never_less(size: int, rest: int, times: int) -> None:
    assert log_likelihood(size, size * times, rest, rest * times) == pytest.approx(0, abs=1e-9)
    assert log_likelihood(1, size, 0, rest) >= -1e-9
