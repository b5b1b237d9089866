"""Which quotations get a picture, where not all of them can: evenly spread over codes and gemeenten."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from beloften.codebook.schema import Level, Stance
from beloften.rundir.rows import Bevinding

EMBEDDED = 200
"""Pictures that go into a file of its own."""

_FIRST = {Level.EXPLICIET: 0, Level.BELOFTE: 1, Stance.AFGEZET: 0, Stance.ONDERSCHREVEN: 0}
_LAST = 2


def chosen(findings: Iterable[tuple[int, Bevinding]], most: int) -> list[int]:
    """Choose findings so that codes, and gemeenten within a code, have as equal a share as there is.

    Within a code and gemeente those that say most go first: an explicit belofte, then one that is tied to
    nearness; a stance before none. Among equals the order is that of the fingerprints, which have nothing to
    do with the text: no document comes first.

    Args:
        findings: to choose from, each with its number.
        most: how many at most.

    Returns:
        Their numbers, in order.
    """
    left: dict[str, dict[str, list[tuple[int, str, int]]]] = defaultdict(lambda: defaultdict(list))
    for number, finding in findings:
        left[finding.code][finding.gemeente].append((_rank(finding), finding.fingerprint, number))
    for gemeenten in left.values():
        for waiting in gemeenten.values():
            waiting.sort(reverse=True)
    codes, pairs, places = Counter[str](), Counter[tuple[str, str]](), Counter[str]()
    taken: list[int] = []
    while left and len(taken) < most:
        code = min(left, key=lambda name: (codes[name], name))
        gemeente = min(left[code], key=lambda name: (pairs[code, name], places[name], name))
        *_, number = left[code][gemeente].pop()
        taken.append(number)
        codes[code] += 1
        pairs[code, gemeente] += 1
        places[gemeente] += 1
        if not left[code][gemeente]:
            del left[code][gemeente]
        if not left[code]:
            del left[code]
    return sorted(taken)


def _rank(finding: Bevinding) -> int:
    return next((rank for degree, rank in _FIRST.items() if degree in {finding.level, finding.stance}), _LAST)
