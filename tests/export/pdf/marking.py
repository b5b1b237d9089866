"""Makes findings in PDFs to test with, and reads what was marked."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pikepdf

from beloften.export.material import Material
from beloften.export.pdf.annotate import Wording, annotate
from beloften.export.pdf.looks import Looks
from beloften.extract.read import open_document
from beloften.rundir.read import Run, read_run
from beloften.rundir.rows import Bevinding

CORPUS = Path(__file__).parents[3] / "corpora" / "voorbeeld"
RULES = "regels beloften 0.3.0 (0a1b2c3d4e5f)"
MARKS = {"/Highlight", "/Underline", "/Squiggly"}


class Marked(NamedTuple):
    """A mark as another program reads it, with its boxes in the page's own coordinates."""

    page: int
    subtype: str
    name: str
    author: str
    note: str
    quads: list[tuple[float, float, float, float]]


@cache
def sample_run() -> Run:
    return read_run(CORPUS / "baseline")


def sample_material() -> Material:
    run = sample_run()
    return Material(
        "voorbeeld", run, originals={row.document: CORPUS / row.document for row in run.documenten}
    )


def finding(code: str = "maatwerk", boxes: str = "0:40.0,50.0,90.0,60.0", **changes: str) -> Bevinding:
    """Make a finding: of a belofte that is named, unless something else is asked for."""
    level = "" if changes.keys() & {"level", "stance"} else "genoemd"
    row = sample_run().bevindingen[0]
    plain = replace(row, fingerprint=f"{code}-{boxes}", code=code, boxes=boxes, rule=code, pattern=code)
    plain = replace(plain, level=level, stance="", words="", cue="", link="")
    return replace(plain, **changes)  # type: ignore[arg-type] # only columns of text are asked for


def found(data: bytes, words: str, code: str = "maatwerk", **changes: str) -> Bevinding:
    """Find words in a PDF as a scan does."""
    with open_document(data, "nota.pdf") as opened:
        paragraphs = [(each, each.text.find(words)) for each in opened.document.paragraphs]
        spans = [(each, start, start + len(words)) for each, start in paragraphs if start >= 0]
        (boxes, *_) = opened.boxes(spans)
    column = ";".join(f"{page}:{','.join(f'{side:.1f}' for side in box)}" for page, box in boxes)
    return finding(code, column, words=words, **changes)


def annotated(data: bytes, *findings: Bevinding, folder: Path, lang: str = "nl") -> bytes:
    """Mark findings in a PDF."""
    out = folder / "uit.pdf"
    annotate(data, findings, Wording(Looks(sample_run().rules), "beloften 1.2.3", RULES, lang), out)
    return out.read_bytes()


def marks_in(path: Path) -> list[Marked]:
    """Read the marks of a PDF that are ours."""
    marks = []
    with pikepdf.open(path) as pdf:
        for index, page in enumerate(pdf.pages):
            for each in page.obj.get("/Annots", ()):
                if str(each.Subtype) in MARKS and str(each.get("/T", "")).startswith("beloften "):
                    points = [float(number) for number in each.QuadPoints]
                    quads = [points[start : start + 8] for start in range(0, len(points), 8)]
                    marks.append(
                        Marked(
                            index,
                            str(each.Subtype),
                            str(each.NM),
                            str(each.T),
                            str(each.Contents),
                            [(min(q[::2]), min(q[1::2]), max(q[::2]), max(q[1::2])) for q in quads],
                        )
                    )
    return marks
