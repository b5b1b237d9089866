"""Footnotes and the marks that cite them, on pages that are drawn operator by operator."""

import pytest

from beloften.extract.document import Kind
from beloften.extract.read import read_document
from tests.extract.pages import drawn


def _read(*texts: str) -> str:
    """Read a line that is drawn as a row of operators, in Helvetica of ten points."""
    data = drawn(f"BT /F1 10 Tf 1 0 0 1 20 300 Tm {' '.join(texts)} ET")
    return " / ".join(paragraph.text for paragraph in read_document(data, "nota.pdf").paragraphs)


def _raised(mark: str, size: float = 6, rise: float = 3.5) -> str:
    return f"/F1 {size} Tf {rise} Ts ({mark}) Tj /F1 10 Tf 0 Ts"


@pytest.mark.parametrize(
    ("before", "mark", "after", "text"),
    [
        ("Wij leveren maatwerk", "1", " aan inwoners.", "Wij leveren maatwerk aan inwoners."),
        ("Dit is maatwerk", "12", ". Het werkt.", "Dit is maatwerk. Het werkt."),
        ("Dit is maatwerk.", "123", " Het werkt.", "Dit is maatwerk. Het werkt."),
        ("Dit begon in 2015.", "3", " Het werkt.", "Dit begon in 2015. Het werkt."),
        ("Dit is maatwerk.", "4", "", "Dit is maatwerk."),
        ("Dit is maatwerk", "21, 22", " voor velen.", "Dit is maatwerk voor velen."),
    ],
)
def test_the_mark_of_a_footnote_is_not_text(before: str, mark: str, after: str, text: str) -> None:
    assert _read(f"({before}) Tj", _raised(mark), f"({after}) Tj") == text


def test_a_number_behind_a_word_that_is_not_raised_is_text() -> None:
    assert _read("(Groep8 gaat naar Natura2000.) Tj") == "Groep8 gaat naar Natura2000."


def test_a_small_number_that_stands_lower_is_text() -> None:
    assert _read("(Minder CO) Tj", _raised("2", rise=-1.5), "( in de lucht.) Tj") == "Minder CO2 in de lucht."


def test_square_kilometres_stay() -> None:
    assert _read("(Het is 20 km) Tj", _raised("2"), "( groot.) Tj") == "Het is 20 km2 groot."


def test_a_sentence_ends_before_the_mark_behind_it() -> None:
    """A paragraph that begins with the next line is one of its own."""
    line = "(Wij werken samen aan alles wat er nodig is.) Tj"
    texts = _read(line, _raised("7"), "1 0 0 1 20 270 Tm (Wij gaan verder.) Tj")
    assert texts == "Wij werken samen aan alles wat er nodig is. / Wij gaan verder."


def test_a_footnote_with_the_wide_line_spacing_of_the_text_is_whole() -> None:
    text = "".join(
        f"1 0 0 1 20 {360 - 13 * number} Tm (Wij helpen alle inwoners die dat nodig hebben op tijd.) Tj\n"
        for number in range(8)
    )
    notes = (
        "1 Een onderzoek naar de ervaringen van inwoners met het wijkteam in",
        "opdracht van de gemeente.",
    )
    small = "".join(f"1 0 0 1 20 {80 - 15 * number} Tm ({note}) Tj\n" for number, note in enumerate(notes))
    document = read_document(drawn(f"BT /F1 10 Tf {text} /F1 6 Tf {small} ET"), "nota.pdf")
    last = document.paragraphs[-1]
    assert (last.kind, last.text) == (Kind.FOOTNOTE, " ".join(notes))
