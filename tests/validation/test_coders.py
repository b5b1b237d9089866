"""The tool against those who coded, and those against each other."""

from dataclasses import replace

from beloften.codebook.schema import Codebook, Level
from beloften.codings.sentence import CodedSentence
from beloften.validation.coders import compare_coders
from beloften.validation.confusion import Confusion
from tests.codings.building import coded

NAMED = {"maatwerk": Level.GENOEMD}


def sentences(*named: int) -> list[CodedSentence]:
    """Four sentences, of which the tool finds a belofte in the first two."""
    texts = ("Wij bieden hulp op maat.", "Dit is maatwerk.", "De zon schijnt.", "Het regent vandaag.")
    return [
        coded(number, text=text, source=f"{number % 2}", beloften=NAMED if number in named else {})
        for number, text in enumerate(texts)
    ]


def test_one_coder_is_compared_with_the_tool(small_codebook: Codebook) -> None:
    compared = compare_coders({"anna": sentences(0, 2)}, small_codebook)
    (comparison,) = compared.comparisons
    score = comparison.validation.families[0].micro.score
    assert (score.tp, score.fp, score.fn) == (1, 1, 1)
    assert [each.id for each in compared.found] == ["0", "1", "2", "3"]


def test_what_differs_is_told_code_by_code_and_what_no_coder_used_is_left_out(
    small_codebook: Codebook,
) -> None:
    gold = [*sentences(0, 2), coded(9, text="Regels dichtbij.", source="1")]
    compared = compare_coders({"anna": gold}, small_codebook)
    assert set(compared.confused) == {
        Confusion("belofte", "–", "maatwerk", 1),
        Confusion("belofte", "maatwerk", "–", 1),
    }
    assert [(each.id, each.code, each.gold, each.found) for each in compared.differences] == [
        ("1", "maatwerk", "–", "ja"),
        ("2", "maatwerk", "ja", "–"),
    ]
    assert compared.left_out == {"bureaucratisch": 1, "nabijheid": 1}


def test_coders_of_whom_none_coded_what_another_did_are_not_compared(small_codebook: Codebook) -> None:
    both = {"bram": sentences(0, 1)[:2], "anna": sentences(0, 2)[2:]}
    compared = compare_coders(both, small_codebook)
    assert [each.name for each in compared.comparisons] == ["", "anna", "bram"]
    assert [each.id for each in compared.found] == ["2", "3", "0", "1"]


def test_several_coders_are_gold_together_and_each_and_are_compared_with_each_other(
    small_codebook: Codebook,
) -> None:
    compared = compare_coders({"bram": sentences(0, 1), "anna": sentences(0, 2)[:3]}, small_codebook)
    scores = {
        each.name: (score := each.validation.families[0].micro.score) and (score.tp, score.fp, score.fn)
        for each in compared.comparisons
    }
    assert scores == {"": (3, 1, 1), "anna": (1, 1, 1), "bram": (2, 0, 0), "anna – bram": (1, 1, 1)}
    assert compared.comparisons[-1].validation.sentences == 3
    assert compared.coders == ("anna", "bram")
    assert {each.id for each in compared.differences} == {"1 (anna)", "2 (anna)"}


def test_a_second_coder_makes_no_independent_sentences(small_codebook: Codebook) -> None:
    one = compare_coders({"anna": sentences(0, 1)}, small_codebook)
    two = compare_coders({"anna": sentences(0, 1), "bram": sentences(0, 1)}, small_codebook)
    alone, together = (each.comparisons[0].validation.families[0].micro.recall for each in (one, two))
    assert together == alone


def test_sentences_that_are_there_for_their_neighbours_do_not_count(small_codebook: Codebook) -> None:
    """The cue stands in the sentence before, which nobody was asked to code."""
    before = coded(1, text="Wij zitten in de wijk.")
    asked = coded(2, text="Zo bieden wij maatwerk.", beloften={"maatwerk": Level.BELOFTE})
    compared = compare_coders({"anna": [replace(before, counted=False), asked]}, small_codebook)
    assert [each.beloften for each in compared.found] == [{"maatwerk": Level.BELOFTE}]
    assert compared.comparisons[0].validation.sentences == 1
