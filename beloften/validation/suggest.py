"""Words and phrases by which the sentences that the rules get wrong differ from those that they get right.

They are weighed by the log-likelihood ratio G² of Dunning (1993), *Accurate methods for the statistics of
surprise and coincidence*, Computational Linguistics 19(1): 61-74, on the numbers of sentences that hold a
phrase: sentences, since that is what is coded, and a word that stands in one five times says it once.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log

from beloften.codings.sentence import CodedSentence
from beloften.errors import UsageError
from beloften.language.sentence import Sentence, words_of

LONGEST_PHRASE = 3
"""How many words a phrase has at most."""

LEAST_G2 = 3.84
"""What G² must exceed: the 5 % limit of χ² with one degree of freedom, for a phrase looked at alone."""

FEWEST_SENTENCES = 2
"""How many sentences must hold a phrase: a single one would be fitted, and no language learnt from it."""

COMMON = 0.1
"""Share of the sentences that have nothing to do with a code, above which a phrase in them is too common."""


class Aim(StrEnum):
    """What a phrase is good for."""

    ADD = "add"
    EXCLUDE = "exclude"


class Outcome(StrEnum):
    """What became of a sentence, for one code."""

    MISSED = "missed"
    RIGHT = "right"
    WRONG = "wrong"
    WITHOUT = "without"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A phrase that a rule could take up.

    Attributes:
        code: of the rule.
        aim: whether it marks sentences that the rule misses, to be added to its patterns, or sentences that
            it finds wrongly, to be added to its exclusions.
        phrase: one to three folded words.
        g2: log-likelihood ratio; the higher, the less by chance.
        missed: sentences with the phrase that people gave the code and the rules did not.
        right: that both gave it.
        wrong: that only the rules gave it.
        without: that neither gave it.
        sample: the first of the sentences that it marks.
    """

    code: str
    aim: Aim
    phrase: str
    g2: float
    missed: int
    right: int
    wrong: int
    without: int
    sample: str


def suggest(
    gold: Sequence[CodedSentence], found: Sequence[CodedSentence], code: str = "", most: int = 10
) -> list[Suggestion]:
    """Return the phrases that mark what the rules miss and what they find wrongly.

    What could be added must tell the missed sentences from all that people did not give the code, for among
    those it would find more. What could be excluded must tell the wrong finds from the right ones.

    Args:
        gold: the sentences with the codes that people gave them.
        found: the same sentences, in the same order, with the codes that the rules give them.
        code: the only code to look at; "" for all that people used.
        most: how many phrases to return for each code and aim.

    Returns:
        By code; first what could be added, then what could be excluded; the highest G² first.

    Raises:
        UsageError: when nobody used the code.
    """
    codes = sorted({one for sentence in gold for one in sentence.degrees})
    if code and code not in codes:
        raise UsageError(f"No sentence has the code {code!r}.", f"Choose from: {', '.join(codes)}.")
    phrases = [_phrases(words) for words in words_of(Sentence(sentence.text, 0, 0) for sentence in gold)]
    return [
        suggestion
        for one in ([code] if code else codes)
        for suggestion in _of_code(one, gold, _outcomes(one, gold, found), phrases, most)
    ]


def log_likelihood(inside: int, size: int, outside: int, rest: int) -> float:
    """Return G² = 2 Σ O ln(O/E) over the four cells of a table of sentences with and without a phrase.

    Args:
        inside: sentences of the first group with the phrase.
        size: all sentences of that group.
        outside: sentences of the second group with the phrase.
        rest: all sentences of that group.
    """
    total = size + rest
    held = inside + outside
    cells = (
        (inside, size * held),
        (size - inside, size * (total - held)),
        (outside, rest * held),
        (rest - outside, rest * (total - held)),
    )
    return 2 * sum(seen * log(seen * total / product) for seen, product in cells if seen)


def _outcomes(code: str, gold: Iterable[CodedSentence], found: Iterable[CodedSentence]) -> list[Outcome]:
    by_pair = {
        (True, False): Outcome.MISSED,
        (True, True): Outcome.RIGHT,
        (False, True): Outcome.WRONG,
        (False, False): Outcome.WITHOUT,
    }
    return [
        by_pair[code in wanted.degrees, code in got.degrees] for wanted, got in zip(gold, found, strict=True)
    ]


def _of_code(
    code: str,
    gold: Sequence[CodedSentence],
    outcomes: Sequence[Outcome],
    phrases: Sequence[Collection[str]],
    most: int,
) -> Iterator[Suggestion]:
    held: Mapping[Outcome, Counter[str]] = {outcome: Counter() for outcome in Outcome}
    # a sentence that two people coded alike, or that a text repeats, says no more than one
    distinct = {(sentence.text, out): own for sentence, out, own in zip(gold, outcomes, phrases, strict=True)}
    for (_, outcome), own in distinct.items():
        held[outcome].update(own)
    sizes = Counter(outcome for _, outcome in distinct)
    for aim, target, against in (
        (Aim.ADD, Outcome.MISSED, (Outcome.WRONG, Outcome.WITHOUT)),
        (Aim.EXCLUDE, Outcome.WRONG, (Outcome.RIGHT,)),
    ):
        size, rest = sizes[target], sum(sizes[outcome] for outcome in against)
        weighed = []
        for phrase, inside in held[target].items():
            outside = sum(held[outcome][phrase] for outcome in against)
            is_common = held[Outcome.WITHOUT][phrase] > COMMON * sizes[Outcome.WITHOUT]
            if inside >= FEWEST_SENTENCES and inside * rest > outside * size and not is_common:
                weighed.append((log_likelihood(inside, size, outside, rest), phrase))
        for g2, phrase in _without_parts(weighed, held, most):
            sample = next(
                sentence.text
                for sentence, outcome, own in zip(gold, outcomes, phrases, strict=True)
                if outcome is target and phrase in own
            )
            missed, right, wrong, without = (held[outcome][phrase] for outcome in Outcome)
            yield Suggestion(code, aim, phrase, g2, missed, right, wrong, without, sample)


def _without_parts(
    weighed: Iterable[tuple[float, str]], held: Mapping[Outcome, Counter[str]], most: int
) -> list[tuple[float, str]]:
    """The weightiest phrases, without those that only occur as a part of one that is there already."""
    kept: list[tuple[float, str]] = []
    for g2, phrase in sorted(weighed, key=lambda pair: (-round(pair[0], 9), -pair[1].count(" "), pair[1])):
        if g2 <= LEAST_G2 or len(kept) == most:
            break
        counts = [held[outcome][phrase] for outcome in Outcome]
        if not any(
            f" {phrase} " in f" {longer} " and counts == [held[outcome][longer] for outcome in Outcome]
            for _, longer in kept
        ):
            kept.append((g2, phrase))
    return kept


def _phrases(words: Sequence[str]) -> frozenset[str]:
    """All runs of one to three words of a sentence that hold no number."""
    runs = (
        words[start : start + length]
        for length in range(1, LONGEST_PHRASE + 1)
        for start in range(len(words) - length + 1)
    )
    return frozenset(" ".join(run) for run in runs if all(word[0].isalpha() for word in run))
