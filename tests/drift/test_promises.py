"""Promises are followed from one text to a later one by their sentences."""

from pathlib import Path

import pytest

from beloften.codebook.load import load_codebook
from beloften.codebook.schema import Level
from beloften.corpus.source import Source
from beloften.detect.detector import Detector
from beloften.drift.promises import Fate, Passage, PromiseChange, promise_changes
from beloften.run.analyse import analyse
from beloften.rundir.read import Run
from beloften.rundir.write import run_of
from tests.drift.building import META, run
from tests.tally.building import document, finding, source

MAATWERK = "Het wijkteam staat dicht bij de inwoners en kan daardoor snel maatwerk leveren."
REWORDED = "Het wijkteam staat dicht bij alle inwoners en kan daardoor ook maatwerk leveren."
NAMED = "In het verslag over het afgelopen jaar komt ook de levering van maatwerk aan de orde."
ANOTHER = "De vaste medewerker in de wijk kent het gezin, zodat hij de hulp op maat kan snijden."
CODEBOOK = load_codebook()
DETECTOR = Detector(CODEBOOK)


def text(*sentences: str, gemeente: str = "Leeuwarden", name: str = "nota.txt") -> Run:
    """A run of one document that consists of some sentences, each a paragraph."""
    data = "\n\n".join(sentences).encode()
    of = Source(Path(name), name, gemeente, "", "option", 2014, "option", "", "", Path(name).stem)
    return run_of([analyse(of, data, DETECTOR)], CODEBOOK, META)


def fates(old: Run, new: Run, level: Level = Level.BELOFTE, code: str = "maatwerk") -> list[PromiseChange]:
    return [one for one in promise_changes(old, new, level) if one.code == code]


def test_a_promise_whose_sentence_stands_in_both_is_continued() -> None:
    (change,) = fates(text(MAATWERK, NAMED), text(NAMED, MAATWERK.upper()))
    assert (change.fate, change.passage, change.likeness) == (Fate.CONTINUED, Passage.BOTH, 1.0)
    assert (change.citation_old, change.citation_new) == ("(nota: ¶1)", "(nota: ¶2)")


def test_a_promise_in_nearly_the_same_words_is_reworded() -> None:
    (change,) = fates(text(MAATWERK), text(REWORDED))
    assert change.fate is Fate.REWORDED
    assert change.likeness == pytest.approx(22 / 26)
    assert (change.sentence_old, change.sentence_new) == (MAATWERK, REWORDED)


def test_a_promise_in_other_words_is_new_and_the_old_one_dropped() -> None:
    changes = fates(text(MAATWERK), text(ANOTHER), Level.GENOEMD)
    assert [(one.fate, one.passage) for one in changes] == [
        (Fate.DROPPED, Passage.OLD),
        (Fate.NEW, Passage.NEW),
    ]


def test_a_promise_that_is_no_longer_tied_is_dropped_while_its_sentence_stays() -> None:
    old = run(document(finding("maatwerk", Level.BELOFTE), of=source("oud.pdf")))
    new = run(document(finding("maatwerk", Level.GENOEMD), of=source("nieuw.pdf")))
    (change,) = promise_changes(old, new)
    assert (change.fate, change.passage, change.level_new) == (Fate.DROPPED, Passage.BOTH, "genoemd")
    (change,) = promise_changes(new, old)
    assert (change.fate, change.passage, change.level_old) == (Fate.NEW, Passage.BOTH, "genoemd")
    (change,) = promise_changes(old, new, Level.GENOEMD)
    assert change.fate is Fate.CONTINUED


def test_a_sentence_that_other_rules_no_longer_take_for_a_promise_still_stands() -> None:
    old = run(document(finding("maatwerk", Level.BELOFTE), of=source("nota.pdf")))
    new = run(document(of=source("nota.pdf")))
    (change,) = promise_changes(old, new)
    assert (change.fate, change.passage, change.level_new) == (Fate.DROPPED, Passage.BOTH, "")


def test_what_only_names_the_good_is_no_promise_unless_that_is_asked_for() -> None:
    assert fates(text(NAMED), text(NAMED)) == []
    assert [one.fate for one in fates(text(NAMED), text(NAMED), Level.GENOEMD)] == [Fate.CONTINUED]


def test_documents_of_two_gemeenten_can_be_compared() -> None:
    (change,) = fates(text(MAATWERK), text(MAATWERK, gemeente="Almere", name="ander.txt"))
    assert (change.fate, change.gemeente) == (Fate.CONTINUED, "Almere")


def test_with_more_gemeenten_a_promise_is_continued_within_its_own() -> None:
    of_both = [source("aa.pdf", "Aa", ""), source("bee.pdf", "Bee", "")]
    both = [document(finding("maatwerk", Level.BELOFTE), of=of) for of in of_both]
    changes = promise_changes(run(*both), run(both[0], document(of=of_both[1])))
    assert [(one.gemeente, one.fate) for one in changes] == [
        ("Aa", Fate.CONTINUED),
        ("Bee", Fate.DROPPED),
    ]


def test_codes_come_in_the_order_of_the_codebook() -> None:
    places = [finding(code, Level.BELOFTE) for code in ("stabiliteit", "maatwerk", "vertrouwdheid")]
    changes = promise_changes(run(document(*places)), run(document(*places)))
    assert [one.code for one in changes] == ["vertrouwdheid", "maatwerk", "stabiliteit"]
