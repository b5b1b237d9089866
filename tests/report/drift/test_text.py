"""What moved is told in one line first, then by cause, number and finding, in every form."""

import json
from dataclasses import replace

from beloften.drift.drift import Drift, find_drift
from beloften.report.drift.markdown import drift_markdown
from beloften.report.drift.text import MOST, drift_json, drift_lines
from tests.drift.building import META, A, B, nota, run, with_patterns
from tests.tally.building import finding

OLD, NEW = with_patterns("nabijheid", ["om de hoek", "<wijk>"]), with_patterns("nabijheid", ["<wijk>"])
LESS = nota("a.pdf", "Aa", ("nabijheid", 1), ("noodzaak", 3))


def drift_of_a_pattern() -> Drift:
    return find_drift(run(A, B, codebook=OLD), run(LESS, B, codebook=NEW))


def test_the_terminal_shows_the_verdict_the_cause_the_numbers_and_the_findings() -> None:
    assert list(drift_lines(drift_of_a_pattern())) == [
        "Drift: 2 numbers moved. Cause: rules.",
        "\nrules (1 finding, 100%)",
        "  nabijheid.yaml: - patterns: om de hoek",
        "",
        "group  code                  measure          baseline       now  difference",
        "all    nabijheid             alle                15.00     10.00       -5.00",
        "Aa     nabijheid             alle                20.00     10.00      -10.00",
        "\nfindings",
        "  - nabijheid Het wijkteam levert maatwerk. (Aa 2014: 1)",
    ]


def test_markdown_shows_the_same_and_takes_no_text_for_markup() -> None:
    new = with_patterns("nabijheid", ["om de hoek", "*team*"])
    text = drift_markdown(find_drift(run(A, codebook=OLD), run(LESS, codebook=new)))
    assert text.startswith("## Drift: 2 numbers moved. Cause: rules.\n\n### rules (1 finding, 100%)\n")
    assert "- nabijheid.yaml: - patterns: \\<wijk\\>\n" in text
    assert "- nabijheid.yaml: + patterns: \\*team\\*\n" in text
    assert "| Aa | nabijheid | alle | 20.00 | 10.00 | -10.00 |" in text
    assert "- `-` nabijheid Het wijkteam levert maatwerk. (Aa 2014: 1)" in text


def test_json_holds_all_of_it() -> None:
    content = json.loads(drift_json(drift_of_a_pattern()))
    assert content["drift"] is True
    assert [(cause["cause"], cause["share"]) for cause in content["causes"]] == [("rules", 1.0)]
    assert [(number["group"], number["difference"]) for number in content["numbers"]] == [
        ("", -5.0),
        ("Aa", -10.0),
    ]
    assert [(one["sign"], one["citation"]) for one in content["findings"]] == [("-", "(Aa 2014: 1)")]


def test_long_lists_are_cut_and_say_how_long_they_are() -> None:
    many = replace(A, findings=tuple(finding("nabijheid", sentence=index) for index in range(50)))
    lines = list(drift_lines(find_drift(run(replace(A, findings=())), run(many))))
    assert f"  and {50 - MOST} more findings (--format json gives all)" in lines


def test_what_moves_within_its_tolerance_is_told_in_words() -> None:
    meta = replace(META, beloften="0.2.0", toleranties={"overige": 100.0})
    lines = list(drift_lines(find_drift(run(A), run(LESS, meta=meta))))
    assert lines[0] == "No drift: 2 numbers moved, within the tolerances."
