"""`explain` shows why a sentence carries a code, and why it does not."""

from collections.abc import Callable
from pathlib import Path

from beloften.codebook.load import load_codebook
from beloften.codebook.schema import Codebook
from beloften.report.explain import explain_text
from tests.detect.conftest import small_codebook

__all__ = ["small_codebook"]


def explained(small_codebook: Codebook, text: str) -> str:
    return "\n".join(explain_text(text, small_codebook))


def test_a_finding_is_shown_with_words_pattern_cue_and_link(small_codebook: Codebook) -> None:
    shown = explained(small_codebook, "Wij zitten in de wijk en bieden daardoor hulp op maat.")
    assert shown.splitlines() == [
        "“Wij zitten in de wijk en bieden daardoor hulp op maat.”",
        "  maatwerk (Naam): expliciet",
        "      “hulp op maat” [maatwerk.yaml:3]",
        "      tied to “in de wijk” [dichtbij.yaml:3]",
        "      link “daardoor” [daardoor.yaml:4]",
        "  dichtbij (Naam)",
        "      “in de wijk” [dichtbij.yaml:3]",
        "  cue: “daardoor” [daardoor.yaml:4]",
    ]


def test_each_sentence_is_shown_with_what_is_said_of_it(small_codebook: Codebook) -> None:
    name = "“Wet regels op maat” [wetten.yaml:3]"
    shown = explained(small_codebook, "Wij zijn dichtbij. De Wet regels op maat geldt. De zon schijnt.")
    assert shown.splitlines() == [
        "“Wij zijn dichtbij.”",
        "  dichtbij (Naam)",
        "      “dichtbij” [dichtbij.yaml:3]",
        "“De Wet regels op maat geldt.”",
        f"  not maatwerk: “op maat” [maatwerk.yaml:3] is excluded by {name}",
        f"  not bureaucratisch: “regels” [bureaucratisch.yaml:4] is excluded by {name}",
        f"  name: {name}",
        "“De zon schijnt.”",
        "  no rule matches any word of it",
    ]


def test_what_is_missing_for_the_next_level_is_said(small_codebook: Codebook) -> None:
    assert explained(small_codebook, "Wij bieden maatwerk.").splitlines()[-1] == (
        "      no tie: no nearness cue in this sentence, nor in one before that it continues"
    )
    assert explained(small_codebook, "Dichtbij: maatwerk, op maat.").splitlines()[5] == (
        "      no link: no causal or enabling words between “maatwerk” or “op maat” and “Dichtbij”"
    )


def test_a_good_that_is_denied_is_shown_with_what_denies_it(small_codebook: Codebook) -> None:
    shown = explained(small_codebook, "Er is geen maatwerk.")
    assert "not maatwerk: “maatwerk” [maatwerk.yaml:3] is denied by “geen” [geen.yaml:5]" in shown


def test_the_words_behind_a_stance_are_shown(small_codebook: Codebook) -> None:
    shown = explained(small_codebook, "Er komen minder regels.")
    assert shown.splitlines()[1:4] == [
        "  bureaucratisch (Naam): afgezet",
        "      “regels” [bureaucratisch.yaml:4]",
        "      stance by “minder” [minder.yaml:7]",
    ]


def test_a_sentence_without_any_match_says_so(small_codebook: Codebook) -> None:
    assert "no rule matches any word of it" in explained(small_codebook, "De zon schijnt.")


def test_what_an_exclusion_or_a_name_bars_is_shown_with_it(small_codebook: Codebook) -> None:
    shown = explained(small_codebook, "Dit is maatwerkvoorziening 1.")
    barred = "“maatwerkvoorziening” [maatwerk.yaml:3]"
    assert f"not maatwerk: {barred} is excluded by “maatwerkvoorziening” [maatwerk.yaml:4]" in shown
    shown = explained(small_codebook, "De Wet regels op maat geldt.")
    name = "“Wet regels op maat” [wetten.yaml:3]"
    assert f"not maatwerk: “op maat” [maatwerk.yaml:3] is excluded by {name}" in shown
    assert f"not bureaucratisch: “regels” [bureaucratisch.yaml:4] is excluded by {name}" in shown


