"""Which numbers are years of a policy document."""

from beloften.errors import CorpusError

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""What a user may say."""

FIRST_LIKELY_YEAR, LAST_LIKELY_YEAR = 1990, 2035
"""What is taken for a year in the name of a file; fixed, so that a guess is the same next year."""


def check_year(jaar: int | None) -> None:
    """Refuse a number that is no year; None is a year that is not known.

    Raises:
        CorpusError: when it is none.
    """
    if jaar is not None and not FIRST_YEAR <= jaar <= LAST_YEAR:
        next_step = f"Name one from {FIRST_YEAR} to {LAST_YEAR}."
        raise CorpusError(f"{jaar} is not the year of a policy document.", next_step)
