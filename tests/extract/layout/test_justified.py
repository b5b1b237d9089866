"""Lines with wide spaces: of a justified column, or of a table."""

from beloften.extract.document import Kind
from beloften.extract.read import read_document
from tests.extract.pages import drawn, pdf


def test_lines_that_are_stretched_to_the_width_of_their_column_are_no_rows_of_cells() -> None:
    lines = (
        "De gemeente helpt iedereen die hulp nodig heeft en",
        "geeft elk gezin aan tafel een",
        "plan mee (zie ook Bijlage 4)",
        "zodat iedereen weet wat er al gedaan is.",
    )
    source = "#set par(justify: true)\n" + "#linebreak(justify: true)\n".join(lines)
    document = read_document(pdf(source), "nota.pdf")
    assert [paragraph.text for paragraph in document.paragraphs] == [" ".join(lines)]


def test_a_line_goes_on_behind_the_mark_of_a_footnote_and_a_wide_space() -> None:
    rows = (
        "(De gemeente werkt samen aan een) Tj /F1 6 Tf 5 Ts (1) Tj",
        "/F1 10 Tf 0 Ts 1 0 0 1 189 300 Tm (plan) Tj",
        "1 0 0 1 20 286 Tm (voor alle inwoners van de stad.) Tj",
    )
    content = f"BT /F1 10 Tf 1 0 0 1 20 300 Tm {' '.join(rows)} ET"
    texts = [paragraph.text for paragraph in read_document(drawn(content), "nota.pdf").paragraphs]
    assert texts == ["De gemeente werkt samen aan een plan voor alle inwoners van de stad."]


def test_cells_below_a_line_of_text_stay_apart() -> None:
    row = "[({}) -3000 (2025) -3000 (2026) -3000 (2027)] TJ".format
    lines = "(De begroting in euro voor de jaren die komen:) Tj", row("Zorg"), row("Werk")
    drawing = "".join(f"1 0 0 1 20 {360 - 14 * number} Tm {line}\n" for number, line in enumerate(lines))
    document = read_document(drawn(f"BT /F1 10 Tf {drawing} ET"), "nota.pdf")
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.kind is Kind.TABLE] == [
        "Zorg 2025 2026 2027",
        "Werk 2025 2026 2027",
    ]
