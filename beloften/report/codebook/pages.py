"""The codebook as a folder of Markdown pages: the schema and the figures first, then a page per kind."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from beloften.codebook.schema import Codebook, Concept, ConceptKind
from beloften.codebook.source_lines import comment_above
from beloften.report.codebook.concept import (
    NOT_MEASURED,
    SCORES,
    line,
    link,
    page_of,
    pattern_lists,
    score_row,
    section,
)
from beloften.report.codebook.legend import KINDS, LEGEND, MEASURES
from beloften.report.validation.measurement import Measurement
from beloften.report.validation.scores import estimate_text
from beloften.safe_text import markdown_code, markdown_text
from beloften.whole_files import make_folder, write_whole

FIRST = "README.md"
"""The page to begin with: what code hosts show of a folder."""

WORDS = "words.md"
"""The page with the word lists."""


def codebook_pages(
    codebook: Codebook, measurement: Measurement | None = None, about: str = ""
) -> dict[str, str]:
    """Return the pages that describe a codebook, by file name, all in one folder.

    Args:
        codebook: what to describe.
        measurement: what was measured of it, or of an earlier version, which the pages then say.
        about: Markdown on who coded what it was measured on; its first paragraph stands on every
            page with figures.
    """
    kinds = [kind for kind in ConceptKind if codebook.of_kind(kind)]
    pages = {FIRST: _first(codebook, kinds, measurement, about)}
    pages |= {page_of(kind): _kind(codebook, kind, measurement, about) for kind in kinds}
    return {name: _text(blocks) for name, blocks in (pages | {WORDS: _words(codebook)}).items()}


def write_pages(folder: Path, pages: Mapping[str, str]) -> None:
    """Write pages to a folder, which is made when it is not there; files of the same names are replaced.

    Raises:
        OutputError: when they cannot be written.
    """
    make_folder(folder)
    for name, text in pages.items():
        write_whole(folder / name, text)


def _text(blocks: Iterable[str]) -> str:
    made = "<!-- Made from the rules by `beloften rules pages`: change those, not this. -->"
    return "\n\n".join([made, *blocks]) + "\n"


def _first(
    codebook: Codebook, kinds: list[ConceptKind], measurement: Measurement | None, about: str
) -> Iterator[str]:
    yield f"# The codebook {markdown_text(codebook.name)} {markdown_text(codebook.version)}"
    count = sum(len(patterns) for one in codebook.concepts for _, patterns in pattern_lists(one))
    base = codebook.extends
    on_top = f" on top of {markdown_text(base.name)} {markdown_text(base.version)}" if base else ""
    yield (
        f"{len(codebook.concepts)} concepts, {count} patterns and exclusions{on_top}. SHA-256 of the rules: "
        f"`{codebook.sha256}`."
    )
    yield from _basis(codebook, measurement, about)
    yield from _schema(codebook)
    yield LEGEND
    yield from _how_measured(measurement, about)
    yield "## All concepts"
    for kind in kinds:
        yield from _overview(codebook, kind, measurement)
    yield f"[Word lists]({WORDS}) that patterns refer to: {len(codebook.word_lists)}."


def _basis(codebook: Codebook, measurement: Measurement | None, about: str) -> Iterator[str]:
    """What the figures on a page rest on, and whether they are of these rules."""
    if not measurement:
        yield "Nothing of it was measured."
        return
    files = " and ".join(map(markdown_code, measurement.codings))
    units = f" of {len(measurement.units):,} {measurement.unit}s" if measurement.unit != "sentence" else ""
    summary = about.strip().partition("\n\n")[0]
    yield (
        f"The figures are of {files}, {measurement.sentences:,} sentences{units}: "
        f"[how it was measured]({FIRST}#measured). {summary}"
    ).rstrip()
    if not measurement.is_of(codebook):
        yield (
            f"> **Other rules were measured than are described here:** {_edition(measurement)}. "
            "The figures hold for those. Measure again with `beloften validate`."
        )


def _edition(measurement: Measurement) -> str:
    name, version, sha256 = (measurement.codebook[key] for key in ("name", "version", "sha256"))
    return f"{markdown_text(name)} {markdown_text(version)} ({markdown_code(sha256[:12])})"


def _schema(codebook: Codebook) -> Iterator[str]:
    goods = [concept for concept in codebook.concepts if concept.kind.has_level and concept.opposite]
    wholes = [(whole, codebook.parts_of(whole.code)) for whole in codebook.concepts]
    if goods or any(parts for _, parts in wholes):
        yield "## The schema"
    if goods:
        rows = []
        for good in goods:
            value = codebook.require(good.opposite)
            logica = link(codebook.require(value.part_of)) if value.part_of else ""
            rows.append(f"| {good.nearness or ''} | {link(good)} | {link(value)} | {logica} |")
        head = "| kind of nearness | good | stands against | in the logica |\n|---|---|---|---|"
        yield "\n".join([head, *rows])
    if any(parts for _, parts in wholes):
        head = "| whole | its parts: what is found for them is found for the whole |\n|---|---|"
        rows = [f"| {link(whole)} | {', '.join(map(link, parts))} |" for whole, parts in wholes if parts]
        yield "\n".join([head, *rows])


def _how_measured(measurement: Measurement | None, about: str) -> Iterator[str]:
    yield '<a id="measured"></a>'
    yield "## How it was measured"
    if not measurement:
        yield (
            "It was not. `beloften validate CODINGS --out FOLDER` measures, and `--measured FOLDER` puts the "
            "figures on these pages."
        )
        return
    files = "\n".join(
        f"- {markdown_code(name)}, SHA-256 `{sha}`" for name, sha in measurement.codings.items()
    )
    rules = f"the rules {_edition(measurement)}"
    yield f"With `beloften validate`: {rules}, on {measurement.sentences:,} sentences of\n\n{files}"
    if rest := about.strip().partition("\n\n")[2]:
        yield rest
    yield MEASURES.format(unit=measurement.unit)
    rows = [
        score_row(f"{family}, all codes together", scores[0])
        for family, scores in measurement.families.items()
    ]
    yield "\n".join([SCORES, *rows])
    if measurement.unit != "sentence":
        units = [f"- {markdown_text(name)}: {size:g}" for name, size in measurement.units.items()]
        summary = f"{len(units)} {measurement.unit}s, with their numbers of sentences"
        yield f"<details>\n<summary>{summary}</summary>"
        yield "\n".join(units)
        yield "</details>"


def _overview(codebook: Codebook, kind: ConceptKind, measurement: Measurement | None) -> Iterator[str]:
    yield f"### [{kind}]({page_of(kind)}): {KINDS[kind]}"
    concepts = codebook.of_kind(kind)
    head, marks = "| concept | code | in English | patterns |", "|---|---|---|---:|"
    if kind.is_code:
        head, marks = f"{head} precision | recall | gold |", f"{marks}---:|---:|---:|"
    yield "\n".join([head, marks, *(_overview_row(concept, measurement) for concept in concepts)])


def _overview_row(concept: Concept, measurement: Measurement | None) -> str:
    """A concept with its first score: of a belofte that of being named, of a logica whatever the stance."""
    count = len(concept.patterns) + len(concept.after)
    cells = [link(concept), f"`{concept.code}`", markdown_text(concept.label.en), str(count)]
    if concept.kind.is_code:
        scores = measurement.of_code(concept.code) if measurement else []
        if scores and (score := scores[0][2].score) and score.tp + score.fp + score.fn:
            first = scores[0][2]
            cells += [estimate_text(first.precision), estimate_text(first.recall), str(score.tp + score.fn)]
        else:
            cells += [NOT_MEASURED, "–", "–"]
    return f"| {' | '.join(cells)} |"


def _kind(
    codebook: Codebook, kind: ConceptKind, measurement: Measurement | None, about: str
) -> Iterator[str]:
    concepts = codebook.of_kind(kind)
    yield f"# {kind}: {KINDS[kind]}"
    yield f"[The codebook {markdown_text(codebook.name)} {markdown_text(codebook.version)}]({FIRST})."
    if kind.is_code:
        yield from _basis(codebook, measurement, about)
    if len(concepts) > 1:
        yield " · ".join(map(link, concepts))
    for concept in concepts:
        yield from section(concept, codebook, measurement)


def _words(codebook: Codebook) -> Iterator[str]:
    yield "# Word lists"
    yield f"Patterns refer to them by name, between braces. [The codebook]({FIRST})."
    for name, words in codebook.word_lists.items():
        yield f"## {markdown_text(name)}"
        if about := comment_above(codebook.word_places[name][0]) if words else "":
            yield line(about)
        yield " ".join(map(markdown_code, words))
