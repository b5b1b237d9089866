"""The formats there are: what makes each, and what opens it."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from beloften.errors import UsageError
from beloften.export.asked import ExportFormat
from beloften.export.target import new_file, new_folder
from beloften.whole_files import check_free

if TYPE_CHECKING:  # the command line knows the formats without loading what makes them
    from beloften.export.material import Material


_ALSO_CALLED = {
    "atlas": (ExportFormat.QDPX,),
    "atlas.ti": (ExportFormat.QDPX,),
    "excel": (ExportFormat.XLSX, ExportFormat.EXCEL_CSV),
    "maxqda": (ExportFormat.QDPX,),
    "md": (ExportFormat.MARKDOWN,),
    "nvivo": (ExportFormat.QDPX,),
    "spss": (ExportFormat.SAV,),
    "tex": (ExportFormat.LATEX,),
    "word": (ExportFormat.MARKDOWN,),
}


def format_named(name: str) -> ExportFormat:
    """Return the format of a name, in capitals or not.

    Raises:
        UsageError: there is none of that name.
    """
    small = name.casefold()
    if small in list(ExportFormat):
        return ExportFormat(small)
    close = _ALSO_CALLED.get(small) or get_close_matches(small, ExportFormat, n=2)
    meant = f": did you mean {' or '.join(close)}?" if close else "."
    raise UsageError(f"There is no format {name!r}{meant}", f"Formats: {', '.join(ExportFormat)}.")


class Shape(StrEnum):
    """What an export is on disk, and so what its module defines.

    `TEXT`: `text(material) -> str`, which is printed. `FILE`: `write(material, path)`. `FOLDER`:
    `write(material, folder)`, into an empty folder. `write` may return remarks: lines about what could not be
    taken along.
    """

    TEXT = "text"
    FILE = "file"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is made.

    Attributes:
        module: below `beloften.export`, with the function that its shape asks for.
        shape: what it is on disk.
        ending: of the file; of a folder what its name ends with.
        needs_originals: whether it is made from the documents themselves, too.
    """

    module: str
    shape: Shape
    ending: str
    needs_originals: bool = False


FORMATS = {
    ExportFormat.CSV: Format("csv_tables", Shape.FOLDER, "-csv"),
    ExportFormat.EXCEL_CSV: Format("excel_csv", Shape.FOLDER, "-excel-csv"),
    ExportFormat.XLSX: Format("xlsx", Shape.FILE, ".xlsx"),
    ExportFormat.PARQUET: Format("parquet", Shape.FOLDER, "-parquet"),
    ExportFormat.SQLITE: Format("sqlite", Shape.FILE, ".sqlite"),
    ExportFormat.SAV: Format("sav", Shape.FOLDER, "-sav"),
    ExportFormat.JSONL: Format("jsonl", Shape.FOLDER, "-jsonl"),
    ExportFormat.MARKDOWN: Format("markdown", Shape.TEXT, ".md"),
    ExportFormat.LATEX: Format("latex", Shape.TEXT, ".tex"),
    ExportFormat.BIBTEX: Format("bibtex", Shape.TEXT, ".bib"),
    ExportFormat.CSL: Format("csl", Shape.TEXT, ".json"),
    ExportFormat.QDPX: Format("qdpx.project", Shape.FILE, ".qdpx", needs_originals=True),
    ExportFormat.QDC: Format("qdpx.codebook", Shape.FILE, ".qdc"),
    ExportFormat.PDF: Format("pdf.folder", Shape.FOLDER, "-pdf", needs_originals=True),
    ExportFormat.HTML: Format("html.page", Shape.FILE, ".html", needs_originals=True),
    ExportFormat.HTML_FOLDER: Format("html.folder", Shape.FOLDER, "-html", needs_originals=True),
}


def export_text(material: "Material", to: ExportFormat) -> str:
    """Return an export that is text.

    Raises:
        UsageError: the format is no text, or needs a library that is not installed.
    """
    if FORMATS[to].shape is not Shape.TEXT:
        raise UsageError(f"{to} is no text to print.", "Name a place for it with --out.")
    made: str = _function(to, "text")(material)
    return made


def export_run(
    material: "Material", to: ExportFormat, out: Path, *, replace: bool = False
) -> tuple[str, ...]:
    """Write a run in the form of another program, whole or not at all.

    Args:
        material: the run.
        to: the format.
        out: the file or, for a format of several files, the folder; its parents are made.
        replace: whether a file that is there, or a folder with an earlier export, is replaced.

    Returns:
        Remarks for the user, a line each: what could not be taken along.

    Raises:
        UsageError: the format needs a document that was not found, or a library that is not installed.
        OutputError: it cannot be written; what was there is unchanged.
    """
    shape = FORMATS[to].shape
    check_free(out, replace=replace)
    with (new_folder if shape is Shape.FOLDER else new_file)(out) as place:
        if shape is Shape.TEXT:
            place.write_text(export_text(material, to), encoding="utf-8", newline="\n")
            return ()
        return tuple(_function(to, "write")(material, place) or ())


def _function(to: ExportFormat, name: str) -> Callable[..., Any]:
    module = f"beloften.export.{FORMATS[to].module}"
    try:
        function: Callable[..., Any] = getattr(import_module(module), name)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("beloften"):
            raise
        from beloften.installation.extras import Extra  # noqa: PLC0415 - only where one is missing
        from beloften.installation.installer import install_step  # noqa: PLC0415 - the same

        problem = f"{to} needs a library that is not installed: {error.name}."
        raise UsageError(problem, install_step(Extra.EXPORT)) from error
    return function
