"""The files for SPSS, read back; PSPP was seen to open and tabulate them, too."""

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyreadstat
import pytest

from beloften.codebook.schema import Level
from beloften.export.asked import ExportFormat
from beloften.export.formats import export_run
from beloften.export.material import Lang, Material
from beloften.export.sav import LISTS, LONGEST, holdable, numbered
from beloften.rundir.rows import Bevinding, DocumentRow
from beloften.tally.count import Telling
from tests.export.building import as_written, hostile, sample, typed
from tests.hostile import HOSTILE


def columns(path: Path) -> tuple[dict[str, list[Any]], Any]:
    values, metadata = pyreadstat.read_sav(str(path), output_format="dict")
    return {name: list(column) for name, column in values.items()}, metadata


def rows(folder: Path, table: str, kind: type) -> list[dict[str, Any]]:
    """Read a file with words for the numbers of codes and lists."""
    values, _ = columns(folder / f"{table}.sav")
    codes, _ = columns(folder / "codebook.sav")
    words = {**LISTS, "code": codes["code"]}
    read = {
        name: [None if _is_missing(value) else words[name][int(value) - 1] for value in column]
        if name in words
        else [None if _is_missing(value) else value for value in column]
        for name, column in values.items()
    }
    return [typed(dict(zip(read, row, strict=True)), kind) for row in zip(*read.values(), strict=True)]


def _is_missing(value: object) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def test_all_rows_come_back_as_they_were(tmp_path: Path) -> None:
    run = sample().run
    assert export_run(sample(), ExportFormat.SAV, tmp_path / "uit") == ()
    assert rows(tmp_path / "uit", "bevindingen", Bevinding) == as_written(run.bevindingen)
    assert rows(tmp_path / "uit", "documenten", DocumentRow) == as_written(run.documenten)
    assert rows(tmp_path / "uit", "tellingen", Telling) == as_written(run.tellingen)


def test_hostile_texts_come_back_but_for_what_the_format_cannot_hold(tmp_path: Path) -> None:
    remarks = export_run(hostile(), ExportFormat.SAV, tmp_path / "uit")
    read = rows(tmp_path / "uit", "bevindingen", Bevinding)
    wanted = as_written(hostile().run.bevindingen)
    unequal = [name for name, a, b in zip(HOSTILE, read, wanted, strict=True) if a != b]
    assert unequal == ["nul", "blank", "long", "long-words"]
    places = [line for line in remarks if "bevindingen, column sentence" in line]
    assert len(places) == 1
    assert f"row {1 + list(HOSTILE).index('nul')} and 3 more" in places[0]


def test_a_text_is_held_to_its_last_whole_letter_without_nul_and_trailing_spaces() -> None:
    assert holdable("voor\0na  ") == "voor␀na"
    assert holdable("é" * LONGEST).endswith("é…")
    assert LONGEST - len("é".encode()) <= len(holdable("é" * LONGEST).encode()) <= LONGEST


def test_a_word_has_the_number_of_its_place_and_none_is_missing() -> None:
    assert numbered(["expliciet", "", "genoemd"], dict.fromkeys(Level, "")) == [3, None, 1]


@pytest.mark.parametrize(
    ("lang", "code", "level"), [("nl", "Maatwerk", "genoemd"), ("en", "Tailored support", "named")]
)
def test_numbers_have_labels_in_the_language_asked_for(
    lang: Lang, code: str, level: str, tmp_path: Path
) -> None:
    export_run(replace(sample(), lang=lang), ExportFormat.SAV, tmp_path / "uit")
    _, metadata = columns(tmp_path / "uit" / "bevindingen.sav")
    assert code in metadata.variable_value_labels["code"].values()
    assert metadata.variable_value_labels["level"][1] == level
    assert metadata.variable_measure["level"] == "ordinal"
    assert metadata.column_names_to_labels["sentence"] == "The sentence."


@pytest.mark.parametrize("made", [sample, hostile])
def test_the_same_run_gives_the_same_bytes_without_the_time(
    made: Callable[[], Material], tmp_path: Path
) -> None:
    for name in "ab":
        export_run(made(), ExportFormat.SAV, tmp_path / name)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()
        assert path.read_bytes()[92:109] == b"12 Apr 1800:00:00"


def test_the_numbers_of_words_are_documented() -> None:
    docs = (Path(__file__).parents[2] / "docs" / "export.md").read_text("utf-8")
    for name, words in LISTS.items():
        assert f"| `{name}` | {', '.join(words)} |" in docs
