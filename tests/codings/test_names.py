"""What people call codes."""

from dataclasses import replace

import pytest

from beloften.codebook.schema import Codebook, Concept, ConceptKind, Label, Level, Stance
from beloften.codings.names import CodeNames, Coding, unknown_names
from tests.tally.building import concept


@pytest.mark.parametrize(
    ("name", "coding"),
    [
        ("maatwerk", Coding("maatwerk")),
        ("  Maatwerk ", Coding("maatwerk")),
        ("4. Maatwerk", Coding("maatwerk")),
        ("Maatwerk (en)", Coding("maatwerk")),
        ("maatwerk: belofte", Coding("maatwerk", Level.BELOFTE)),
        ("maatwerk - explicit", Coding("maatwerk", Level.EXPLICIET)),
        ("maatwerk/genoemd", Coding("maatwerk", Level.GENOEMD)),
        ("Market logic (turned against)", Coding("markt", Stance.AFGEZET)),
        ("markt afgezet", Coding("markt", Stance.AFGEZET)),
        ("Professionele hulp", Coding("professionele-hulp")),
        ("professionele-hulp", Coding("professionele-hulp")),
        ("upheld", Coding("", Stance.ONDERSCHREVEN)),
        ("markt: belofte", None),
        ("mooie zin", None),
        ("ontkenning", None),
    ],
)
def test_codes_are_known_by_code_label_number_and_degree(
    names: CodeNames, name: str, coding: Coding | None
) -> None:
    assert names.find(name) == coding


@pytest.mark.parametrize(
    ("path", "coding"),
    [
        (["Beloften", "Maatwerk"], Coding("maatwerk")),
        (["Maatwerk", "belofte"], Coding("maatwerk", Level.BELOFTE)),
        (["Codes", "markt", "afgezet"], Coding("markt", Stance.AFGEZET)),
        (["houding", "afgezet"], Coding("", Stance.AFGEZET)),
        (["niveau", "belofte"], Coding("", Level.BELOFTE)),
        (["maatwerk", "voor ouderen"], Coding("maatwerk")),
        (["logica", "afgezet", "markt"], Coding("markt")),
        (["mooi", "zin"], None),
    ],
)
def test_a_degree_below_a_code_is_that_codes_and_in_a_tree_of_its_own_by_itself(
    names: CodeNames, path: list[str], coding: Coding | None
) -> None:
    assert names.find_in_tree(path) == coding


def test_a_label_that_two_codes_share_names_neither() -> None:
    shared = Label("Nabij", "Near")
    concepts = (concept("een", ConceptKind.LOGICA), concept("twee", ConceptKind.WAARDE))
    codebook = Codebook("p", "1", "x", tuple(_with_label(each, shared) for each in concepts), {})
    assert CodeNames(codebook).find("nabij") is None
    assert CodeNames(codebook).find("een") == Coding("een")


def _with_label(each: Concept, label: Label) -> Concept:
    return replace(each, label=label)


def test_unknown_names_are_listed_by_how_often_they_occur() -> None:
    assert unknown_names(["b", "a", "b"]) == "b (2), a (1)"
