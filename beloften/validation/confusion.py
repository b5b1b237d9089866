"""Where two codings differ: which code stands in the place of which, and each difference by itself."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from beloften.codebook.schema import Level
from beloften.codings.sentence import CodedSentence
from beloften.validation.agreement import Family
from beloften.validation.recode import Recoding

NONE = "–"
"""Stands for no code, where one coding has one and the other has nothing in its place."""

PRESENT = "ja"
"""Stands for a code that has neither level nor stance, or of which they are not compared."""

_KINDS: Mapping[str, Callable[[CodedSentence], Mapping[str, str]]] = {
    "belofte": lambda sentence: sentence.beloften,
    "logica": lambda sentence: sentence.logicas,
    "waarde": lambda sentence: sentence.waarden,
    "zelfredzaamheid": lambda sentence: dict.fromkeys(sentence.zelfredzaamheid, ""),
    "nabijheid": lambda sentence: {"nabijheid": ""} if sentence.nabijheid else {},
    "overige": lambda sentence: dict.fromkeys(sentence.overige, ""),
}
_DEGREES = {"belofte": "niveau", "logica": "houding", "waarde": "waardehouding"}


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often one code, level or stance stands where the gold coding has another.

    Attributes:
        kind: "belofte", "logica", "waarde", "zelfredzaamheid", "nabijheid" or "overige" for codes; "niveau",
            "houding" or "waardehouding" for the degrees of codes that both codings have.
        gold: what the gold coding has, "–" for nothing.
        found: what the coding under test has, "–" for nothing.
        sentences: in how many sentences.
    """

    kind: str
    gold: str
    found: str
    sentences: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One code on which two codings of one sentence differ.

    Attributes:
        id: of the sentence.
        source: the document that it comes from.
        kind: as in `Confusion`, for codes.
        code: the code.
        gold: level or stance in the gold coding, "ja" for a code that has none, "–" where it lacks the code.
        found: the same in the coding under test.
        words: the words for which the tool found the code.
        why: the rule that found it, or what else was found in its place.
        text: the sentence.
    """

    id: str
    source: str
    kind: str
    code: str
    gold: str
    found: str
    words: str
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What two codings are compared on.

    Attributes:
        codes: per kind, the codes.
        with_degrees: the kinds of which levels or stances are compared too.
    """

    codes: Mapping[str, frozenset[str]]
    with_degrees: frozenset[str]

    def degrees(self, kind: str, sentence: CodedSentence) -> dict[str, str]:
        """The codes of a kind that a sentence has, with their level, stance, or "ja"."""
        return {
            code: str(degree) if degree and kind in self.with_degrees else PRESENT
            for code, degree in _KINDS[kind](sentence).items()
            if code in self.codes[kind]
        }


def scope_of(compared: Iterable[Family]) -> Scope:
    """Return what the families that are compared say about kinds of code."""
    codes = {family.kind: frozenset(family.codes) for family in compared}
    named = {"belofte": codes.get("genoemd")}
    kinds = {kind: named.get(kind, codes.get(kind)) for kind in _KINDS}
    degrees = {"belofte": "belofte", "logica": "houding", "waarde": "waardehouding"}
    return Scope(
        {kind: own for kind, own in kinds.items() if own},
        frozenset(kind for kind, family in degrees.items() if family in codes),
    )


def confusions(
    gold: Sequence[CodedSentence], found: Sequence[CodedSentence], scope: Scope
) -> tuple[Confusion, ...]:
    """Count which code stands in the place of which, the most frequent first within each kind.

    A code that only the gold coding has in a sentence is paired with each code of its kind that only the
    other has there, or with nothing.

    Args:
        gold: the coding that is taken as right.
        found: the coding under test, sentence by sentence in the same order.
        scope: what is compared.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    for right, tested in zip(gold, found, strict=True):
        for kind in scope.codes:
            own, other = scope.degrees(kind, right), scope.degrees(kind, tested)
            missed, extra = sorted(own.keys() - other.keys()), sorted(other.keys() - own.keys())
            if missed or extra:
                counts.update((kind, *pair) for pair in product(missed or [NONE], extra or [NONE]))
            if kind in scope.with_degrees:
                shared = sorted(own.keys() & other.keys())
                counts.update((_DEGREES[kind], own[code], other[code]) for code in shared)
    order = sorted(counts.items(), key=lambda item: (item[0][0], -item[1], item[0]))
    return tuple(Confusion(*key, number) for key, number in order)


def disagreements(
    gold: Sequence[CodedSentence], found: Sequence[Recoding], scope: Scope
) -> Iterator[Disagreement]:
    """Yield each code on which the tool differs from the gold coding, in the order of the sentences.

    Args:
        gold: the coding that is taken as right.
        found: the tool's, sentence by sentence in the same order.
        scope: what is compared.
    """
    for right, tested in zip(gold, found, strict=True):
        for kind in scope.codes:
            own, other = scope.degrees(kind, right), scope.degrees(kind, tested.sentence)
            for code in sorted(own.keys() | other.keys()):
                said, heard = own.get(code, NONE), other.get(code, NONE)
                if said != heard:
                    words, why = _evidence(code, tested, right)
                    yield Disagreement(
                        right.id, right.source, kind, code, said, heard, words, why, right.text
                    )


def _evidence(code: str, tested: Recoding, right: CodedSentence) -> tuple[str, str]:
    """The words that the tool went by, and its reason; for what it missed, what it found instead."""
    finding = next((each for each in tested.findings if each.code == code), None)
    if finding is None:
        instead = ", ".join(sorted(tested.sentence.degrees.keys() - right.degrees.keys()))
        return "", f"no pattern of {code} matches{f'; found instead: {instead}' if instead else ''}"
    reasons = [f"{match.rule}: {match.pattern}" for match in finding.matches]
    reasons += [f"cue “{finding.cue.words}”"] if finding.cue else []
    reasons += [f"link “{finding.link.words}”"] if finding.link else []
    if finding.level is Level.GENOEMD:
        reasons.append("not tied to a nearness cue")
    return " ‖ ".join(match.words for match in finding.matches), "; ".join(reasons)
