"""The codebook on the terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from beloften.codebook.schema import Citation, Codebook, Concept, ConceptKind, Pattern
from beloften.report.wording import edition_line, label


def concept_tables(codebook: Codebook, lang: str) -> Iterator[RenderableType]:
    """Yield a table per kind of concept, in the order of the codebook."""
    yield Text(edition_line(codebook.edition, lang), style="bold")
    for kind in ConceptKind:
        concepts = codebook.of_kind(kind)
        if concepts:
            yield Text()
            yield _table(kind, concepts, lang)


def _table(kind: ConceptKind, concepts: tuple[Concept, ...], lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(kind, no_wrap=True, min_width=17)
    table.add_column("label")
    relations = [name for name in ("opposite", "part_of") if any(getattr(c, name) for c in concepts)]
    for name in relations:
        table.add_column(name.replace("_", " "), no_wrap=True)
    table.add_column("patterns", justify="right", no_wrap=True)
    for concept in concepts:
        table.add_row(
            Text(concept.code),
            Text(label(concept, lang)),
            *(Text(getattr(concept, name)) for name in relations),
            str(len(concept.patterns) + len(concept.after)),
        )
    return table


def describe(concept: Concept, codebook: Codebook, lang: str) -> Iterator[str]:
    """Yield lines that say all that a rule file says, for a reader rather than an editor."""
    yield f"{label(concept, lang)} ({concept.code}): {concept.kind} {concept.number or ''}".rstrip()
    yield concept.definition
    yield from (f"Source: {_citation(source)}" for source in concept.sources)
    for name, value in (
        ("Nearness", concept.nearness),
        ("Stands against", concept.opposite),
        ("Part of", concept.part_of),
        ("Parts", ", ".join(part.code for part in codebook.parts_of(concept.code))),
        ("Only with", concept.context),
        ("Not with", ", ".join(concept.unless)),
        ("Looks at sentences before and behind", concept.window if concept.kind == "context" else 0),
    ):
        if value:
            yield f"{name}: {value}"
    if concept.scope:
        ends = [pattern.text for pattern in concept.scope.terminators] + list(concept.scope.punctuation)
        yield f"Effect: {concept.scope.effect}, within {concept.scope.words} words; ends at: {' '.join(ends)}"
    first = "Before what it concerns" if concept.scope else "Patterns"
    for title, patterns in (
        (first, concept.patterns),
        ("Behind what it concerns", concept.after),
        ("Not", concept.exclusions),
    ):
        if patterns:
            yield from ("", f"{title}:")
            yield from (f"  {_pattern(pattern)}" for pattern in patterns)
    for title, matches in (("Found in", True), ("Not found in", False)):
        yield from ("", f"{title}:")
        for example in concept.examples:
            if example.matches is matches:
                degree = example.level or example.stance
                yield f"  {example.text}" + (f"  [{degree}]" if degree else "")
    yield from ("", f"Rule file: {concept.place.file}")


def _citation(source: Citation) -> str:
    pages = f": {source.pages}" if source.pages else ""
    return f"{source.author} ({source.year}), {source.title}{pages}"


def _pattern(pattern: Pattern) -> str:
    conditions = [
        f"{name}: {value}"
        for name, value in (
            ("level", pattern.level),
            ("stance", pattern.stance),
            ("leaning", pattern.leaning),
            ("with", pattern.context),
        )
        if value
    ]
    return pattern.text + (f"  [{', '.join(conditions)}]" if conditions else "")
