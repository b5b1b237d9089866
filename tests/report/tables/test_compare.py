"""What the tables of a comparison say where numbers alone would mislead."""

from dataclasses import replace

from beloften.codebook.load import load_codebook
from beloften.compare.asked import Show
from beloften.compare.compared import Asked, compared
from beloften.report.tables.compare import compare_sheets, warnings
from beloften.tally.nota import Nota
from tests.compare.notas import nota, promises

CODEBOOK = load_codebook()


def three() -> tuple[Nota, ...]:
    """Of three gemeenten one has maatwerk, and two have samenwerking."""
    return (
        *(promises(f"aa{number}.pdf", 4, "Aa") for number in range(2)),
        *(promises(f"ee{number}.pdf", 4, "Ee", "samenwerking") for number in range(2)),
        *(promises(f"oo{number}.pdf", 8, "Oo", "samenwerking") for number in range(2)),
    )


def cells(row: str) -> list[str]:
    """A row of the table of what is distinctive, without what is only named."""
    sheet = compare_sheets(compared(three(), CODEBOOK, Asked()), CODEBOOK, "nl")[0]
    (found,) = (line for line in sheet.rows if line.labels[0] == row)
    return [cell.text.split()[0].rstrip("*°") for cell in found.cells]


def test_a_code_that_one_side_lacks_has_a_word_for_a_log_ratio() -> None:
    assert cells("4 Maatwerk") == ["alleen", "geen", "geen"]


def test_a_code_that_both_sides_have_has_a_log_ratio() -> None:
    assert cells("9 Samenwerking") == ["geen", "0,0", "+2,0"]


def test_a_code_that_neither_has_is_a_dash() -> None:
    assert cells("5 Creativiteit") == ["–", "–", "–"]


def test_the_number_of_guesses_stands_below_every_comparison() -> None:
    guessed = [replace(one, is_guess=number < 2) for number, one in enumerate(three())]
    for show in Show:
        said = warnings(compared(guessed, CODEBOOK, Asked(show=show)), "en")
        assert said[-1] == "Of 2 of the 6 documents the gemeente or the year was guessed."


def test_where_nothing_was_guessed_nothing_is_said_of_it() -> None:
    assert not any("guessed" in line for line in warnings(compared(three(), CODEBOOK, Asked()), "en"))


def test_many_documents_that_are_left_out_are_counted_and_three_named() -> None:
    notas = [*three(), *(nota(f"z{number}.pdf", gemeente="") for number in range(5))]
    (remark,) = compared(notas, CODEBOOK, Asked()).remarks
    assert remark.startswith(
        "5 of 11 documents are left out, as their gemeente is not known: z0.pdf, z1.pdf, z2.pdf"
    )
    assert remark.endswith(" and 2 more; documenten.csv of a run has them all.")
