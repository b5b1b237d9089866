"""A rule can ask that something else is said near its words, or that it is not, and be part of another."""

from collections.abc import Callable

import pytest

from beloften.codebook.schema import Codebook, Level, Stance
from beloften.detect.conditions import Conditions
from beloften.detect.detector import Detector
from beloften.language.sentence import Sentence
from beloften.language.sentences import sentence_bounds

RULES = {
    "maatwerk": "kind: belofte\npatterns: [op maat]",
    "stabiliteit": "kind: koepel\npatterns: [vaste gezichten]",
    "dichtbij": "kind: nabijheid\npatterns: [dichtbij, in de wijk]\nexclusions: [in de wijk oost]",
    "kaal": "kind: vertoog\nwith: dichtbij\nunless: [belofte, koepel]\npatterns: [hoort]",
    "burgers": "kind: relatie\npatterns: [{pattern: elkaar, with: nabijheid}, buren]",
    "autarkie": """kind: zelfredzaamheid
part-of: zelfredzaamheid
patterns: [eigen kracht, {pattern: zelf, with: zorg}]
""",
    "onbepaald": """kind: zelfredzaamheid
part-of: zelfredzaamheid
unless: [autarkie]
patterns: [zelfredzaam*]
""",
    "zelfredzaamheid": "kind: beginsel",
    "markt": "kind: logica\npatterns: [inkoop]",
    "dynamiek": "kind: waarde\npart-of: markt\npatterns: [{pattern: concurrentie, stance: afgezet}]",
    "noodzaak": "kind: vertoog\nwith: zorg\npatterns: [onhoudbaar]",
    "tegenstem": "kind: vertoog\nunless: [vertoog, markt]\npatterns: [toch]",
    "zorg": "kind: context\nwindow: 1\npatterns: [de zorg]",
}


@pytest.fixture
def codes(codebook_of: Callable[..., Codebook]) -> Callable[[str], list[tuple[int, str]]]:
    """The codes found in a text of one paragraph, each with the index of its sentence."""
    detector = Detector(codebook_of(**RULES))

    def find(text: str) -> list[tuple[int, str]]:
        sentences = [Sentence(text[start:end], start, 0) for start, end in sentence_bounds(text)]
        return [(finding.sentence, finding.code) for finding in detector.detect(sentences)]

    return find


Codes = Callable[[str], list[tuple[int, str]]]


def test_a_rule_that_asks_for_a_code_counts_only_in_a_sentence_with_that_code(codes: Codes) -> None:
    assert codes("Hulp hoort dichtbij.") == [(0, "dichtbij"), (0, "kaal")]
    assert codes("Hulp hoort zo.") == []
    assert codes("Hulp is dichtbij. Dat hoort zo.") == [(0, "dichtbij")]


def test_what_an_exclusion_bars_is_not_there_for_another_rule_either(codes: Codes) -> None:
    assert codes("Hulp hoort in de wijk.") == [(0, "dichtbij"), (0, "kaal")]
    assert codes("Hulp hoort in de wijk oost.") == []


def test_a_pattern_can_ask_for_any_code_of_a_kind_where_the_rest_of_its_rule_does_not(codes: Codes) -> None:
    assert codes("Wij helpen elkaar.") == []
    assert codes("Wij helpen elkaar in de wijk.") == [(0, "dichtbij"), (0, "burgers")]
    assert codes("De buren helpen.") == [(0, "burgers")]


@pytest.mark.parametrize("promise", ["op maat", "met vaste gezichten"])
def test_a_rule_is_silent_in_a_sentence_with_a_code_or_kind_that_it_must_not_stand_with(
    codes: Codes, promise: str
) -> None:
    assert (0, "kaal") not in codes(f"Hulp hoort dichtbij, {promise}.")
    assert (0, "kaal") in codes(f"Hulp hoort dichtbij. Dat is {promise}.")


def test_a_kind_does_not_silence_the_rule_that_names_it_and_belongs_to_it(codes: Codes) -> None:
    assert codes("Toch niet.") == [(0, "tegenstem")]
    assert (0, "tegenstem") not in codes("De zorg is toch onhoudbaar.")


def test_what_is_part_of_a_code_counts_as_that_code(codes: Codes) -> None:
    assert codes("Toch is er concurrentie.") == [(0, "dynamiek"), (0, "markt")]


def test_a_context_rule_counts_within_its_own_number_of_sentences(codes: Codes) -> None:
    assert codes("Dit gaat over de zorg. Dat is onhoudbaar.") == [(1, "noodzaak")]
    assert codes("Dit gaat over de zorg. Ja. Dat is onhoudbaar.") == []


def test_a_whole_is_found_with_each_of_its_parts_by_their_words(codes: Codes) -> None:
    assert codes("Zelfredzaam zijn is het doel.") == [(0, "onbepaald"), (0, "zelfredzaamheid")]
    assert codes("Zelfredzaam zijn is op eigen kracht leven.") == [(0, "autarkie"), (0, "zelfredzaamheid")]


def test_conditions_are_judged_in_turn_when_one_rests_on_another(codes: Codes) -> None:
    assert codes("Zelf zelfredzaam zijn.") == [(0, "onbepaald"), (0, "zelfredzaamheid")]
    assert codes("Zelf zelfredzaam zijn in de zorg.") == [(0, "autarkie"), (0, "zelfredzaamheid")]


def test_a_rule_is_judged_behind_those_that_it_waits_for_and_the_others_keep_their_order(
    codebook_of: Callable[..., Codebook],
) -> None:
    conditions = Conditions(codebook_of(**RULES))
    codes = ["tegenstem", "onbepaald", "markt", "dichtbij", "burgers", "autarkie", "kaal", "maatwerk"]
    found = conditions.in_order(codes)
    assert found[:3] == ["markt", "dichtbij", "maatwerk"]
    places = {code: place for place, code in enumerate(found)}
    assert places["autarkie"] < places["onbepaald"]
    assert places["kaal"] < places["tegenstem"]


def test_an_umbrella_good_has_levels_and_a_value_gives_its_logic_its_stance(
    codebook_of: Callable[..., Codebook],
) -> None:
    detector = Detector(codebook_of(**RULES))
    text = "Vaste gezichten in de wijk, geen concurrentie."
    found = {finding.code: finding for finding in detector.detect([Sentence(text, 0, 0)])}
    assert found["stabiliteit"].level is Level.BELOFTE
    assert found["markt"].stance is Stance.AFGEZET
