import pytest

from beloften.codebook.schema import Level, Stance
from beloften.codings.sentence import CodedSentence
from beloften.validation.agreement import (
    Comparison,
    Score,
    compare_codings,
    micro_average,
    not_compared,
    score_codes,
)
from tests.codings.building import coded


def of_kind(comparisons: tuple[Comparison, ...], kind: str) -> dict[str, tuple[int, int, int]]:
    (found,) = (comparison for comparison in comparisons if comparison.kind == kind)
    return {score.code: (score.tp, score.fp, score.fn) for score in found.scores}


def test_precision_recall_and_f1_of_a_code() -> None:
    score = Score("maatwerk", tp=6, fp=2, fn=4)
    assert (score.precision, score.recall) == (0.75, 0.6)
    assert score.f1 == pytest.approx(2 / 3)


def test_what_cannot_be_divided_is_undefined_rather_than_zero() -> None:
    assert Score("maatwerk", tp=0, fp=0, fn=3).precision is None
    assert Score("maatwerk", tp=0, fp=3, fn=0).recall is None
    assert Score("maatwerk", tp=0, fp=0, fn=0).f1 is None
    assert Score("maatwerk", tp=0, fp=1, fn=1).f1 == 0


def test_codes_are_compared_by_sentence() -> None:
    gold = [(1, "maatwerk"), (2, "maatwerk"), (3, "preventie")]
    found = [(1, "maatwerk"), (1, "maatwerk"), (3, "maatwerk"), (9, "other")]
    assert score_codes(gold, found, ["maatwerk", "preventie"]) == (
        Score("maatwerk", tp=1, fp=1, fn=1),
        Score("preventie", tp=0, fp=0, fn=1),
    )


def test_the_micro_average_weighs_codes_by_their_sentences() -> None:
    assert micro_average([Score("a", 8, 1, 1), Score("b", 0, 1, 1)]) == Score("micro", 8, 2, 2)


def test_a_belofte_that_is_only_named_is_no_promise() -> None:
    comparisons = compare_codings(
        [coded(1, beloften={"maatwerk": Level.EXPLICIET}), coded(2, beloften={"maatwerk": Level.BELOFTE})],
        [coded(1, beloften={"maatwerk": Level.BELOFTE}), coded(2, beloften={"maatwerk": Level.GENOEMD})],
    )
    assert of_kind(comparisons, "genoemd") == {"maatwerk": (2, 0, 0)}
    assert of_kind(comparisons, "belofte") == {"maatwerk": (1, 0, 1)}


def test_a_logica_with_another_stance_is_found_but_not_its_stance() -> None:
    comparisons = compare_codings(
        [coded(1, logicas={"markt": Stance.AFGEZET})], [coded(1, logicas={"markt": Stance.NEUTRAAL})]
    )
    assert of_kind(comparisons, "logica") == {"markt": (1, 0, 0)}
    assert of_kind(comparisons, "houding") == {
        "markt afgezet": (0, 0, 1),
        "markt neutraal": (0, 1, 0),
        "markt onderschreven": (0, 0, 0),
    }


def test_levels_include_the_ones_before_them() -> None:
    comparisons = compare_codings(
        [coded(1, beloften={"maatwerk": Level.EXPLICIET})], [coded(1, beloften={"maatwerk": Level.BELOFTE})]
    )
    assert of_kind(comparisons, "belofte") == {"maatwerk": (1, 0, 0)}
    assert of_kind(comparisons, "expliciet") == {"maatwerk": (0, 0, 1)}


def test_at_each_level_that_coders_told_all_beloften_of_either_coding_are_compared() -> None:
    comparisons = compare_codings(
        [coded(1, beloften={"maatwerk": Level.EXPLICIET})], [coded(1, beloften={"preventie": Level.GENOEMD})]
    )
    assert of_kind(comparisons, "genoemd") == {"maatwerk": (0, 0, 1), "preventie": (0, 1, 0)}
    for kind in ("belofte", "expliciet"):
        assert of_kind(comparisons, kind) == {"maatwerk": (0, 0, 1), "preventie": (0, 0, 0)}


def test_codes_of_every_kind_are_compared_and_added_up() -> None:
    def every(stance: Stance) -> CodedSentence:
        return coded(
            1,
            nabijheid=True,
            logicas={"markt": stance},
            waarden={"keuzevrijheid": stance},
            zelfredzaamheid=frozenset({"autarkie"}),
            overige=frozenset({"noodzaak"}),
        )

    comparisons = compare_codings([every(Stance.AFGEZET)], [every(Stance.NEUTRAAL)])
    scores = {each.kind: (each.micro.tp, each.micro.fp, each.micro.fn) for each in comparisons}
    agreed, other = (1, 0, 0), (0, 1, 1)
    assert scores == {
        "nabijheid": agreed,
        "logica": agreed,
        "houding": other,
        "waarde": agreed,
        "waardehouding": other,
        "zelfredzaamheid": agreed,
        "overige": agreed,
    }
    assert {each.micro.code for each in comparisons} == {"micro"}


def test_levels_and_stances_that_coders_never_told_are_not_compared() -> None:
    gold = [coded(1, beloften={"maatwerk": Level.GENOEMD}, logicas={"markt": Stance.NEUTRAAL})]
    found = [coded(1, beloften={"maatwerk": Level.BELOFTE}, logicas={"markt": Stance.AFGEZET})]
    assert [each.kind for each in compare_codings(gold, found)] == ["genoemd", "logica"]


def test_logicas_that_the_gold_coding_never_uses_are_no_errors() -> None:
    comparisons = compare_codings(
        [coded(1, logicas={"markt": Stance.AFGEZET}, zelfredzaamheid=frozenset({"autarkie"}))],
        [coded(1, logicas={"roem": Stance.NEUTRAAL}, zelfredzaamheid=frozenset({"autarkie", "onbepaald"}))],
    )
    assert of_kind(comparisons, "logica") == {"markt": (0, 0, 1)}
    assert of_kind(comparisons, "zelfredzaamheid") == {"autarkie": (1, 0, 0)}


def test_what_was_found_and_no_coder_used_is_left_out_of_the_scores_but_told() -> None:
    gold = [coded(1, logicas={"markt": Stance.AFGEZET}), coded(2), coded(3)]
    found = [
        coded(1, logicas={"markt": Stance.NEUTRAAL, "civiel": Stance.NEUTRAAL}),
        coded(2, beloften={"maatwerk": Level.EXPLICIET}, logicas={"civiel": Stance.AFGEZET}),
        coded(2, logicas={"civiel": Stance.AFGEZET}),
    ]
    assert list(not_compared(gold, found).items()) == [("civiel", 2), ("maatwerk", 1)]
    assert not_compared([*gold, coded(4, beloften={"preventie": Level.GENOEMD})], found) == {"civiel": 2}
