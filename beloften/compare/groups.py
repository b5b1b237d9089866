"""Putting documents together in groups: by gemeente, year, kind, province, or a key of the manifest's own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from beloften.compare.asked import GROUPINGS
from beloften.corpus.gemeenten import gemeenten
from beloften.corpus.indeling import in_indeling
from beloften.errors import UsageError
from beloften.tally.count import group_order
from beloften.tally.nota import Nota

Groups = Mapping[str, Sequence[Nota]]
"""Documents by the name of their group."""


def group_by(notas: Iterable[Nota], by: str) -> tuple[dict[str, tuple[Nota, ...]], tuple[Nota, ...]]:
    """Put documents together.

    Args:
        notas: the documents; those without words are left out, since nothing can be told of them.
        by: one of `asked.GROUPINGS`, or a key of the manifest's own.

    Returns:
        The groups, sorted as in a Dutch index, and the documents of which the group is not known.

    Raises:
        UsageError: no document has what is asked for.
    """
    groups: defaultdict[str, list[Nota]] = defaultdict(list)
    known = sorted((nota for nota in notas if nota.words), key=lambda nota: nota.name)
    for nota in known:
        groups[_group(nota, by)].append(nota)
    unknown = tuple(groups.pop("", ()))
    if not groups and known:
        own = {name for nota in known for name, _ in nota.kenmerken}
        choices = ", ".join(name for name in (*GROUPINGS, *sorted(own - set(GROUPINGS))) if name != by)
        remedy = f"Say it in a manifest (`beloften init` makes one), or group by one of: {choices}."
        raise UsageError(f"Of no document the {by!r} is known.", remedy)
    return {group: tuple(groups[group]) for group in sorted(groups, key=group_order)}, unknown


def harmonised(notas: Iterable[Nota], jaar: int) -> tuple[tuple[Nota, ...], tuple[str, ...]]:
    """Give each document the gemeente that its gemeente is part of on 1 January of a year.

    Returns:
        The documents, and a warning for each gemeente of which that cannot be told, which keeps its name.
    """
    moved, warnings = [], dict[str, None]()
    for nota in notas:
        gemeente, warning = in_indeling(nota.gemeente_code, jaar)
        if gemeente:
            moved.append(replace(nota, gemeente=gemeente.naam, gemeente_code=gemeente.code))
        else:
            moved.append(nota)
            if warning:
                warnings[warning] = None
    return tuple(moved), tuple(warnings)


def _group(nota: Nota, by: str) -> str:
    """The name of a document's group, "" when not known; a key of the manifest's own goes first."""
    gemeente = gemeenten().get(nota.gemeente_code)
    known = {
        "gemeente": nota.gemeente,
        "jaar": "" if nota.jaar is None else str(nota.jaar),
        "soort": nota.soort,
        "provincie": gemeente.provincie if gemeente else "",
        "document": nota.citation or nota.name,
        **dict(nota.kenmerken),
    }
    return known.get(by, "")
