"""Findings as a person judged them: without what is wrong, and with what was recoded in its new place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from beloften.codebook.schema import Codebook, Level, Stance
from beloften.codings.names import CodeNames, Coding
from beloften.codings.review.judgements import Judgement, Verdict
from beloften.detect.finding import Finding
from beloften.errors import CorpusError
from beloften.run.result import DocumentResult, PlacedFinding


@dataclass(frozen=True, slots=True)
class Applied:
    """What judgements made of the results of a scan.

    Attributes:
        results: with the findings that are left.
        findings: how many there were.
        right: how many were judged right.
        wrong: how many were judged wrong, and are gone.
        recoded: how many have another code, level or stance.
        gone: judgements of findings that the scan did not make.
    """

    results: tuple[DocumentResult, ...]
    findings: int
    right: int
    wrong: int
    recoded: int
    gone: int

    @property
    def judged(self) -> int:
        """How many findings were judged."""
        return self.right + self.wrong + self.recoded


def apply_judgements(
    results: Sequence[DocumentResult], judged: Mapping[str, Judgement], codebook: Codebook
) -> Applied:
    """Change the findings of a scan as a person judged them; those that were not judged stay as they are.

    A finding that is recoded to a code that its sentence already has is dropped: a sentence has a code once.

    Raises:
        CorpusError: a finding is recoded to what is no code.
    """
    names = CodeNames(codebook)
    seen: Counter[str] = Counter()
    changed = []
    for result in results:
        seen.update(
            judged[each.fingerprint].verdict for each in result.findings if each.fingerprint in judged
        )
        order = {concept.code: index for index, concept in enumerate(codebook.concepts)}
        kept = _distinct(_kept(result.findings, judged, names))
        findings = sorted(kept, key=lambda each: (each.finding.sentence, order[each.finding.code]))
        changed.append(replace(result, findings=tuple(findings)))
    return Applied(
        results=tuple(changed),
        findings=sum(len(result.findings) for result in results),
        right=seen[Verdict.RIGHT],
        wrong=seen[Verdict.WRONG],
        recoded=seen[Verdict.RECODED],
        gone=len(judged) - seen.total(),
    )


def parse_recoded(text: str, names: CodeNames) -> Coding:
    """Read what a finding was recoded to: "maatwerk", "maatwerk:belofte", "markt:afgezet".

    Raises:
        CorpusError: it is no code, or a code that cannot have that level or stance.
    """
    coding = names.find(text)
    if coding is None or not coding.code:
        raise CorpusError(f"{text!r} is no code.", "Write maatwerk, maatwerk:belofte or markt:afgezet.")
    return coding


def _kept(
    findings: Iterable[PlacedFinding], judged: Mapping[str, Judgement], names: CodeNames
) -> Iterator[tuple[bool, PlacedFinding]]:
    """Yield what is left, and whether it was recoded."""
    for placed in findings:
        said = judged.get(placed.fingerprint)
        if said is None or said.verdict == Verdict.RIGHT:
            yield False, placed
        elif said.verdict == Verdict.RECODED:
            coding = parse_recoded(said.recoded, names)
            yield True, placed._replace(finding=_recoded(placed.finding, coding, names))


def _recoded(finding: Finding, coding: Coding, names: CodeNames) -> Finding:
    """Give a finding another code; it keeps its level or stance where the code can have that."""
    kind = names.kind(coding.code)
    level: Level | None = None
    stance: Stance | None = None
    if kind.has_level:
        level = coding.degree if isinstance(coding.degree, Level) else finding.level or Level.GENOEMD
    elif kind.has_stance:
        stance = coding.degree if isinstance(coding.degree, Stance) else finding.stance or Stance.NEUTRAAL
    return finding._replace(code=coding.code, level=level, stance=stance)


def _distinct(kept: Iterable[tuple[bool, PlacedFinding]]) -> list[PlacedFinding]:
    """Leave out recoded findings of a code that their sentence has already."""
    found: dict[tuple[int, str], PlacedFinding] = {}
    for _, placed in sorted(kept, key=lambda each: each[0]):
        found.setdefault((placed.finding.sentence, placed.finding.code), placed)
    return list(found.values())
