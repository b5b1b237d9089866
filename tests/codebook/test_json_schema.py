"""Editors know of rule files what the program knows."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from beloften.codebook.json_schema import FILE, json_schema
from beloften.codebook.load import HEAD, rule_files
from beloften.codebook.shipped import shipped_rules
from tests.codebook.test_load import FAULTS

UNSEEN = ("no patterns", "does not exist", "cannot be read", "no code and no kind", "second time")
"""Complaints that no schema can make: they need other files, the pattern language, or the bare text."""


def complaints(rule: str) -> list[str]:
    schema: dict[str, Any] = json.loads(json_schema())
    return [error.message for error in Draft7Validator(schema).iter_errors(yaml.safe_load(rule))]


def test_the_file_that_ships_is_up_to_date() -> None:
    """Make it anew with: beloften rules schema > rules/rule.schema.json."""
    assert (shipped_rules() / FILE).read_text("utf-8") == json_schema()


def test_it_is_a_schema_itself() -> None:
    Draft7Validator.check_schema(json.loads(json_schema()))


def test_all_rules_that_ship_are_valid() -> None:
    validator = Draft7Validator(json.loads(json_schema()))
    for path in rule_files(shipped_rules()):
        if path.name != HEAD:
            assert [
                error.message for error in validator.iter_errors(yaml.safe_load(path.read_text("utf-8")))
            ] == []


@pytest.mark.parametrize(
    "rule", [rule for rule, _, problem in FAULTS if not any(words in problem for words in UNSEEN)]
)
def test_what_the_program_refuses_it_refuses(rules_folder: Callable[..., Path], rule: str) -> None:
    folder = rules_folder(maatwerk=rule)
    assert complaints((folder / "maatwerk.yaml").read_text("utf-8")) != []


@pytest.mark.parametrize(
    ("rule", "valid"),
    [
        ("extends: maatwerk\npatterns: [op maat]\nexamples: {match: [Hulp op maat.]}", True),
        ("extends: maatwerk\npatterns: [op maat]", False),
        ("extends: maatwerk\nkind: belofte\nexamples: {}", False),
    ],
)
def test_a_file_that_adds_to_a_concept_has_its_own_keys(rule: str, valid: bool) -> None:
    assert (complaints(rule) == []) is valid


def test_a_key_that_only_a_cue_has_is_refused_elsewhere(rules_folder: Callable[..., Path]) -> None:
    folder = rules_folder(maatwerk="kind: belofte\npatterns: [a]\nwords: 4")
    assert complaints((folder / "maatwerk.yaml").read_text("utf-8")) != []


def test_keys_are_described_for_who_writes_yaml() -> None:
    described = json.loads(json_schema())["else"]["properties"]["patterns"]["description"]
    assert described == "words that carry the code; for a cue, words that stand before what they concern."
    assert "None" not in json_schema()
