"""The tables of a run that every table format holds, with their columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from beloften.export.codes import code_rows
from beloften.rundir.columns import BEVINDINGEN, CODEBOOK, DOCUMENTEN, TELLINGEN, Column
from beloften.rundir.read import Run


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a run.

    Attributes:
        name: bevindingen, tellingen, documenten or codebook.
        columns: their names, types and meanings, in order.
        rows: objects with an attribute per column.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[object]

    def dicts(self) -> Iterator[dict[str, Any]]:
        """Yield the rows by the names of the columns, rounded as in CSV.

        What is not known is "" where the column is text, else None. Half a character becomes its escape,
        since no UTF-8 can carry it.
        """
        for row in self.rows:
            yield {column.name: _value(getattr(row, column.name), column) for column in self.columns}


def tables_of(run: Run) -> Mapping[str, Table]:
    """Return the tables by name; the sentences without text stay in the run."""
    tables = (
        Table("bevindingen", BEVINDINGEN, run.bevindingen),
        Table("tellingen", TELLINGEN, run.tellingen),
        Table("documenten", DOCUMENTEN, run.documenten),
        Table("codebook", CODEBOOK, tuple(code_rows(run.rules))),
    )
    return {table.name: table for table in tables}


def _value(value: Any, column: Column) -> Any:  # noqa: ANN401 - whatever a cell holds
    if column.type == "string":
        return str(value or "").encode("utf-8", "backslashreplace").decode()
    return round(value, column.decimals) if isinstance(value, float) else value
