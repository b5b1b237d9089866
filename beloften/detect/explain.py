"""Why a sentence carries the codes that it carries, and what else matched in it without leading to a code."""

from collections.abc import Iterator

from beloften.codebook.schema import Codebook, ConceptKind, Effect
from beloften.detect.detector import Detector
from beloften.detect.finding import Evidence, Finding
from beloften.detect.reading import Reading
from beloften.detect.scope import cue_that_reaches
from beloften.language.sentence import Sentence
from beloften.language.sentences import sentence_bounds


def explain_text(text: str, codebook: Codebook) -> Iterator[str]:
    """Yield lines that show, for each sentence of a text, what was found in it and why."""
    detector = Detector(codebook)
    sentences = [Sentence(text[start:end], start, 0) for start, end in sentence_bounds(text)]
    findings = detector.detect(sentences)
    for index, reading in enumerate(detector.read(sentences)):
        yield f"“{reading.sentence.text}”"
        found = [finding for finding in findings if finding.sentence == index]
        for finding in found:
            yield from _of_finding(finding, codebook)
        yield from _of_the_rest(reading, codebook, {finding.code for finding in found})
        if not reading.matches:
            yield "  no rule matches any word of it"


def _of_finding(finding: Finding, codebook: Codebook) -> Iterator[str]:
    degree = finding.level or finding.stance
    label = codebook.require(finding.code).label.nl
    yield f"  {finding.code} ({label})" + (f": {degree}" if degree else "")
    for match in finding.matches:
        yield f"      {_words(match, codebook)}"
    if finding.cue:
        yield f"      tied to {_words(finding.cue, codebook)}"
    elif finding.level == "genoemd":
        yield "      no tie: no nearness cue in this sentence, nor in one before that it continues"
    if finding.link:
        yield f"      {'link' if finding.level else 'stance by'} {_words(finding.link, codebook)}"
    elif finding.level == "belofte":
        yield "      no link: no causal or enabling words between the good and the nearness cue"


def _of_the_rest(reading: Reading, codebook: Codebook, coded: set[str]) -> Iterator[str]:
    """What matched and is no code in this sentence: cues, names, and goods that are denied."""
    for concept in codebook.concepts:
        for match in reading.matches.get(concept.code, ()):
            words = _words(reading.evidence(match), codebook)
            if concept.kind is ConceptKind.BELOFTE and concept.code not in coded:
                cues = codebook.of_kind(ConceptKind.AANWIJZING)
                denial = cue_that_reaches(reading, match, cues, Effect.ONTKENNING)
                by = f" by {_words(reading.evidence(denial), codebook)}" if denial else ""
                yield f"  not {concept.code}: {words} is denied{by}"
            elif concept.kind in {ConceptKind.AANWIJZING, ConceptKind.UITSLUITING}:
                yield f"  {'cue' if concept.scope else 'name'}: {words}"


def _words(evidence: Evidence, codebook: Codebook) -> str:
    """The words and where the pattern that found them is written: “op maat” [maatwerk.yaml:18]."""
    concept = codebook.require(evidence.rule)
    lines = [
        pattern.place.line for pattern in concept.patterns + concept.after if pattern.text == evidence.pattern
    ]
    return f"“{evidence.words}” [{concept.code}.yaml:{lines[0]}]"
