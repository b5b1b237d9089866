"""What each pattern does in a corpus, and what words could be added, for the terminal and as CSV."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from beloften.codebook.schema import Pattern
from beloften.corpus.source import Source
from beloften.report.wording import label
from beloften.run.result import Sample
from beloften.rundir.citation import cite
from beloften.rundir.columns import Column
from beloften.rundir.rows import JOIN
from beloften.safe_text import visible
from beloften.tally.pattern_stats import PatternStat
from beloften.validation.suggest import Aim, Suggestion

STATS = (
    Column("code", "string", "Code of the rule."),
    Column("kind", "string", "Kind of the rule."),
    Column(
        "part", "string", "Key under which the pattern stands: patterns, after, exclusions or terminators."
    ),
    Column("pattern", "string", "The pattern."),
    Column("file", "string", "File of the rule."),
    Column("line", "integer", "Line of the pattern."),
    Column("matches", "integer", "Sentences with its words."),
    Column("counts", "integer", "Of those, in how many no exclusion, name or condition bars it."),
    Column("alone", "integer", "Of those, in how many nothing else of its rule counts."),
    Column("documents", "integer", "Documents in which it matches."),
    Column("samples", "string", "Some of the sentences, each with its citation, joined by ' ‖ '."),
)
"""A row per pattern of the codebook, also where nothing matches."""

SUGGESTIONS = (
    Column("code", "string", "Code of the rule."),
    Column("aim", "string", "add: it marks sentences that the rule misses; exclude: ones it finds wrongly."),
    Column("phrase", "string", "One to three words, folded."),
    Column("g2", "number", "Log-likelihood ratio G² (Dunning 1993)."),
    Column("missed", "integer", "Sentences with the phrase that only people gave the code."),
    Column("right", "integer", "Sentences with the phrase that people and rules gave the code."),
    Column("wrong", "integer", "Sentences with the phrase that only the rules gave the code."),
    Column("without", "integer", "Sentences with the phrase that neither gave the code."),
    Column("sample", "string", "The first of the sentences that it marks."),
)
"""A row per code, aim and phrase."""

_HEAD = f"{'matches':>8}{'counts':>8}{'alone':>7}{'docs':>6}  "
_ROUND = 30


@dataclass(frozen=True, slots=True)
class StatRow:
    """A row of the CSV; the fields are the columns of `STATS`."""

    code: str
    kind: str
    part: str
    pattern: str
    file: str
    line: int
    matches: int
    counts: int
    alone: int
    documents: int
    samples: str


def stat_rows(stats: Iterable[PatternStat]) -> Iterator[StatRow]:
    """Yield the rows of the CSV."""
    for stat in stats:
        yield StatRow(
            code=stat.concept.code,
            kind=stat.concept.kind,
            part=stat.part,
            pattern=stat.pattern.text,
            file=stat.pattern.place.file,
            line=stat.pattern.place.line,
            matches=stat.matches,
            counts=stat.counts,
            alone=stat.alone,
            documents=stat.documents,
            samples=JOIN.join(
                f"{sample.sentence} {_cited(source, sample)}" for source, sample in stat.samples
            ),
        )


def stat_lines(stats: Sequence[PatternStat], lang: str, width: int) -> Iterator[str]:
    """Yield lines for a terminal so many characters wide: per rule its patterns, each with its samples."""
    for concept, group in groupby(stats, key=lambda stat: stat.concept):
        own = list(group)
        idle = sum(not stat.matches for stat in own)
        yield f"{label(concept, lang)} ({concept.code}): {len(own)} patterns, {idle} without a match"
        yield _HEAD + "pattern"
        for stat in own:
            numbers = f"{stat.matches:>8}{stat.counts:>8}{stat.alone:>7}{stat.documents:>6}  "
            where = "" if stat.part == "patterns" else f"{stat.part}: "
            yield (numbers + where + _clipped(stat.pattern, width - len(numbers + where)))
            for source, sample in stat.samples:
                cited = _cited(source, sample)
                room = width - len(_HEAD) - len(cited) - 3
                yield f"{'':{len(_HEAD)}}{_around(sample, room)} {visible(cited)}"
        yield ""


def suggestion_lines(suggestions: Sequence[Suggestion], width: int) -> Iterator[str]:
    """Yield lines for a terminal so many characters wide: per code what could be added, then excluded."""
    said = {
        Aim.ADD: "could be added: in sentences that the rule misses",
        Aim.EXCLUDE: "could be excluded: in sentences that the rule finds wrongly",
    }
    for (code, aim), group in groupby(suggestions, key=lambda one: (one.code, one.aim)):
        yield f"{code}, {said[aim]}"
        yield f"{'G²':>7}{'missed':>8}{'right':>7}{'wrong':>7}{'without':>9}  phrase"
        for one in group:
            numbers = f"{one.g2:>7.1f}{one.missed:>8}{one.right:>7}{one.wrong:>7}{one.without:>9}  "
            phrase = f"{one.phrase:<24}  "
            yield numbers + phrase + _cut(visible(one.sample), width - len(numbers + phrase))
        yield ""


def _cited(source: Source, sample: Sample) -> str:
    return cite(source.citation or source.name, sample.page_label)


def _clipped(pattern: Pattern, room: int) -> str:
    at = f" [line {pattern.place.line}]"
    return _cut(pattern.text, max(room - len(at), _ROUND)) + at


def _around(sample: Sample, room: int) -> str:
    """The words that match with as much of the sentence as there is room for."""
    sentence, words = (" ".join(text.split()) for text in (sample.sentence, sample.words))
    start = max(0, sentence.find(words) - max((room - len(words)) // 2, 0))
    return visible("…" + _cut(sentence[start:], room - 1) if start else _cut(sentence, room))


def _cut(text: str, room: int) -> str:
    room = max(room, _ROUND)
    return text if len(text) <= room else text[: room - 1] + "…"
