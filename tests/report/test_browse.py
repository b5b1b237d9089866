"""A run that a reader leafs through: sentences with codes, by document and page."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from rich.segment import Segment

from beloften.errors import UsageError
from beloften.report.browse import browsed
from beloften.rundir.read import Run, read_run

BASELINE = Path(__file__).parents[2] / "corpora" / "voorbeeld" / "baseline"


@pytest.fixture(scope="module")
def run() -> Run:
    return read_run(BASELINE)


def shown(run: Run, codes: tuple[str, ...] = (), only: tuple[str, ...] = (), lang: str = "nl") -> str:
    console = Console(file=StringIO(), width=10_000)
    for line in browsed(run, codes, only, lang):
        console.print(line)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_each_sentence_with_a_code_stands_once_below_its_citation(run: Run) -> None:
    text = shown(run)
    for row in run.bevindingen:
        assert row.citation in text
    sentences = {(row.document, row.sentence_index): row.sentence for row in run.bevindingen}
    lines = [line.strip() for line in text.splitlines()]
    for sentence in set(sentences.values()):
        same = sum(other == sentence for other in sentences.values())
        assert lines.count(" ".join(sentence.split())) == same


def test_only_the_codes_and_documents_that_were_asked_for_are_shown(run: Run) -> None:
    text = shown(run, ("maatwerk",), ("Kleiwaarde",))
    wanted = [row for row in run.bevindingen if row.code == "maatwerk" and row.gemeente == "Kleiwaarde"]
    assert wanted
    assert all(row.sentence in text for row in wanted)
    assert "Elzervoort" not in text
    assert text.count("Maatwerk ·") == len(wanted)


def test_a_document_is_named_by_gemeente_file_or_citation(run: Run) -> None:
    row = run.documenten[0]
    for name in (row.gemeente, row.document, row.citation):
        assert row.document in shown(run, only=(name,))
    with pytest.raises(UsageError, match="No document is of 'Nergenshuizen'"):
        shown(run, only=("Nergenshuizen",))


def test_the_words_that_carry_a_code_are_marked(run: Run) -> None:
    row = next(row for row in run.bevindingen if row.code == "maatwerk" and " ‖ " not in row.words)
    console = Console(width=400, color_system="truecolor", force_terminal=True, file=StringIO())
    marked = []
    for line in browsed(replace(run, bevindingen=(row,)), (), (), "nl"):
        segments: list[Segment] = [segment for part in console.render_lines(line) for segment in part]
        marked += [part.text for part in segments if part.style and part.style.underline]
    assert marked == [row.words]


def test_a_document_that_was_not_read_says_why(run: Run) -> None:
    unread = replace(run.documenten[0], status="scanned", remark="Its pages are images.")
    text = shown(replace(run, documenten=(unread,), bevindingen=()))
    assert "scan zonder tekst; Its pages are images." in text


def test_labels_and_levels_are_in_the_language_that_was_asked_for(run: Run) -> None:
    dutch, english = (shown(run, ("vertrouwdheid",), lang=lang) for lang in ("nl", "en"))
    assert "Vertrouwdheid · genoemd ·" in dutch
    assert "· genoemd ·" not in english
    assert "· named ·" in english


def test_what_a_terminal_would_obey_is_shown_as_text(run: Run) -> None:
    row = replace(run.bevindingen[0], sentence="Wij \x1b[31mzijn\x1b[0m dichtbij.", words="dichtbij")
    assert "\x1b[31m" not in shown(replace(run, bevindingen=(row,)))
