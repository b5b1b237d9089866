"""The examples in the rule files as tests: each rule must find what its file says it finds."""

from dataclasses import dataclass

from beloften.codebook.schema import Codebook, Concept, ConceptKind, Example
from beloften.detect.detector import Detector
from beloften.language.sentence import Sentence
from beloften.language.sentences import sentence_bounds


@dataclass(frozen=True, slots=True)
class FailedExample:
    """An example that does not come out as its rule file says."""

    concept: Concept
    example: Example
    found: str

    def __str__(self) -> str:
        """Say where it is, what was expected and what was found."""
        wanted = "no match" if not self.example.matches else "a match"
        for expected in (self.example.level, self.example.stance):
            wanted = f"`{expected}`" if expected else wanted
        return f"{self.example.place}: `{self.concept.code}`: expected {wanted}, found {self.found}."


def failed_examples(codebook: Codebook) -> list[FailedExample]:
    """Return all examples of a codebook that fail, in the order of the codebook."""
    detector = Detector(codebook)
    return [
        FailedExample(concept, example, found)
        for concept in codebook.concepts
        for example in concept.examples
        if not _as_expected(example, found := _found(detector, concept, example))
    ]


def _as_expected(example: Example, found: str) -> bool:
    if not example.matches:
        return found == "nothing"
    wanted = example.level or example.stance
    return found == wanted if wanted else found != "nothing"


def _found(detector: Detector, concept: Concept, example: Example) -> str:
    """What a concept gives for an example: its level or stance, "a match" or "nothing"."""
    sentences = [Sentence(example.text[start:end], start, 0) for start, end in sentence_bounds(example.text)]
    if concept.kind in {ConceptKind.AANWIJZING, ConceptKind.UITSLUITING, ConceptKind.CONTEXT}:
        matched = any(concept.code in reading.matches for reading in detector.read(sentences))
        return "a match" if matched else "nothing"
    found = [finding for finding in detector.detect(sentences) if finding.code == concept.code]
    if not found:
        return "nothing"
    return found[-1].level or found[-1].stance or "a match"
