"""Agreement between two codings, as a table for the terminal, as JSON, CSV, Markdown and LaTeX."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from beloften.codebook.schema import Codebook
from beloften.report.wording import edition_line
from beloften.rundir.columns import Column
from beloften.rundir.csv_rows import write_rows
from beloften.rundir.run_info import to_json
from beloften.safe_text import latex_text, markdown_text, visible
from beloften.validation.coders import Comparison
from beloften.validation.measure import MEASURES, CodeScores, Estimate, FamilyScores, Validation

SCORES = (
    Column("coding", "string", "Which codings were compared; empty for the tool against all coders."),
    Column("kind", "string", "Family of codes: nabijheid, genoemd, belofte, expliciet, logica, houding, …"),
    Column("code", "string", "The code; micro for all codes of the family together."),
    *(
        column
        for name in MEASURES
        for column in (
            Column(name, "number", "Empty where there is nothing to divide by."),
            Column(f"{name}_low", "number", "Lower limit of its 95 % interval."),
            Column(f"{name}_high", "number", "Upper limit of its 95 % interval."),
        )
    ),
    Column("tp", "integer", "Sentences that have the code in both codings."),
    Column("fp", "integer", "Sentences that have it only in the coding under test."),
    Column("fn", "integer", "Sentences that have it only in the gold coding."),
    Column("sentences", "integer", "Sentences that were compared."),
)
"""The columns of `scores.csv`."""

_NAMES = {"precision": "precision", "recall": "recall", "f1": "F1", "alpha": "alpha"}
_WIDTHS = (34, 19, 7)


_LATEX_HEAD = "% In the preamble: \\usepackage[T1]{fontenc} \\usepackage{array,booktabs,longtable}"
_LATEX_CODE = r">{\raggedright\arraybackslash\hangindent=2em}p{0.19\linewidth}"


def render(comparisons: Sequence[Comparison], codebook: Codebook, form: str) -> str:
    """Return comparisons in a form: "table", "csv", "json", "markdown" or "latex"."""
    if form == "csv":
        return scores_as_csv(comparisons).rstrip("\n")
    if form == "json":
        return scores_as_json(comparisons, codebook)
    parts = [_LATEX_HEAD] if form == "latex" else []
    for comparison in comparisons:
        name = comparison.name and _title(comparison.name)
        match form:
            case "markdown":
                head = f"## {markdown_text(name)}\n\n" if name else ""
                parts.append(head + scores_as_markdown(comparison.validation, codebook))
            case "latex":
                parts.append(scores_as_latex(comparison.validation, codebook, name))
            case _:
                head = f"{visible(name)}\n" if name else ""
                parts.append(head + scores_as_table(comparison.validation, codebook))
    return "\n\n".join(parts)


def _title(name: str) -> str:
    return f"Coders: {name}" if " – " in name else f"Tool and coder: {name}"


def scores_as_table(validation: Validation, codebook: Codebook) -> str:
    """Return aligned lines: per family of codes the micro-average, then each code, and what they rest on.

    "found" and "gold" are the numbers of sentences with the code in either coding; "–" stands where there is
    nothing to divide by.
    """
    name, wide, narrow = _WIDTHS
    head = "".join(f"{_NAMES[measure]:<{wide}}" for measure in MEASURES)
    lines = [f"{'':<{name}}{head}{'found':>{narrow}}{'gold':>{narrow}}".rstrip()]
    for family in validation.families:
        for label, measured in _rows(family):
            cells = "".join(f"{estimate_text(getattr(measured, each)):<{wide}}" for each in MEASURES)
            counts = "".join(f"{number:>{narrow}}" for number in _found_and_gold(measured))
            lines.append(f"{label:<{name}}{cells}{counts}")
    return "\n".join([*lines, "", *_notes(validation), _codebook(codebook)])


def scores_as_json(comparisons: Sequence[Comparison], codebook: Codebook) -> str:
    """Return an object with `codebook` and, per family of codes, `micro` and `codes`.

    Undefined values are null.

    With several coders `codings` holds the other comparisons, in the same form, by name.
    """
    first, *others = comparisons
    named = {"codings": {each.name: _families(each.validation) for each in others}} if others else {}
    content = {"codebook": asdict(codebook.edition), **_families(first.validation), **named}
    return to_json(content).rstrip("\n")


def _families(validation: Validation) -> dict[str, Any]:
    return {
        family.kind: {
            "micro": fields(family.micro),
            "codes": {measured.code: fields(measured) for measured in family.codes},
        }
        for family in validation.families
    }


def scores_as_csv(comparisons: Sequence[Comparison]) -> str:
    """Return a row per comparison, family and code."""
    stream = io.StringIO()
    write_rows((_Cells(row) for comparison in comparisons for row in _records(comparison)), SCORES, stream)
    return stream.getvalue()


def scores_as_markdown(validation: Validation, codebook: Codebook) -> str:
    """Return a table in GitHub's Markdown, with a note below it."""
    head = ["code", *(_NAMES[measure] for measure in MEASURES), "found", "gold"]
    lines = [_line(head), _line(["---", *["---:"] * (len(head) - 1)])]
    for family in validation.families:
        for label, measured in _rows(family):
            name = "&nbsp;" * (len(label) - len(label.lstrip())) + markdown_text(label.strip())
            estimates = [markdown_text(estimate_text(getattr(measured, each))) for each in MEASURES]
            lines.append(_line([name, *estimates, *map(str, _found_and_gold(measured))]))
    return "\n".join([*lines, "", " ".join([*_notes(validation), _codebook(codebook)])])


