"""Two codebooks are compared concept by concept and pattern by pattern."""

import json
from collections.abc import Callable
from pathlib import Path

from beloften.codebook.diff import changes_between, codebook_changes, measured, said
from beloften.codebook.load import load_codebook
from beloften.codebook.schema import Codebook


def told(old: Codebook, new: Codebook) -> list[str]:
    return [f"{one.sign} {one.name} {one.key}: {one.text}" for one in codebook_changes(old, new)]


def test_what_was_added_removed_and_changed_is_told(codebook_of: Callable[..., Codebook]) -> None:
    old = codebook_of(
        een="kind: nabijheid\npatterns: [op maat, {pattern: dichtbij, with: drie}]\nexclusions: [ver]",
        twee="kind: nabijheid\npatterns: [a]",
        drie="kind: context\npatterns: [zorg]",
    )
    new = codebook_of(
        een="kind: nabijheid\ndefinition: Something else.\npatterns: [dichtbij, nabij]",
        twee="kind: relatie\npatterns: [a]",
        vier="kind: nabijheid\npatterns: [b, c]",
        drie="kind: context\npatterns: [zorg]\nwindow: 1",
    )
    assert set(told(old, new)) == {
        "~ een definition: What it is. → Something else.",
        "- een patterns: op maat",
        "+ een patterns: nabij",
        "~ een patterns: dichtbij: with: drie → no condition",
        "- een exclusions: ver",
        "~ twee kind: nabijheid → relatie",
        "+ vier : nabijheid, 2 patterns",
        "~ drie window: 3 → 1",
    }


def test_what_only_the_old_one_has_comes_last(codebook_of: Callable[..., Codebook]) -> None:
    new = codebook_of(een="kind: nabijheid\npatterns: [a]")
    old = codebook_of(een="kind: nabijheid\npatterns: [b]", twee="kind: nabijheid\npatterns: [c]")
    assert told(old, new)[-1] == "- twee : nabijheid, 1 patterns"


def test_the_words_of_lists_are_compared(rules_folder: Callable[..., Path]) -> None:
    rule = "kind: nabijheid\npatterns: ['{wijk}']"
    head = "name: proef\nversion: 1.0.0\nwords: {wijk: [%s]}"
    old = load_codebook(rules_folder(head % "wijk, buurt", een=rule))
    new = load_codebook(rules_folder(head % "buurt, kern", een=rule))
    assert told(old, new) == ["- {wijk} words: wijk", "+ {wijk} words: kern"]


def test_a_codebook_does_not_differ_from_itself(codebook_of: Callable[..., Codebook]) -> None:
    codebook = codebook_of(een="kind: nabijheid\npatterns: [a]")
    assert codebook_changes(codebook, codebook) == []


def test_what_a_codebook_says_can_be_written_and_read_back_without_a_difference() -> None:
    codebook = load_codebook()
    kept = json.loads(json.dumps(said(codebook)))
    assert changes_between(kept, said(codebook)) == []


def test_labels_and_definitions_measure_nothing(codebook_of: Callable[..., Codebook]) -> None:
    rule = "kind: nabijheid\npatterns: [a]"
    old = codebook_of(een=rule)
    new = codebook_of(een=f"{rule}\ndefinition: Something else.\nlabel: {{nl: Anders, en: Other}}")
    assert {change.key for change in codebook_changes(old, new)} == {"definition", "label"}
    assert changes_between(measured(said(old)), measured(said(new))) == []
