"""Drawing a figure to the bytes of a file: which form, and by what."""

import logging
from importlib.util import find_spec
from pathlib import Path

from beloften.errors import UsageError
from beloften.installation.extras import Extra
from beloften.installation.installer import install_step
from beloften.report.figures.shapes import Dispersion, RateTable, Schema, Shape, Years

FORMS = ("svg", "png", "pdf")


def form_of(out: Path) -> str:
    """Return in which form a file is to be written: the end of its name.

    Raises:
        UsageError: that is no form of a figure, or Matplotlib is not installed.
    """
    form = out.suffix[1:].lower()
    if form not in FORMS:
        raise UsageError(f"{out} has no form of a figure.", f"End its name on .{', .'.join(FORMS)}.")
    if find_spec("matplotlib") is None:
        problem = "A figure in a file needs Matplotlib, which is not installed."
        raise UsageError(problem, f"Leave out --out. {install_step(Extra.FIGURES)}")
    return form


def draw_figure(shape: Shape, form: str, lang: str = "nl") -> bytes:
    """Draw a figure.

    Args:
        shape: what it shows.
        form: "svg", "png" or "pdf".
        lang: "nl" or "en".

    Returns:
        The bytes of the file; the same for the same shape, whatever the time and the user's settings.
    """
    # what Matplotlib remarks when it is loaded first, on a machine that is slow enough
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    from beloften.report.figures import dispersion, dots, heatmap, schema, years  # noqa: PLC0415 - Matplotlib
    from beloften.report.figures.paper import same_everywhere  # noqa: PLC0415 - the same

    with same_everywhere():
        match shape:
            case RateTable(with_intervals=True):
                return dots.draw(shape, form, lang)
            case RateTable():
                return heatmap.draw(shape, form, lang)
            case Schema():
                return schema.draw(shape, form, lang)
            case Years():
                return years.draw(shape, form, lang)
            case Dispersion():
                return dispersion.draw(shape, form, lang)
