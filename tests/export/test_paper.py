"""Tables for a paper: the numbers of the run, what they mean, and no text taken for more."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from markdown_it import MarkdownIt

from beloften.corpus.source import UNKNOWN
from beloften.export.asked import ExportFormat, TableName
from beloften.export.formats import export_text
from beloften.export.material import Lang, Material
from beloften.export.paper import paper_tables
from tests.export.building import sample, with_known_numbers
from tests.hostile import HOSTILE


def table(name: str, material: Material | None = None) -> Any:  # noqa: ANN401 - of the tables the one asked for
    return next(each for each in paper_tables(material or sample()) if each.name == name)


def test_each_gemeente_has_a_row_per_belofte_with_count_rate_and_interval() -> None:
    panel = table("beloften", with_known_numbers()).panels[0]
    assert panel.title == "Elzervoort (2 documenten, 6.307 woorden)"
    label, measures = panel.rows[0]
    assert label == "1 Vertrouwdheid"
    assert measures == (("3", "4,8", "[0,8; 49,5]"), ("9", "14,3", "[4,0; 136]"))


def test_the_numbers_are_those_of_the_language() -> None:
    panel = table("beloften", replace(with_known_numbers(), lang="en")).panels[0]
    assert panel.title == "Elzervoort (2 documents, 6,307 words)"
    assert panel.rows[0] == (
        "1 Familiarity",
        (("3", "4.8", "[0.8, 49.5]"), ("9", "14.3", "[4.0, 136]")),
    )


def test_every_code_stands_in_one_table_and_a_value_below_its_logic() -> None:
    tables = list(paper_tables(sample()))
    labels = [label for each in tables for label, _ in each.panels[0].rows]
    assert len(set(labels)) == len(labels) == len({row.code for row in sample().run.tellingen})
    logics = [label for label, _ in table("logicas").panels[0].rows]
    assert logics.index("Professionele logica") < logics.index("\u2003Klinische blik")


def test_the_note_names_denominator_interval_and_codebook() -> None:
    note = table("beloften").note
    assert "10.000 woorden" in note
    assert "95 %" in note
    assert sample().run.info["codebook"]["sha256"][:12] in note


def test_a_group_without_words_has_no_rate() -> None:
    run = sample().run
    counts = tuple(
        replace(row, rate=None, low=None, high=None, interval=None, zinnen=0) for row in run.tellingen
    )
    empty = replace(sample(), run=replace(run, tellingen=counts))
    assert table("rest", empty).panels[0].rows[0][1] == (("0", "–", "–"),)


def test_the_markdown_is_read_as_three_tables_with_a_note_each() -> None:
    read = MarkdownIt("commonmark").enable("table").parse(export_text(sample(), ExportFormat.MARKDOWN))
    kinds = [token.type for token in read]
    assert kinds.count("table_open") == kinds.count("heading_open") == 3
    assert kinds.count("paragraph_open") == 3


def test_a_paper_gets_the_tables_that_were_asked_for() -> None:
    asked = replace(sample(), tables=(TableName.LOGICAS,))
    assert [each.name for each in paper_tables(asked)] == ["logicas"]
    assert export_text(asked, ExportFormat.LATEX).count(r"\begin{longtable}") == 1
    assert export_text(asked, ExportFormat.MARKDOWN).startswith("## Logica's en hun waarden")


def test_the_latex_is_a_table_over_pages_that_balances() -> None:
    latex = export_text(with_known_numbers(), ExportFormat.LATEX)
    assert latex.count(r"\begin{longtable}") == latex.count(r"\end{longtable}") == 3
    assert latex.count("{") == latex.count("}")
    rows = [line for line in latex.splitlines() if line.startswith("{1 Vertrouwdheid}")]
    assert rows[0].endswith(r"& 3 & 4,8 & [0,8; 49,5] & 9 & 14,3 & [4,0; 136]\\")


def test_what_is_not_known_has_the_word_of_the_language() -> None:
    assert table("rest", one_gemeente(UNKNOWN)).panels[0].title.startswith("onbekend (")
    assert table("rest", one_gemeente(UNKNOWN, "en")).panels[0].title.startswith("unknown (")


def test_in_latex_no_page_ends_between_a_gemeente_and_its_first_row() -> None:
    lines = export_text(with_known_numbers(), ExportFormat.LATEX).splitlines()
    names = [line for line in lines if line.startswith(r"\multicolumn") and r"\emph" in line]
    assert len(names) == 3 * len(table("rest").panels)
    assert all(line.endswith(r"\\*[0.5ex]") for line in names)


LATEX = which("pdflatex") or ""
PAGE = r"""\documentclass[a4paper]{article}
\usepackage[T1]{fontenc}
\usepackage{array,booktabs,longtable}
\begin{document}\input{tabellen}\end{document}
"""


@pytest.mark.skipif(not LATEX, reason="needs the program pdflatex: apt-get install texlive-latex-recommended")
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_latex_sets_the_tables_without_a_line_too_wide(lang: Lang, tmp_path: Path) -> None:
    tables = export_text(replace(with_known_numbers(), lang=lang), ExportFormat.LATEX)
    (tmp_path / "tabellen.tex").write_text(tables, "utf-8")
    (tmp_path / "paper.tex").write_text(PAGE, "utf-8")
    for _ in range(3):  # longtable knows the widths of its columns after a few runs
        done = subprocess.run(
            [LATEX, "-halt-on-error", "paper.tex"], cwd=tmp_path, check=False, capture_output=True
        )
    assert done.returncode == 0
    log = (tmp_path / "paper.log").read_text("latin-1")
    assert "Overfull" not in log
    assert "Table widths have changed" not in log


def one_gemeente(name: str, lang: Lang = "nl") -> Material:
    run = sample().run
    first = run.tellingen[0].group
    counts = tuple(replace(row, group=name) for row in run.tellingen if row.group == first)
    return replace(sample(), lang=lang, run=replace(run, tellingen=counts))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_name_is_text_in_latex(text: str) -> None:
    latex = export_text(one_gemeente(text), ExportFormat.LATEX)
    usual = export_text(one_gemeente("Elzervoort"), ExportFormat.LATEX)
    ours = r"\\(text[a-z]+|char34|quad)\{\}"
    bare = re.sub(rf"{ours}|\\[$&%#_]", "", latex)
    plain = re.sub(rf"{ours}|\\[$&%#_]", "", usual)
    for special in "\\{}$&%#_^":
        assert bare.count(special) == plain.count(special), special
    assert len(latex.splitlines()) == len(usual.splitlines())


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_name_is_text_in_markdown(text: str) -> None:
    markdown = export_text(one_gemeente(text), ExportFormat.MARKDOWN)
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    kinds = {
        child.type
        for token in reader.parse(markdown)
        for child in [token, *(token.children or ())]
        if child.nesting >= 0
    }
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_inline", "fence"}
    assert len(markdown.splitlines()) == len(
        export_text(one_gemeente("x"), ExportFormat.MARKDOWN).splitlines()
    )
