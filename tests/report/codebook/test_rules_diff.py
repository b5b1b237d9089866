"""What a difference between two codebooks means is said where it is shown."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from beloften.codebook.schema import Codebook
from beloften.report.codebook.rules_diff import meaning_lines

OLD = "kind: belofte\npatterns: [op maat]"
CHANGED = {
    "a pattern": (
        "kind: belofte\npatterns: [op maat, maatwerk]",
        "Numbers can change.",
        "first or second part",
    ),
    "a label": (f"{OLD}\nlabel: {{nl: Maat, en: Size}}", "Numbers stay as they are.", "last part"),
}


@pytest.mark.parametrize("changed", CHANGED)
def test_it_says_whether_numbers_can_change_and_which_part_of_the_version_is_raised(
    changed: str, codebook_of: Callable[..., Codebook]
) -> None:
    rule, numbers, part = CHANGED[changed]
    lines = list(meaning_lines(codebook_of(maatwerk=OLD), codebook_of(maatwerk=rule)))
    assert lines[0].strip() == numbers
    assert "Both call themselves proef 1.0.0" in lines[1]
    assert part in lines[1]


def test_of_a_version_that_was_raised_it_says_no_more_than_that(codebook_of: Callable[..., Codebook]) -> None:
    old, new = codebook_of(maatwerk=OLD), codebook_of(maatwerk=CHANGED["a pattern"][0])
    assert len(list(meaning_lines(old, replace(new, version="1.1.0")))) == 1


def test_of_the_same_rules_it_says_nothing(codebook_of: Callable[..., Codebook]) -> None:
    assert list(meaning_lines(codebook_of(maatwerk=OLD), codebook_of(maatwerk=OLD))) == []
