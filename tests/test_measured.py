"""What the README says of how good the rules are is what was measured."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
MEASURED: dict[str, Any] = json.loads((ROOT / "docs" / "measured" / "validation.json").read_text("utf-8"))


def test_the_readme_names_the_rules_that_were_measured() -> None:
    measured = MEASURED["codebook"]
    assert f"Rules {measured['version']} (`{measured['sha256'][:12]}`)" in README.replace("\n", " ")


@pytest.mark.parametrize(
    ("row", "family"),
    [
        ("beloften named", "genoemd"),
        ("beloften tied to nearness", "belofte"),
        ("of these explicit", "expliciet"),
        ("logics", "logica"),
        ("nearness cues", "nabijheid"),
        ("meanings of zelfredzaamheid", "zelfredzaamheid"),
    ],
)
def test_each_figure_of_the_table_was_measured(row: str, family: str) -> None:
    micro = MEASURED["families"][family]["micro"]
    (precision, recall, f1) = (f"{micro[name]:.2f}" for name in ("precision", "recall", "f1"))
    limits = f"[{micro['f1_low']:.2f}, {micro['f1_high']:.2f}]"
    assert f"| {row} | {precision} | {recall} | {f1} {limits} |" in README


def test_the_numbers_of_sentences_documents_and_stances_were_counted() -> None:
    families = MEASURED["families"]
    documents = len(next(iter(families["logica"]["counts"].values())))
    assert f"on {MEASURED['sentences']} sentences of {documents} real policy documents" in README
    (same, both) = re.findall(r"(\d+) of (\d+) have the same stance", README)[0]
    assert (int(same), int(both)) == (families["houding"]["micro"]["tp"], families["logica"]["micro"]["tp"])
