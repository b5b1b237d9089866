"""The codebook on the terminal."""

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from beloften.codebook.schema import Citation, Codebook, Concept, Pattern


def concept_table(codebook: Codebook, lang: str) -> Table:
    """Return a table of all concepts, in the order of the codebook."""
    table = Table(title=f"{codebook.name} {codebook.version}", title_justify="left", box=None, pad_edge=False)
    for column in ("code", "kind", "label", "stands against", "logica"):
        table.add_column(column, no_wrap=column == "code")
    for column in ("patterns", "examples"):
        table.add_column(column, justify="right")
    for concept in codebook.concepts:
        number = f"{concept.number} " if concept.number else ""
        table.add_row(
            Text(concept.code),
            Text(concept.kind),
            Text(number + label(concept, lang)),
            Text(concept.opposite),
            Text(concept.logica),
            str(len(concept.patterns) + len(concept.after)),
            str(len(concept.examples)),
        )
    return table


def label(concept: Concept, lang: str) -> str:
    """Return the name of a concept in a language, "nl" or "en"."""
    return concept.label.en if lang == "en" else concept.label.nl


def describe(concept: Concept, lang: str) -> Iterator[str]:
    """Yield lines that say all that a rule file says, for a reader rather than an editor."""
    yield f"{label(concept, lang)} ({concept.code}): {concept.kind} {concept.number or ''}".rstrip()
    yield concept.definition
    yield from (f"Source: {_citation(source)}" for source in concept.sources)
    for name, value in (
        ("Nearness", concept.nearness),
        ("Stands against", concept.opposite),
        ("Logica", concept.logica),
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
            yield f"\n{title}:"
            yield from (f"  {_pattern(pattern)}" for pattern in patterns)
    for title, matches in (("Found in", True), ("Not found in", False)):
        yield f"\n{title}:"
        for example in concept.examples:
            if example.matches is matches:
                degree = example.level or example.stance
                yield f"  {example.text}" + (f"  [{degree}]" if degree else "")
    yield f"\nRule file: {concept.place.file}"


def _citation(source: Citation) -> str:
    pages = f": {source.pages}" if source.pages else ""
    return f"{source.author} ({source.year}), {source.title}{pages}"


def _pattern(pattern: Pattern) -> str:
    conditions = [
        f"{name}: {value}"
        for name, value in (("level", pattern.level), ("stance", pattern.stance), ("with", pattern.context))
        if value
    ]
    return pattern.text + (f"  [{', '.join(conditions)}]" if conditions else "")
