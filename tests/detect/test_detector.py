"""What a sentence carries: goods, their tie to nearness, and the stance towards what they turn against."""

from collections.abc import Callable

import pytest

from beloften.codebook.schema import Codebook, Level, Stance
from beloften.detect.detector import Detector
from beloften.detect.finding import Finding
from beloften.language.sentence import Sentence
from beloften.language.sentences import sentence_bounds


@pytest.fixture
def find(small_codebook: Codebook) -> Callable[..., list[Finding]]:
    """Find the codes in a text; `\\n` parts paragraphs."""
    detector = Detector(small_codebook)

    def detect(text: str) -> list[Finding]:
        sentences = [
            Sentence(paragraph[start:end], start, number)
            for number, paragraph in enumerate(text.split("\n"))
            for start, end in sentence_bounds(paragraph)
        ]
        return detector.detect(sentences)

    return detect


Find = Callable[[str], list[Finding]]


def level(findings: list[Finding], code: str = "maatwerk") -> Level | None:
    return next((finding.level for finding in findings if finding.code == code), None)


def stance(findings: list[Finding], code: str = "bureaucratisch") -> Stance | None:
    return next((finding.stance for finding in findings if finding.code == code), None)


def test_a_good_that_is_put_forward_is_named(find: Find) -> None:
    assert level(find("Wij bieden maatwerk.")) is Level.GENOEMD


def test_a_good_in_a_sentence_with_nearness_is_tied_to_it(find: Find) -> None:
    findings = find("Wij bieden hulp dichtbij en maatwerk.")
    assert level(findings) is Level.BELOFTE
    maatwerk = next(finding for finding in findings if finding.code == "maatwerk")
    assert maatwerk.cue is not None
    assert (maatwerk.cue.words, maatwerk.cue.rule) == ("dichtbij", "dichtbij")
    assert maatwerk.link is None


def test_a_causal_link_between_the_two_makes_it_explicit(find: Find) -> None:
    findings = find("Het team werkt in de wijk en biedt daardoor maatwerk.")
    assert level(findings) is Level.EXPLICIET
    maatwerk = next(finding for finding in findings if finding.code == "maatwerk")
    assert maatwerk.link is not None
    assert maatwerk.link.words == "daardoor"


def test_a_causal_link_elsewhere_in_the_sentence_does_not(find: Find) -> None:
    text = "Daardoor is de gemeente van plan om het volgend jaar samen te gaan: hulp dichtbij, maatwerk."
    assert level(find(text)) is Level.BELOFTE


def test_a_sentence_that_plainly_continues_one_with_nearness_is_tied_to_it(find: Find) -> None:
    assert level(find("Wij zitten in de wijk. Zo bieden wij maatwerk.")) is Level.BELOFTE
    assert level(find("Wij zitten in de wijk. Hierdoor bieden wij maatwerk.")) is Level.EXPLICIET


def test_a_sentence_that_does_not_continue_the_one_before_stands_alone(find: Find) -> None:
    assert level(find("Wij zitten in de wijk. Wij bieden maatwerk.")) is Level.GENOEMD
    assert level(find("Wij zitten in de wijk. Dat is mooi. Zo bieden wij maatwerk.")) is Level.GENOEMD


def test_a_word_of_continuation_counts_only_among_the_first_words_that_its_rule_allows(find: Find) -> None:
    assert level(find("Wij zitten in de wijk. En zo bieden wij maatwerk.")) is Level.BELOFTE
    assert level(find("Wij zitten in de wijk. Wij bieden zo maatwerk.")) is Level.GENOEMD


@pytest.mark.parametrize(("between", "expected"), [("a b", Level.EXPLICIET), ("a b c", Level.BELOFTE)])
def test_a_link_outside_good_and_cue_stands_within_four_words_of_them(
    find: Find, between: str, expected: Level
) -> None:
    assert level(find(f"Daardoor {between} hulp dichtbij en maatwerk.")) is expected


@pytest.mark.parametrize(("between", "expected"), [("a b c", Level.EXPLICIET), ("a b c d", Level.BELOFTE)])
@pytest.mark.parametrize("tied", ["Maatwerk dichtbij", "Dichtbij is maatwerk"])
def test_so_does_a_link_behind_both_of_them(find: Find, tied: str, between: str, expected: Level) -> None:
    assert level(find(f"{tied} {between} hierdoor.")) is expected


def test_the_first_link_in_reach_is_the_one_that_is_shown(find: Find) -> None:
    (finding, _) = find("Hierdoor geven wij zonder vragen daardoor maatwerk en hierdoor hulp dichtbij.")
    assert finding.link is not None
    assert finding.link.words == "daardoor"


