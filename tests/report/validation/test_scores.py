import csv
import io
import json
import re

import pytest

from beloften.codebook.schema import Level
from beloften.report.validation.scores import SCORES, render, scores_as_json, scores_as_table
from beloften.validation.coders import Comparison
from beloften.validation.measure import validate
from tests.codings.building import coded
from tests.tally.building import CODEBOOK

NAMED = {"maatwerk": Level.GENOEMD}
GOLD = [*(coded(n, source=f"{n % 5}", beloften=NAMED) for n in range(10)), *(coded(n) for n in (10, 11))]
FOUND = [*(coded(n, beloften=NAMED) for n in range(6)), *(coded(n) for n in range(6, 10))]
FOUND += [coded(10, beloften=NAMED), coded(11, beloften={"preventie": Level.GENOEMD})]
COMPARISON = Comparison("", validate(GOLD, FOUND))


def test_the_table_gives_the_average_first_and_then_each_code() -> None:
    lines = scores_as_table(COMPARISON.validation, CODEBOOK).splitlines()
    assert lines[0].split() == ["precision", "recall", "F1", "alpha", "found", "gold"]
    assert [(line.split()[0], *line.split()[-2:]) for line in lines[1:4]] == [
        ("genoemd", "8", "10"),
        ("maatwerk", "7", "10"),
        ("preventie", "1", "0"),
    ]
    assert lines[2].split()[1] == "0.86"
    assert "–" in lines[3]


def test_the_table_says_what_it_rests_on() -> None:
    note = scores_as_table(COMPARISON.validation, CODEBOOK).splitlines()[-4:]
    assert note[0] == "12 sentences of 6 documents."
    assert "bootstrap over documents, none narrower than Wilson's" in note[1]


def test_sentences_that_are_resampled_by_themselves_are_counted_once_in_the_note() -> None:
    alone = validate([coded(1, source="", beloften=NAMED)], [coded(1, source="", beloften=NAMED)])
    assert "1 sentence." in scores_as_table(alone, CODEBOOK).splitlines()


def test_json_has_null_for_what_is_undefined() -> None:
    content = json.loads(scores_as_json([COMPARISON], CODEBOOK))
    assert content["genoemd"]["micro"]["tp"] == 6
    preventie = content["genoemd"]["codes"]["preventie"]
    assert (preventie["precision"], preventie["recall"], preventie["fp"]) == (0.0, None, 1)
    assert content["genoemd"]["codes"]["maatwerk"]["precision"] == pytest.approx(6 / 7, abs=0.0001)


def test_csv_has_the_documented_columns_and_a_row_per_code() -> None:
    table = list(csv.DictReader(io.StringIO(render([COMPARISON], CODEBOOK, "csv"))))
    assert list(table[0]) == [column.name for column in SCORES]
    assert [(row["kind"], row["code"]) for row in table] == [
        ("genoemd", "micro"),
        ("genoemd", "maatwerk"),
        ("genoemd", "preventie"),
    ]


def test_latex_has_rules_of_booktabs_and_a_note_with_codebook_and_unit() -> None:
    table = render([COMPARISON], CODEBOOK, "latex")
    for part in (r"\toprule", r"\midrule", r"\bottomrule", r"95 \% intervals by bootstrap", "proef 1.0.0"):
        assert part in table
    head, _, body = table.partition("\n")
    assert head.startswith("% In the preamble: ")
    assert "booktabs" in head
    assert len(re.findall(r"^\\quad \w+ &", body, re.MULTILINE)) == 2
    assert "%" not in body.replace(r"\%", "")


def test_in_latex_the_table_of_all_coders_has_a_label_and_the_preamble_is_told_once() -> None:
    several = [COMPARISON, Comparison("anna", COMPARISON.validation)]
    table = render(several, CODEBOOK, "latex")
    assert table.count(r"\label{tab:validation}") == table.count("% In the preamble") == 1
    assert table.count(r"\begin{longtable}") == 2


def test_markdown_has_as_many_cells_in_each_row() -> None:
    rows = [line for line in render([COMPARISON], CODEBOOK, "markdown").splitlines() if line.startswith("|")]
    assert {row.replace(r"\|", "").count("|") for row in rows} == {8}


def test_several_codings_each_have_a_table_with_a_name() -> None:
    several = [
        COMPARISON,
        Comparison("anna", COMPARISON.validation),
        Comparison("anna – bram", COMPARISON.validation),
    ]
    table = render(several, CODEBOOK, "table")
    assert "Tool and coder: anna\n" in table
    assert "Coders: anna – bram\n" in table
    assert set(json.loads(render(several, CODEBOOK, "json"))["codings"]) == {"anna", "anna – bram"}
