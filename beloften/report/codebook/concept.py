"""One concept of the codebook in Markdown: what it means, how it is found, and how well."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from beloften.codebook.schema import Citation, Codebook, Concept, ConceptKind, Example, Pattern, Scope
from beloften.codebook.shipped import shipped_rules
from beloften.codebook.source_lines import comment_above, comment_behind
from beloften.report.validation.measurement import Measurement
from beloften.report.validation.scores import estimate_text
from beloften.report.wording import label
from beloften.safe_text import markdown_code, markdown_text
from beloften.validation.measure import MEASURES, CodeScores

NOT_MEASURED = "not measured"
"""What stands in the place of figures that there are none of."""

SCORES = "| | precision | recall | F1 | alpha | found | gold |\n|---|---:|---:|---:|---:|---:|---:|"
"""The head of a table of scores."""

_FAMILIES = {
    "nabijheid": "with the cue",
    "genoemd": "genoemd, or further",
    "belofte": "belofte, or further",
    "expliciet": "expliciet",
    "logica": "whatever the stance",
    "waarde": "whatever the stance",
}
_WORD = re.compile(r"\\\*(\S(?:[^*]*[^*\s\\])?)\\\*")
_LIST_MARK = re.compile(r"^(\d+)([.)])|^([-+=])")


def section(concept: Concept, codebook: Codebook, measurement: Measurement | None) -> Iterator[str]:
    """Yield the blocks of Markdown that describe a concept, a heading with an anchor first."""
    yield f'<a id="{concept.code}"></a>'
    yield f"## {markdown_text(label(concept, 'nl'))}"
    yield line(concept.definition)
    yield "\n".join(f"- {fact}" for fact in _facts(concept, codebook))
    yield _measured(concept, codebook, measurement)
    for title, matches in (("Found in", True), ("Not found in", False)):
        if examples := [example for example in concept.examples if example.matches is matches]:
            yield f"**{title}**"
            yield "\n".join(f"- {_example(example)}" for example in examples)
    for name, patterns in pattern_lists(concept):
        yield from _folded(name, patterns, concept, codebook)


def line(text: str) -> str:
    """Return a text as a line of Markdown; words between asterisks stay words that are meant as words."""
    return _LIST_MARK.sub(r"\1\\\2\3", _WORD.sub(r"*\1*", markdown_text(text)))


def link(concept: Concept) -> str:
    """Return a link to a concept, from any of the pages."""
    return f"[{markdown_text(label(concept, 'nl'))}]({concept.kind}.md#{concept.code})"


def page_of(kind: ConceptKind) -> str:
    """Return the name of the page on which the concepts of a kind stand."""
    return f"{kind}.md"


def score_row(name: str, measured: CodeScores) -> str:
    """Return a row of the table of scores, under the head `SCORES`."""
    score = measured.score
    counts = [str(score.tp + score.fp), str(score.tp + score.fn)]
    if not score.tp + score.fp + score.fn:
        return f"| {name} | {NOT_MEASURED} | – | – | – | {' | '.join(counts)} |"
    estimates = [estimate_text(getattr(measured, measure)) for measure in MEASURES]
    return f"| {name} | {' | '.join([*estimates, *counts])} |"


def pattern_lists(concept: Concept) -> list[tuple[str, tuple[Pattern, ...]]]:
    """Return the lists of patterns of a rule that are not empty, with what each is called."""
    lists = [
        ("patterns, before what they concern" if concept.scope else "patterns", concept.patterns),
        ("patterns, behind what they concern", concept.after),
        ("exclusions: what overlaps them does not count", concept.exclusions),
    ]
    return [(name, patterns) for name, patterns in lists if patterns]


def _facts(concept: Concept, codebook: Codebook) -> Iterator[str]:
    yield f"Code: `{concept.code}`. In English: {markdown_text(concept.label.en)}."
    yield f"Source: {'; '.join(_citations(concept.sources))}."
    if concept.nearness:
        yield f"Kind of nearness: {concept.nearness}."
    if concept.opposite:
        opposite = codebook.require(concept.opposite)
        logica = f", in the {link(codebook.require(opposite.part_of))}" if opposite.part_of else ""
        yield f"Stands against: {link(opposite)}{logica}."
    if concept.part_of:
        yield f"Part of: {link(codebook.require(concept.part_of))}. What is found here is found for that too."
    if parts := codebook.parts_of(concept.code):
        yield f"Parts: {', '.join(map(link, parts))}. What is found for them is found here too."
    if concept.context:
        yield f"Counts only with: {_named(concept.context, codebook)}."
    if concept.unless:
        yield f"Does not count with: {', '.join(_named(name, codebook) for name in concept.unless)}."
    if concept.scope:
        yield _reach(concept.scope)
    if concept.kind is ConceptKind.CONTEXT:
        yield f"Looks at the sentence itself and at {concept.window} before and behind it."
    if askers := [one for one in codebook.concepts if concept.code in one.conditions]:
        yield f"Asked for by: {', '.join(map(link, askers))}."
    yield f"Rule file: `{_file(concept)}`."


def _citations(sources: Iterable[Citation]) -> list[str]:
    """Each work once, with all its pages."""
    works: dict[str, list[str]] = {}
    for source in sources:
        work = f"{markdown_text(source.author)} ({source.year}), {line(source.title)}"
        works.setdefault(work, []).extend([source.pages] if source.pages else [])
    return [work + (f": {markdown_text(', '.join(pages))}" if pages else "") for work, pages in works.items()]


def _named(name: str, codebook: Codebook) -> str:
    """A link to what a condition names: a code, or else a kind."""
    concept = codebook.concept(name)
    return link(concept) if concept else f"[any {name}]({page_of(ConceptKind(name))})"


def _reach(scope: Scope) -> str:
    ends = [markdown_code(mark) for mark in [*scope.punctuation, *(end.text for end in scope.terminators)]]
    until = f", or up to one of {' '.join(ends)}" if ends else ""
    return f"Effect: {scope.effect}. Reaches what lies within {scope.words} words{until}."


def _file(concept: Concept) -> str:
    """The rule file: below the rules that ship, else its name alone, wherever the folder is."""
    path, shipped = Path(concept.place.file), shipped_rules()
    return path.relative_to(shipped.parent).as_posix() if path.is_relative_to(shipped) else path.name


def _measured(concept: Concept, codebook: Codebook, measurement: Measurement | None) -> str:
    """The scores of a concept; where there are none, where else to look."""
    scores = measurement.of_code(concept.code) if measurement else []
    whole = codebook.concept(concept.part_of)
    if scores:
        named = [
            (stance or _FAMILIES.get(family, "with the code"), score) for family, stance, score in scores
        ]
        return "\n".join([SCORES, *(score_row(name, score) for name, score in named)])
    if not concept.kind.is_code:
        where = "by itself; what it does is in the figures of the codes that it bears on"
    elif whole and measurement and measurement.of_code(whole.code):
        where = f"by itself; what it finds is in the figures of {link(whole)}"
    else:
        where = ""
    return f"**Measured**: {NOT_MEASURED} {where}".rstrip() + "."


def _example(example: Example) -> str:
    degree = example.level or example.stance
    return line(example.text) + (f" ({degree})" if degree else "")


def _folded(name: str, patterns: tuple[Pattern, ...], concept: Concept, codebook: Codebook) -> Iterator[str]:
    """Patterns that unfold when they are clicked on, under the comments that stand above them."""
    yield f"<details>\n<summary>{len(patterns)} {name}</summary>"
    items: list[str] = []
    for pattern in patterns:
        if comment := comment_above(pattern.place):
            if items:
                yield "\n".join(items)
            yield f"*{markdown_text(comment)}*"
            items = []
        items.append(_pattern(pattern, concept, codebook))
    yield "\n".join(items)
    yield "</details>"


def _pattern(pattern: Pattern, concept: Concept, codebook: Codebook) -> str:
    notes = [
        f"{pattern.level} by itself" if pattern.level else "",
        f"{pattern.stance} by itself" if pattern.stance else "",
        f"{pattern.leaning} unless a cue says otherwise" if pattern.leaning else "",
        f"only with {_named(pattern.context, codebook)}" if pattern.context else "",
        line(comment_behind(pattern.place)),
    ]
    added = "" if pattern.place.file == concept.place.file else "added, "
    said = "; ".join(filter(None, notes))
    text = f"- {added}line {pattern.place.line}: {markdown_code(pattern.text)}"
    return f"{text} ({said})" if said else text
