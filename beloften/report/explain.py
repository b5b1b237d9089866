"""Why a sentence carries the codes that it carries, and why not those that its words suggest."""

from collections.abc import Iterator
from pathlib import Path

from beloften.codebook.schema import Codebook, Concept, ConceptKind, Effect, Pattern
from beloften.detect.detector import Detector
from beloften.detect.finding import Evidence, Finding
from beloften.detect.near_miss import NearMisses
from beloften.detect.reading import Match, Reading, longest, overlap
from beloften.detect.scope import cue_that_reaches
from beloften.language.sentence import Sentence
from beloften.language.sentences import sentence_bounds


def explain_text(text: str, codebook: Codebook) -> Iterator[str]:
    """Yield lines that show, for each sentence of a text, what was found in it and why, and what was not."""
    detector = Detector(codebook)
    near_misses = NearMisses(codebook)
    sentences = [Sentence(text[start:end], start, 0) for start, end in sentence_bounds(text)]
    findings = detector.detect(sentences)
    for index, reading in enumerate(detector.read(sentences)):
        yield f"“{reading.sentence.text}”"
        found = [finding for finding in findings if finding.sentence == index]
        said = [line for finding in found for line in _of_finding(finding, codebook)]
        said += _not_coded(reading, codebook, {finding.code for finding in found})
        said += _cues(reading, codebook)
        yield from said
        if not reading.spans:
            yield "  no rule matches any word of it"
        elif not said:
            yield "  no code is found in it"
        for match in near_misses.of(reading):
            words = _match(reading, match)
            yield f"  nearly {match.key.concept.code}: {words}: farther apart than its pattern allows"


def why_not(reading: Reading, concept: Concept, codebook: Codebook) -> Iterator[str]:
    """Yield why a concept is not found in a sentence although words of it match; nothing when none does."""
    own = [match for match in reading.spans if match.key.concept.code == concept.code]
    for match in longest([match for match in own if match.key.part == "patterns"]):
        words = _match(reading, match)
        if match in reading.counted.get(concept.code, ()):
            denial = cue_that_reaches(
                reading, match, codebook.of_kind(ConceptKind.AANWIJZING), Effect.ONTKENNING
            )
            if denial:
                yield f"{words} is denied by {_match(reading, denial)}"
        elif bar := _bar(reading, match):
            yield f"{words} is excluded by {_match(reading, bar)}"
        else:
            yield f"{words} does not count: {_unmet(match, codebook)}"


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
    elif finding.level == "belofte" and finding.cue:
        goods = " or ".join(f"“{match.words}”" for match in finding.matches)
        yield f"      no link: no causal or enabling words between {goods} and “{finding.cue.words}”"
    elif finding.level == "belofte":
        yield "      tied by itself: its pattern has that level"
    elif finding.stance == "neutraal":
        yield "      no stance: no cue that rejects or endorses reaches these words"


def _not_coded(reading: Reading, codebook: Codebook, coded: set[str]) -> Iterator[str]:
    """Codes of which words match that do not count."""
    for concept in codebook.concepts:
        if concept.kind.is_code and concept.code not in coded:
            for reason in why_not(reading, concept, codebook):
                yield f"  not {concept.code}: {reason}"


def _cues(reading: Reading, codebook: Codebook) -> Iterator[str]:
    for concept in codebook.concepts:
        if concept.kind in {ConceptKind.AANWIJZING, ConceptKind.UITSLUITING}:
            for match in reading.matches.get(concept.code, ()):
                yield f"  {'cue' if concept.scope else 'name'}: {_match(reading, match)}"


def _bar(reading: Reading, match: Match) -> Match | None:
    """The exclusion of its own concept, or the name, that a match overlaps."""
    for other in reading.spans:
        concept, part = other.key.concept, other.key.part
        is_name = concept.kind is ConceptKind.UITSLUITING and part == "patterns"
        if (is_name or (concept.code == match.key.concept.code and part == "exclusions")) and overlap(
            other, match
        ):
            return other
    return None


def _unmet(match: Match, codebook: Codebook) -> str:
    """What a match that no other words exclude lacks, or what stands in its way."""
    needed = [name for name in (match.key.pattern.context, match.key.concept.context) if name]
    asked = [f"it needs {_named(name, codebook)}" for name in dict.fromkeys(needed)]
    if match.key.concept.unless:
        asked.append(f"it must be without {' or '.join(match.key.concept.unless)}")
    return ", or ".join(asked)


def _named(name: str, codebook: Codebook) -> str:
    context = codebook.concept(name)
    if context and context.kind is ConceptKind.CONTEXT:
        return f"words of `{name}` within {context.window} sentences"
    return f"`{name}` in the same sentence"


def _match(reading: Reading, match: Match) -> str:
    return _shown(reading.evidence(match), match.key.pattern, match.key.concept)


def _words(evidence: Evidence, codebook: Codebook) -> str:
    """The words of a finding and where the pattern that found them is written."""
    concept = codebook.require(evidence.rule)
    patterns = concept.patterns + concept.after
    return _shown(evidence, next(one for one in patterns if one.text == evidence.pattern), concept)


def _shown(evidence: Evidence, pattern: Pattern, concept: Concept) -> str:
    """Words and where their pattern is written: “op maat” [maatwerk.yaml:18]; own additions by path."""
    file = pattern.place.file
    name = Path(file).name if file == concept.place.file else file
    return f"“{evidence.words}” [{name}:{pattern.place.line}]"
