"""Lint tells a rule writer what a rule does not do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from beloften.codebook.lint import lint
from beloften.codebook.load import load_codebook
from beloften.codebook.schema import Codebook

EXAMPLES = "examples: {match: [a, b], no-match: [c, d]}"


@pytest.fixture
def codebook_of(rules_folder: Callable[..., Path]) -> Callable[..., Codebook]:
    """Load a codebook without word lists, of which lint would say that nothing uses them."""
    return lambda head="name: proef\nversion: 1.0.0", **rules: load_codebook(rules_folder(head, **rules))


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
        ("['(op|naar) maat', op maat, naar maat]", ["op maat", "naar maat"]),
        ("[op maat, naar maat, '(op|naar) maat']", ["op maat", "naar maat"]),
        ("[maat, hulp op maat]", ["hulp op maat"]),
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
        "`maatwerkplan` can never count: an exclusion bars all it finds (`maatwerk*`, line 4)."
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


def test_a_pattern_that_a_name_bars_is_named(codebook_of: Callable[..., Codebook]) -> None:
    codebook = codebook_of(
        maatwerk=f"kind: nabijheid\npatterns: [nieuwe jeugdwet, op maat]\n{EXAMPLES}",
        wetten=f"kind: uitsluiting\npatterns: [jeugdwet*]\n{EXAMPLES}",
    )
    (remark,) = remarks(codebook)
    assert remark.startswith("`nieuwe jeugdwet` can never count: `wetten` bars all it finds (`jeugdwet*`, ")


def test_where_cues_bear_on_the_words_a_longer_pattern_is_not_needless(
    codebook_of: Callable[..., Codebook],
) -> None:
    """`zonder maatwerk` is not denied, `maatwerk` behind `zonder` is."""
    codebook = codebook_of(
        maatwerk=f"kind: belofte\nopposite: regels\npatterns: [maatwerk, niet zonder maatwerk]\n{EXAMPLES}",
        regels=f"kind: waarde\nopposite: maatwerk\npart-of: markt\npatterns: [regels]\n{EXAMPLES}",
        markt=f"kind: logica\npatterns: [markt]\n{EXAMPLES}",
    )
    assert remarks(codebook) == []


@pytest.mark.parametrize(
    ("theirs", "said"),
    [
        ("[nabij]", []),
        ("[op maat]", ["`op maat` finds words that `(op|naar) maat` of `een` "]),
        ("[\n  op maat # also een\n  ]", []),
    ],
)
def test_a_pattern_that_two_codes_of_a_kind_share_is_named_unless_it_is_meant(
    codebook_of: Callable[..., Codebook], theirs: str, said: list[str]
) -> None:
    codebook = codebook_of(
        een=f"kind: nabijheid\npatterns: ['(op|naar) maat']\n{EXAMPLES}",
        twee=f"kind: nabijheid\npatterns: {theirs}\n{EXAMPLES}",
    )
    assert [remark.split("(/")[0] for remark in remarks(codebook)] == said


def test_an_example_that_stands_twice_is_named(codebook_of: Callable[..., Codebook]) -> None:
    rule = "kind: context\npatterns: [a]\nexamples: {match: [a, b], no-match: [c, a]}"
    assert remarks(codebook_of(zorg=rule)) == ["“a” is an example already (line 4)."]


def test_a_pattern_that_runs_on_for_want_of_a_dash_is_named(codebook_of: Callable[..., Codebook]) -> None:
    rule = f"kind: context\npatterns:\n  - op maat\n    maatwerk*\n  - 'in\n    quotes'\n{EXAMPLES}"
    assert remarks(codebook_of(zorg=rule)) == [
        "`op maat maatwerk*` runs over several lines: is a `-` missing?"
    ]


def test_words_that_do_nothing_in_a_list_are_named_with_their_place(
    codebook_of: Callable[..., Codebook],
) -> None:
    head = "name: proef\nversion: 1.0.0\nwords:\n  wijk: [wijk*, wijkteam, dorp]\n  los: [los]\n"
    found = lint(codebook_of(head, zorg=f"kind: context\npatterns: ['{{wijk}}']\n{EXAMPLES}"))
    assert [(remark.place.line, remark.place.column, remark.text) for remark in found] == [
        (4, 17, "`wijkteam` is needless in the list `wijk`: `wijk*` (line 4) finds it."),
        (5, 9, "no pattern uses the word list `los`."),
    ]
