"""In how many sentences of a document a pattern matches, in how many it counts, and alone makes the code."""

from collections.abc import Callable

import pytest

from beloften.codebook.schema import Codebook
from beloften.detect.detector import Detector
from beloften.detect.hits import Hits, pattern_hits
from beloften.language.sentence import Sentence

HitsOf = Callable[..., dict[tuple[str, str, int], Hits]]
RULES = {
    "maatwerk": """kind: belofte
patterns:
  - op maat
  - hulp op maat
exclusions:
  - op maat gemaakt
""",
    "wetten": "kind: uitsluiting\npatterns: [Wet op maat]",
}
SHORT, LONG, EXCLUSION = (
    ("maatwerk", "patterns", 4),
    ("maatwerk", "patterns", 5),
    ("maatwerk", "exclusions", 7),
)


@pytest.fixture
def hits_of(codebook_of: Callable[..., Codebook]) -> HitsOf:
    """The hits in a document of a few sentences, by code, part and line of the pattern."""
    detector = Detector(codebook_of(**RULES))

    def count(*texts: str, headings: tuple[str, ...] = ()) -> dict[tuple[str, str, int], Hits]:
        sentences = [Sentence(text, 0, number, text not in headings) for number, text in enumerate(texts)]
        hits = pattern_hits(detector.read(sentences))
        return {(key.code, key.part, key.place.line): found for key, found in hits.items()}

    return count


def numbers(hits: Hits) -> tuple[int, int, int]:
    return hits.matches, hits.counts, hits.alone


def test_a_sentence_is_one_hit_however_often_the_pattern_matches_in_it(hits_of: HitsOf) -> None:
    hits = hits_of("Op maat is op maat.", "Alles op maat.")
    assert list(hits) == [SHORT]
    assert numbers(hits[SHORT]) == (2, 2, 2)


def test_each_pattern_is_seen_in_a_sentence_also_behind_one_that_stands_there_twice(hits_of: HitsOf) -> None:
    hits = hits_of("Op maat is op maat, en dat is hulp op maat.")
    assert (numbers(hits[SHORT]), numbers(hits[LONG])) == ((1, 1, 0), (1, 1, 0))


def test_where_two_patterns_of_a_rule_count_neither_makes_the_code_alone(hits_of: HitsOf) -> None:
    hits = hits_of("Wij bieden hulp op maat.")
    assert (numbers(hits[SHORT]), numbers(hits[LONG])) == ((1, 1, 0), (1, 1, 0))


def test_what_an_exclusion_or_a_name_bars_matches_and_does_not_count(hits_of: HitsOf) -> None:
    hits = hits_of("Het is op maat gemaakt.", "De Wet op maat.")
    assert numbers(hits[SHORT]) == (2, 0, 0)
    assert numbers(hits[EXCLUSION]) == (1, 0, 0)


def test_a_sentence_that_can_carry_no_codes_is_none_of_the_hits_and_those_after_it_are(
    hits_of: HitsOf,
) -> None:
    hits = hits_of("Op maat", "Alles op maat.", headings=("Op maat",))
    assert numbers(hits[SHORT]) == (1, 1, 1)
    assert [index for index, _ in hits[SHORT].samples] == [1]


def test_three_samples_are_kept_those_in_which_it_counts_first(hits_of: HitsOf) -> None:
    barred, counted = "Het is op maat gemaakt.", "Alles op maat."
    hits = hits_of(barred, barred, barred, barred, counted)
    assert [(index, words.words, words.start) for index, words in hits[SHORT].samples] == [
        (4, "op maat", 6),
        (0, "op maat", 7),
        (1, "op maat", 7),
    ]
    assert [index for index, _ in hits_of(*[counted] * 4)[SHORT].samples] == [0, 1, 2]
    assert [index for index, _ in hits_of(barred, *[counted] * 4)[SHORT].samples] == [1, 2, 3]
