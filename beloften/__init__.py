"""The promises of nearness in municipal policy documents: found, placed and counted.

What the command line does, this package does:

    from pathlib import Path
    import beloften

    codebook = beloften.load_codebook()
    found = beloften.scan([Path("corpora/voorbeeld")], codebook)
    for row in beloften.count(found.results, codebook):
        print(row.group, row.code, row.measure, row.zinnen, row.rate)

`scan` starts worker processes, which do not import the script that calls it, and keeps what it read in the
user's cache (docs/scale.md). All that there is stands in docs/api.md.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from beloften.codebook.diff import codebook_changes
    from beloften.codebook.lint import lint
    from beloften.codebook.load import load_codebook
    from beloften.codebook.schema import Codebook, Level
    from beloften.codings.read import read_coders
    from beloften.codings.review.apply import apply_judgements
    from beloften.codings.review.judgements import read_judgements
    from beloften.codings.sample.draw import draw_sample
    from beloften.codings.sample.files import write_sample
    from beloften.codings.sample.population import population_of, population_of_run
    from beloften.compare.asked import Against, Show
    from beloften.compare.compared import Asked, compared
    from beloften.detect.detector import Detector
    from beloften.detect.examples import failed_examples
    from beloften.drift.conditions import conditions_met, read_condition
    from beloften.drift.drift import find_drift
    from beloften.drift.finding_changes import finding_changes
    from beloften.drift.promises import promise_changes
    from beloften.errors import BeloftenError
    from beloften.export.asked import ExportFormat, TableName
    from beloften.export.formats import export_run, export_text
    from beloften.export.material import Material, find_originals
    from beloften.extract.input import read_input
    from beloften.project.start import start_project
    from beloften.report.explain import explain_text
    from beloften.report.figures.draw import draw_figure
    from beloften.report.figures.figure import FigureAsked, figure_shape
    from beloften.report.figures.shapes import FigureKind
    from beloften.report.kwic.lines import kwic_of_code
    from beloften.report.validation.files import read_validation
    from beloften.run.examine import examine_installation
    from beloften.run.options import ReadingOptions
    from beloften.run.scan import Progress, Scan, scan
    from beloften.rundir.merge import merge_runs
    from beloften.rundir.notas import read_notas
    from beloften.rundir.read import Run, read_run
    from beloften.rundir.run_info import run_meta
    from beloften.rundir.write import run_of, write_run
    from beloften.tally.by import By
    from beloften.tally.count import count
    from beloften.tally.nota import notas_of
    from beloften.tally.pattern_stats import pattern_stats
    from beloften.validation.coders import compare_coders
    from beloften.validation.corrected import count_corrected
    from beloften.validation.recode import recode
    from beloften.validation.suggest import suggest

__all__ = [
    "Against",
    "Asked",
    "BeloftenError",
    "By",
    "Codebook",
    "Detector",
    "ExportFormat",
    "FigureAsked",
    "FigureKind",
    "Level",
    "Material",
    "Progress",
    "ReadingOptions",
    "Run",
    "Scan",
    "Show",
    "TableName",
    "apply_judgements",
    "codebook_changes",
    "compare_coders",
    "compared",
    "conditions_met",
    "count",
    "count_corrected",
    "draw_figure",
    "draw_sample",
    "examine_installation",
    "explain_text",
    "export_run",
    "export_text",
    "failed_examples",
    "figure_shape",
    "find_drift",
    "find_originals",
    "finding_changes",
    "kwic_of_code",
    "lint",
    "load_codebook",
    "merge_runs",
    "notas_of",
    "pattern_stats",
    "population_of",
    "population_of_run",
    "promise_changes",
    "read_coders",
    "read_condition",
    "read_input",
    "read_judgements",
    "read_notas",
    "read_run",
    "read_validation",
    "recode",
    "run_meta",
    "run_of",
    "scan",
    "start_project",
    "suggest",
    "write_run",
    "write_sample",
]

_HOMES = {
    "Against": "beloften.compare.asked",
    "Asked": "beloften.compare.compared",
    "BeloftenError": "beloften.errors",
    "By": "beloften.tally.by",
    "Codebook": "beloften.codebook.schema",
    "Detector": "beloften.detect.detector",
    "ExportFormat": "beloften.export.asked",
    "FigureAsked": "beloften.report.figures.figure",
    "FigureKind": "beloften.report.figures.shapes",
    "Level": "beloften.codebook.schema",
    "Material": "beloften.export.material",
    "Progress": "beloften.run.scan",
    "ReadingOptions": "beloften.run.options",
    "Run": "beloften.rundir.read",
    "Scan": "beloften.run.scan",
    "Show": "beloften.compare.asked",
    "TableName": "beloften.export.asked",
    "apply_judgements": "beloften.codings.review.apply",
    "codebook_changes": "beloften.codebook.diff",
    "compare_coders": "beloften.validation.coders",
    "compared": "beloften.compare.compared",
    "conditions_met": "beloften.drift.conditions",
    "count": "beloften.tally.count",
    "count_corrected": "beloften.validation.corrected",
    "draw_figure": "beloften.report.figures.draw",
    "draw_sample": "beloften.codings.sample.draw",
    "examine_installation": "beloften.run.examine",
    "explain_text": "beloften.report.explain",
    "export_run": "beloften.export.formats",
    "export_text": "beloften.export.formats",
    "failed_examples": "beloften.detect.examples",
    "figure_shape": "beloften.report.figures.figure",
    "find_drift": "beloften.drift.drift",
    "find_originals": "beloften.export.material",
    "finding_changes": "beloften.drift.finding_changes",
    "kwic_of_code": "beloften.report.kwic.lines",
    "lint": "beloften.codebook.lint",
    "load_codebook": "beloften.codebook.load",
    "merge_runs": "beloften.rundir.merge",
    "notas_of": "beloften.tally.nota",
    "pattern_stats": "beloften.tally.pattern_stats",
    "population_of": "beloften.codings.sample.population",
    "population_of_run": "beloften.codings.sample.population",
    "promise_changes": "beloften.drift.promises",
    "read_coders": "beloften.codings.read",
    "read_condition": "beloften.drift.conditions",
    "read_input": "beloften.extract.input",
    "read_judgements": "beloften.codings.review.judgements",
    "read_notas": "beloften.rundir.notas",
    "read_run": "beloften.rundir.read",
    "read_validation": "beloften.report.validation.files",
    "recode": "beloften.validation.recode",
    "run_meta": "beloften.rundir.run_info",
    "run_of": "beloften.rundir.write",
    "scan": "beloften.run.scan",
    "start_project": "beloften.project.start",
    "suggest": "beloften.validation.suggest",
    "write_run": "beloften.rundir.write",
    "write_sample": "beloften.codings.sample.files",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever bears the name
    """Load what is asked for when it is asked for: the whole package takes half a second to import."""
    if name not in _HOMES:
        raise AttributeError(f"module 'beloften' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """Name all that there is, also what was not asked for yet."""
    return sorted({*globals(), *__all__})
