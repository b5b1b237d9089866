"""`explain` shows why a sentence carries a code, and why it does not."""

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
