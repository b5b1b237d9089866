"""How large a report of a large corpus is, and how fast a browser opens it.

    python tools/report.py [--documents N] [--findings N] [--keep DIR]

A corpus of PDFs is made of the examples in the rules, in an order drawn with a fixed seed; it is scanned,
exported with pictures, and opened in the Chromium of the system. Times are the median of several.
"""

import argparse
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from fpdf import FPDF  # OCRmyPDF brings it
from playwright.sync_api import Browser, sync_playwright

from beloften.codebook.load import load_codebook
from beloften.codebook.shipped import shipped_rules
from beloften.rundir.read import read_findings

GEMEENTEN = (
    "leeuwarden",
    "zwolle",
    "deventer",
    "almelo",
    "emmen",
    "assen",
    "meppel",
    "venlo",
    "breda",
    "tilburg",
)
TIMES = 5
FINDINGS_PER_EXAMPLE = 1.95
"""About how many findings an example makes: of its own code, and of others."""


def corpus(folder: Path, documents: int, findings: int) -> None:
    """Write PDFs of example sentences, each with a neutral sentence of its own behind it."""
    draw = random.Random(20180412)  # noqa: S311 - no secret
    codes = load_codebook(shipped_rules()).concepts
    examples = [
        example.text for code in codes if code.kind.is_code for example in code.examples if example.matches
    ]
    each = round(findings / documents / FINDINGS_PER_EXAMPLE)
    for number in range(documents):
        lines = [
            f"{example} Dat staat in stuk {draw.randrange(10**6)} van {draw.randrange(10**6)}."
            for example in draw.choices(examples, k=each)
        ]
        name = f"{GEMEENTEN[number % len(GEMEENTEN)]}-{2013 + number % 4}-{number:03}.pdf"
        write_pdf(folder / name, lines)


def write_pdf(path: Path, paragraphs: list[str]) -> None:
    """Write paragraphs, with what Latin-1 does not have left out."""
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    pdf.add_page()
    for text in paragraphs:
        pdf.multi_cell(
            0, 6, text.encode("latin-1", "ignore").decode("latin-1"), new_x="LMARGIN", new_y="NEXT"
        )
        pdf.ln(4)
    pdf.output(str(path))


def beloften(*arguments: str | Path) -> float:
    """Run the command, and return the seconds that it took."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "beloften", *map(str, arguments)], check=True)
    return time.perf_counter() - start


def median(measure: Callable[[], float]) -> float:
    """Return the median of several measurements."""
    return statistics.median(measure() for _ in range(TIMES))


def opened(browser: Browser, report: Path) -> float:
    """Open a report anew, and return the milliseconds until all of it stands there."""
    page = browser.new_page()
    page.goto(report.as_uri(), wait_until="load")
    took: float = page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"
    )
    page.close()
    return took


def filtered(browser: Browser, report: Path) -> float:
    """Return the milliseconds that a search through all texts takes."""
    page = browser.new_page()
    page.goto(report.as_uri())
    took: float = page.evaluate(
        "() => { const start = performance.now(); ask({...NO_QUESTION, text: 'stuk 1'});"
        " return performance.now() - start; }"
    )
    page.close()
    return took


def main() -> None:
    """Make the corpus and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--findings", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="folder to make everything in, which stays")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp())
    pdfs, run, report = folder / "pdf", folder / "run", folder / "report.html"
    pdfs.mkdir(parents=True, exist_ok=True)
    try:
        corpus(pdfs, options.documents, options.findings)
        beloften("scan", pdfs, "--out", run, "--quiet")
        took = beloften("export", run, "--to", "html", "--documents", pdfs, "--out", report, "--quiet")
        print(f"{options.documents} documents, {len(read_findings(run))} findings")
        print(f"exported in {took:.1f} s, {report.stat().st_size / 1e6:.1f} MB")
        with sync_playwright() as playwright:
            path = shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            print(f"opened in {median(lambda: opened(browser, report)):.0f} ms")
            print(f"searched in {median(lambda: filtered(browser, report)):.0f} ms")
            browser.close()
    finally:
        if not options.keep:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
