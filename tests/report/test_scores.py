import json

from beloften.report.scores import scores_as_json, scores_as_table
from beloften.tally.agreement import Comparison, Score, micro_average

SCORES = (Score("maatwerk", 6, 2, 4), Score("preventie", 0, 0, 3))
COMPARISONS = [Comparison("belofte", SCORES, micro_average(SCORES))]


def test_the_table_gives_the_average_first_and_then_each_code() -> None:
    lines = [line.split() for line in scores_as_table(COMPARISONS).splitlines()]
    assert lines == [
        ["precision", "recall", "F1", "found", "gold"],
        ["belofte", "0.75", "0.46", "0.57", "8", "13"],
        ["maatwerk", "0.75", "0.60", "0.67", "8", "10"],
        ["preventie", "–", "0.00", "0.00", "0", "3"],
    ]


def test_json_has_null_for_what_is_undefined() -> None:
    content = json.loads(scores_as_json(COMPARISONS))
    assert content["belofte"]["micro"]["tp"] == 6
    assert content["belofte"]["codes"]["preventie"] == {
        "precision": None,
        "recall": 0.0,
        "f1": 0.0,
        "tp": 0,
        "fp": 0,
        "fn": 3,
    }
