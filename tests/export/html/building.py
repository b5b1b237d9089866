"""Reports in a folder of a test."""

from dataclasses import replace
from pathlib import Path

from beloften.export.asked import ExportFormat
from beloften.export.formats import export_run
from beloften.export.material import Material, find_originals
from tests.export.building import CORPUS, sample


def illustrated() -> Material:
    """The sample run with its documents."""
    material = sample()
    return replace(material, originals=find_originals(material.run.documenten, CORPUS))


def report(material: Material, folder: Path) -> Path:
    """Write the report of a run as one file."""
    path = folder / f"{material.name}.html"
    export_run(material, ExportFormat.HTML, path)
    return path
