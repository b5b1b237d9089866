"""Agreement between two codings of the same sentences: how much is found, and how much of that is right."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from beloften.codebook.schema import Level, Stance
from beloften.detect.gold import CodedSentence

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

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right, TP / (TP + FP); None when nothing was found."""
        return _share(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float | None:
        """Share of what is right that was found, TP / (TP + FN); None when there was nothing to find."""
        return _share(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN); None when both are empty."""
        return _share(2 * self.tp, 2 * self.tp + self.fp + self.fn)


def score_codes(
    gold: Iterable[tuple[Hashable, str]], found: Iterable[tuple[Hashable, str]], codes: Sequence[str]
) -> tuple[Score, ...]:
    """Compare two codings code by code.

    Args:
        gold: the coding that is taken as right, as pairs of a sentence and a code; a pair counts once.
        found: the coding under test.
        codes: which codes to compare; others are left out.

    Returns:
        One score per code, in the order of `codes`.
    """
    right, tested = _by_code(gold, codes), _by_code(found, codes)
    return tuple(
        Score(
            code,
            tp=len(right[code] & tested[code]),
            fp=len(tested[code] - right[code]),
            fn=len(right[code] - tested[code]),
        )
        for code in codes
    )


def micro_average(scores: Collection[Score]) -> Score:
    """Add up the scores of all codes, so that each coded sentence weighs the same."""
    return Score(
        MICRO,
        tp=sum(score.tp for score in scores),
        fp=sum(score.fp for score in scores),
        fn=sum(score.fn for score in scores),
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """The scores of one kind of code.

    Attributes:
        kind: "nabijheid", "genoemd" (beloften at that level or beyond), "belofte", "logica" (whatever the
            stance), "houding" (logica with stance) or "zelfredzaamheid".
        scores: per code.
        micro: all codes together.
    """

    kind: str
    scores: tuple[Score, ...]
    micro: Score


def compare_codings(gold: Sequence[CodedSentence], found: Sequence[CodedSentence]) -> tuple[Comparison, ...]:
    """Compare two codings of the same sentences, kind by kind.

    All beloften that either coding uses are compared. Logica's and meanings of zelfredzaamheid that the gold
    coding uses nowhere are left out: its coders may not have looked for them.
    """
    kinds: dict[str, Callable[[CodedSentence], Iterable[str]]] = {
        "nabijheid": lambda sentence: ("nabijheid",) if sentence.nabijheid else (),
        "genoemd": lambda sentence: sentence.beloften,
        "belofte": lambda sentence: [
            code for code, level in sentence.beloften.items() if level is not Level.GENOEMD
        ],
        "logica": lambda sentence: sentence.logicas,
        "houding": lambda sentence: [f"{code} {stance}" for code, stance in sentence.logicas.items()],
        "zelfredzaamheid": lambda sentence: sentence.zelfredzaamheid,
    }
    beloften = {code for sentence in (*gold, *found) for code in sentence.beloften}
    logicas = {code for sentence in gold for code in sentence.logicas}
    codes = {
        "nabijheid": {"nabijheid"},
        "genoemd": beloften,
        "belofte": beloften,
        "logica": logicas,
        "houding": {f"{code} {stance}" for code in logicas for stance in Stance},
        "zelfredzaamheid": {code for sentence in gold for code in sentence.zelfredzaamheid},
    }
    return tuple(
        _compare(kind, _pairs(gold, codes_in), _pairs(found, codes_in), sorted(codes[kind]))
        for kind, codes_in in kinds.items()
    )


def _compare(
    kind: str, gold: Iterable[tuple[str, str]], found: Iterable[tuple[str, str]], codes: Sequence[str]
) -> Comparison:
    scores = score_codes(gold, found, codes)
    return Comparison(kind, scores, micro_average(scores))


def _pairs(
    coding: Iterable[CodedSentence], codes_in: Callable[[CodedSentence], Iterable[str]]
) -> Iterator[tuple[str, str]]:
    return ((sentence.id, code) for sentence in coding for code in codes_in(sentence))


def _by_code(coding: Iterable[tuple[Hashable, str]], codes: Iterable[str]) -> dict[str, set[Hashable]]:
    sentences: dict[str, set[Hashable]] = {code: set() for code in codes}
    for sentence, code in coding:
        if code in sentences:
            sentences[code].add(sentence)
    return sentences


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
