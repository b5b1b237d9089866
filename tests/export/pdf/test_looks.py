"""What a mark shows without its note: the code, the level and the stance."""

from itertools import combinations

import pytest

from beloften.codebook.schema import ConceptKind, Level, Stance
from beloften.export.pdf import letters
from beloften.export.pdf.looks import LINES, WASHES, Form, Looks
from beloften.report.figures.palette import BLACK, PAPER, contrast
from tests.export.pdf.marking import finding, sample_run
from tests.report.figures.test_palette import BLINDNESS, TELLING, difference

RULES = sample_run().rules
LOOKS = Looks(RULES)


def _codes(kind: ConceptKind) -> list[str]:
    return [code for code, rule in RULES.items() if rule.get("kind") == kind]


def test_each_belofte_has_its_own_colour_and_the_number_that_it_has_in_the_book() -> None:
    looks = [LOOKS.look(finding(code)) for code in _codes(ConceptKind.BELOFTE)]
    assert [look.sign for look in looks] == list("123456789")
    assert len({look.colour for look in looks}) == 9


def test_each_logica_has_its_own_colour_and_letter() -> None:
    looks = [LOOKS.look(finding(code, stance="neutraal")) for code in _codes(ConceptKind.LOGICA)]
    assert len({look.colour for look in looks}) == len({look.sign for look in looks}) == 8


def test_a_waarde_has_the_colour_of_its_logica_and_the_number_of_the_belofte_that_it_stands_against() -> None:
    value, logica = (
        LOOKS.look(finding(code, stance="afgezet")) for code in ("rechtsgelijkheid", "bureaucratisch")
    )
    assert (value.colour, value.sign) == (logica.colour, "B4")


def test_a_waarde_that_stands_against_no_belofte_has_a_letter_of_its_own() -> None:
    assert [LOOKS.sign(code) for code in ("deskundigheid", "dynamiek")] == ["PD", "MD"]


def test_a_belofte_has_an_edge_that_a_good_which_is_only_named_lacks() -> None:
    edges = [LOOKS.look(finding("maatwerk", level=level)).edge for level in Level]
    assert edges[0] == 0
    assert edges == sorted(set(edges))


def test_the_stance_is_told_by_form_so_that_no_colour_is_needed() -> None:
    forms = [LOOKS.look(finding("markt", stance=stance)).form for stance in Stance]
    assert set(forms) == {Form.WAVE, Form.LINE, Form.DOTS}


def test_a_code_that_the_rules_do_not_know_is_shown_by_its_name() -> None:
    look = LOOKS.look(finding("eigen-code", stance=""))
    assert (look.form, look.sign) == (Form.DASHES, "")
    assert LOOKS.name("eigen-code", "nl") == "eigen-code"


def test_names_come_in_both_languages() -> None:
    assert [LOOKS.name("maatwerk", lang) for lang in ("nl", "en")] == ["4 Maatwerk", "4 Tailored support"]


def test_every_sign_of_the_rules_that_ship_can_be_drawn() -> None:
    signs = "".join(LOOKS.sign(code) for code in RULES)
    assert all(list(letters.strokes_of(letter)) for letter in signs)


@pytest.mark.parametrize("blindness", BLINDNESS)
def test_lines_are_told_apart_with_any_colour_blindness(blindness: str) -> None:
    assert all(difference(*pair, blindness) >= TELLING for pair in combinations(LINES, 2))


@pytest.mark.parametrize("blindness", BLINDNESS)
def test_nine_washes_differ_with_any_colour_blindness_as_far_as_nine_can(blindness: str) -> None:
    # A search among all light colours ended at 19; below some 10 even neighbours on a page look the same.
    assert all(difference(*pair, blindness) >= 16 for pair in combinations(WASHES, 2))


@pytest.mark.parametrize("colour", WASHES)
def test_text_on_a_wash_is_readable_and_the_wash_is_seen(colour: str) -> None:
    assert contrast(BLACK, colour) >= 7  # WCAG 2.2, 1.4.6
    assert contrast(colour, PAPER) >= 1.1


@pytest.mark.parametrize("colour", LINES)
def test_lines_stand_out_on_paper(colour: str) -> None:
    assert contrast(colour, PAPER) >= 2.95
