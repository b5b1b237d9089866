"""Texts that documents share: two versions of one nota, or passages that gemeenten took from each other.

Documents share a sentence when it has the same words, and at least eight of them: shorter ones are headings,
names and turns of phrase that any two documents may share. As sentences are compared as a whole, looking
them up is exact and takes no more than a table of all sentences; there is nothing to estimate.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from beloften.tally.nota import Nota

LEAST_WORDS = 8
"""A shorter sentence is not taken for a shared text."""

VERSION = 0.5
"""From which part of the words of the shorter document on two of one gemeente are versions of one nota."""


@dataclass(frozen=True, slots=True)
class Dubbel:
    """Two documents that share text.

    Attributes:
        document: name of one.
        other: name of the other.
        gemeente: gemeente of the one; "" when not known.
        gemeente_other: gemeente of the other.
        zinnen: sentences of eight words or more that both have.
        woorden: their words.
        deel: the same by the words in such sentences of the shorter document, 0 to 1.
        versie: name of the document that stays when texts count once, where the two are versions of one
            nota; else "".
    """

    document: str
    other: str
    gemeente: str
    gemeente_other: str
    zinnen: int
    woorden: int
    deel: float
    versie: str


def dubbelen(notas: Sequence[Nota]) -> tuple[Dubbel, ...]:
    """Find the documents that share text, those that share most of the shorter one first."""
    ordered = sorted(notas, key=lambda nota: nota.name)
    longs = [_long_sentences(nota) for nota in ordered]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, sentences in enumerate(longs):
        for key in sentences:
            holders[key].append(index)
    shared: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for key, having in holders.items():
        for one, other in combinations(having, 2):
            shared[one, other].append(longs[one][key])
    rows = [
        _row(ordered[one], ordered[other], words, min(sum(longs[one].values()), sum(longs[other].values())))
        for (one, other), words in shared.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.deel, -row.woorden, row.document, row.other)))


def once(notas: Sequence[Nota]) -> tuple[tuple[Nota, ...], tuple[str, ...]]:
    """Count shared texts once.

    Of versions of one nota the last stays: that of the latest year, the longest, or the last by name. Of
    other shared sentences the first is counted: in the document of the earliest year, or the first by name;
    elsewhere neither its words nor its codes count. A sentence that a document repeats itself counts each
    time.

    Returns:
        The documents that stay, without what was counted elsewhere, and what was left out, a line each.
    """
    told = []
    dropped: dict[str, str] = {}
    for row in dubbelen(notas):
        if row.versie:
            loser = row.other if row.versie == row.document else row.document
            dropped.setdefault(loser, row.versie)
    for name, kept in sorted(dropped.items()):
        told.append(f"{name} is a version of {kept} and is left out.")
    owner: dict[str, str] = {}
    stays = sorted(
        (nota for nota in notas if nota.name not in dropped),
        key=lambda nota: (nota.jaar is None, nota.jaar, nota.name),
    )
    for nota in stays:
        for key in _long_sentences(nota):
            owner.setdefault(key, nota.name)
    kept_notas = []
    for nota in stays:
        lean = _without(nota, {key for key in _long_sentences(nota) if owner[key] != nota.name})
        if lean.words < nota.words:
            told.append(f"{nota.words - lean.words} words of {nota.name} stand in other documents too.")
        kept_notas.append(lean)
    return tuple(sorted(kept_notas, key=lambda nota: nota.name)), tuple(told)


def _long_sentences(nota: Nota) -> dict[str, int]:
    """The words of each sentence that is long enough, by its hash."""
    return {zin.hash: zin.words for zin in nota.zinnen if zin.words >= LEAST_WORDS}


def _row(one: Nota, other: Nota, words: Sequence[int], shorter: int) -> Dubbel:
    share = sum(words) / shorter
    is_version = share >= VERSION and one.gemeente == other.gemeente and bool(one.gemeente)
    last = max(one, other, key=lambda nota: (nota.jaar or 0, nota.words, nota.name))
    return Dubbel(
        document=one.name,
        other=other.name,
        gemeente=one.gemeente,
        gemeente_other=other.gemeente,
        zinnen=len(words),
        woorden=sum(words),
        deel=share,
        versie=last.name if is_version else "",
    )


def _without(nota: Nota, hashes: Iterable[str]) -> Nota:
    """The document without some of its sentences, whose codes go with them; the others keep their index."""
    gone = set(hashes)
    if not gone:
        return nota
    zinnen = tuple(zin._replace(words=0) if zin.hash in gone else zin for zin in nota.zinnen)
    codings = tuple(coded for coded in nota.codings if nota.zinnen[coded.sentence].hash not in gone)
    return replace(nota, zinnen=zinnen, codings=codings)
