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
        ("match: [Hulp., Zorg op maat., Zorg.]", ["expected a match, found nothing"] * 2),
    ],
)
def test_an_example_that_comes_out_otherwise_is_named(
    codebook_of: Callable[..., Codebook], examples: str, failures: list[str]
) -> None:
    codebook = codebook_of(maatwerk=f"kind: belofte\npatterns: [op maat]\nexamples: {{{examples}}}")
    found = [str(failure).split(": `maatwerk`: ")[1].rstrip(".") for failure in failed_examples(codebook)]
    assert found == failures


@pytest.mark.parametrize(
    ("examples", "failures"),
    [
        ("match: [{text: Minder inkoop., stance: afgezet}, {text: Inkoop., stance: neutraal}]", []),
        ("match: [{text: Inkoop., stance: afgezet}]", ["expected `afgezet`, found neutraal"]),
        ("match: [{text: Hulp., stance: afgezet}]", ["expected `afgezet`, found nothing"]),
    ],
)
def test_an_example_can_ask_for_a_stance(
    codebook_of: Callable[..., Codebook], examples: str, failures: list[str]
) -> None:
    codebook = codebook_of(
        markt=f"kind: logica\npatterns: [inkoop]\nexamples: {{{examples}}}",
        minder="kind: aanwijzing\neffect: afgezet\npatterns: [minder]",
    )
    assert [
        str(failure).split(": `markt`: ")[1].rstrip(".") for failure in failed_examples(codebook)
    ] == failures


def test_a_failure_says_where_the_example_is_written(codebook_of: Callable[..., Codebook]) -> None:
    codebook = codebook_of(zorg="kind: vertoog\npatterns: [zorg]\nexamples:\n  match:\n    - Hulp.")
    (failure,) = failed_examples(codebook)
    assert str(failure).endswith("zorg.yaml:6:7: `zorg`: expected a match, found nothing.")


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


@pytest.mark.parametrize("kind", ["aanwijzing\neffect: ontkenning", "uitsluiting", "context"])
def test_what_is_no_code_is_tested_by_its_match(codebook_of: Callable[..., Codebook], kind: str) -> None:
    codebook = codebook_of(
        geen=f"""kind: {kind}
patterns: [geen]
examples: {{match: [Er is geen hulp. Hulp.], no-match: [Geen hulp., Hulp.]}}
"""
    )
    assert [failure.found for failure in failed_examples(codebook)] == ["a match"]


def test_what_has_neither_level_nor_stance_is_found_as_a_match(codebook_of: Callable[..., Codebook]) -> None:
    codebook = codebook_of(
        autarkie="kind: vertoog\npatterns: [zelf]\nexamples: {match: [Zelf.], no-match: [Hulp., Zelf doen.]}"
    )
    assert [failure.found for failure in failed_examples(codebook)] == ["a match"]
