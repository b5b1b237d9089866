"""One comparison as it was asked for: its groups, its rows, and what a reader must know of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from beloften.codebook.schema import Codebook, Level
from beloften.compare.asked import NEEDS_TWO, OF_ALL, Against, Show
from beloften.compare.codes import Few, Verschil, compare, few
from beloften.compare.contrast import Contrast, contrasts
from beloften.compare.dubbel import Dubbel, dubbelen, once
from beloften.compare.gelijkenis import Gelijkenis, Profielen, gelijkenissen, profielen
from beloften.compare.groups import Groups, group_by, harmonised
from beloften.compare.samenhang import Samenhang, samenhang
from beloften.compare.tekorten import Tekort, tekorten
from beloften.errors import UsageError
from beloften.tally.count import ALL
from beloften.tally.nota import Nota

Rows = (
    tuple[Verschil, ...]
    | tuple[Contrast, ...]
    | tuple[Tekort, ...]
    | tuple[Gelijkenis, ...]
    | tuple[Samenhang, ...]
    | tuple[Dubbel, ...]
)


NAMED = 3
"""How many documents a remark names."""


class OneGroupError(UsageError):
    """All documents are of one group, so that there is nothing to compare."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a comparison.

    Attributes:
        show: what to show.
        by: what to group by: one of `asked.GROUPINGS`, or a key of the manifest's own.
        against: what to compare each group with.
        level: at which beloften lead.
        indeling: year of the division in gemeenten to which documents are brought; None for their own.
        once: whether shared texts count once.
    """

    show: Show = Show.VERSCHILLEN
    by: str = "gemeente"
    against: Against = Against.REST
    level: Level = Level.BELOFTE
    indeling: int | None = None
    once: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of it.

    Attributes:
        asked: what was asked.
        groups: names of the groups, in order, with the number of their documents.
        rows: the rows of what is shown.
        profielen: for what shows how groups are alike; else None.
        few: groups of which little can be said.
        guessed: documents of the groups of which the gemeente or the year was guessed.
        remarks: what was done to the documents before they were compared, one line each.
    """

    asked: Asked
    groups: dict[str, int]
    rows: Rows
    profielen: Profielen | None
    few: tuple[Few, ...]
    guessed: int
    remarks: tuple[str, ...]


def compared(notas: Sequence[Nota], codebook: Codebook, asked: Asked) -> Compared:
    """Compare documents as asked.

    Args:
        notas: documents that were read.
        codebook: that they were read with.
        asked: what to compare and what to show.

    Raises:
        UsageError: the documents have not what they are to be grouped by, or are all of one group where
            groups are compared.
    """
    remarks: list[str] = []
    if asked.indeling:
        notas, told = harmonised(notas, asked.indeling)
        remarks += told
    duplicates = dubbelen(notas) if asked.show is Show.DUBBEL else ()
    if asked.once:
        notas, told = once(notas)
        remarks += told
    groups, unknown = ({ALL: notas}, ()) if asked.show in OF_ALL else group_by(notas, asked.by)
    if unknown:
        remarks.append(_left_out(unknown, len(notas), asked.by))
    if asked.show in NEEDS_TWO and len(groups) < len(("one", "other")):
        problem = f"All documents have one {asked.by}: there is nothing to compare."
        other = "document" if asked.by == "jaar" else "jaar"
        raise OneGroupError(problem, f"Group them otherwise, such as with --by {other}, or add documents.")
    profiles = profielen(groups, codebook, asked.level) if asked.show is Show.GELIJKENIS else None
    return Compared(
        asked=asked,
        groups={group: len(members) for group, members in groups.items()},
        rows=duplicates or _rows(groups, codebook, asked, profiles),
        profielen=profiles,
        few=few(groups, codebook, asked.level),
        guessed=sum(nota.is_guess for members in groups.values() for nota in members),
        remarks=tuple(remarks),
    )


def _left_out(unknown: Sequence[Nota], total: int, by: str) -> str:
    names = ", ".join(nota.name for nota in unknown[:NAMED])
    more = len(unknown) - NAMED
    rest = f" and {more} more; documenten.csv of a run has them all" if more > 0 else ""
    return f"{len(unknown)} of {total} documents are left out, as their {by} is not known: {names}{rest}."


def _rows(groups: Groups, codebook: Codebook, asked: Asked, profiles: Profielen | None) -> Rows:
    match asked.show:
        case Show.VERSCHILLEN:
            return compare(groups, codebook, asked.against)
        case Show.CONTRAST:
            return contrasts(groups, codebook, asked.level)
        case Show.TEKORTEN:
            return tekorten(groups, codebook)
        case Show.SAMENHANG:
            return samenhang(groups[ALL], codebook)
        case _:
            return gelijkenissen(profiles) if profiles else ()
