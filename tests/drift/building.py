"""Runs made by hand, for tests of what differs between two of them."""

from collections.abc import Sequence
from dataclasses import replace

from beloften.codebook.schema import Codebook, Concept, Pattern, Place
from beloften.run.result import DocumentResult
from beloften.rundir.read import Run
from beloften.rundir.run_info import RunMeta
from beloften.rundir.write import run_of
from tests.tally.building import CODEBOOK, document, finding, page, source

META = RunMeta(
    "0.1.0",
    {"numpy": "2.4", "pypdfium2": "5.0", "spacy": "3.8"},
    {"gemeente": None, "jaar": None, "ocr": False, "section": None},
)


def nota(name: str, gemeente: str, *places: tuple[str, int]) -> DocumentResult:
    """A document with findings, each given as its code and the index of its sentence."""
    found = [finding(code, sentence=sentence) for code, sentence in places]
    return document(*found, of=source(name, gemeente, ""), pages=[page(words=1000, sentences=50)])


A = nota("a.pdf", "Aa", ("nabijheid", 1), ("nabijheid", 2), ("noodzaak", 3))
B = nota("b.pdf", "Bee", ("nabijheid", 1), ("autarkie", 4))


def run(*results: DocumentResult, codebook: Codebook = CODEBOOK, meta: RunMeta = META) -> Run:
    return run_of(results, codebook, meta)


def with_patterns(code: str, patterns: Sequence[str], codebook: Codebook = CODEBOOK) -> Codebook:
    """The codebook with other patterns in one rule."""

    def changed(concept: Concept) -> Concept:
        if concept.code != code:
            return concept
        own = tuple(Pattern(text, Place(f"{code}.yaml", line, 5)) for line, text in enumerate(patterns, 10))
        return replace(concept, patterns=own)

    return replace(codebook, sha256="0ther", concepts=tuple(map(changed, codebook.concepts)))


def with_versions(**versions: str) -> RunMeta:
    return replace(META, libraries={**META.libraries, **versions})