@pytest.mark.parametrize(
    "text",
    [
        "Wij zitten in de wijk, dichtbij en met maatwerk.",
        "Maatwerk dichtbij en in de wijk.",
        "In de wijk is maatwerk dichtbij.",
        "Dichtbij maatwerk in de wijk.",
        "In de wijk en dichtbij. Zo bieden wij maatwerk.",
    ],
)
def test_a_good_is_tied_to_the_nearest_of_the_cues(find: Find, text: str) -> None:
    maatwerk = next(finding for finding in find(text) if finding.code == "maatwerk")
    assert maatwerk.cue is not None
    assert text[maatwerk.cue.start : maatwerk.cue.end] == maatwerk.cue.words
    assert maatwerk.cue.words.casefold() == "dichtbij"


@pytest.mark.parametrize(
    "text", ["Dichtbij maatwerk" + " en" * 61 + " op maat.", "Op maat" + " en" * 61 + " dichtbij maatwerk."]
)
def test_of_several_words_for_a_good_those_that_are_tied_give_the_level(find: Find, text: str) -> None:
    maatwerk = next(finding for finding in find(text) if finding.code == "maatwerk")
    assert maatwerk.level is Level.BELOFTE
    assert len(maatwerk.matches) == 2
    assert maatwerk.cue is not None


def test_a_good_far_from_the_cue_is_not_tied_for_so_long_no_sentence_is(find: Find) -> None:
    assert level(find("Hulp dichtbij " + "en " * 60 + "maatwerk.")) is Level.BELOFTE
    assert level(find("Hulp dichtbij " + "en " * 61 + "maatwerk.")) is Level.GENOEMD


def test_the_first_item_of_a_list_continues_the_sentence_that_announces_it(find: Find) -> None:
    assert level(find("In de wijk bieden wij:\n- hulp op maat;\n- zorg op maat.")) is Level.BELOFTE
    assert level(find("In de wijk bieden wij hulp.\n- zorg op maat.")) is Level.GENOEMD


def test_a_heading_announces_no_list(small_codebook: Codebook) -> None:
    heading = Sentence("In de wijk:", 0, 0, codable=False)
    assert level(Detector(small_codebook).detect([heading, Sentence("Zorg op maat.", 0, 1)])) is Level.GENOEMD


def test_a_sentence_continues_nothing_from_another_paragraph(find: Find) -> None:
    assert level(find("Wij zitten in de wijk.\nZo bieden wij maatwerk.")) is Level.GENOEMD


def test_a_good_that_is_nearness_itself_is_tied_without_a_cue(find: Find) -> None:
    assert level(find("Er zijn korte lijnen."), "efficientie") is Level.BELOFTE


def test_a_good_that_is_denied_is_not_coded(find: Find) -> None:
    assert level(find("Er is geen maatwerk.")) is None
    assert level(find("Er is geen tijd en ook geld voor maatwerk.")) is Level.GENOEMD
    assert level(find("Er is geen maatwerk, wel hulp op maat.")) is Level.GENOEMD


def test_words_within_an_exclusion_do_not_count(find: Find) -> None:
    assert find("Zij vraagt een maatwerkvoorziening aan.") == []


def test_words_within_the_name_of_a_law_count_for_nothing(find: Find) -> None:
    assert find("De Wet regels op maat is van kracht.") == []


def test_the_longest_of_overlapping_matches_counts_once(find: Find) -> None:
    (finding,) = find("Wij bieden hulp op maat.")
    assert [match.words for match in finding.matches] == ["hulp op maat"]


def test_a_sentence_has_one_finding_per_code_with_all_its_words(find: Find) -> None:
    (finding,) = find("Maatwerk is werken op maat.")
    assert [match.words for match in finding.matches] == ["Maatwerk", "op maat"]


def test_findings_come_in_the_order_of_the_text_and_in_a_sentence_of_the_codebook(find: Find) -> None:
    text = (
        "Op eigen kracht. Regels voor gelijke behandeling, korte lijnen dichtbij en maatwerk op eigen kracht."
    )
    codes = ["efficientie", "maatwerk", "rechtsgelijkheid", "bureaucratisch", "dichtbij", "autarkie"]
    assert [(finding.sentence, finding.code) for finding in find(text)] == [
        (0, "autarkie"),
        *((1, code) for code in codes),
    ]


def test_the_words_of_a_logica_and_of_its_values_are_told_in_the_order_of_the_text(find: Find) -> None:
    findings = find("Regels, gelijke behandeling en regels.")
    assert [[match.words for match in finding.matches] for finding in findings] == [
        ["gelijke behandeling"],
        ["Regels", "gelijke behandeling", "regels"],
    ]


