"""Tidy CSV with a data package: what R, Python and Frictionless tools read."""

from pathlib import Path

from beloften.export.material import Material
from beloften.export.tables import tables_of
from beloften.rundir.csv_rows import PLAIN, Dialect, write_rows
from beloften.rundir.datapackage import PACKAGE_FILE, data_package
from beloften.rundir.run_info import to_json


def write(material: Material, folder: Path) -> None:
    """Write a file per table, and `datapackage.json` that describes them, into an empty folder."""
    write_csv(material, folder, PLAIN)


def write_csv(material: Material, folder: Path, dialect: Dialect, encoding: str = "utf-8") -> None:
    """Write the tables in a dialect of CSV, with the data package that says how to read them."""
    files = {f"{table.name}.csv": table for table in tables_of(material.run).values()}
    for file, table in files.items():
        with (folder / file).open("x", encoding=encoding, newline="") as stream:
            write_rows(table.rows, table.columns, stream, dialect)
    columns = {file: table.columns for file, table in files.items()}
    info = material.run.info
    made_with = {"beloften": info["beloften"], "codebook": info["codebook"]}
    package = {**data_package(folder, columns, dialect, name="beloften-export"), **made_with}
    (folder / PACKAGE_FILE).write_text(to_json(package), encoding="utf-8", newline="\n")
