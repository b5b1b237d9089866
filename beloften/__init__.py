"""The promises of nearness in municipal policy documents: found, placed and counted.

What the command line does, this package does:

    from pathlib import Path
    import beloften

    codebook = beloften.load_codebook()
    found = beloften.scan([Path("corpora/voorbeeld")], codebook)
    for row in beloften.count(found.results, codebook):
        print(row.group, row.code, row.measure, row.zinnen, row.rate)

`scan` starts worker processes, which do not import the script that calls it, and keeps what it read in the
user's cache (docs/scale.md).
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from beloften.codebook.load import load_codebook
    from beloften.codings.read import read_coders
    from beloften.codings.review.apply import apply_judgements
    from beloften.codings.sample.draw import draw_sample
    from beloften.compare.compared import Asked, compared
    from beloften.detect.detector import Detector
    from beloften.drift.conditions import conditions_met, read_condition
    from beloften.drift.drift import find_drift
    from beloften.drift.promises import promise_changes
    from beloften.export.asked import ExportFormat
    from beloften.export.formats import export_run, export_text
    from beloften.export.material import Material, find_originals
    from beloften.extract.read import read_document
    from beloften.project.start import start_project
    from beloften.report.figures.draw import draw_figure
    from beloften.report.figures.figure import FigureAsked, figure_shape
    from beloften.report.figures.shapes import FigureKind
    from beloften.run.examine import examine_installation
    from beloften.run.scan import scan
    from beloften.rundir.merge import merge_runs
    from beloften.rundir.notas import read_notas
    from beloften.rundir.read import read_run
    from beloften.rundir.write import run_of, write_run
    from beloften.tally.count import count
    from beloften.tally.nota import notas_of
    from beloften.validation.coders import compare_coders
    from beloften.validation.corrected import count_corrected

__all__ = [
    "Asked",
    "Detector",
    "ExportFormat",
    "FigureAsked",
    "FigureKind",
    "Material",
    "apply_judgements",
    "compare_coders",
    "compared",
    "conditions_met",
    "count",
    "count_corrected",
    "draw_figure",
    "draw_sample",
    "examine_installation",
    "export_run",
    "export_text",
    "figure_shape",
    "find_drift",
    "find_originals",
    "load_codebook",
    "merge_runs",
    "notas_of",
    "promise_changes",
    "read_coders",
    "read_condition",
    "read_document",
    "read_notas",
    "read_run",
    "run_of",
    "scan",
    "start_project",
    "write_run",
]

_HOMES = {
    "Asked": "beloften.compare.compared",
    "Detector": "beloften.detect.detector",
    "ExportFormat": "beloften.export.asked",
    "FigureAsked": "beloften.report.figures.figure",
    "FigureKind": "beloften.report.figures.shapes",
    "Material": "beloften.export.material",
    "apply_judgements": "beloften.codings.review.apply",
    "compare_coders": "beloften.validation.coders",
    "compared": "beloften.compare.compared",
    "conditions_met": "beloften.drift.conditions",
    "count": "beloften.tally.count",
    "count_corrected": "beloften.validation.corrected",
    "draw_figure": "beloften.report.figures.draw",
    "draw_sample": "beloften.codings.sample.draw",
    "examine_installation": "beloften.run.examine",
    "export_run": "beloften.export.formats",
    "export_text": "beloften.export.formats",
    "figure_shape": "beloften.report.figures.figure",
    "find_drift": "beloften.drift.drift",
    "find_originals": "beloften.export.material",
    "load_codebook": "beloften.codebook.load",
    "merge_runs": "beloften.rundir.merge",
    "notas_of": "beloften.tally.nota",
    "promise_changes": "beloften.drift.promises",
    "read_coders": "beloften.codings.read",
    "read_condition": "beloften.drift.conditions",
    "read_document": "beloften.extract.read",
    "read_notas": "beloften.rundir.notas",
    "read_run": "beloften.rundir.read",
    "run_of": "beloften.rundir.write",
    "scan": "beloften.run.scan",
    "start_project": "beloften.project.start",
    "write_run": "beloften.rundir.write",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever bears the name
    """Load what is asked for when it is asked for: the whole package takes half a second to import."""
    if name not in _HOMES:
        raise AttributeError(f"module 'beloften' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
