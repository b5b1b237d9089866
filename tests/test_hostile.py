"""The hostile texts are what they say, so that a test with them can fail."""

import json
import unicodedata
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from beloften.yaml_with_places import load
from tests.hostile import CONTROLS, FORMULAS, HOSTILE, READABLE, in_file_names


def test_each_text_is_there_once() -> None:
    assert len(set(HOSTILE.values())) == len(HOSTILE)


@pytest.mark.parametrize("text", FORMULAS.values(), ids=FORMULAS)
def test_a_formula_begins_as_a_spreadsheet_wants_it(text: str) -> None:
    assert unicodedata.normalize("NFKC", text).lstrip("'")[0] in "=+-@\t\r"


@pytest.mark.parametrize("text", CONTROLS.values(), ids=CONTROLS)
def test_a_control_is_not_shown(text: str) -> None:
    assert {unicodedata.category(letter) for letter in text} & {"Cc", "Cf", "Cn", "Zl", "Zp"}


@pytest.mark.parametrize("name", ["nul", "xml-forbidden", "ansi", "backspace"])
def test_xml_cannot_carry_some(name: str) -> None:
    with pytest.raises(ET.ParseError):
        ET.fromstring(f"<a>{HOSTILE[name].replace('<', '')}</a>")  # noqa: S314 - made here


@pytest.mark.parametrize("text", READABLE.values(), ids=READABLE)
def test_a_readable_text_can_stand_in_yaml(text: str) -> None:
    assert load(json.dumps(text, ensure_ascii=False), "corpus.yaml").value == text


def test_most_texts_can_be_the_name_of_a_file(tmp_path: Path) -> None:
    made = in_file_names(tmp_path)
    assert len(set(tmp_path.iterdir())) == len(made)
    assert {"formula", "emoji", "template"} <= made.keys()
