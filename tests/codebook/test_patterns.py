"""The pattern language says which words may follow each other, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.codebook.patterns import MOST_SEQUENCES, PatternError, Sequence, sequences

LISTS = {"inwoner": ("inwoner*", "burger*", "eigen bewoners")}


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
    ],
)
def test_a_pattern_stands_for_these_sequences(pattern: str, expected: list[Sequence]) -> None:
    assert list(sequences(pattern, LISTS)) == expected


def test_a_separable_verb_stands_for_its_joined_its_te_and_its_parted_forms() -> None:
    joined, with_te, parted = sequences("<aan+sluiten>", {})
    assert isinstance(joined[0], frozenset)
    assert {"aansluiten", "aansluit", "aangesloten", "aansluitend"} <= joined[0]
    assert with_te == words("aan", "te", "sluiten")
    assert parted[1:] == (8, frozenset({"aan"}))


@pytest.mark.parametrize(
    ("pattern", "problem", "offset"),
    [
        ("(a|b", "not closed", 0),
        ("a)", "never opened", 1),
        ("a (", "missing", 3),
        ("<sluiten", "not closed", 0),
        ("{inwoner", "not closed", 0),
        ("{buurman}", "no word list", 0),
        ("..4 persoon", "begins and ends with a word", 0),
        ("persoon ..", "begins and ends with a word", 0),
        ("a ..99 b", "a gap is 1 to", 2),
        ("a ..0 b", "a gap is 1 to", 2),
        ("(a)?", "may be absent", 0),
        ("? a", "must follow", 0),
        ("", "missing", 0),
        ("(a|)", "missing", 3),
        ("*", "needs letters", 0),
        ("a**b", "needs letters", 0),
        ("op ,", "holds no word", 3),
        ("<Sluit>", "write a verb", 0),
        ("<en>", "write a verb", 0),
        ("zorg ..x persoon", "a gap is", 5),
        ("Dichtbij!", "holds punctuation", 0),
        (".*", "needs letters", 0),
        ("maat */*", "needs letters", 5),
        ("a ..٣ b", "a gap is", 2),
        ("a .." + "9" * 5000 + " b", "a gap is", 2),
        ("(a b|c d) " * 12, "combinations", 0),
        ("|".join(["(a b|c d)"] * 600), "combinations", 5009),
        ("(" * 60 + "a" + ")" * 60, "nested deeper", 50),
        ("a " * 101, "words and gaps in a row", 0),
        ("a" * 10_001, "characters", 10_000),
        ("(" * 1_000_000, "characters", 10_000),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(pattern: str, problem: str, offset: int) -> None:
    with pytest.raises(PatternError, match=problem) as caught:
        sequences(pattern, LISTS)
    assert caught.value.offset == offset


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
