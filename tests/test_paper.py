"""The paper has what the Journal of Open Source Software asks of one, and says what the README says."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "paper" / "paper.md").read_text("utf-8").split("---\n", maxsplit=2)[2]
REQUIRED = [
    "Summary",
    "Statement of need",
    "State of the field",
    "Software design",
    "Research impact statement",
    "AI usage disclosure",
    "Acknowledgements",
    "References",
]
FEWEST, MOST = 750, 1750


def test_it_has_the_required_sections_in_their_order() -> None:
    assert re.findall(r"^# (.+)$", TEXT, re.MULTILINE) == REQUIRED


def test_it_is_as_long_as_it_may_be() -> None:
    assert FEWEST <= len(TEXT.split()) <= MOST


def test_all_that_is_cited_is_in_the_bibliography_and_the_other_way_round() -> None:
    bibliography = (ROOT / "paper" / "paper.bib").read_text("utf-8")
    assert set(re.findall(r"@([a-z]+\d*)", TEXT)) == set(
        re.findall(r"^@\w+\{(\w+),", bibliography, re.MULTILINE)
    )


def test_measured_figures_are_those_of_the_readme() -> None:
    figures = re.findall(r"\d\.\d\d \[\d\.\d\d, \d\.\d\d\]", TEXT)
    readme = (ROOT / "README.md").read_text("utf-8")
    assert figures
    assert [figure for figure in figures if figure not in readme] == []
