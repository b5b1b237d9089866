"""The tool against those who coded, and those who coded against each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from beloften.codebook.schema import Codebook
from beloften.codings.sentence import CodedSentence, counted
from beloften.detect.detector import Detector
from beloften.validation.agreement import families, not_compared
from beloften.validation.confusion import Confusion, Disagreement, confusions, disagreements, scope_of
from beloften.validation.measure import Validation, validate
from beloften.validation.recode import Recoding, recode_with_findings


@dataclass(frozen=True, slots=True)
class Comparison:
    """A validation with a name: "" for the tool against all coders, else "anna" or "anna – bram"."""

    name: str
    validation: Validation


@dataclass(frozen=True, slots=True)
class Compared:
    """All that comes of a comparison.

    Attributes:
        coders: their names, in order.
        found: the sentences with the tool's codes, once per coder.
        comparisons: the tool against all coders together; with several coders also the tool against each of
            them, and each pair of them on the sentences that both coded.
        confused: which code stands where coders have another.
        differences: code by code, where the tool differs from a coder.
        left_out: codes that the tool found and no coder used, with the number of sentences.
    """

    coders: tuple[str, ...]
    found: tuple[CodedSentence, ...]
    comparisons: tuple[Comparison, ...]
    confused: tuple[Confusion, ...]
    differences: tuple[Disagreement, ...]
    left_out: Mapping[str, int]


def compare_coders(coders: Mapping[str, Sequence[CodedSentence]], codebook: Codebook) -> Compared:
    """Code anew what people coded, and compare.

    Where several people coded, each counts as gold coding for their own sentences, so that a sentence that
    two of them coded counts twice; it is resampled as one, since it is of one document.

    Args:
        coders: per coder all sentences in the order of the text.
        codebook: to code with.
    """
    detector = Detector(codebook)
    gold: dict[str, list[CodedSentence]] = {}
    found: dict[str, list[Recoding]] = {}
    for coder, sentences in sorted(coders.items()):
        gold[coder] = counted(sentences)
        recoded = recode_with_findings(sentences, detector)
        found[coder] = [recoding for recoding in recoded if recoding.sentence.counted]
    all_gold = [_named(each, coder, len(gold)) for coder, own in gold.items() for each in own]
    all_found = [recoding for own in found.values() for recoding in own]
    sentences = [recoding.sentence for recoding in all_found]
    copies = len(all_gold) / len({each.id for own in gold.values() for each in own})
    comparisons = [Comparison("", validate(all_gold, sentences, copies))]
    if len(gold) > 1:
        comparisons += [
            Comparison(coder, validate(gold[coder], [recoding.sentence for recoding in found[coder]]))
            for coder in gold
        ]
        pairs = ((one, other, _shared(gold[one], gold[other])) for one, other in combinations(gold, 2))
        comparisons += [
            Comparison(f"{one} – {other}", validate(*shared)) for one, other, shared in pairs if shared[0]
        ]
    scope = scope_of(families(all_gold, sentences))
    return Compared(
        coders=tuple(gold),
        found=tuple(sentences),
        comparisons=tuple(comparisons),
        confused=confusions(all_gold, sentences, scope),
        differences=tuple(disagreements(all_gold, all_found, scope)),
        left_out=not_compared(all_gold, sentences),
    )


def _named(sentence: CodedSentence, coder: str, coders: int) -> CodedSentence:
    """Tell sentences of several coders apart."""
    return replace(sentence, id=f"{sentence.id} ({coder})") if coders > 1 else sentence


def _shared(
    one: Sequence[CodedSentence], other: Sequence[CodedSentence]
) -> tuple[list[CodedSentence], list[CodedSentence]]:
    """The sentences that both coded, in the same order."""
    by_id = {sentence.id: sentence for sentence in other}
    shared = [sentence for sentence in one if sentence.id in by_id]
    return shared, [by_id[sentence.id] for sentence in shared]
