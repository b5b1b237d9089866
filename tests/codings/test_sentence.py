from beloften.codebook.schema import Level, Stance
from tests.codings.building import coded


def test_a_sentence_has_the_codes_of_every_kind_each_with_its_level_or_stance() -> None:
    sentence = coded(
        1,
        nabijheid=True,
        beloften={"maatwerk": Level.BELOFTE},
        logicas={"markt": Stance.NEUTRAAL},
        waarden={"keuzevrijheid": Stance.AFGEZET},
        zelfredzaamheid=frozenset({"autarkie"}),
        overige=frozenset({"noodzaak"}),
    )
    assert sentence.degrees == {
        "maatwerk": "belofte",
        "markt": "neutraal",
        "keuzevrijheid": "afgezet",
        "autarkie": "",
        "noodzaak": "",
        "nabijheid": "",
    }
    assert coded(2).degrees == {}
