from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from beloften.extract.layout.compose import compose
from tests.extract.pages import in_order, line

_LETTERS = st.text("abc DE-é\xad\ufb01\u200b'.", max_size=20).map(lambda text: f"a{text}z")


def test_lines_are_joined_with_single_spaces() -> None:
    text, runs = compose(in_order(line("Iedereen  telt", 0, 0, odd=True), line("mee.", 0, 12)), ())
    assert text == "Iedereen telt mee."
    assert [(run.start, run.end, run.source) for run in runs] == [
        (0, 8, 0),
        (8, 9, 8),
        (9, 13, 10),
        (14, 18, 16),
    ]


def test_a_word_over_two_lines_is_whole_and_points_to_both() -> None:
    text, runs = compose(in_order(line("woning", 0, 0, hyphen=True), line("bouw", 0, 12)), ())
    assert text == "woningbouw"
    assert [(run.start, run.end, run.box.top) for run in runs] == [(0, 6, 0), (6, 10, 12)]


def test_a_real_hyphen_belongs_to_the_first_line() -> None:
    text, runs = compose(in_order(line("ggz", 0, 0, hyphen=True), line("instelling", 0, 12)), ())
    assert text == "ggz-instelling"
    assert runs[0].end == len("ggz-")


def test_a_hyphen_at_the_end_of_a_page_stays_when_nothing_follows() -> None:
    assert compose(in_order(line("jeugd", 0, 0, hyphen=True)), ())[0] == "jeugd-"


def test_a_ligature_becomes_letters_that_stand_at_its_place() -> None:
    text, runs = compose([line("\ufb01ets", 0, 0, odd=True)], ())
    assert text == "fiets"
    assert [(run.start, run.end, run.source) for run in runs] == [(0, 1, 0), (1, 2, 0), (2, 5, 1)]


def test_a_soft_hyphen_disappears_within_a_line_and_at_its_end() -> None:
    lines = in_order(line("wo\xadning\xad", 0, 0, odd=True), line("bouw", 0, 12))
    assert compose(lines, ())[0] == "woningbouw"


@given(st.lists(st.tuples(_LETTERS, st.booleans()), min_size=1, max_size=5))
def test_every_run_leads_to_the_same_characters_on_the_page(parts: list[tuple[str, bool]]) -> None:
    lines = in_order(
        *(line(text, 0, 12 * number, odd=True, hyphen=cut) for number, (text, cut) in enumerate(parts))
    )
    page = "".join(text + ("-\n" if cut else "\n\n") for text, cut in parts)
    text, runs = compose(lines, ())
    assert "  " not in text
    for run in runs:
        for offset in range(run.end - run.start):
            here, there = text[run.start + offset], page[run.source + offset]
            assert (
                here == there
                or (there == "\ufb01" and here in "fi")
                or (here == " " and there in " \xad\u200b")
            )
    assert all(before.end <= after.start for before, after in pairwise(runs))


def test_a_hyphen_that_the_page_gives_as_a_line_of_its_own_cuts_a_word() -> None:
    lines = in_order(
        line("een woning\u200b\u200b-", 0, 0, odd=True), line("bouw of ggz\u200b\u200b-", 0, 12, odd=True)
    )
    assert compose([*lines, line("instelling", 0, 24, start=60)], ())[0] == "een woningbouw of ggz-instelling"


def test_a_hyphen_left_from_an_earlier_layout_goes_where_the_document_knows_the_word() -> None:
    one = in_order(line("Genoeg is vol- doende voor zorg- en welzijn- taken.", 0, 0))
    text, runs = compose(one, {"voldoende", "zorgen"})
    assert text == "Genoeg is voldoende voor zorg- en welzijn- taken."
    assert [(run.start, run.end, run.source) for run in runs] == [(0, 13, 0), (13, 49, 15)]
    assert compose(one, ())[0] == one[0].text
