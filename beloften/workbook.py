"""Cells of an XLSX workbook, for the tables that people keep: manifests and coding sheets."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence

from beloften.errors import CorpusError
from beloften.installation.extras import Extra
from beloften.installation.installer import install_step

_MOST_BYTES = 100_000_000
"""Unpacked; the sheet of a thousand documents or sentences is under 1 MB."""

_MOST_CELLS = 2_000_000
"""Empty ones and rows included; a sheet can be formatted to its last row, of which it has a million."""

_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")  # where a cell begins in the XML of a sheet


def read_cells(data: bytes, file: str, sheet: str = "") -> list[list[str]]:
    """Return the rows of a sheet, each cell as the text that it shows, without white space around it.

    Args:
        data: the workbook.
        file: its name as errors show it.
        sheet: name of the sheet that counts, in any case; the first when there is none of that name.

    Raises:
        CorpusError: it is no workbook, or openpyxl is not installed.
    """
    try:
        rows = _values(data, sheet)
    except ModuleNotFoundError as error:
        problem = f"{file}: reading XLSX needs openpyxl."
        raise CorpusError(problem, f"Save the sheet as CSV. {install_step(Extra.XLSX)}") from error
    except Exception as error:  # whatever openpyxl meets in a broken file: it has no error of its own
        problem = f"{file}: this is not an XLSX workbook that can be read."
        raise CorpusError(problem, "Save it again, or as CSV.") from error
    return [[_text(value) for value in values] for values in rows]


def _values(data: bytes, wanted: str) -> Sequence[Sequence[object]]:
    import openpyxl  # type: ignore[import-untyped] # noqa: PLC0415 - slow, and an extra

    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        if sum(part.file_size for part in parts.infolist()) > _MOST_BYTES:
            raise zipfile.BadZipFile
        for name in parts.namelist():
            if sum(1 for _ in _CELL.finditer(parts.read(name))) > _MOST_CELLS:
                raise zipfile.BadZipFile
    with warnings.catch_warnings(action="ignore"):  # about styles and extensions, not about values
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        names = {sheet.title.casefold(): sheet for sheet in workbook.worksheets}
        sheet = names.get(wanted.casefold(), workbook.worksheets[0])
        sheet.reset_dimensions()  # the size that a file states of itself can be wrong
        return list(_within_bounds(sheet.iter_rows(values_only=True)))


def _within_bounds(rows: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    """Yield rows as long as there are not too many; a cell far away makes rows and cells before it."""
    left = _MOST_CELLS
    for row in rows:
        left -= len(row) + 1
        if left < 0:
            raise zipfile.BadZipFile
        yield row


def _text(value: object) -> str:
    """A cell as the text that it shows; a workbook keeps every number as one with a fraction."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()
