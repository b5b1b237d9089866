"""Marks on the same words leave each other room."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from beloften.export.pdf.looks import Form, Looks
from beloften.export.pdf.marks import Mark, marks_of
from beloften.rundir.rows import Bevinding
from tests.export.pdf.marking import finding, sample_run

LOOKS = Looks(sample_run().rules)
WORDS = "0:40.0,50.0,90.0,60.0"

DEGREES = {
    "maatwerk": {"level": "genoemd"},
    "preventie": {"level": "belofte"},
    "markt": {"stance": "afgezet"},
    "civiel": {"stance": "afgezet"},
}


def _marks(*findings: Bevinding) -> dict[str, Mark]:
    return {mark.finding.code: mark for mark in marks_of(findings, LOOKS).get(0, ())}


def test_two_beloften_on_the_same_words_share_their_height() -> None:
    marks = _marks(finding("preventie", WORDS), finding("maatwerk", WORDS))
    assert [(mark.finding.code, mark.lane, mark.lanes) for mark in marks.values()] == [
        ("maatwerk", 0, 2),
        ("preventie", 1, 2),
    ]


def test_a_belofte_and_a_logica_on_the_same_words_do_not_move_each_other() -> None:
    marks = _marks(finding("maatwerk", WORDS), finding("markt", WORDS, stance="afgezet"))
    assert [(mark.lane, mark.lanes) for mark in marks.values()] == [(0, 1), (0, 1)]


def test_logicas_on_the_same_words_stand_below_each_other() -> None:
    marks = _marks(finding("markt", WORDS, stance="afgezet"), finding("civiel", WORDS, stance="afgezet"))
    assert [mark.lane for mark in marks.values()] == [0, 1]


def test_a_waarde_and_its_logica_are_one_line_with_two_signs() -> None:
    stance = "afgezet"
    marks = _marks(
        finding("bureaucratisch", WORDS, stance=stance), finding("taakgericht", WORDS, stance=stance)
    )
    assert [mark.lane for mark in marks.values()] == [0, 0]
    assert marks["taakgericht"].look.sign == "B3"
    assert marks["bureaucratisch"].before > len("B3")


def test_a_waarde_and_its_logica_with_other_stances_are_two_lines() -> None:
    marks = _marks(
        finding("bureaucratisch", WORDS, stance="afgezet"), finding("taakgericht", WORDS, stance="neutraal")
    )
    assert {mark.lane for mark in marks.values()} == {0, 1}


def test_words_beside_each_other_and_on_the_next_line_need_no_room() -> None:
    near = (
        "0:40.0,50.0,90.0,60.0",
        "0:90.5,50.0,99.0,60.0",
        "0:40.0,59.0,90.0,69.0",
        "1:40.0,50.0,90.0,60.0",
    )
    marks = marks_of([finding("maatwerk", boxes) for boxes in near], LOOKS)
    assert {(mark.lane, mark.lanes) for page in marks.values() for mark in page} == {(0, 1)}


def test_a_mark_knows_what_else_stands_on_its_words() -> None:
    marks = _marks(finding("maatwerk", WORDS), finding("nabijheid", WORDS, stance=""))
    assert [other.code for other in marks["maatwerk"].beside] == ["nabijheid"]


_SIDE = st.integers(0, 30).map(lambda step: step * 5)
_CODES = st.sampled_from(["maatwerk", "preventie", "markt", "civiel"])


@given(st.lists(st.tuples(_CODES, _SIDE, _SIDE), max_size=9))
def test_no_two_marks_of_a_form_on_the_same_words_are_drawn_on_each_other(
    places: list[tuple[str, int, int]],
) -> None:
    findings = [
        finding(code, f"0:{left}.0,{top}.0,{left + 40}.0,{top + 10}.0", **DEGREES[code])
        for code, left, top in places
    ]
    marks = marks_of(findings, LOOKS).get(0, ())
    assert len(marks) == len(findings)
    for one, other in combinations(marks, 2):
        (box,), (there,) = one.boxes, other.boxes
        same_words = abs(box.left - there.left) < 40 and box.top == there.top
        if same_words and one.look.form is other.look.form and one.look.colour != other.look.colour:
            assert one.lane != other.lane
            if one.look.form is Form.WASH:
                assert max(one.lane, other.lane) < min(one.lanes, other.lanes)