def scores_as_latex(validation: Validation, codebook: Codebook, title: str = "") -> str:
    """Return a table for LaTeX that goes on over pages, each family between rules, with a note below it.

    No measure can be more than 1, so that none has a zero before its point. The table of all coders together,
    which has no title of its own, is referred to as `tab:validation`.
    """
    caption = latex_text(title or "Agreement of the codes found with the codes given by hand")
    label = "" if title else r"\label{tab:validation}"
    head = (r"\toprule", r"Code & Precision & Recall & $F_1$ & $\alpha$ & Found & Gold\\")
    lines = [
        r"\begingroup\footnotesize\setlength{\tabcolsep}{2pt}",
        rf"\begin{{longtable}}{{@{{}}{_LATEX_CODE}llllrr@{{}}}}",
        rf"\caption{{{caption}}}{label}\\",
        *head,
        r"\endfirsthead",
        *head,
        r"\midrule\endhead",
        r"\bottomrule\endfoot",
        r"\bottomrule\addlinespace",
    ]
    note = latex_text(" ".join([*_notes(validation), _codebook(codebook)]))
    lines.append(rf"\multicolumn{{7}}{{@{{}}p{{0.95\linewidth}}@{{}}}}{{\emph{{Note.}} {note}}}\\")
    lines.append(r"\endlastfoot")
    for family in validation.families:
        lines.append(r"\midrule")
        for name, measured in _rows(family):
            indent = r"\quad " if name.startswith(" ") else ""
            estimates = [_latex_estimate(getattr(measured, each)) for each in MEASURES]
            cells = [indent + latex_text(name.strip()), *estimates]
            lines.append(" & ".join([*cells, *map(str, _found_and_gold(measured))]) + r"\\")
    return "\n".join([*lines, r"\end{longtable}", r"\endgroup"])


def _latex_estimate(estimate: Estimate) -> str:
    """An estimate, its interval in smaller letters so that four of them fit beside each other."""
    text = re.sub(r"\b0(?=\.)", "", latex_text(estimate_text(estimate)))
    value, bracket, interval = text.partition("[")
    return f"{value}{{\\scriptsize {bracket}{interval}}}" if bracket else value


def fields(measured: CodeScores) -> dict[str, Any]:
    """Return a score by name, as JSON and CSV hold it."""
    values: dict[str, Any] = {}
    for name in MEASURES:
        estimate = getattr(measured, name)
        for suffix, value in (("", estimate.value), ("_low", estimate.low), ("_high", estimate.high)):
            values[name + suffix] = None if value is None else round(value, 4) + 0.0
    return {**values, "tp": measured.score.tp, "fp": measured.score.fp, "fn": measured.score.fn}


class _Cells:
    """A record as an object with an attribute per column."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        self.__dict__.update(record)


def _records(comparison: Comparison) -> Iterator[dict[str, Any]]:
    for family in comparison.validation.families:
        for measured in (family.micro, *family.codes):
            yield {
                "coding": comparison.name,
                "kind": family.kind,
                "code": measured.code,
                **fields(measured),
                "sentences": comparison.validation.sentences,
            }


def _rows(family: FamilyScores) -> list[tuple[str, CodeScores]]:
    """The micro-average under the name of the family, then its codes, where there are several."""
    codes = [(f"  {measured.code}", measured) for measured in family.codes]
    return [(family.kind, family.micro), *(codes if len(codes) > 1 else [])]


def _found_and_gold(measured: CodeScores) -> tuple[int, int]:
    score = measured.score
    return score.tp + score.fp, score.tp + score.fn


def estimate_text(estimate: Estimate) -> str:
    """Return a measure with its limits, 0.93 [0.84, 1.00]; "–" where there is nothing to divide by."""
    if estimate.value is None or estimate.low is None or estimate.high is None:
        return "–"
    shown = f"{estimate.value:.2f} [{estimate.low:.2f}, {estimate.high:.2f}]"
    return shown.replace("-0.00", "0.00")


def _notes(validation: Validation) -> list[str]:
    """What the numbers rest on."""
    weighted = ", each weighted by how many it was drawn to stand for" if validation.weighted else ""
    sentences = _number(validation.sentences, "sentence")
    units = "" if validation.unit == "sentence" else f" of {_number(len(validation.units), validation.unit)}"
    notes = [
        f"{sentences}{units}{weighted}.",
        f"Between brackets 95 % intervals by bootstrap over {validation.unit}s, none narrower than Wilson's.",
        "Alpha is Krippendorff's, nominal.",
    ]
    micro = {family.kind: family.micro.score for family in validation.families}
    if "houding" in micro and micro["logica"].tp:
        both, right = micro["logica"].tp, micro["houding"].tp
        share = f"{right:,} have the same stance ({right / both:.2f})"
        notes.append(f"Of {both:,} logics that both have, {share}.")
    return notes


def _number(many: int, what: str) -> str:
    return f"{many:,} {what}" if many == 1 else f"{many:,} {what}s"


def _codebook(codebook: Codebook) -> str:
    return f"{edition_line(codebook.edition, 'en')}."


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
