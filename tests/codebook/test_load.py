"""Rules load as they are written, or not at all, with the place of what is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from beloften.codebook.load import load_codebook
from beloften.codebook.schema import Codebook, ConceptKind, Effect, Level, Stance
from beloften.errors import ExitCode, RulesError

Write = Callable[..., Path]
GOOD = "kind: belofte\npatterns: [op maat]"
FAULTS = [
    ("kind: belofte", "1:1", "has no patterns"),
    ("kind: beloften\npatterns: [a]", "2:7", "cannot be `beloften`"),
    (f"{GOOD}\nnummer: 4", "4:1", "the key `nummer` is unknown"),
    (f"{GOOD}\nopposite: nergens", "1:1", "which does not exist"),
    (f"{GOOD}\npart-of: nergens", "1:1", "which does not exist"),
    (f"{GOOD}\nunless: [nergens]", "1:1", "`unless` names `nergens`, which is no code and no kind"),
    (f"{GOOD}\nwindow: 2", "4:1", "the key `window` is unknown"),
    (f"{GOOD}\nnumber: vier", "4:9", "must be a whole number"),
    (f"{GOOD}\nnearness: ver", "4:11", "cannot be `ver`"),
    ("kind: belofte\npatterns: op maat", "3:11", "must be a list"),
    ("kind: belofte\npatterns: ['(a|b']", "3:12", "cannot be read"),
    ("kind: belofte\npatterns: [{pattern: a, with: nergens}]", "3:22", "no code and no kind"),
    ("kind: belofte\npatterns: [a]\npatterns: [b]", "4:1", "second time"),
    ("kind: aanwijzing\npatterns: [a]", "1:1", "`effect` is missing"),
    (f"{GOOD}\nsource: []", "1:1", "`source` is missing"),
    ("kind: belofte\npatterns: [{spacy: [{ORTH: {REGEX: 4}}]}]", "3:12", "cannot be read"),
]
"""Rules at fault, with the place and a part of the complaint."""


def test_rules_that_would_take_all_memory_are_refused_at_the_pattern_that_is_too_much(
    rules_folder: Write,
) -> None:
    choices = " ".join(["(a b|c d)"] * 9)  # 512 sequences
    rule = "kind: belofte\npatterns:\n" + f"- {choices}\n" * 500
    with pytest.raises(RulesError, match=r"maatwerk\.yaml:394:3: .* more than 200,000 combinations"):
        load_codebook(rules_folder(maatwerk=rule))


def test_a_message_shows_no_more_than_the_beginning_of_a_long_pattern(rules_folder: Write) -> None:
    with pytest.raises(RulesError, match="split it") as caught:
        load_codebook(rules_folder(maatwerk="kind: belofte\npatterns: ['" + "maat " * 100_000 + "']"))
    assert len(str(caught.value)) < 1000


def test_the_shipped_rules_load_and_have_all_that_the_book_names() -> None:
    codebook = load_codebook()
    beloften = codebook.of_kind(ConceptKind.BELOFTE)
    assert [concept.number for concept in beloften] == list(range(1, 10))
    for belofte in beloften:
        opposite = codebook.concept(belofte.opposite)
        assert opposite is not None
        assert opposite.opposite == belofte.code
        assert opposite.part_of in {"bureaucratisch", "professioneel", "markt"}
    assert [logica.code for logica in codebook.opposing()] == ["bureaucratisch", "professioneel", "markt"]
    assert {concept.code for concept in codebook.of_kind(ConceptKind.LOGICA)} > {
        *("civiel", "industrieel", "geinspireerd", "roem", "huiselijk"),
    }
    assert {umbrella.opposite for umbrella in codebook.of_kind(ConceptKind.KOEPEL)} >= {
        "deskundigheid",
        "dynamiek",
    }
    assert {meaning.code for meaning in codebook.parts_of("zelfredzaamheid")} >= {
        *("autarkie", "naastenhulp", "professionele-hulp", "onbepaald"),
    }
    assert [relation.code for relation in codebook.of_kind(ConceptKind.RELATIE)][:4] == [
        "overheid-burger",
        "professional-burger",
        "professionals-onderling",
        "burgers-onderling",
    ]
    assert {code for name in ("beginsel", "sturing", "vertoog") for code in codebook.codes_of(name)} >= {
        *("zelfredzaamheid", "wederkerigheid", "generalistisch-werken"),
        *("ruimte", "inhoudelijke-sturing", "noodzaak", "kale-nabijheid", "inspraak"),
    }


def test_a_rule_says_all_that_is_known_of_a_concept(codebook_of: Callable[..., Codebook]) -> None:
    codebook = codebook_of(
        maatwerk="""kind: belofte
number: 4
nearness: vertrouwd
patterns:
  - op maat
  - {pattern: korte lijnen, level: belofte, with: zorg}
