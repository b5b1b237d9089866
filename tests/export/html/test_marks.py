from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from beloften.export.html.marks import Role, marks_of
from beloften.rundir.rows import JOIN, Bevinding
from beloften.safe_text import visible
from tests.export.building import sample

FINDING = replace(sample().run.bevindingen[0], words="", cue="", link="", sentence="", before="", after="")


def shown(text: str, start: int, end: int) -> str:
    """What a browser has between two offsets: it counts in units of UTF-16."""
    return visible(text).encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def marked(finding: Bevinding) -> list[tuple[str, Role]]:
    marks, _ = marks_of(finding)
    return [(shown(finding.sentence, start, end), role) for start, end, role in marks]


def test_matches_are_marked_in_turn() -> None:
    finding = replace(FINDING, sentence="samen eten, samen leren", words="samen ‖ samen")
    assert [(start, end) for start, end, _ in marks_of(finding)[0]] == [(0, 5), (12, 17)]


def test_words_link_and_cue_are_told_apart() -> None:
    finding = replace(
        FINDING, sentence="Dichtbij, zodat er maatwerk is.", words="maatwerk", cue="Dichtbij", link="zodat"
    )
    assert marked(finding) == [("maatwerk", Role.WORDS), ("zodat", Role.LINK), ("Dichtbij", Role.CUE)]


def test_a_cue_that_is_not_in_the_sentence_is_marked_in_the_one_before() -> None:
    finding = replace(FINDING, sentence="Zo is er maatwerk.", before="Wij zijn dichtbij.", cue="dichtbij")
    marks, before = marks_of(finding)
    assert not marks
    assert [shown(finding.before, start, end) for start, end, _ in before] == ["dichtbij"]


def test_what_does_not_stand_in_the_text_is_not_marked() -> None:
    assert not marked(replace(FINDING, sentence="Niets.", words="maatwerk"))


WORDS = st.text(min_size=1).filter(lambda words: JOIN.strip() not in words)


@given(st.text(), WORDS, st.text())
def test_marks_hold_their_words_whatever_letters_are_around_them(left: str, words: str, right: str) -> None:
    """Control characters are shown by their codes, and letters beyond the first plane count for two."""
    finding = replace(FINDING, sentence=f"{left}{words}{right}", words=words)
    assert marked(finding) == [(visible(words), Role.WORDS)]
