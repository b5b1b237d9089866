"""`explain` shows why a sentence carries a code, and why it does not."""

from collections.abc import Callable
from pathlib import Path

from beloften.codebook.load import load_codebook
from beloften.codebook.schema import Codebook
from beloften.detect.explain import explain_text


def explained(small_codebook: Codebook, text: str) -> str:
    return "\n".join(explain_text(text, small_codebook))


def test_a_finding_is_shown_with_words_pattern_cue_and_link(small_codebook: Codebook) -> None:
    shown = explained(small_codebook, "Wij zitten in de wijk en bieden daardoor hulp op maat.")
    assert "maatwerk (Naam): expliciet" in shown
    assert "“hulp op maat” [maatwerk.yaml:3]" in shown
    assert "tied to “in de wijk” [dichtbij.yaml:3]" in shown
    assert "link “daardoor” [daardoor.yaml:4]" in shown


def test_what_is_missing_for_the_next_level_is_said(small_codebook: Codebook) -> None:
    assert "no tie: no nearness cue" in explained(small_codebook, "Wij bieden maatwerk.")
    assert "no link: no causal" in explained(small_codebook, "Wij bieden maatwerk dichtbij.")


def test_a_good_that_is_denied_is_shown_with_what_denies_it(small_codebook: Codebook) -> None:
    shown = explained(small_codebook, "Er is geen maatwerk.")
    assert "not maatwerk: “maatwerk” [maatwerk.yaml:3] is denied by “geen” [geen.yaml:5]" in shown


def test_the_words_behind_a_stance_are_shown(small_codebook: Codebook) -> None:
    shown = explained(small_codebook, "Er komen minder regels.")
    assert "bureaucratisch (Naam): afgezet" in shown
    assert "stance by “minder” [minder.yaml:7]" in shown


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
    assert "no link: no causal or enabling words between “maatwerk” and “in de wijk”" in shown
    assert "no stance: no cue that rejects or endorses reaches these words" in shown
    assert "tied by itself" in explained(small_codebook, "Er zijn korte lijnen.")


def test_words_that_stand_too_far_apart_for_a_pattern_are_shown(codebook_of: Callable[..., Codebook]) -> None:
    codebook = codebook_of(maatwerk="kind: nabijheid\npatterns: [hulp ..2 maat]")
    shown = explained(codebook, "De hulp is nu toch echt op maat.")
    assert "nearly maatwerk: “hulp is nu toch echt op maat” [maatwerk.yaml:3]: farther apart" in shown
    assert "nearly" not in explained(codebook, "De hulp is op maat.")


def test_a_pattern_that_own_rules_add_is_shown_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "codebook.yaml").write_text("name: eigen\nversion: 1.0.0\nextends: beloften\n", "utf-8")
    (tmp_path / "maatwerk.yaml").write_text(
        "extends: maatwerk\npatterns: [ieder een eigen jas]\nexamples: {}\n", "utf-8"
    )
    shown = explained(load_codebook(tmp_path), "Wij geven ieder een eigen jas.")
    assert f"“ieder een eigen jas” [{tmp_path / 'maatwerk.yaml'}:2]" in shown