exclusions: [maatwerkvoorziening*]
""",
        zorg="kind: context\nwindow: 1\npatterns: [zorg]",
        niet="""kind: aanwijzing
effect: ontkenning
words: 3
punctuation: ",;"
terminators: [maar]
patterns: [geen]
after: [ontbreekt]
""",
        rest="kind: vertoog\nwith: zorg\nunless: [belofte, regels]\npatterns: [rest]",
        markt="kind: logica\npatterns: [markt]",
        regels="kind: waarde\npart-of: markt\npatterns: [{pattern: willekeur, stance: onderschreven}]",
    )
    maatwerk, niet = codebook.concept("maatwerk"), codebook.concept("niet")
    assert maatwerk
    assert maatwerk.number == 4
    assert maatwerk.patterns[1].level is Level.BELOFTE
    assert maatwerk.patterns[1].context == "zorg"
    assert maatwerk.exclusions[0].text == "maatwerkvoorziening*"
    assert niet
    assert niet.scope
    assert (niet.scope.effect, niet.scope.words, niet.scope.punctuation) == (Effect.ONTKENNING, 3, ",;")
    assert [p.text for p in niet.scope.terminators + niet.after] == ["maar", "ontbreekt"]
    zorg, rest = codebook.require("zorg"), codebook.require("rest")
    assert zorg.window == 1
    assert (rest.context, rest.unless) == ("zorg", ("belofte", "regels"))
    assert codebook.parts_of("markt") == codebook.of_code("regels")
    assert codebook.codes_of("markt") == {"markt", "regels"}
    regels = codebook.concept("regels")
    assert regels
    assert regels.patterns[0].stance is Stance.ONDERSCHREVEN


@pytest.mark.parametrize(("rule", "place", "problem"), FAULTS)
def test_a_fault_in_a_rule_is_named_with_file_line_and_column(
    rules_folder: Write, rule: str, place: str, problem: str
) -> None:
    folder = rules_folder(maatwerk=rule)
    with pytest.raises(RulesError, match=problem) as caught:
        load_codebook(folder)
    assert f"{folder / 'maatwerk.yaml'}:{place}: " in str(caught.value)
    assert caught.value.exit_code is ExitCode.INVALID_RULES


@pytest.mark.parametrize(
    ("first", "second"),
    [("with: twee", "with: een"), ("unless: [waarde]", "unless: [een]"), ("with: twee", "unless: [belofte]")],
)
def test_two_rules_cannot_wait_for_each_other(rules_folder: Write, first: str, second: str) -> None:
    folder = rules_folder(een=f"{GOOD}\n{first}", twee=f"kind: waarde\npatterns: [a]\n{second}")
    with pytest.raises(RulesError, match="`een` and `twee` wait for each other"):
        load_codebook(folder)


def test_a_rule_of_which_others_are_part_needs_no_words_of_its_own(rules_folder: Write) -> None:
    folder = rules_folder(een=f"{GOOD}\npart-of: geheel", geheel="kind: beginsel")
    assert load_codebook(folder).require("geheel").patterns == ()


def test_opposites_must_name_each_other(rules_folder: Write) -> None:
    folder = rules_folder(een=f"{GOOD}\nopposite: twee", twee="kind: waarde\npatterns: [a]")
    with pytest.raises(RulesError, match="Let the two name each other"):
        load_codebook(folder)


def test_a_rule_is_named_after_its_code(rules_folder: Write) -> None:
    folder = rules_folder(maatwerk=GOOD)
    (folder / "maatwerk.yaml").rename(folder / "ander.yaml")
    with pytest.raises(RulesError, match=r"Call it maatwerk\.yaml"):
        load_codebook(folder)


def test_a_rule_file_that_would_be_passed_over_is_named(rules_folder: Write) -> None:
    folder = rules_folder(maatwerk=GOOD)
    (folder / "preventie.yml").write_text("code: preventie\n")
    with pytest.raises(RulesError, match=r"Call it preventie\.yaml"):
        load_codebook(folder)


def test_a_code_is_given_once(rules_folder: Write) -> None:
    folder = rules_folder(maatwerk=GOOD)
    (folder / "sub").mkdir()
    (folder / "sub" / "maatwerk.yaml").write_text((folder / "maatwerk.yaml").read_text())
    with pytest.raises(RulesError, match="is also that of"):
        load_codebook(folder)


def test_a_folder_without_rules_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="holds no rules"):
        load_codebook(tmp_path)


def test_the_hash_changes_with_any_rule_and_with_nothing_else(rules_folder: Write) -> None:
    folder = rules_folder(maatwerk=GOOD)
    before = load_codebook(folder).sha256
    assert load_codebook(folder).sha256 == before
    rules_folder(maatwerk=GOOD.replace("maat", "de maat"))
    assert load_codebook(folder).sha256 != before
