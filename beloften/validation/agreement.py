"""What can be compared in two codings of the same sentences, and what is counted of each code."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from beloften.codebook.schema import Level, Stance
from beloften.codings.sentence import CodedSentence

MICRO = "micro"
"""The name of the score over all codes together."""


@dataclass(frozen=True, slots=True)
class Score:
    """How one coding agrees with another that is taken as right, on one code.

    Attributes:
        code: the code, or "micro" for all together.
        tp: sentences that have the code in both.
        fp: sentences that have it only in the coding under test.
        fn: sentences that have it only in the one taken as right.
    """

    code: str
    tp: int
    fp: int
    fn: int


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of code, as it is compared.

    Attributes:
        kind: "nabijheid", "genoemd" (beloften at that level or beyond), "belofte", "expliciet", "logica"
            (whatever the stance), "houding" (logica with stance), "waarde" (whatever the stance),
            "waardehouding" (value with stance), "zelfredzaamheid" or "overige".
        codes: what is compared, in order; for stances "markt afgezet" and so on.
        codes_in: the codes of this family that a sentence has.
    """

    kind: str
    codes: tuple[str, ...]
    codes_in: Callable[[CodedSentence], Collection[str]]


def families(gold: Sequence[CodedSentence], found: Sequence[CodedSentence]) -> tuple[Family, ...]:
    """Return what can be compared in two codings.

    All beloften that either coding uses are compared. Everything else that the gold coding uses nowhere is
    left out: its coders may not have looked for it.
    """
    beloften = {code for sentence in (*gold, *found) for code in sentence.beloften}
    return tuple(
        Family(kind, tuple(sorted(codes)), codes_in)
        for kind, codes_in in _CODES_IN.items()
        if (used := {code for sentence in gold for code in codes_in(sentence)})
        if (codes := _compared(kind, used, beloften))
    )


def not_compared(gold: Sequence[CodedSentence], found: Sequence[CodedSentence]) -> dict[str, int]:
    """Return the codes that were found and that `families` leaves out, the most frequent first.

    Returns:
        In how many different sentences each was found. When the coders did look for a code, these are errors
        that no score counts.
    """
    compared = {code for family in families(gold, found) for code in family.codes}
    pairs = {
        (code, sentence.id) for sentence in found for kind in _PLAIN for code in _CODES_IN[kind](sentence)
    }
    counts = Counter(code for code, _ in pairs if code not in compared)
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _compared(kind: str, used: set[str], beloften: set[str]) -> set[str]:
    """The codes to compare of a kind of which the gold coding uses some."""
    if kind in {"genoemd", "belofte", "expliciet"}:
        return beloften
    if kind in {"houding", "waardehouding"}:
        told = any(not stance.endswith(Stance.NEUTRAAL) for stance in used)
        return {f"{stance.split()[0]} {each}" for stance in used for each in Stance} if told else set()
    return used


def stances(codes: Mapping[str, Stance]) -> list[str]:
    """Name each code with its stance: "markt afgezet"."""
    return [f"{code} {stance}" for code, stance in codes.items()]


def _from_level(sentence: CodedSentence, least: Level) -> list[str]:
    order = list(Level)
    return [code for code, level in sentence.beloften.items() if order.index(level) >= order.index(least)]


_CODES_IN: dict[str, Callable[[CodedSentence], Collection[str]]] = {
    "nabijheid": lambda sentence: ("nabijheid",) if sentence.nabijheid else (),
    "genoemd": lambda sentence: sentence.beloften.keys(),
    "belofte": lambda sentence: _from_level(sentence, Level.BELOFTE),
    "expliciet": lambda sentence: _from_level(sentence, Level.EXPLICIET),
    "logica": lambda sentence: sentence.logicas.keys(),
    "houding": lambda sentence: stances(sentence.logicas),
    "waarde": lambda sentence: sentence.waarden.keys(),
    "waardehouding": lambda sentence: stances(sentence.waarden),
    "zelfredzaamheid": lambda sentence: sentence.zelfredzaamheid,
    "overige": lambda sentence: sentence.overige,
}
_PLAIN = ("nabijheid", "genoemd", "logica", "waarde", "zelfredzaamheid", "overige")
