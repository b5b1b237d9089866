"""Runs to export: that of the sample corpus, and one with a hostile text in every place that can hold one."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import asdict, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from beloften.export.material import Material
from beloften.rundir.read import Run, read_run
from beloften.rundir.rows import Bevinding, DocumentRow
from beloften.tally.count import Telling
from tests.hostile import HOSTILE

CORPUS = Path(__file__).parents[2] / "corpora" / "voorbeeld"

_FREE_TEXTS = ("gemeente", "citation", "page_label", "heading", "rule", "pattern", "words", "cue", "link")
_SENTENCES = ("sentence", "before", "after")


def sample() -> Material:
    run = _sample_run()
    return Material("voorbeeld", replace(run, info=deepcopy(run.info)))


@cache
def _sample_run() -> Run:
    return read_run(CORPUS / "baseline")


def with_known_numbers() -> Material:
    """The sample run with numbers of the first belofte of the first gemeente that no change of it moves."""
    known = {"genoemd": (9, 14.27, 3.955, 135.721), "belofte": (3, 4.757, 0.843, 49.451)}
    material = sample()
    first = material.run.tellingen[0]
    counts = tuple(
        _with_numbers(row, *known[row.measure])
        if (row.group, row.code) == (first.group, first.code) and row.measure in known
        else row
        for row in material.run.tellingen
    )
    return replace(material, run=replace(material.run, tellingen=counts))


def _with_numbers(row: Telling, zinnen: int, rate: float, low: float, high: float) -> Telling:
    return replace(row, zinnen=zinnen, rate=rate, low=low, high=high, woorden=6307, documenten_totaal=2)


def hostile() -> Material:
    """The sample run with for each hostile text a document of that name, with one finding full of it."""
    run = sample().run
    documenten = tuple(
        _document(run.documenten[0], f"{number}{text}", text) for number, text in enumerate(HOSTILE.values())
    )
    bevindingen = tuple(
        _finding(run.bevindingen[number], number, row.document, text)
        for number, (row, text) in enumerate(zip(documenten, HOSTILE.values(), strict=True))
    )
    tellingen = tuple(
        replace(run.tellingen[0], group=f"{number}{text}") for number, text in enumerate(HOSTILE.values())
    )
    hostile_run = replace(run, bevindingen=bevindingen, documenten=documenten, tellingen=tellingen)
    return Material("vijandig", hostile_run)


def _document(row: DocumentRow, name: str, text: str) -> DocumentRow:
    return replace(row, document=name, gemeente=text, titel=text, soort=text, citation=text, remark=text)


def _finding(row: Bevinding, number: int, document: str, text: str) -> Bevinding:
    texts = dict.fromkeys((*_FREE_TEXTS, *_SENTENCES), text)
    return replace(row, fingerprint=f"{number:016x}", jaar=None, document=document, **texts)  # type: ignore[arg-type] # by name


def as_written(rows: Iterable[Any]) -> list[dict[str, Any]]:
    """The rows by column, as every format must give them back: half a character has become its escape."""
    return [{name: _portable(value) for name, value in asdict(row).items()} for row in rows]


def typed(row: dict[str, Any], kind: type) -> dict[str, Any]:
    """A row that was read back, with "" for a text that is missing, as a run has it."""
    texts = {field.name for field in fields(kind) if field.type in {str, "str"}}
    return {name: "" if value is None and name in texts else value for name, value in row.items()}


def _portable(value: object) -> object:
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value
