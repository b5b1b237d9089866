"""From what was asked for to what a figure shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from beloften.codebook.schema import Codebook, Level
from beloften.corpus.only import chosen
from beloften.errors import UsageError
from beloften.report.figures.data import dispersion, rate_table, schema, years
from beloften.report.figures.shapes import FigureKind, Shape
from beloften.rundir.only import names_of_nota
from beloften.tally.nota import Nota

_GEMEENTE = "gemeente"


@dataclass(frozen=True, slots=True)
class FigureAsked:
    """Which figure, of what.

    Attributes:
        kind: of figure.
        by: what a row or a panel is: one of `asked.GROUPINGS`, or a key of the manifest's own; None for
            gemeenten, where the figure has groups.
        level: at which beloften are counted; None for those tied to nearness, where the figure has a level.
        codes: what to show; empty for the beloften.
        only: names of gemeenten, documents or years to keep to; empty for all.
    """

    kind: FigureKind
    by: str | None = None
    level: Level | None = None
    codes: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


def figure_shape(
    asked: FigureAsked,
    notas: Sequence[Nota],
    codebook: Codebook,
    page_labels: Callable[[str], dict[int, str]] = lambda _: {},
) -> Shape:
    """Count what a figure shows.

    Args:
        asked: which figure.
        notas: the documents that were read.
        codebook: that they were read with.
        page_labels: of a document, given by its name: the page that a citation has, by the index of each
            sentence with a finding.

    Raises:
        UsageError: something was asked for that the figure does not have, or no document fits.
    """
    _check(asked)
    by, level = asked.by or _GEMEENTE, asked.level or Level.BELOFTE
    kept = tuple(nota for nota in chosen(notas, asked.only, names_of_nota) if nota.words)
    if not kept:
        raise UsageError("There is no text to count in.", "Give documents with text.")
    match asked.kind:
        case FigureKind.HEATMAP:
            return rate_table(kept, codebook, by, level, asked.codes)
        case FigureKind.DOTS:
            return rate_table(kept, codebook, by, level, asked.codes, with_intervals=True)
        case FigureKind.YEARS:
            return years(kept, codebook, by, level, asked.codes)
        case FigureKind.SCHEMA:
            return schema(kept, codebook, level)
        case FigureKind.DISPERSION:
            nota = _single(kept)
            return dispersion(nota, codebook, page_labels(nota.name), asked.codes)


def _check(asked: FigureAsked) -> None:
    """Refuse what would change nothing."""
    if asked.kind is FigureKind.SCHEMA and (asked.by or asked.codes):
        raise UsageError("The schema has groups and codes of its own.", "Leave out --by and --code.")
    if asked.kind is FigureKind.DISPERSION and (asked.by or asked.level):
        raise UsageError("A dispersion is of one document, at every level.", "Leave out --by and --level.")
    if asked.kind is FigureKind.YEARS and asked.by and len(asked.codes) != 1:
        raise UsageError("Years are shown by group for a single code.", "Give one --code, or leave out --by.")


def _single(notas: Sequence[Nota]) -> Nota:
    if len(notas) > 1:
        names = ", ".join(sorted(nota.citation or nota.name for nota in notas))
        raise UsageError(
            f"A dispersion is of one document, and there are {len(notas)}.",
            f"Choose one with --only: {names}.",
        )
    return notas[0]
