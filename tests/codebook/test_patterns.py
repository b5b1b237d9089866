"""The pattern language says which words may follow each other, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.codebook.patterns import MOST_SEQUENCES, PatternError, Sequence, lists_named, sequences

LISTS = {"inwoner": ("inwoner*", "burger*", "eigen bewoners"), "leeg": ()}


def words(*positions: str) -> Sequence:
    """A sequence written short: words of one position parted by `/`, a gap as a number."""
    return tuple(int(p) if p.isdigit() else frozenset(p.split("/")) for p in positions)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("maatwerk*", [words("maatwerk*")]),
        ("*maat*", [words("*maat*")]),
        ("op maat", [words("op", "maat")]),
        ("Cliënt op MAAT", [words("client", "op", "maat")]),
        ("één plan", [words("één", "plan")]),
        ("afgestemd op ..4 persoon", [words("afgestemd", "op", "4", "persoon")]),
        ("gezin .. plan", [words("gezin", "3", "plan")]),
        ("(vraag|behoefte*)", [words("vraag/behoefte*")]),
        ("(vraag|eigen regie) van", [words("vraag", "van"), words("eigen", "regie", "van")]),
        ("(heel)? dichtbij", [words("heel", "dichtbij"), words("dichtbij")]),
        ("{inwoner} zelf", [words("inwoner*/burger*", "zelf"), words("eigen", "bewoners", "zelf")]),
        ("prijs/kwaliteit", [words("prijs", "kwaliteit")]),
        ("(a|(b|c) d)", [words("a"), words("b/c", "d")]),
        ("evidence-based", [words("evidence-based")]),
        ("maat-* R&D *foto's*", [words("maat-*", "r", "d", "*foto's*")]),
        ("a ..1 b ..15 c", [words("a", "1", "b", "15", "c")]),
        ("(a ..2|b) c", [words("b", "c"), words("a", "2", "c")]),
        ("a (..2|b ..)? c", [words("a", "2", "c"), words("a", "b", "3", "c"), words("a", "c")]),
        ("((a|b)|c)? d", [words("a/b/c", "d"), words("d")]),
        ("(a|a b|a) c", [words("a", "c"), words("a", "b", "c")]),
        ("{ inwoner }", [words("inwoner*/burger*"), words("eigen", "bewoners")]),
        ("a b|a b", [words("a", "b")]),
    ],
)
def test_a_pattern_stands_for_these_sequences(pattern: str, expected: list[Sequence]) -> None:
    assert list(sequences(pattern, LISTS)) == expected


def test_a_separable_verb_stands_for_its_joined_its_te_and_its_parted_forms() -> None:
    joined, with_te, parted = sequences("<aan+sluiten>", {})
    assert isinstance(joined[0], frozenset)
    assert {"aansluiten", "aansluit", "aangesloten", "aansluitend"} <= joined[0]
    assert with_te == words("aan", "te", "sluiten")
    assert isinstance(parted[0], frozenset)
    assert {"sluit", "sluiten", "sloot", "sloten"} <= parted[0]
    assert parted[1:] == (8, frozenset({"aan"}))


def test_a_verb_that_is_not_separable_stands_for_one_word_in_all_its_forms() -> None:
    ((forms,),) = sequences("< Werken >", {})
    assert isinstance(forms, frozenset)
    assert {"werk", "werkt", "werkte", "werken", "gewerkt", "werkend"} <= forms


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("(" * 50 + "a" + ")" * 50, 1),
        ("(a) " * 60, 1),
        ("a " * 100, 1),
        ("|".join(f"w{number} x" for number in range(1000)), 1000),
        ("(a|b b|c c|d d|e e|f f|g g|h h|i i|j j) " * 3, 1000),
        ("a" * 10_000, 1),
    ],
)
def test_a_pattern_may_be_as_large_as_the_limits_say(pattern: str, number: int) -> None:
    assert len(sequences(pattern, {})) == number


def test_the_word_lists_that_a_pattern_names_are_told() -> None:
    assert lists_named("{inwoner} (op|{ plek }) <werken> maat") == {"inwoner", "plek"}


def test_an_error_tells_the_place_as_editors_count() -> None:
    with pytest.raises(PatternError) as caught:
        sequences("op ,", {})
    assert str(caught.value) == "`,` holds no word (at character 4)"


@pytest.mark.parametrize(
    ("pattern", "problem", "offset"),
    [
        ("(a|b", "this `(` is not closed", 0),
        ("a)", "this `)` was never opened", 1),
        ("a (", "a word is missing here", 3),
        ("<sluiten", "a bracket is not closed", 0),
        ("{inwoner", "a bracket is not closed", 0),
        ("a <b> (c) {d", "a bracket is not closed", 10),
        ("op {leeg}", "the word list `leeg` is empty", 3),
        ("op maat ..", "a pattern begins and ends with a word, not with a gap", 0),
        ("a ..16 b", "a gap is 1 to 15 words", 2),
        ("a ..2b", "a gap is `..` or `..` and a number, with a space behind it", 2),
        ("a (b ? c)", "`?` must follow a `)`", 5),
        ("a (b c", "this `(` is not closed", 2),
        ("<+werken>", "write a verb as <infinitive> or <particle+infinitive>", 0),
        ("op <aan+1>", "write a verb as <infinitive> or <particle+infinitive>", 3),
        ("<aan+werkend>", "write a verb as <infinitive> or <particle+infinitive>", 0),
        ("<1+werken>", "write a verb as <infinitive> or <particle+infinitive>", 0),
        ("<n>", "write a verb as <infinitive> or <particle+infinitive>", 0),
        ("op de * plek", "a wildcard needs letters beside it", 6),
        ("{buurman}", "no word list is named `buurman`", 0),
        ("..4 persoon", "a pattern begins and ends with a word, not with a gap", 0),
        ("persoon ..", "a pattern begins and ends with a word, not with a gap", 0),
        ("a ..99 b", "a gap is 1 to 15 words", 2),
        ("a ..0 b", "a gap is 1 to 15 words", 2),
        ("(a)?", "the whole pattern may be absent: leave out the `?`", 0),
        ("? a", "`?` must follow a `)`", 0),
        ("", "a word is missing here", 0),
        ("(a|)", "a word is missing here", 3),
        ("*", "a wildcard needs letters beside it", 0),
        ("a**b", "a wildcard needs letters beside it", 0),
        ("op ,", "`,` holds no word", 3),
        ("<Sluit>", "write a verb as <infinitive> or <particle+infinitive>", 0),
        ("<en>", "write a verb as <infinitive> or <particle+infinitive>", 0),
        ("zorg ..x persoon", "a gap is `..` or `..` and a number, with a space behind it", 5),
        ("Dichtbij!", "`Dichtbij!` holds punctuation, which is no part of a word", 0),
        (".*", "a wildcard needs letters beside it", 0),
        ("maat */*", "a wildcard needs letters beside it", 5),
        ("a ..٣ b", "a gap is `..` or `..` and a number, with a space behind it", 2),
        ("a .." + "9" * 5000 + " b", "a gap is `..` or `..` and a number, with a space behind it", 2),
        ("(a b|c d) " * 12, "more than 1000 combinations: split the pattern", 0),
        ("|".join(["(a b|c d)"] * 600), "more than 1000 combinations: split the pattern", 5009),
        ("(" * 60 + "a" + ")" * 60, "brackets are nested deeper than 50 levels", 50),
        ("a " * 101, "more than 100 words and gaps in a row", 0),
        ("a" * 10_001, "it has more than 10000 characters: split it", 10_000),
        ("(" * 1_000_000, "it has more than 10000 characters: split it", 10_000),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(pattern: str, problem: str, offset: int) -> None:
    with pytest.raises(PatternError) as caught:
        sequences(pattern, LISTS)
    assert (caught.value.problem, caught.value.offset) == (problem, offset)


@given(st.text(st.sampled_from("ab*(|)?<>{}. 4é+-"), max_size=25))
def test_every_text_is_a_pattern_or_an_error_never_anything_else(text: str) -> None:
    rows: tuple[Sequence, ...] = ()
    offset = 0
    try:
        rows = sequences(text, {})
    except PatternError as error:
        offset = error.offset
    assert 0 <= offset <= len(text)
    assert len(rows) <= MOST_SEQUENCES
    assert all(isinstance(row[0], frozenset) and isinstance(row[-1], frozenset) for row in rows)


@given(st.lists(st.text(st.sampled_from("abcdef"), min_size=1), min_size=1, max_size=6))
def test_a_pattern_of_plain_words_stands_for_those_words(plain: list[str]) -> None:
    assert sequences(" ".join(plain), {}) == (tuple(frozenset({word}) for word in plain),)
