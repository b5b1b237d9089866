"""All that is wrong with a folder of rules is told at once."""

from collections.abc import Callable
from pathlib import Path

from beloften.codebook.faults import faults

GOOD = "kind: nabijheid\npatterns: [op maat]"


def told(folder: Path) -> list[str]:
    return [str(fault).replace(f"{folder}/", "") for fault in faults(folder)]


def test_rules_that_load_have_none(rules_folder: Callable[..., Path]) -> None:
    assert told(rules_folder(maatwerk=GOOD)) == []


def test_each_file_tells_its_own_fault(rules_folder: Callable[..., Path]) -> None:
    folder = rules_folder(een=f"{GOOD}\nnummer: 4", twee="kind: nabijheid\npatterns: [*maat]", drie=GOOD)
    one, other = told(folder)
    assert one.startswith("een.yaml:4:1: the key `nummer` is unknown here.")
    assert other.startswith("twee.yaml:3:12: a text that starts with '*' is an alias in YAML.")


def test_all_that_is_still_to_be_filled_in_is_told(rules_folder: Callable[..., Path]) -> None:
    folder = rules_folder(een="kind: nabijheid\npatterns:\n  - …\n  - maatwerk\ndefinition: …")
    assert told(folder) == [
        "een.yaml:4:5: this is still to be filled in.",
        "een.yaml:6:13: this is still to be filled in.",
    ]


def test_what_is_wrong_between_files_is_told_when_each_is_right(rules_folder: Callable[..., Path]) -> None:
    (fault,) = told(rules_folder(een=f"{GOOD}\nopposite: nergens"))
    assert fault.startswith("een.yaml:1:1: `opposite` of `een` names `nergens`, which does not exist.")


def test_a_word_list_without_words_is_told(rules_folder: Callable[..., Path]) -> None:
    head = "name: proef\nversion: 1.0.0\nwords: {leeg: []}"
    (fault,) = told(rules_folder(head, een="kind: nabijheid\npatterns: ['{leeg} maat']"))
    assert "een.yaml:3:12: the pattern `{leeg} maat` cannot be read: the word list `leeg` is empty" in fault


def test_a_word_list_without_quotes_is_told_for_what_it_is(rules_folder: Callable[..., Path]) -> None:
    (fault,) = told(rules_folder(een="kind: nabijheid\npatterns:\n  - {inwoner}"))
    assert fault.startswith("een.yaml:4:5: a text that begins with { is a mapping in YAML.")
