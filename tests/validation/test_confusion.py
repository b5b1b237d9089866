"""Where two codings differ."""

from typing import Any

import pytest

from beloften.codebook.schema import Codebook, Level, Stance
from beloften.codings.sentence import CodedSentence
from beloften.detect.detector import Detector
from beloften.validation.agreement import families
from beloften.validation.confusion import Confusion, Scope, confusions, disagreements, scope_of
from beloften.validation.recode import recode_with_findings
from tests.codings.building import coded
from tests.detect.conftest import small_codebook

__all__ = ["small_codebook"]


def compared(gold: list[CodedSentence], found: list[CodedSentence]) -> tuple[Confusion, ...]:
    return confusions(gold, found, scope_of(families(gold, found)))


def test_what_one_coding_misses_is_paired_with_what_the_other_has_instead() -> None:
    gold = [
        coded(1, beloften={"maatwerk": Level.GENOEMD, "preventie": Level.GENOEMD}),
        coded(2, beloften={"maatwerk": Level.GENOEMD}),
        coded(3),
    ]
    found = [
        coded(1, beloften={"aansluiten": Level.GENOEMD, "preventie": Level.GENOEMD}),
        coded(2),
        coded(3, beloften={"maatwerk": Level.GENOEMD}),
    ]
    assert compared(gold, found) == (
        Confusion("belofte", "maatwerk", "aansluiten", 1),
        Confusion("belofte", "maatwerk", "–", 1),
        Confusion("belofte", "–", "maatwerk", 1),
    )


def test_levels_and_stances_of_what_both_have_are_set_against_each_other() -> None:
    gold = [coded(n, beloften={"maatwerk": Level.BELOFTE}, logicas={"markt": Stance.AFGEZET}) for n in (1, 2)]
    found = [
        coded(1, beloften={"maatwerk": Level.BELOFTE}, logicas={"markt": Stance.NEUTRAAL}),
        coded(2, beloften={"maatwerk": Level.GENOEMD}, logicas={"markt": Stance.AFGEZET}),
    ]
    assert set(compared(gold, found)) == {
        Confusion("niveau", "belofte", "belofte", 1),
        Confusion("niveau", "belofte", "genoemd", 1),
        Confusion("houding", "afgezet", "neutraal", 1),
        Confusion("houding", "afgezet", "afgezet", 1),
    }


def test_logicas_that_coders_never_used_are_no_confusion() -> None:
    gold = [coded(1, logicas={"markt": Stance.NEUTRAAL})]
    found = [coded(1, logicas={"markt": Stance.NEUTRAAL, "roem": Stance.AFGEZET})]
    assert compared(gold, found) == ()


@pytest.mark.parametrize(
    ("text", "gold", "said", "words", "why"),
    [
        (
            "Wij bieden hulp op maat.",
            {},
            ("–", "genoemd"),
            "hulp op maat",
            "maatwerk: hulp op maat; not tied to a nearness cue",
        ),
        (
            "Hulp op maat in de wijk.",
            {"maatwerk": Level.GENOEMD},
            ("genoemd", "belofte"),
            "Hulp op maat",
            "maatwerk: hulp op maat; cue “in de wijk”",
        ),
        (
            "Maatwerk in de wijk is daardoor op maat.",
            {},
            ("–", "expliciet"),
            "Maatwerk ‖ op maat",
            "maatwerk: maatwerk*; maatwerk: op maat; cue “in de wijk”; link “daardoor”",
        ),
        (
            "Regels en korte lijnen.",
            {"maatwerk": Level.BELOFTE},
            ("belofte", "–"),
            "",
            "no pattern of maatwerk matches; found instead: bureaucratisch, efficientie",
        ),
        (
            "De zon schijnt.",
            {"maatwerk": Level.BELOFTE},
            ("belofte", "–"),
            "",
            "no pattern of maatwerk matches",
        ),
    ],
)
def test_a_disagreement_tells_the_words_and_why(
    small_codebook: Codebook,
    text: str,
    gold: dict[str, Level],
    said: tuple[str, str],
    words: str,
    why: str,
) -> None:
    sentences = [coded(1, text=text, beloften=gold)]
    found = recode_with_findings(sentences, Detector(small_codebook))
    scope = Scope({"belofte": frozenset({"maatwerk"})}, frozenset({"belofte"}))
    (difference,) = disagreements(sentences, found, scope)
    assert (difference.gold, difference.found) == said
    assert (difference.code, difference.words, difference.text) == ("maatwerk", words, text)
    assert difference.why == why
    assert (difference.id, difference.source, difference.kind) == ("1", "a", "belofte")


