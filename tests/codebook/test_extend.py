"""Own rules stand beside the ones that ship."""

from pathlib import Path

import pytest

from beloften.codebook.load import load_codebook
from beloften.errors import RulesError

HEAD = "name: eigen\nversion: 1.0.0\nextends: beloften\n"
ADDED = """extends: maatwerk
patterns: [sociaal maatpak]
exclusions: [maatpak van de kleermaker]
examples: {match: [Het sociaal maatpak helpt ieder gezin.], no-match: [Een maatpak van de kleermaker.]}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "codebook.yaml").write_text(HEAD, "utf-8")
    return tmp_path


def concept_file(code: str, patterns: str) -> str:
    return f"""code: {code}
kind: zelfredzaamheid
label: {{nl: Naam, en: Name}}
definition: What it is.
source: [{{author: Iemand, year: 2018, title: Een boek}}]
patterns: {patterns}
examples: {{match: [], no-match: []}}
"""


def test_own_rules_come_beside_the_shipped_ones(own: Path) -> None:
    (own / "wederkerig.yaml").write_text(concept_file("wederkerig", "[tegenprestatie]"), "utf-8")
    shipped, extended = load_codebook(), load_codebook(own)
    assert {c.code for c in extended.concepts} == {c.code for c in shipped.concepts} | {"wederkerig"}


def test_a_concept_takes_the_place_of_the_shipped_one_with_its_code(own: Path) -> None:
    (own / "autarkie.yaml").write_text(concept_file("autarkie", "[op eigen benen]"), "utf-8")
    assert [pattern.text for pattern in load_codebook(own).require("autarkie").patterns] == ["op eigen benen"]


def test_a_file_can_add_to_a_shipped_concept(own: Path) -> None:
    (own / "maatwerk.yaml").write_text(ADDED, "utf-8")
    shipped, extended = load_codebook().require("maatwerk"), load_codebook(own).require("maatwerk")
    assert extended.patterns[: len(shipped.patterns)] == shipped.patterns
    assert [pattern.text for pattern in extended.patterns[len(shipped.patterns) :]] == ["sociaal maatpak"]
    assert extended.patterns[-1].place.file == str(own / "maatwerk.yaml")
    assert extended.exclusions[-1].text == "maatpak van de kleermaker"
    assert len(extended.examples) == len(shipped.examples) + 2
    assert extended.definition == shipped.definition


def test_a_cue_can_be_given_further_ends(own: Path) -> None:
    (own / "ontkenning.yaml").write_text("extends: ontkenning\nterminators: [doch]\nexamples: {}", "utf-8")
    scope = load_codebook(own).require("ontkenning").scope
    assert scope
    assert scope.terminators[-1].text == "doch"


def test_own_words_are_added_to_a_shipped_list(own: Path) -> None:
    (own / "codebook.yaml").write_text(f"{HEAD}words: {{inwoner: [Elzervoorter*], plein: [plein]}}", "utf-8")
    shipped, extended = load_codebook(), load_codebook(own)
    assert extended.word_lists["inwoner"] == (*shipped.word_lists["inwoner"], "Elzervoorter*")
    assert extended.word_lists["plein"] == ("plein",)
    assert extended.word_places["plein"][0].file == str(own / "codebook.yaml")


def test_the_edition_names_both_and_its_hash_covers_both(own: Path) -> None:
    shipped, extended = load_codebook(), load_codebook(own)
    assert extended.extends == shipped.edition
    assert (extended.name, extended.version) == ("eigen", "1.0.0")
    assert extended.sha256 != shipped.sha256


@pytest.mark.parametrize(
    ("name", "rule", "problem"),
    [
        ("nergens.yaml", "extends: nergens\nexamples: {}", "names `nergens`, which is no rule"),
        ("ander.yaml", "extends: maatwerk\nexamples: {}", r"Call it maatwerk\.yaml"),
        ("maatwerk.yaml", "extends: maatwerk\nafter: [a]\nexamples: {}", "is no cue"),
        ("maatwerk.yaml", "extends: maatwerk\nkind: belofte\nexamples: {}", "the key `kind` is unknown"),
        ("maatwerk.yaml", "extends: maatwerk\npatterns: [op maat]", "below `match`, and must not"),
        ("codebook.yaml", "name: a\nversion: '1'\nextends: iets", "can only be `beloften`"),
    ],
)
def test_what_cannot_be_extended_is_named_with_its_place(
    own: Path, name: str, rule: str, problem: str
) -> None:
    (own / name).write_text(rule, "utf-8")
    with pytest.raises(RulesError, match=problem) as caught:
        load_codebook(own)
    assert str(caught.value).startswith(f"{own / name}:")


def test_a_file_cannot_add_to_a_concept_that_another_replaces(own: Path) -> None:
    (own / "sub").mkdir()
    (own / "sub" / "autarkie.yaml").write_text("extends: autarkie\nexamples: {}", "utf-8")
    (own / "autarkie.yaml").write_text(concept_file("autarkie", "[a]"), "utf-8")
    with pytest.raises(RulesError, match="or one that another file replaces"):
        load_codebook(own)
