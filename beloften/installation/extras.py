"""The extras of the package: what each is for. Which libraries they need stands in pyproject.toml."""

from enum import StrEnum
from typing import Self

PACKAGE = "beloften"


class Extra(StrEnum):
    """An extra by its name; `purpose` says in a line what it is for."""

    purpose: str

    def __new__(cls, name: str, purpose: str) -> Self:
        """Keep the purpose beside the name."""
        extra = str.__new__(cls, name)
        extra._value_ = name
        extra.purpose = purpose
        return extra

    HTML = "html", "web pages: the article, without menus, banners and footers"
    OCR = "ocr", "scan --ocr: text of scanned pages; it needs the program tesseract too"
    XLSX = "xlsx", "manifests, codings and coding sheets in Excel workbooks"
    FIGURES = "figures", "figure --out: figures in files; those in the terminal need no library"
    EXPORT = "export", "export to XLSX, Parquet, SPSS and marked PDFs, and kwic for Word"
    REMOTE = "remote", "documents behind URLs: scan https://…/nota.pdf"
    CLUSTER = "cluster", "scan --cluster: reading on a Dask cluster"