def test_disagreements_come_in_the_order_of_the_sentences_and_the_codes(small_codebook: Codebook) -> None:
    gold = [
        coded(1, text="Dichtbij.", beloften={"maatwerk": Level.GENOEMD, "efficientie": Level.BELOFTE}),
        coded(2, text="Op maat.", nabijheid=True, beloften={"maatwerk": Level.GENOEMD}),
    ]
    found = recode_with_findings(gold, Detector(small_codebook))
    differences = disagreements(gold, found, scope_of(families(gold, [each.sentence for each in found])))
    assert [(each.id, each.kind, each.code, each.gold, each.found) for each in differences] == [
        ("1", "belofte", "efficientie", "belofte", "–"),
        ("1", "belofte", "maatwerk", "genoemd", "–"),
        ("1", "nabijheid", "nabijheid", "–", "ja"),
        ("2", "nabijheid", "nabijheid", "ja", "–"),
    ]


EVERY_KIND: dict[str, Any] = {
    "nabijheid": True,
    "beloften": {"maatwerk": Level.BELOFTE},
    "logicas": {"markt": Stance.AFGEZET},
    "waarden": {"keuzevrijheid": Stance.AFGEZET},
    "zelfredzaamheid": frozenset({"autarkie"}),
    "overige": frozenset({"noodzaak"}),
}


def test_codes_of_every_kind_that_one_coding_lacks_are_told() -> None:
    assert compared([coded(1, **EVERY_KIND)], [coded(1)]) == (
        Confusion("belofte", "maatwerk", "–", 1),
        Confusion("logica", "markt", "–", 1),
        Confusion("nabijheid", "nabijheid", "–", 1),
        Confusion("overige", "noodzaak", "–", 1),
        Confusion("waarde", "keuzevrijheid", "–", 1),
        Confusion("zelfredzaamheid", "autarkie", "–", 1),
    )


def test_of_every_kind_that_both_have_only_levels_and_stances_are_set_against_each_other() -> None:
    other = EVERY_KIND | {"waarden": {"keuzevrijheid": Stance.NEUTRAAL}}
    assert compared([coded(1, **EVERY_KIND)], [coded(1, **other)]) == (
        Confusion("houding", "afgezet", "afgezet", 1),
        Confusion("niveau", "belofte", "belofte", 1),
        Confusion("waardehouding", "afgezet", "neutraal", 1),
    )


def test_the_most_frequent_confusions_come_first_within_a_kind() -> None:
    gold = [coded(n, logicas={"markt": Stance.AFGEZET}) for n in range(3)] + [
        coded(9, logicas={"civiel": Stance.AFGEZET})
    ]
    found = [coded(n) for n in range(2)] + [coded(n, logicas={"civiel": Stance.AFGEZET}) for n in (2, 9)]
    assert [(each.gold, each.found, each.sentences) for each in compared(gold, found)] == [
        ("afgezet", "afgezet", 1),
        ("markt", "–", 2),
        ("markt", "civiel", 1),
    ]


def test_codings_that_agree_have_no_disagreements(small_codebook: Codebook) -> None:
    found = recode_with_findings([coded(1, text="Wij bieden hulp op maat.")], Detector(small_codebook))
    gold = [found[0].sentence]
    assert not list(disagreements(gold, found, scope_of(families(gold, gold))))
