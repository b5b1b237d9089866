"""What can be asked of an export."""

from enum import StrEnum


class ExportFormat(StrEnum):
    """A format, as `--to` calls it."""

    CSV = "csv"
    EXCEL_CSV = "excel-csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    SAV = "sav"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    LATEX = "latex"
    BIBTEX = "bibtex"
    CSL = "csl"
    QDPX = "qdpx"
    QDC = "qdc"
    PDF = "pdf"
    HTML = "html"
    HTML_FOLDER = "html-folder"


class TableName(StrEnum):
    """A table for a paper, as `--table` calls it."""

    BELOFTEN = "beloften"
    LOGICAS = "logicas"
    REST = "rest"
