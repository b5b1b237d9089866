"""A verb in a rule stands for all forms in which a writer uses it."""

import pytest

from beloften.language.verbs import verb_forms


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("werken", "werk werkt werken werkte werkten gewerkt werkend werkende"),
        ("maken", "maak maakt maken maakte maakten gemaakt gemaakte"),
        ("zetten", "zet zetten zette gezet gezette"),
        ("geven", "geef geeft geven gaf gaven gegeven"),
        ("leven", "leef leeft leefde leefden geleefd"),
        ("lezen", "lees leest las lazen gelezen"),
        ("leveren", "lever levert leverde leverden geleverd geleverde"),
        ("signaleren", "signaleer signaleert signaleerde gesignaleerd gesignaleerde"),
        ("verbeteren", "verbeter verbetert verbeterde verbeterd verbeterde verbeterend"),
        ("voorkomen", "voorkom voorkomt voorkomen voorkwam voorkwamen"),
        ("ondersteunen", "ondersteun ondersteunt ondersteunde ondersteund"),
        ("sluiten", "sluit sloot sloten gesloten"),
        ("doen", "doe doet deed deden gedaan"),
        ("gaan", "ga gaat ging gingen gegaan"),
        ("herkennen", "herken herkent herkende herkend"),
        ("ontwikkelen", "ontwikkel ontwikkelt ontwikkelde ontwikkeld"),
        ("besteden", "besteed besteedt besteedde besteed"),
    ],
)
def test_the_forms_that_writers_use_are_among_them(infinitive: str, forms: str) -> None:
    found = verb_forms(infinitive)
    assert set(forms.split()) <= {*found.finite, *found.other}


def test_only_finite_forms_can_be_parted_from_a_particle() -> None:
    forms = verb_forms("sluiten")
    assert "gesloten" not in forms.finite
    assert "sluit" not in forms.other
