"""The examples in rule files are tests of the rules."""

from collections.abc import Callable

import pytest

from beloften.codebook.load import load_codebook
from beloften.codebook.schema import Codebook
from beloften.detect.examples import failed_examples


def test_the_examples_of_the_shipped_rules_hold() -> None:
    assert [str(failure) for failure in failed_examples(load_codebook())] == []


@pytest.mark.parametrize(
    ("examples", "failures"),
    [
        ("match: [Hulp op maat.]", []),
        ("match: [Hulp.]", ["expected a match, found nothing"]),
        ("no-match: [Hulp op maat.]", ["expected no match, found genoemd"]),
        ("match: [{text: Hulp op maat., level: genoemd}]", []),
        ("match: [{text: Hulp op maat., level: belofte}]", ["expected `belofte`, found genoemd"]),
    ],
)
def test_an_example_that_comes_out_otherwise_is_named(
    codebook_of: Callable[..., Codebook], examples: str, failures: list[str]
) -> None:
    codebook = codebook_of(maatwerk=f"kind: belofte\npatterns: [op maat]\nexamples: {{{examples}}}")
    found = [str(failure).split(": `maatwerk`: ")[1].rstrip(".") for failure in failed_examples(codebook)]
    assert found == failures


def test_of_two_sentences_the_last_is_judged(codebook_of: Callable[..., Codebook]) -> None:
    codebook = codebook_of(
        maatwerk="""kind: belofte
patterns: [op maat]
examples: {match: [{text: Hulp dichtbij op maat. Zo helpen wij op maat., level: belofte}]}
""",
        dichtbij="kind: nabijheid\npatterns: [dichtbij]",
        zo="kind: aanwijzing\neffect: voortzetting\npatterns: [zo]",
    )
    assert failed_examples(codebook) == []


def test_a_cue_is_tested_by_its_match(codebook_of: Callable[..., Codebook]) -> None:
    codebook = codebook_of(
        geen="""kind: aanwijzing
effect: ontkenning
patterns: [geen]
examples: {match: [Er is geen hulp.], no-match: [Geen hulp.]}
"""
    )
    assert [failure.found for failure in failed_examples(codebook)] == ["a match"]