def test_a_condition_that_does_not_hold_is_named(small_codebook: Codebook) -> None:
    shown = explained(small_codebook, "Er zijn formulieren.")
    assert (
        "not bureaucratisch: “formulieren” [bureaucratisch.yaml:7] does not count: "
        "it needs words of `zorg` within 3 sentences" in shown
    )


def test_a_missing_link_and_a_missing_stance_are_named(small_codebook: Codebook) -> None:
    shown = explained(small_codebook, "Wij bieden maatwerk in de wijk, met regels.")
    assert "      no link: no causal or enabling words between “maatwerk” and “in de wijk”" in shown.split(
        "\n"
    )
    assert "      no stance: no cue that rejects or endorses reaches these words" in shown.split("\n")
    assert explained(small_codebook, "Er zijn korte lijnen.").splitlines()[-1] == (
        "      tied by itself: its pattern has that level"
    )
    assert "no " not in explained(small_codebook, "Er komt regeldruk op eigen kracht.")


CONDITIONAL = {
    "mond": """kind: vertoog
with: dichtbij
unless: [vertoog, markt]
patterns: [{pattern: hoort, with: zorg}]
""",
    "markt": "kind: logica\npatterns: [inkoop, grote inkoop]\nexclusions: [inkoop van zout, zout]",
    "dichtbij": "kind: nabijheid\npatterns: [dichtbij]",
    "zorg": "kind: context\nwindow: 1\npatterns: [de zorg]",
}


def test_all_that_words_need_and_must_be_without_is_named(codebook_of: Callable[..., Codebook]) -> None:
    shown = explained(codebook_of(**CONDITIONAL), "Dat hoort zo.")
    assert shown.splitlines()[1] == (
        "  not mond: “hoort” [mond.yaml:5] does not count: it needs words of `zorg` within 1 sentences, "
        "or it needs `dichtbij` in the same sentence, or it must be without vertoog or markt"
    )


def test_of_overlapping_words_that_do_not_count_the_longest_are_shown_with_what_bars_them(
    codebook_of: Callable[..., Codebook],
) -> None:
    shown = explained(codebook_of(**CONDITIONAL), "Zout, en grote inkoop van zout.")
    assert shown.splitlines()[1:] == [
        "  not markt: “grote inkoop” [markt.yaml:3] is excluded by “inkoop van zout” [markt.yaml:4]"
    ]


def test_words_beside_an_exclusion_are_no_reason_for_the_code_that_counts(
    codebook_of: Callable[..., Codebook],
) -> None:
    shown = explained(codebook_of(**CONDITIONAL), "Inkoop van zout of inkoop van hulp.")
    assert shown.splitlines()[1:] == [
        "  markt (Naam): neutraal",
        "      “inkoop” [markt.yaml:3]",
        "      no stance: no cue that rejects or endorses reaches these words",
    ]


def test_words_that_stand_too_far_apart_for_a_pattern_are_shown(codebook_of: Callable[..., Codebook]) -> None:
    codebook = codebook_of(maatwerk="kind: nabijheid\npatterns: [hulp ..2 maat]")
    shown = explained(codebook, "De hulp is nu toch echt op maat.")
    words = "“hulp is nu toch echt op maat” [maatwerk.yaml:3]"
    assert shown.splitlines()[1:] == [
        "  no rule matches any word of it",
        f"  nearly maatwerk: {words}: farther apart than its pattern allows",
    ]
    assert "nearly" not in explained(codebook, "De hulp is op maat.")


def test_a_pattern_that_own_rules_add_is_shown_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "codebook.yaml").write_text("name: eigen\nversion: 1.0.0\nextends: beloften\n", "utf-8")
    (tmp_path / "maatwerk.yaml").write_text(
        "extends: maatwerk\npatterns: [ieder een eigen jas]\nexamples: {}\n", "utf-8"
    )
    shown = explained(load_codebook(tmp_path), "Wij geven ieder een eigen jas.")
    assert f"“ieder een eigen jas” [{tmp_path / 'maatwerk.yaml'}:2]" in shown


def test_a_sentence_in_which_words_match_and_nothing_is_found_says_so() -> None:
    assert list(explain_text("Wij zijn er voor u.", load_codebook())) == [
        "“Wij zijn er voor u.”",
        "  no code is found in it",
    ]
