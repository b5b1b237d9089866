import csv
import io
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.codebook.schema import Level
from beloften.rundir.columns import TELLINGEN, Column
from beloften.rundir.csv_rows import (
    DUTCH_EXCEL,
    PLAIN,
    Dialect,
    read_rows,
    write_rows,
    write_tellingen,
)
from beloften.tally.count import count
from tests.tally.building import CODEBOOK, document, finding, source

COLUMNS = (
    Column("naam", "string", "A text."),
    Column("jaar", "integer", "A whole number."),
    Column("rate", "number", "A number."),
)


@dataclass(frozen=True)
class Line:
    naam: str
    jaar: int | None = None
    rate: float | None = None


def written(*lines: Line, dialect: Dialect = PLAIN) -> str:
    stream = io.StringIO(newline="")
    write_rows(lines, COLUMNS, stream, dialect)
    return stream.getvalue()


def test_a_header_and_a_line_per_row_with_line_feeds() -> None:
    assert written(Line("Leeuwarden", 2014, 2 / 3)) == "naam,jaar,rate\nLeeuwarden,2014,0.667\n"


def test_another_dialect_has_its_own_marks() -> None:
    text = written(Line("a;b,c", 2014, -2 / 3), dialect=DUTCH_EXCEL)
    assert text == 'naam;jaar;rate\r\n"a;b,c";2014;-0,667\r\n'
    rows = read_rows(io.StringIO(text, newline=""), COLUMNS, DUTCH_EXCEL)
    assert list(rows) == [{"naam": "a;b,c", "jaar": 2014, "rate": -0.667}]


def test_what_is_not_known_is_an_empty_cell() -> None:
    assert written(Line("x")) == "naam,jaar,rate\nx,,\n"


def test_commas_quotes_and_line_ends_are_quoted() -> None:
    assert written(Line('a,"b"\nc')) == 'naam,jaar,rate\n"a,""b""\nc",,\n'


def test_text_that_begins_like_a_formula_is_harmless_and_numbers_are_left_alone() -> None:
    assert written(Line("=cmd()", -5, -0.25)) == "naam,jaar,rate\n'=cmd(),-5,-0.250\n"


def test_half_a_character_from_a_file_name_becomes_its_code() -> None:
    assert written(Line("caf\udce9.pdf")).encode() == b"naam,jaar,rate\ncaf\\udce9.pdf,,\n"


@given(st.lists(st.builds(Line, st.text(), st.none() | st.integers())), st.sampled_from([PLAIN, DUTCH_EXCEL]))
def test_any_text_comes_back_as_it_was(lines: list[Line], dialect: Dialect) -> None:
    rows = read_rows(io.StringIO(written(*lines, dialect=dialect), newline=""), COLUMNS, dialect)
    assert [Line(**row) for row in rows] == lines


@given(st.lists(st.text(), min_size=1))
def test_other_readers_of_csv_see_the_same_cells(names: list[str]) -> None:
    stream = io.StringIO(written(*(Line(name) for name in names)), newline="")
    assert [row["naam"].removeprefix("'") for row in csv.DictReader(stream)] == [
        name.removeprefix("'") for name in names
    ]


@pytest.mark.parametrize(
    "text",
    ["", "naam,jaar\nx,1\n", "naam,jaar,rate\nx\n", "naam,jaar,rate\nx,een,\n", '"naam', '"naam"x,jaar\n'],
)
def test_a_file_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"column|invalid literal|line \d"):
        list(read_rows(io.StringIO(text, newline=""), COLUMNS))


def test_counts_are_written_with_the_documented_columns() -> None:
    rows = count([document(finding("maatwerk", Level.BELOFTE), of=source())], CODEBOOK)
    stream = io.StringIO(newline="")
    write_tellingen(rows, stream)
    lines = stream.getvalue().splitlines()
    assert lines[0] == ",".join(column.name for column in TELLINGEN)
    assert lines[5] == "Leeuwarden,GM0080,maatwerk,belofte,belofte,1,1,50,1000,1,10.000,0.253,55.716,poisson"
