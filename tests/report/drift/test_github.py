"""Annotations name the file and the line that GitHub is to show them at."""

from pathlib import Path

import pytest

from beloften.drift.drift import find_drift
from beloften.report.drift.github import drift_annotations, error_annotation
from tests.drift.building import A, B, nota, run, with_patterns

LESS = nota("a.pdf", "Aa", ("nabijheid", 1), ("noodzaak", 3))


def test_a_fault_in_a_rule_is_shown_at_its_line_and_column() -> None:
    message = "rules/beloften/maatwerk.yaml:14:5: the key `paterns` is unknown here."
    assert error_annotation(message) == (
        "::error file=rules/beloften/maatwerk.yaml,line=14,col=5::the key `paterns` is unknown here."
    )


def test_a_path_is_given_from_the_folder_of_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "file=eigen/een.yaml,line=1,col=2::" in error_annotation(f"{tmp_path}/eigen/een.yaml:1:2: Fault.")


def test_an_error_without_a_place_is_shown_without_one() -> None:
    assert error_annotation("'stukken' does not exist.") == "::error::'stukken' does not exist."


def test_no_text_can_begin_another_command() -> None:
    shown = error_annotation("a,b:c.yaml:1:1: 100%\n::set-output name=x::y")
    assert shown == "::error file=a%2Cb%3Ac.yaml,line=1,col=1::100%25%0A::set-output name=x::y"


def test_drift_is_shown_at_the_pattern_that_is_new_and_at_the_rule_of_one_that_is_gone() -> None:
    old, new = with_patterns("nabijheid", ["oud", "blijft"]), with_patterns("nabijheid", ["blijft", "nieuw"])
    drift = find_drift(run(A, codebook=old), run(LESS, codebook=new))
    gone, added = drift_annotations(drift, new, {})
    assert gone.startswith("::error file=nabijheid.yaml,line=1::nabijheid.yaml: - patterns: oud.")
    assert added.startswith("::error file=nabijheid.yaml,line=11::nabijheid.yaml: + patterns: nieuw.")


def test_drift_by_a_document_is_shown_at_the_document() -> None:
    drift = find_drift(run(A), run(A, B))
    (line,) = drift_annotations(drift, with_patterns("nabijheid", []), {"b.pdf": Path("stukken/b.pdf")})
    assert line.startswith("::error file=stukken/b.pdf::b.pdf: was added. Drift: ")


def test_without_drift_nothing_is_shown() -> None:
    assert list(drift_annotations(find_drift(run(A), run(A)), with_patterns("nabijheid", []), {})) == []
