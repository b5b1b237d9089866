"""Lint tells a rule writer what a rule does not do."""

from collections.abc import Callable

import pytest

from beloften.codebook.lint import lint
from beloften.codebook.load import load_codebook
from beloften.codebook.schema import Codebook

EXAMPLES = "examples: {match: [a, b], no-match: [c, d]}"


def remarks(codebook: Codebook) -> list[str]:
    return [str(remark).split(": ", 1)[1] for remark in lint(codebook)]


def test_the_shipped_rules_raise_no_remarks() -> None:
    assert lint(load_codebook()) == []


@pytest.mark.parametrize(
    ("patterns", "needless"),
    [
        ("[maatwerk*, maatwerkplan]", ["maatwerkplan"]),
        ("[maatwerkplan*, maatwerk*]", ["maatwerkplan*"]),
        ("[op maat, op maat]", ["op maat"]),
        ("[op ..4 maat, op ..2 maat]", ["op ..2 maat"]),
        ("['(op|naar) maat', op maat]", ["op maat"]),
        ("[op maat, op de maat]", []),
        ("[{pattern: regels, stance: afgezet}, regels]", []),
        ("[zorg, '*zorg']", ["zorg"]),
    ],
)
def test_a_pattern_that_another_makes_needless_is_named(
    codebook_of: Callable[..., Codebook], patterns: str, needless: list[str]
) -> None:
    codebook = codebook_of(regels=f"kind: context\npatterns: {patterns}\n{EXAMPLES}")
    assert [remark.split("`")[1] for remark in remarks(codebook)] == needless


def test_a_pattern_that_an_exclusion_bars_entirely_is_named(codebook_of: Callable[..., Codebook]) -> None:
    rule = f"kind: context\npatterns: [maatwerkplan, op maat]\nexclusions: ['maatwerk*']\n{EXAMPLES}"
    assert remarks(codebook_of(maatwerk=rule)) == [
        "`maatwerkplan` can never count: an exclusion bars all it finds."
    ]


def test_a_rule_needs_examples_of_both_kinds(codebook_of: Callable[..., Codebook]) -> None:
    rule = "kind: context\npatterns: [a]\nexamples: {match: [a], no-match: [c, d]}"
    assert remarks(codebook_of(zorg=rule)) == ["`zorg` has fewer than 2 examples that match."]


def test_a_belofte_needs_an_opposite_and_a_value_a_logica(codebook_of: Callable[..., Codebook]) -> None:
    codebook = codebook_of(
        maatwerk=f"kind: belofte\npatterns: [a]\n{EXAMPLES}",
        regels=f"kind: waarde\npatterns: [a]\n{EXAMPLES}",
    )
    assert [remark.split("`")[2] for remark in remarks(codebook)] == [
        " names no opposite: say what it stands against.",
        " is part of no logica: a value belongs to one.",
    ]
