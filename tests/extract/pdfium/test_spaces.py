"""Words that a file parts with a space of its own, drawn so near each other that PDFium sees none."""

from beloften.extract.read import read_document
from tests.extract.pages import drawn

_HET = 13.9  # points: the width of "het" in Helvetica of ten points


def _read(*texts: tuple[float, str], more: str = "") -> str:
    drawing = "".join(f"1 0 0 1 {20 + left} 300 Tm ({text}) Tj\n" for left, text in texts)
    document = read_document(drawn(f"BT /F1 10 Tf {drawing} ET {more}"), "nota.pdf")
    return " / ".join(paragraph.text for paragraph in document.paragraphs)


def test_a_space_of_the_file_is_one_however_near_the_words_stand() -> None:
    assert _read((0, "het"), (_HET + 1.2, "wijkteam")) == "hetwijkteam"
    assert _read((0, "het"), (_HET, " "), (_HET + 1.2, "wijkteam")) == "het wijkteam"


def test_a_space_that_begins_within_the_letter_before_it_is_one_too() -> None:
    assert _read((0, "het"), (_HET - 0.5, " "), (_HET + 1.2, "wijkteam")) == "het wijkteam"


def test_a_sign_that_takes_no_room_is_no_space() -> None:
    """Programs that hyphenate leave signs without ink in words that they did not cut."""
    assert _read((0, "het"), (_HET, " "), (_HET, "geen")) == "hetgeen"


def test_a_space_that_is_read_already_stays_single() -> None:
    assert _read((0, "het"), (_HET, " "), (_HET, " "), (_HET + 2.8, "wijkteam")) == "het wijkteam"


def test_words_behind_such_a_space_can_be_struck_out() -> None:
    rule = f"1 w {20 + _HET + 1} 303 m 73 303 l S"
    words = (0, "het"), (_HET, " "), (_HET + 1.2, "wijkteam")
    assert _read(*words, more=rule) == "het / wijkteam"