def test_all_that_matches_is_read_once_also_what_does_not_count(small_codebook: Codebook) -> None:
    text = "Geen maatwerkvoorziening in de zorg, wel regels en formulieren voor de Wet regels op maat."
    (reading,) = Detector(small_codebook).read([Sentence(text, 0, 0)])
    assert sorted((match.key.concept.code, match.key.part, match.start) for match in reading.spans) == [
        ("bureaucratisch", "patterns", 6),
        ("bureaucratisch", "patterns", 8),
        ("bureaucratisch", "patterns", 12),
        ("geen", "patterns", 0),
        ("maatwerk", "exclusions", 1),
        ("maatwerk", "patterns", 1),
        ("maatwerk", "patterns", 13),
        ("wetten", "patterns", 11),
        ("zorg", "patterns", 4),
    ]
    counting = {code: [match.start for match in found] for code, found in reading.matches.items()}
    assert counting == {"bureaucratisch": [6, 8], "geen": [0], "wetten": [11], "zorg": [4]}


def test_offsets_are_those_of_the_paragraph_also_where_folding_changes_lengths(find: Find) -> None:
    text = "Wij ﬁnancieren dit…  Wij bieden maat\u00adwerk."
    (finding,) = find(text)
    match = finding.matches[0]
    assert text[match.start : match.end] == match.words == "maat\u00adwerk"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("De regels staan in de bijlage.", Stance.NEUTRAAL),
        ("Er komen minder regels.", Stance.AFGEZET),
        ("Er komen minder mensen maar wel regels.", Stance.NEUTRAAL),
        ("Er komen minder mensen; de regels blijven.", Stance.NEUTRAAL),
        ("Er komen minder van die oude, vaak lastige regels.", Stance.NEUTRAAL),
        ("Wij waarborgen heldere regels.", Stance.ONDERSCHREVEN),
        ("Een stel heldere regels staat voorop.", Stance.ONDERSCHREVEN),
        ("De regeldruk staat voorop.", Stance.AFGEZET),
        ("Wij waarborgen regels, met minder regels.", Stance.AFGEZET),
        ("Wij schaffen de oude regels af.", Stance.AFGEZET),
        ("Een stel heldere regels staat voorop voor het wijkteam.", Stance.ONDERSCHREVEN),
        ("Het loket is in de hal.", Stance.ONDERSCHREVEN),
        ("Er is minder behoefte aan een loket.", Stance.AFGEZET),
    ],
)
def test_the_stance_is_that_of_the_nearest_cue_in_reach(find: Find, sentence: str, expected: Stance) -> None:
    assert stance(find(sentence)) is expected


def test_a_value_counts_for_its_logica_too(find: Find) -> None:
    findings = find("Wij waarborgen gelijke behandeling.")
    assert stance(findings, "rechtsgelijkheid") is Stance.ONDERSCHREVEN
    assert stance(findings) is Stance.ONDERSCHREVEN


def test_words_that_ask_for_a_context_count_only_near_it(find: Find) -> None:
    assert stance(find("Er zijn formulieren.")) is None
    assert stance(find("Er zijn formulieren. Dat geldt voor de jeugdzorg.")) is Stance.NEUTRAAL
    far = "Er zijn formulieren. Dat is zo. Dat is zo. Dat is zo. Het gaat om zorg."
    assert stance(find(far)) is None


def test_meanings_of_zelfredzaamheid_are_found_without_level_or_stance(find: Find) -> None:
    (finding,) = find("Inwoners doen dit op eigen kracht.")
    assert (finding.code, finding.level, finding.stance) == ("autarkie", None, None)


def test_headings_and_names_carry_no_codes_but_do_not_break_the_text(small_codebook: Codebook) -> None:
    detector = Detector(small_codebook)
    sentences = [Sentence("Maatwerk dichtbij", 0, 0, codable=False), Sentence("Wij bieden maatwerk.", 0, 1)]
    assert [finding.sentence for finding in detector.detect(sentences)] == [1]


def test_nearness_in_what_carries_no_codes_reaches_the_sentence_that_continues_it(
    small_codebook: Codebook,
) -> None:
    named = Sentence("Teams in de wijk met maatwerk", 0, 0, codable=False)
    (finding,) = Detector(small_codebook).detect([named, Sentence("Zo bieden wij maatwerk.", 30, 0)])
    assert finding.level is Level.BELOFTE


def test_a_raw_spacy_pattern_works_beside_the_others(codebook_of: Callable[..., Codebook]) -> None:
    codebook = codebook_of(
        preventie="kind: belofte\npatterns: [vroeg, {spacy: [{LOWER: erger}, {OP: '?'}, {LOWER: voorkomen}]}]"
    )
    (finding,) = Detector(codebook).detect([Sentence("Zo kunnen we erger leed voorkomen.", 0, 0)])
    assert finding.matches[0].words == "erger leed voorkomen"


def test_no_sentences_give_no_findings(find: Find) -> None:
    assert find("") == []
