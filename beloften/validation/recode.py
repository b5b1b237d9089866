"""The tool as a coder: its codes for sentences whose borders and order others have set."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from beloften.codebook.schema import Codebook, ConceptKind
from beloften.codings.sentence import CodedSentence
from beloften.detect.detector import Detector
from beloften.detect.finding import Finding
from beloften.language.sentence import Sentence

_OWN_PLACE = frozenset(
    {
        ConceptKind.NABIJHEID,
        ConceptKind.BELOFTE,
        ConceptKind.LOGICA,
        ConceptKind.WAARDE,
        ConceptKind.ZELFREDZAAMHEID,
    }
)


@dataclass(frozen=True, slots=True)
class Recoding:
    """A sentence with the tool's own codes, and what made them."""

    sentence: CodedSentence
    findings: tuple[Finding, ...]


def recode(coded: Sequence[CodedSentence], detector: Detector) -> list[CodedSentence]:
    """Return the same sentences with the tool's own codes; the codes they came with are not looked at.

    Sentences of one excerpt that stand together are read as consecutive ones of one document.
    """
    return [recoding.sentence for recoding in recode_with_findings(coded, detector)]


def recode_with_findings(coded: Sequence[CodedSentence], detector: Detector) -> list[Recoding]:
    """Return what `recode` does, each sentence with the findings behind its codes."""
    recodings: list[Recoding] = []
    for _, stretch in groupby(coded, key=lambda sentence: sentence.excerpt):
        members = list(stretch)
        sentences = [Sentence(each.text, 0, each.paragraph, each.codable) for each in members]
        findings: dict[int, list[Finding]] = {}
        for finding in detector.detect(sentences):
            findings.setdefault(finding.sentence, []).append(finding)
        recodings += [
            Recoding(with_codes(each, own := tuple(findings.get(index, ())), detector.codebook), own)
            for index, each in enumerate(members)
        ]
    return recodings


def with_codes(sentence: CodedSentence, findings: Iterable[Finding], codebook: Codebook) -> CodedSentence:
    """Return a sentence with the codes of findings in the place of its own."""
    kind = {concept.code: concept.kind for concept in codebook.concepts}
    found = [(kind[finding.code], finding) for finding in findings]
    return replace(
        sentence,
        nabijheid=any(k is ConceptKind.NABIJHEID for k, _ in found),
        beloften={f.code: f.level for k, f in found if k is ConceptKind.BELOFTE and f.level},
        logicas={f.code: f.stance for k, f in found if k is ConceptKind.LOGICA and f.stance},
        waarden={f.code: f.stance for k, f in found if k is ConceptKind.WAARDE and f.stance},
        zelfredzaamheid=frozenset(f.code for k, f in found if k is ConceptKind.ZELFREDZAAMHEID),
        overige=frozenset(f.code for k, f in found if k not in _OWN_PLACE),
    )
