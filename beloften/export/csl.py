"""The documents of a run as CSL-JSON, for Zotero, Pandoc and others that cite by a style."""

from typing import Any

from beloften.export.material import Material
from beloften.export.references import Reference, references
from beloften.rundir.run_info import to_json


def text(material: Material) -> str:
    """Return an item per document that was read, with the gemeente as its author."""
    return to_json([_item(reference) for reference in references(material.run)])


def _item(reference: Reference) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": reference.key,
        "type": "report",
        "citation-label": reference.citation,
        "title": reference.titel,
        "language": "nl-NL",
    }
    if reference.gemeente:
        item["author"] = [{"literal": reference.gemeente}]
        item["publisher"] = f"Gemeente {reference.gemeente}"
    if reference.jaar is not None:
        item["issued"] = {"date-parts": [[reference.jaar]]}
    if reference.soort:
        item["genre"] = reference.soort
    return item
