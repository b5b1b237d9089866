"""The pictures that a report has: of which findings, drawn from which documents."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from beloften.corpus.location import read
from beloften.errors import UnreadableError
from beloften.export.boxes import boxes_in
from beloften.export.html.choice import chosen
from beloften.export.html.crop import Picture, Places, pictures_of
from beloften.export.material import Material


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture to draw; findings that mark the same words share one.

    Attributes:
        document: in which.
        places: of the words.
        findings: that it belongs to, by their places in the run.
    """

    document: str
    places: Places
    findings: tuple[int, ...]


def wanted_pictures(material: Material, most: int | None) -> list[Wanted]:
    """Choose the pictures, of documents that are there.

    Args:
        material: the run and its documents.
        most: for how many findings at most; None for all.

    Returns:
        Them in the order of the run.
    """
    can = [
        (number, row)
        for number, row in enumerate(material.run.bevindingen)
        if row.boxes and row.document in material.originals
    ]
    numbers: Collection[int] = [number for number, _ in can] if most is None else chosen(can, most)
    shared: dict[tuple[str, str], list[int]] = {}
    for number in numbers:
        row = material.run.bevindingen[number]
        shared.setdefault((row.document, row.boxes), []).append(number)
    return [
        Wanted(document, boxes_in(boxes), tuple(findings)) for (document, boxes), findings in shared.items()
    ]


def remarks(material: Material) -> tuple[str, ...]:
    """Return a line when documents are not at hand that pictures would be made of."""
    missing = {row.document for row in material.run.bevindingen if row.boxes} - set(material.originals)
    if not missing:
        return ()
    number = f"{len(missing)} documents are" if len(missing) > 1 else f"{min(missing)} is"
    remark = f"{number} not at hand as scanned, so the report has no picture of their pages."
    return (f"{remark} Name the folder that was scanned with --documents.",)


def drawn(material: Material, wanted: Collection[Wanted]) -> Iterator[tuple[Wanted, Picture]]:
    """Draw pictures, document by document; what cannot be read or drawn goes without."""
    by_document: dict[str, list[Wanted]] = {}
    for one in wanted:
        by_document.setdefault(one.document, []).append(one)
    for document, ones in by_document.items():
        places = [(number, one.places) for number, one in enumerate(ones)]
        try:
            data = read(material.originals[document])
        except (UnreadableError, OSError):
            continue
        for number, picture in pictures_of(data, places):
            yield ones[number], picture
