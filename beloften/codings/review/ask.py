"""Going through findings one by one: what is asked, and what an answer does."""

from collections import Counter
from collections.abc import Mapping, Sequence

from beloften.codings.names import CodeNames
from beloften.codings.review.apply import parse_recoded
from beloften.codings.review.judgements import Judgement, Verdict, judgement
from beloften.errors import CorpusError
from beloften.rundir.rows import Bevinding
from beloften.safe_text import visible

HELP = """\
y           right
n           wrong
c CODE      another code, level or stance: c preventie, c maatwerk:belofte, c markt:afgezet
s           skip
b           back to the one before
q           quit; what was judged is kept
Behind y, n and c CODE there is room for a reason: n zo heet een organisatie"""

_UNKNOWN = "Answer y, n, c CODE, s, b or q."


class Session:
    """Where a person is in a list of findings, and what they said so far."""

    def __init__(
        self, findings: Sequence[Bevinding], judged: Mapping[str, Judgement], names: CodeNames
    ) -> None:
        """Begin at the first finding that was not judged before.

        Args:
            findings: in the order in which to go through them.
            judged: what was judged before, by fingerprint.
            names: what codes are called.
        """
        self.judged = dict(judged)
        self.changed = False
        self._findings = findings
        self._names = names
        self._order = [index for index, each in enumerate(findings) if each.fingerprint not in judged]
        self._at = 0

    @property
    def finding(self) -> Bevinding | None:
        """The finding to judge; None when there is none left."""
        return self._findings[self._order[self._at]] if self._at < len(self._order) else None

    def shown(self) -> str:
        """Return the finding as a person reads it: what was found, where, by which words, in its context."""
        finding = self.finding
        if finding is None:
            return ""
        what = ": ".join(filter(None, (finding.code, finding.level or finding.stance)))
        evidence = [f"words: {finding.words}"]
        evidence += [f"cue: {finding.cue}"] if finding.cue else []
        evidence += [f"link: {finding.link}"] if finding.link else []
        lines = [
            "",
            f"{self._at + 1}/{len(self._order)}  {what}  {finding.citation}",
            f"  {'; '.join(evidence)}",
            f"  … {finding.before}" if finding.before else "",
            f"> {finding.sentence}",
            f"  {finding.after} …" if finding.after else "",
        ]
        return "\n".join([lines[0], *(visible(line) for line in lines[1:] if line)])

    def take(self, line: str) -> str:
        """Take an answer, and return what is wrong with it, "" when nothing is."""
        self.changed = False
        finding = self.finding
        word, _, rest = line.strip().partition(" ")
        reason = rest.strip()
        if finding is None:
            return ""
        match word:
            case "y":
                self._judge(judgement(finding, Verdict.RIGHT, reason=reason))
            case "n":
                self._judge(judgement(finding, Verdict.WRONG, reason=reason))
            case "c":
                code, _, reason = reason.partition(" ")
                try:
                    coding = parse_recoded(code, self._names)
                except CorpusError as error:
                    return str(error)
                recoded = f"{coding.code}:{coding.degree}" if coding.degree else coding.code
                self._judge(judgement(finding, Verdict.RECODED, recoded, reason.strip()))
            case "s":
                self._at += 1
            case "b":
                self._at = max(self._at - 1, 0)
            case _:
                return _UNKNOWN
        return ""

    def _judge(self, said: Judgement) -> None:
        self.judged[said.fingerprint] = said
        self.changed = True
        self._at += 1

    def summary(self, kept: object) -> str:
        """Return what was judged so far of these findings, in this session and before it."""
        own = [self.judged[each.fingerprint] for each in self._findings if each.fingerprint in self.judged]
        said = Counter(each.verdict for each in own)
        counts = f"{said[Verdict.RIGHT]} right, {said[Verdict.WRONG]} wrong, {said[Verdict.RECODED]} recoded"
        return f"{len(own)} of {len(self._findings)} findings judged: {counts}; kept in {kept}."
