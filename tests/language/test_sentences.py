"""Sentences end where a reader sees them end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.language.sentences import sentence_bounds


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_bounds(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dit geldt o.a. Voor ouderen en d.w.z. Ook voor jongeren.",
        "De heer J.P. de Vries en mw. Jansen spreken in.",
        "Zie art. 2.3.2 van de wet en nr. 4 van de bijlage.",
        "2. Wonen en zorg",
        "De kosten stijgen met 3.500 euro per jaar.",
        "‘Waarom niet?’ vroeg de ouder.",
        "Wij doen dit i.s.m. Veilig Thuis.",
        "Meer op www.voorbeeld.nl/zorg in het dossier.",
    ],
)
def test_a_stop_that_ends_no_sentence_is_no_border(sentence: str) -> None:
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Wij helpen. Dat is nodig!", ["Wij helpen.", "Dat is nodig!"]),
        ("Wat is nodig? Rust.", ["Wat is nodig?", "Rust."]),
        (
            "Wij helpen ouders, ouderen enz. Dat is nodig.",
            ["Wij helpen ouders, ouderen enz.", "Dat is nodig."],
        ),
        ("Hij zei: ‘Wij helpen.’ Daarna ging hij.", ["Hij zei: ‘Wij helpen.’", "Daarna ging hij."]),
        ("Zo was het in 2014. In 2015 werd het anders.", ["Zo was het in 2014.", "In 2015 werd het anders."]),
        ("Dat mag. ‘Mag’ is hier: kan.", ["Dat mag.", "‘Mag’ is hier: kan."]),
        ("  Er is hulp.  \n Er is zorg. ", ["Er is hulp.", "Er is zorg."]),
        ("Welk nr? Dat weet de heer P! Zo is het.", ["Welk nr?", "Dat weet de heer P!", "Zo is het."]),
        ("Het is nr . Dat is zo.", ["Het is nr .", "Dat is zo."]),
        ("... Daarna kwam hulp.", ["...", "Daarna kwam hulp."]),
        ("Er is hulp. 2. Wonen en zorg", ["Er is hulp.", "2. Wonen en zorg"]),
        ("", []),
    ],
)
def test_a_stop_before_a_capital_ends_a_sentence(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


@given(st.text(st.sampled_from("aB1 .!?\n’“(")))
def test_the_sentences_hold_all_that_is_not_white_space_in_order(text: str) -> None:
    bounds = list(sentence_bounds(text))
    assert "".join("".join(text[start:end].split()) for start, end in bounds) == "".join(text.split())
    assert all(start < end for start, end in bounds)
    assert all(text[start:end] == text[start:end].strip() for start, end in bounds)
