"""The tool as a coder: its codes for sentences whose borders and order others have set."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from beloften.codebook.schema import Codebook, ConceptKind
from beloften.detect.detector import Detector
from beloften.detect.finding import Finding
from beloften.detect.gold import CodedSentence
from beloften.language.sentence import Sentence


def recode(coded: Sequence[CodedSentence], detector: Detector) -> list[CodedSentence]:
    """Return the same sentences with the tool's own codes; the codes they came with are not looked at.

    An excerpt is read as one paragraph of one document.
    """
    findings: dict[int, list[Finding]] = {}
    numbers: dict[str, int] = {}
    sentences = [
        Sentence(sentence.text, 0, numbers.setdefault(sentence.excerpt, len(numbers))) for sentence in coded
    ]
    for start, end in _stretches(sentences):
        for finding in detector.detect(sentences[start:end]):
            findings.setdefault(start + finding.sentence, []).append(finding)
    codebook = detector.codebook
    return [_with_codes(sentence, findings.get(index, ()), codebook) for index, sentence in enumerate(coded)]


def _stretches(sentences: Sequence[Sentence]) -> Iterable[tuple[int, int]]:
    """Start and end of each stretch of consecutive sentences of one excerpt."""
    start = 0
    for index in range(1, len(sentences) + 1):
        if index == len(sentences) or sentences[index].paragraph != sentences[start].paragraph:
            yield start, index
            start = index


def _with_codes(sentence: CodedSentence, findings: Iterable[Finding], codebook: Codebook) -> CodedSentence:
    kind = {concept.code: concept.kind for concept in codebook.concepts}
    of_kind = {k: [f for f in findings if kind[f.code] is k] for k in ConceptKind}
    return replace(
        sentence,
        nabijheid=bool(of_kind[ConceptKind.NABIJHEID]),
        beloften={f.code: f.level for f in of_kind[ConceptKind.BELOFTE] if f.level},
        logicas={f.code: f.stance for f in of_kind[ConceptKind.LOGICA] if f.stance},
        zelfredzaamheid=frozenset(f.code for f in of_kind[ConceptKind.ZELFREDZAAMHEID]),
    )
