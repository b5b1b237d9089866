"""Mergers: of which gemeente the territory of a gemeente is part in the division (indeling) of a year."""

from datetime import date

from beloften.corpus.gemeenten import Gemeente, gemeenten


def in_indeling(code: str, jaar: int) -> tuple[Gemeente | None, str]:
    """Find the gemeente that holds the territory of a gemeente on 1 January of a year.

    Successors are followed for as long as there is one. The list goes back to 2000.

    Args:
        code: CBS code of the gemeente.
        jaar: year of the division, such as 2023.

    Returns:
        The gemeente, which may be the same, and "". Else None with the reason: the territory was divided
        over several, or it was still that of several; the reason is "" for a code that is in no list.
    """
    gemeente = gemeenten().get(code)
    if gemeente is None:
        return None, ""
    day = date(jaar, 1, 1)
    name = gemeente.naam
    if gemeente.ontstaan and gemeente.ontstaan > day:
        earlier = _names(gemeente.voorgangers)
        return None, f"{name} did not exist on {day}: its territory was that of {earlier}. It keeps its name."
    while gemeente.opgeheven and gemeente.opgeheven < day:
        if len(gemeente.opvolgers) != 1:
            later = _names(gemeente.opvolgers)
            return None, f"The territory of {name} was divided over {later}. It keeps its name."
        gemeente = gemeenten()[gemeente.opvolgers[0]]
    return gemeente, ""


def _names(codes: tuple[str, ...]) -> str:
    return " and ".join(gemeenten()[code].naam for code in codes if code in gemeenten()) or "others"
