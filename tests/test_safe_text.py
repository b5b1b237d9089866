import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.safe_text import (
    guard_cell,
    json_text,
    latex_text,
    markdown_text,
    unguard_cell,
    visible,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Maatwerk – één plan", "Maatwerk – één plan"),
        ("\x1b[31mrood\x1b[0m", "<U+001B>[31mrood<U+001B>[0m"),
        ("fdp.\u202eaton", "fdp.<U+202E>aton"),
        ("twee\nregels", "twee<U+000A>regels"),
        ("nota\udce9.pdf", "nota<U+DCE9>.pdf"),
        ("nota\uffff.pdf", "nota<U+FFFF>.pdf"),
        ("wijk\u200bteam", "wijk<U+200B>team"),
        ("wijk\uffffteam", "wijk<U+FFFF>team"),
    ],
)
def test_what_a_terminal_would_obey_or_hide_is_shown_as_its_code(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_no_character_is_left_that_a_terminal_obeys(text: str) -> None:
    assert not {unicodedata.category(letter) for letter in visible(text)} & {"Cc", "Cf", "Cs"}


@pytest.mark.parametrize("text", ["=1+1", "+31 58 123", "-korting", "@SUM(A1)", "\tx", "\rx", "＝1"])
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert guard_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["'s-Hertogenbosch", "Leeuwarden", "", "10 = tien", "'t Hof"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guard_cell(text) == text


@given(st.text(alphabet="'=+-@\t\r\nas ", max_size=8))
def test_the_apostrophe_can_always_be_taken_away_again(text: str) -> None:
    assert unguard_cell(guard_cell(text)) == text


@given(st.text())
def test_json_says_the_same_without_characters_that_a_terminal_obeys(text: str) -> None:
    written = json_text(json.dumps([text], ensure_ascii=False, indent=1))
    assert json.loads(written) == [text]
    assert visible(written.replace("\n", "")) == written.replace("\n", "")


def test_markdown_shows_text_as_it_is_written() -> None:
    assert markdown_text("a|b <img> *c* [d](e)") == r"a\|b \<img\> \*c\* \[d\](e)"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("50% & meer_zorg #1 $", r"50\% \& meer\_zorg \#1 \$"),
        (r"\input{x}", r"\textbackslash{}input\textbraceleft{}x\textbraceright{}"),
        ("2015–2018 “één”", "2015--2018 “één”"),
        ("\x1b[0m", r"\textless{}U+001B\textgreater{}[0m"),
    ],
)
def test_what_latex_would_obey_is_shown(text: str, escaped: str) -> None:
    assert latex_text(text) == escaped


@given(st.text())
def test_braces_stay_balanced_in_latex_since_bibtex_counts_them(text: str) -> None:
    assert latex_text(text).count("{") == latex_text(text).count("{}") == latex_text(text).count("}")
