"""From codings of words to the codes of a sentence."""

from beloften.codebook.schema import Level, Stance
from beloften.codings.marks import marked, together
from beloften.codings.names import CodeNames, Coding
from tests.codings.building import coded


def test_the_highest_level_counts_and_afgezet_goes_before_the_other_stances(names: CodeNames) -> None:
    sentence = marked(
        coded(1),
        [
            Coding("maatwerk", Level.BELOFTE),
            Coding("maatwerk", Level.GENOEMD),
            Coding("markt", Stance.NEUTRAAL),
            Coding("markt", Stance.AFGEZET),
            Coding("rechtsgelijkheid", Stance.ONDERSCHREVEN),
            Coding("autarkie"),
            Coding("noodzaak"),
            Coding("nabijheid"),
        ],
        names,
    )
    assert sentence.beloften == {"maatwerk": Level.BELOFTE}
    assert sentence.logicas == {"markt": Stance.AFGEZET}
    assert sentence.waarden == {"rechtsgelijkheid": Stance.ONDERSCHREVEN}
    assert sentence.zelfredzaamheid == {"autarkie"}
    assert sentence.overige == {"noodzaak"}
    assert sentence.nabijheid


def test_without_a_level_a_belofte_is_named_and_without_a_stance_a_logica_is_neutral(
    names: CodeNames,
) -> None:
    sentence = marked(coded(1), [Coding("maatwerk"), Coding("markt")], names)
    assert sentence.degrees == {"maatwerk": "genoemd", "markt": "neutraal"}


def test_codes_that_the_sentence_had_are_gone(names: CodeNames) -> None:
    assert marked(coded(1, beloften={"maatwerk": Level.GENOEMD}, nabijheid=True), [], names).degrees == {}


def test_a_degree_by_itself_joins_the_codes_of_the_same_words_that_can_have_it(names: CodeNames) -> None:
    codings = [Coding("maatwerk"), Coding("markt"), Coding("", Stance.AFGEZET)]
    assert together(codings, names) == [Coding("maatwerk"), Coding("markt", Stance.AFGEZET)]
