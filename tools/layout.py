"""Measure how whole sentences stay, how right page labels are, and whether running heads stay out.

    python tools/layout.py FOLDER [--layout DIR]

FOLDER holds PDFs; DIR (FOLDER/../layout by default) holds `dev.jsonl` and `furniture.jsonl`, transcribed
from rendered pages. A sentence is intact when its letters and digits stand together, in order, within one
paragraph.
The other readers have no paragraphs: for them the text of a page, or of two pages, counts as one.
"""

import argparse
import json
import shutil
import subprocess
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from beloften.extract.document import Document
from beloften.extract.read import read_document

Record = dict[str, Any]


def letters(text: str) -> str:
    """Return the letters and digits of a text, folded, and nothing else."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).lower()))


@cache
def document_of(path: Path) -> Document:
    """Read a document with this package."""
    return read_document(path.read_bytes(), path.name)


@cache
def paragraphs_of(path: Path) -> dict[int, list[str]]:
    """Return the paragraphs of the text of each page, folded."""
    found: dict[int, list[str]] = defaultdict(list)
    for paragraph in document_of(path).text_paragraphs:
        folded = letters(paragraph.text)
        for index in {run.page_index for run in paragraph.runs}:
            found[index].append(folded)
    return found


def ours(path: Path, index: int, _end: int) -> Iterable[str]:
    """Return the paragraphs on a page, as this package reads it."""
    return paragraphs_of(path)[index]


@cache
def _pdfium_page(path: Path, index: int) -> str:
    import pypdfium2  # noqa: PLC0415 - one of three readers to compare with

    with pypdfium2.PdfDocument(path) as document:
        return str(document[index].get_textpage().get_text_range())


@cache
def _pdfplumber_page(path: Path, index: int) -> str:
    import pdfplumber  # noqa: PLC0415 - as above

    with pdfplumber.open(path) as document:
        return document.pages[index].extract_text()


@cache
def _pdftotext_page(path: Path, index: int) -> str:
    command = [
        shutil.which("pdftotext") or "pdftotext",
        "-f",
        str(index + 1),
        "-l",
        str(index + 1),
        str(path),
        "-",
    ]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def whole_pages(page_text: Callable[[Path, int], str]) -> Callable[[Path, int, int], Iterable[str]]:
    """Make a reader that takes the pages of a sentence as one text."""

    def read(path: Path, index: int, end: int) -> Iterable[str]:
        yield letters("".join(page_text(path, number) for number in range(index, end + 1)))

    return read


def readers() -> dict[str, Callable[[Path, int, int], Iterable[str]]]:
    """Return the readers to compare, by name."""
    found = {
        "beloften": ours,
        "PDFium": whole_pages(_pdfium_page),
        "pdfplumber": whole_pages(_pdfplumber_page),
    }
    if shutil.which("pdftotext"):
        found["pdftotext"] = whole_pages(_pdftotext_page)
    return found


def records(path: Path) -> list[Record]:
    """Read a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def measure_sentences(folder: Path, sentences: list[Record], *, verbose: bool) -> list[str]:
    """Return a table of the share of sentences that each reader keeps intact, by case."""
    names = readers()
    score: dict[str, dict[str, list[bool]]] = {name: defaultdict(list) for name in names}
    for record in sentences:
        index = record["page_index"]
        wanted = letters(record["sentence"])
        for name, read in names.items():
            texts = read(folder / record["file"], index, int(record.get("page_index_end") or index))
            intact = any(wanted in text for text in texts)
            score[name][record["case"]].append(intact)
            score[name]["all"].append(intact)
            if verbose and name == "beloften" and not intact:
                print(
                    f"broken: {record['file']} p{index} {record['case']}: {record['sentence']}",
                    file=sys.stderr,
                )
    cases = sorted(score["beloften"], key=lambda case: (case == "all", case))
    lines = ["case".ljust(10) + "n".rjust(5) + "".join(name.rjust(12) for name in names)]
    for case in cases:
        shares = (sum(score[name][case]) / len(score[name][case]) for name in names)
        count = len(score["beloften"][case])
        lines.append(case.ljust(10) + str(count).rjust(5) + "".join(f"{share:12.0%}" for share in shares))
    return lines


def measure_furniture(folder: Path, pages: list[Record], *, verbose: bool) -> list[str]:
    """Return how many labels are right and how many running heads and hidden texts stay out of the text."""
    score: dict[str, list[bool]] = defaultdict(list)
    for record in pages:
        path, index = folder / record["file"], record["page_index"]
        wanted = record.get("printed_labels") or [record["printed_label"]]
        if wanted[0] is not None:
            read = [label.text for label in document_of(path).pages[index].labels]
            score["labels right"].append(read == wanted)
            if verbose and read != wanted:
                print(f"label: {path.name} p{index}: {read} is {wanted}", file=sys.stderr)
        texts = paragraphs_of(path)[index]
        for key, name in (("running", "running heads out"), ("hidden", "hidden text out")):
            for text in record.get(key, ()):
                out = not any(_stands_in(letters(text), paragraph) for paragraph in texts)
                score[name].append(out)
                if verbose and not out:
                    print(f"{key}: {path.name} p{index}: {text}", file=sys.stderr)
    return [f"{name:20}{sum(marks)} of {len(marks)}" for name, marks in score.items()]


_SHORT = 12  # letters: a shorter head can be a word of the text, so it must be the whole paragraph


def _stands_in(head: str, paragraph: str) -> bool:
    return head in paragraph if len(head) > _SHORT else head == paragraph


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="the PDFs")
    parser.add_argument("--layout", type=Path, help="what a reader sees on them")
    parser.add_argument("--verbose", action="store_true", help="name every failure on standard error")
    options = parser.parse_args()
    layout = options.layout or options.folder.parent / "layout"
    if not (layout / "dev.jsonl").is_file():
        sys.exit(f"{layout} has no dev.jsonl: name the folder of the transcriptions with --layout.")
    for line in measure_sentences(options.folder, records(layout / "dev.jsonl"), verbose=options.verbose):
        print(line)
    print()
    for line in measure_furniture(
        options.folder, records(layout / "furniture.jsonl"), verbose=options.verbose
    ):
        print(line)


if __name__ == "__main__":
    main()
