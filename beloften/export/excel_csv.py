"""CSV as Excel opens it with a double click where decimals have a comma, as in Dutch."""

from pathlib import Path

from beloften.export.csv_tables import write_csv
from beloften.export.material import Material
from beloften.rundir.csv_rows import DUTCH_EXCEL


def write(material: Material, folder: Path) -> None:
    """Write what `csv_tables` writes, with semicolons, decimal commas and a byte order mark."""
    write_csv(material, folder, DUTCH_EXCEL, encoding="utf-8-sig")
