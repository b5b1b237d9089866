"""By how much numbers may move, as manifests say."""

import difflib
from collections.abc import Iterable, Iterator, Mapping

from beloften.codebook.schema import Codebook
from beloften.corpus.manifest import Tolerantie

WORDS = "woorden"
"""The name under which the number of words of a group is checked, as if it were a code."""

OTHERS = "overige"
"""The name under which a manifest gives the tolerance of all codes that it does not name."""


def tolerances_by_code(toleranties: Iterable[Tolerantie]) -> Mapping[str, float]:
    """Return the tolerance by code; of a code that several manifests name the least."""
    return least_by_code((one.code, one.value) for one in toleranties)


def least_by_code(values: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return the least of the values that are given for each code."""
    by_code: dict[str, float] = {}
    for code, value in values:
        by_code[code] = min(value, by_code.get(code, value))
    return by_code


def unknown_codes(toleranties: Iterable[Tolerantie], codebook: Codebook) -> Iterator[str]:
    """Yield a warning for each tolerance of a code that the rules do not have: a slip of the pen, maybe."""
    known = [WORDS, OTHERS, *(concept.code for concept in codebook.concepts if concept.kind.is_code)]
    for one in toleranties:
        if one.code not in known:
            close = difflib.get_close_matches(one.code, known, n=1)
            hint = f": did you mean '{close[0]}'?" if close else "."
            yield f"{one.place}: no rule has the code '{one.code}'{hint}"
