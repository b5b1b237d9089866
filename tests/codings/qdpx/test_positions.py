"""The way in which a program counted is told by its selections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.codings.qdpx.positions import Counting, Position, counting_of

TEXT = (
    "\ufeffHet wijkteam 😀 kent de inwoners van de buurt\r\nen komt langs bij wie dat wil\r\n"
    "Daardoor 😀 is er maatwerk voor iedereen\r\nen minder regels 🎉 dan vroeger\r\n"
    "Dat is alles wat er is\r\n"
)
QUOTATIONS = (
    "wijkteam",
    "kent de inwoners",
    "langs bij wie",
    "maatwerk voor",
    "minder regels",
    "Dat is alles",
)


def positions(counting: Counting, *, named: bool) -> list[Position]:
    """The quotations as a program that counts in this way gives them."""
    offsets = list(counting.offsets(TEXT))
    found = []
    for quotation in QUOTATIONS:
        start = TEXT.index(quotation)
        first, end = offsets.index(start), offsets.index(start + len(quotation))
        found.append(Position(first, end - counting.inclusive, quotation if named else ""))
    return found


@pytest.mark.parametrize("named", [True, False])
@given(st.builds(Counting, st.booleans(), st.booleans(), st.sampled_from([1, 2]), st.booleans()))
def test_each_way_of_counting_gives_the_quotations_back(named: bool, counting: Counting) -> None:
    given_positions = positions(counting, named=named)
    way = counting_of([(TEXT, given_positions)])
    offsets = way.offsets(TEXT)
    spans = [way.span(offsets, position) for position in given_positions]
    assert [TEXT[slice(*span)] for span in spans if span] == list(QUOTATIONS)


def test_the_standard_is_taken_where_selections_tell_no_difference() -> None:
    assert counting_of([("Wij doen het.", [Position(0, 13, "")])]) == Counting()
    assert counting_of([]) == Counting()


def test_lines_that_are_selected_with_their_ends_are_no_sign_of_ends_that_are_in() -> None:
    lines = ("Wij doen het samen. \n", "A is geen B in de buurt \n", "[onverstaanbaar] zei ze \n", "Klaar.")
    starts = [sum(map(len, lines[:number])) for number in range(len(lines))]
    selected = [Position(start, start + len(line), "") for start, line in zip(starts, lines, strict=True)]
    assert counting_of([("".join(lines), selected[:-1])]) == Counting()


def test_a_selection_beyond_the_text_is_nowhere() -> None:
    counting = Counting()
    assert counting.span(counting.offsets("Wij."), Position(2, 9, "")) is None
    assert counting.span(counting.offsets("Wij."), Position(-1, 2, "")) is None


@given(
    st.text(st.characters(codec="utf-8"), max_size=60), st.booleans(), st.sampled_from([1, 2]), st.booleans()
)
def test_there_is_a_position_for_each_unit_that_is_counted(
    text: str, utf16: bool, ends: int, bom: bool
) -> None:
    """By UTF-16 units with nothing left out, the number of positions is the length in that encoding."""
    offsets = Counting(utf16=utf16, line_end=ends, bom=bom).offsets(text)
    assert list(offsets) == sorted(offsets)
    assert offsets[-1] == len(text)
    if utf16 and ends == 2 and bom:
        assert len(offsets) - 1 == len(text.encode("utf-16-le")) // 2
