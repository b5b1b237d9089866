from collections.abc import Sequence

from beloften.codebook.schema import Level, Stance
from beloften.codings.sentence import CodedSentence
from beloften.validation.agreement import not_compared
from beloften.validation.measure import FamilyScores, validate
from tests.codings.building import coded


def compare(gold: Sequence[CodedSentence], found: Sequence[CodedSentence]) -> tuple[FamilyScores, ...]:
    return validate(gold, found).families


def of_kind(families: tuple[FamilyScores, ...], kind: str) -> dict[str, tuple[int, int, int]]:
    (found,) = (family for family in families if family.kind == kind)
    return {code.code: (code.score.tp, code.score.fp, code.score.fn) for code in found.codes}


def test_a_belofte_that_is_only_named_is_no_promise() -> None:
    families = compare(
        [coded(1, beloften={"maatwerk": Level.EXPLICIET}), coded(2, beloften={"maatwerk": Level.BELOFTE})],
        [coded(1, beloften={"maatwerk": Level.BELOFTE}), coded(2, beloften={"maatwerk": Level.GENOEMD})],
    )
    assert of_kind(families, "genoemd") == {"maatwerk": (2, 0, 0)}
    assert of_kind(families, "belofte") == {"maatwerk": (1, 0, 1)}


def test_a_logica_with_another_stance_is_found_but_not_its_stance() -> None:
    families = compare(
        [coded(1, logicas={"markt": Stance.AFGEZET})], [coded(1, logicas={"markt": Stance.NEUTRAAL})]
    )
    assert of_kind(families, "logica") == {"markt": (1, 0, 0)}
    assert of_kind(families, "houding") == {
        "markt afgezet": (0, 0, 1),
        "markt neutraal": (0, 1, 0),
        "markt onderschreven": (0, 0, 0),
    }


def test_levels_include_the_ones_before_them() -> None:
    families = compare(
        [coded(1, beloften={"maatwerk": Level.EXPLICIET})], [coded(1, beloften={"maatwerk": Level.BELOFTE})]
    )
    assert of_kind(families, "belofte") == {"maatwerk": (1, 0, 0)}
    assert of_kind(families, "expliciet") == {"maatwerk": (0, 0, 1)}


def test_at_each_level_that_coders_told_all_beloften_of_either_coding_are_compared() -> None:
    families = compare(
        [coded(1, beloften={"maatwerk": Level.EXPLICIET})], [coded(1, beloften={"preventie": Level.GENOEMD})]
    )
    assert of_kind(families, "genoemd") == {"maatwerk": (0, 0, 1), "preventie": (0, 1, 0)}
    for kind in ("belofte", "expliciet"):
        assert of_kind(families, kind) == {"maatwerk": (0, 0, 1), "preventie": (0, 0, 0)}


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

    families = compare([every(Stance.AFGEZET)], [every(Stance.NEUTRAAL)])
    scores = {each.kind: (each.micro.score.tp, each.micro.score.fp, each.micro.score.fn) for each in families}
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
    assert {each.micro.code for each in families} == {"micro"}


def test_levels_and_stances_that_coders_never_told_are_not_compared() -> None:
    gold = [coded(1, beloften={"maatwerk": Level.GENOEMD}, logicas={"markt": Stance.NEUTRAAL})]
    found = [coded(1, beloften={"maatwerk": Level.BELOFTE}, logicas={"markt": Stance.AFGEZET})]
    assert [each.kind for each in compare(gold, found)] == ["genoemd", "logica"]


def test_logicas_that_the_gold_coding_never_uses_are_no_errors() -> None:
    families = compare(
        [coded(1, logicas={"markt": Stance.AFGEZET}, zelfredzaamheid=frozenset({"autarkie"}))],
        [coded(1, logicas={"roem": Stance.NEUTRAAL}, zelfredzaamheid=frozenset({"autarkie", "onbepaald"}))],
    )
    assert of_kind(families, "logica") == {"markt": (0, 0, 1)}
    assert of_kind(families, "zelfredzaamheid") == {"autarkie": (1, 0, 0)}


def test_what_was_found_and_no_coder_used_is_left_out_of_the_scores_but_told() -> None:
    gold = [coded(1, logicas={"markt": Stance.AFGEZET}), coded(2), coded(3)]
    found = [
        coded(1, logicas={"markt": Stance.NEUTRAAL, "civiel": Stance.NEUTRAAL}),
        coded(2, beloften={"maatwerk": Level.EXPLICIET}, logicas={"civiel": Stance.AFGEZET}),
        coded(2, logicas={"civiel": Stance.AFGEZET}),
    ]
    assert list(not_compared(gold, found).items()) == [("civiel", 2), ("maatwerk", 1)]
    assert not_compared([*gold, coded(4, beloften={"preventie": Level.GENOEMD})], found) == {"civiel": 2}
