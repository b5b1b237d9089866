"""The blank coding sheet of a sample, as CSV or as a workbook with drop-down lists and instructions."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from beloften.codebook.schema import Codebook, Level, Stance
from beloften.codings.sample.key import Sample
from beloften.codings.tables import NONE, SHEET_CODE, SHEET_DEGREE, SLOTS
from beloften.errors import UsageError
from beloften.installation.extras import Extra
from beloften.installation.installer import install_step
from beloften.safe_text import guard_cell, visible
from beloften.timeless import timeless

_ABOUT = ("id", "vindplaats", "kop", "vorige zin", "zin", "volgende zin")
_WIDTHS = (10, 22, 22, 40, 60, 40)
_INSTRUCTIONS = (
    "Codeer elke zin in de kolom ‘zin’, gelezen tussen de zin ervoor en de zin erna.",
    f"Kies bij ‘code 1’ tot en met ‘code {SLOTS}’ wat de zin draagt, en ernaast het niveau of de houding.",
    f"Draagt de zin niets, kies dan ‘{NONE}’ bij ‘code 1’. Een rij zonder code geldt als nog niet gecodeerd.",
    "Niveau van een belofte: genoemd; belofte (aan nabijheid verbonden); expliciet (als oorzaak en gevolg).",
    "Houding tegenover een logica of waarde: afgezet, onderschreven of neutraal.",
    "Codeer zonder met de ander te overleggen, en bewaar het bestand onder je eigen naam.",
)


def columns() -> tuple[str, ...]:
    """Return the names of the columns of a coding sheet."""
    slots = (form.format(number) for number in range(1, SLOTS + 1) for form in (SHEET_CODE, SHEET_DEGREE))
    return (*_ABOUT, *slots, "opmerking")


def sheet_csv(sample: Sample) -> str:
    """Return the sheet as CSV."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns())
    empty = [""] * (len(columns()) - len(_ABOUT))
    writer.writerows([*map(guard_cell, row), *empty] for row in _rows(sample))
    return stream.getvalue()


def sheet_xlsx(sample: Sample, codebook: Codebook) -> bytes:
    """Return the sheet as a workbook: the sheet itself, instructions, and the lists of the drop-downs.

    Raises:
        UsageError: openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook  # type: ignore[import-untyped] # noqa: PLC0415 - slow, and an extra
    except ModuleNotFoundError as error:
        problem = "Writing XLSX needs openpyxl."
        raise UsageError(problem, f"Name a file *.csv. {install_step(Extra.XLSX)}") from error
    book = Workbook()
    sheet = book.active
    sheet.title = "codering"
    _fill(sheet, [columns(), *_rows(sample)])
    codes = [concept for concept in codebook.concepts if concept.kind.is_code]
    about = [(c.code, c.label.nl, " ".join(c.definition.split())) for c in codes]
    _fill(
        book.create_sheet("uitleg"),
        [*([line] for line in _INSTRUCTIONS), ("code", "naam", "betekenis"), *about],
    )
    lists = [[NONE, *(concept.code for concept in codes)], [*Level, *Stance]]
    _fill(book.create_sheet("lijsten"), lists)
    _offer(sheet, lists, last=len(sample.sentences) + 1)
    _lay_out(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return timeless(stream.getvalue())


def _rows(sample: Sample) -> Iterator[list[str]]:
    for each in sample.sentences:
        texts = (each.id, each.citation, each.heading, each.before, each.text, each.after)
        yield [visible(text) for text in texts]


def _fill(sheet: Any, rows: Iterable[Sequence[str]]) -> None:  # noqa: ANN401 - openpyxl has no types
    """Write rows of text; what begins like a formula stays text."""
    for line, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            sheet.cell(line, column, str(text)).data_type = "s"


def _offer(sheet: Any, lists: Sequence[Sequence[str]], last: int) -> None:  # noqa: ANN401 - as above
    """Let the cells for codes, and for levels and stances, be chosen from a list."""
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped] # noqa: PLC0415 - as above
    from openpyxl.worksheet.datavalidation import (  # type: ignore[import-untyped] # noqa: PLC0415 - as above
        DataValidation,
    )

    for row, choices in enumerate(lists, 1):
        choice = DataValidation(
            type="list", formula1=f"lijsten!$A${row}:${get_column_letter(len(choices))}${row}"
        )
        for slot in range(SLOTS):
            letter = get_column_letter(len(_ABOUT) + 2 * slot + row)
            choice.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(choice)


def _lay_out(sheet: Any) -> None:  # noqa: ANN401 - as above
    """Make it readable: wrapped text, wide sentences, the head and what a row is about always in sight."""
    from openpyxl.styles import Alignment, Font  # type: ignore[import-untyped] # noqa: PLC0415 - as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    for cells in sheet.iter_rows(max_col=len(_ABOUT)):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column in range(1, len(columns()) + 1):
        width = _WIDTHS[column - 1] if column <= len(_WIDTHS) else 18
        sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.cell(1, column).font = Font(bold=True)
    sheet.freeze_panes = "F2"
