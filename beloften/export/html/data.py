"""What the script of the report works with: a run as lists of numbers, and the texts that they point at."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from beloften.codebook.schema import Level, Stance
from beloften.corpus.source import UNKNOWN
from beloften.export.html.codes import Code, code_sets
from beloften.export.html.marks import Mark, marks_of
from beloften.export.html.words import say, script_words
from beloften.export.material import Lang
from beloften.report.marks import sentence_before
from beloften.report.wording import rate, whole
from beloften.rundir.columns import DECIMALS
from beloften.rundir.read import Run
from beloften.rundir.rows import Bevinding
from beloften.safe_text import visible
from beloften.tally.count import Telling

DEGREES = ("", *Level, *Stance)
"""What the degree of a finding points at: levels in their order, then stances."""


class _Texts:
    """Texts that are held once, however often they are used, as they are shown."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}

    def place(self, text: str) -> int:
        return self.places.setdefault(visible(text), len(self.places))


def report_data(run: Run, codes: Sequence[Code], pictures: Mapping[int, int], lang: Lang) -> dict[str, Any]:
    """Lay out a run for the script, which has the same names for what is in it.

    Args:
        run: the run.
        codes: its codes; what was found of others is left out.
        pictures: which picture belongs to a finding, by its place in the run.
        lang: of the words that the script shows.
    """
    groups = list(dict.fromkeys(row.group for row in run.tellingen))
    texts = _Texts()
    sentences, findings = _findings(run, codes, pictures, texts)
    return {
        "lang": lang,
        "words": script_words(lang),
        "degrees": [{"name": degree, "label": say(degree, lang) if degree else ""} for degree in DEGREES],
        "codes": [
            {"name": code.code, "label": visible(code.label), "kind": code.kind, "hue": code.hue}
            for code in codes
        ],
        "sets": _sets(codes, lang),
        "groups": [_group(group, run.tellingen, lang) for group in groups],
        "documents": [_document(row.document, row.citation, row.gemeente, groups) for row in run.documenten],
        "counts": _counts(run.tellingen, groups, lang),
        "sentences": sentences,
        "findings": findings,
        "texts": list(texts.places),
    }


def to_script(data: object) -> str:
    """Return JSON that can stand in an element of a page, whatever is in it.

    No tag, comment or entity begins in it.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _findings(
    run: Run, codes: Sequence[Code], pictures: Mapping[int, int], texts: _Texts
) -> tuple[list[list[int]], list[list[Any]]]:
    """The sentences that carry a code, and the findings in them, both in the order of the run."""
    documents = {row.document: number for number, row in enumerate(run.documenten)}
    code_places = {code.code: number for number, code in enumerate(codes)}
    sentence_places: dict[tuple[str, int], int] = {}
    sentences: list[list[int]] = []
    findings: list[list[Any]] = []
    for number, row in enumerate(run.bevindingen):
        if row.code in code_places:
            key = row.document, row.sentence_index
            if key not in sentence_places:
                sentence_places[key] = len(sentences)
                sentences.append([documents[row.document], *map(texts.place, _told(row))])
            marks, before = marks_of(row)
            findings.append(
                [
                    sentence_places[key],
                    code_places[row.code],
                    DEGREES.index(row.level or row.stance),
                    pictures.get(number, -1),
                    _flat(marks),
                    _flat(before),
                    *map(texts.place, (row.rule, row.pattern, row.words, row.cue, row.link)),
                ]
            )
    return sentences, findings


def _told(row: Bevinding) -> tuple[str, ...]:
    return row.citation, row.page_label, row.heading, row.sentence, sentence_before(row), row.after


def _flat(marks: Sequence[Mark]) -> list[int]:
    return [int(number) for mark in marks for number in mark]


def _document(name: str, citation: str, gemeente: str, groups: Sequence[str]) -> list[str | int]:
    group = gemeente or UNKNOWN
    return [visible(name), visible(citation or name), groups.index(group) if group in groups else -1]


def _group(group: str, rows: Sequence[Telling], lang: Lang) -> dict[str, str]:
    row = next(row for row in rows if row.group == group)
    key = "one_document" if row.documenten_totaal == 1 else "n_documents"
    return {
        "label": say(UNKNOWN, lang) if group == UNKNOWN else visible(group),
        "basis": f"{say(key, lang).format(n=whole(row.documenten_totaal, lang))}, "
        f"{say('n_words', lang).format(n=whole(row.woorden, lang))}",
    }


def _sets(codes: Sequence[Code], lang: Lang) -> list[dict[str, Any]]:
    places = {code.code: number for number, code in enumerate(codes)}
    return [
        {
            "label": say(found.name, lang),
            "codes": [places[code.code] for code in found.codes],
            "measures": [{"name": name, "label": say(name, lang)} for name in found.measures],
            "leading": found.leading,
        }
        for found in code_sets(codes)
    ]


def _counts(
    rows: Sequence[Telling], groups: Sequence[str], lang: Lang
) -> dict[str, dict[str, list[list[Any] | None]]]:
    """Per code, measure and group: sentences, rate, limits, and rate and interval as they are written."""
    places = {group: number for number, group in enumerate(groups)}
    counts: dict[str, dict[str, list[list[Any] | None]]] = {}
    for row in rows:
        cells = counts.setdefault(row.code, {}).setdefault(row.measure, [None] * len(groups))
        numbers = [None if one is None else round(one, DECIMALS) for one in (row.rate, row.low, row.high)]
        written = rate(row.rate, lang), f"{rate(row.low, lang)}–{rate(row.high, lang)}"
        cells[places[row.group]] = [row.zinnen, *numbers, *written]
    return counts
