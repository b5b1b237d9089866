"""What keeps a raw spaCy token pattern from being used: it is at fault, or takes more time than there is."""

import re
from collections.abc import Sequence
from math import prod
from typing import Any

from beloften.codebook.patterns import MOST_WORDS

MOST_WAYS = 10_000
"""Ways in which a pattern may be laid over a sentence from one word on; spaCy keeps each in memory."""

_OPEN = 50  # times that `*` and `+` count for: as many words as a sentence has
_TIMES = re.compile(r"\{([0-9]*)(,?)([0-9]*)\}")


def check_tokens(tokens: Sequence[dict[str, Any]]) -> None:
    """Check a pattern.

    Raises:
        ValueError: what is wrong with it.
    """
    from spacy.matcher import Matcher  # noqa: PLC0415 - spaCy takes a second to load
    from spacy.tokens import Doc  # noqa: PLC0415 - as above
    from spacy.vocab import Vocab  # noqa: PLC0415 - as above

    times = [_times(str(token.get("OP", "1"))) for token in tokens]
    if sum(most for _, most in times) > MOST_WORDS + _OPEN:
        raise ValueError(f"it repeats its words more than {MOST_WORDS} times")
    if prod(most - least + 1 for least, most in times) > MOST_WAYS:
        raise ValueError("too many of its words may be absent or repeated")
    try:
        matcher = Matcher(vocab := Vocab(), validate=True)
        matcher.add("pattern", [list(tokens)])
        matcher(Doc(vocab, words=["woord"]))  # only then it tells that it needs a tagger
    except Exception as error:  # of spaCy, or of whatever it hands the pattern to
        raise ValueError(str(error)) from error


def _times(operator: str) -> tuple[int, int]:
    """How often a word stands there at least and at most."""
    if found := _TIMES.fullmatch(operator):
        least = _number(found[1], 0)
        return least, max(least, _number(found[3], _OPEN if found[2] else least))
    return {"?": (0, 1), "*": (0, _OPEN), "+": (1, _OPEN)}.get(operator, (1, 1))


def _number(digits: str, default: int) -> int:
    return min(int(digits[:4]), 2 * MOST_WORDS) if digits else default
