"""What each pattern does in documents is added up, also where it does nothing."""

from collections.abc import Callable

import pytest

from beloften.codebook.schema import Codebook
from beloften.detect.detector import Detector
from beloften.run.analyse import analyse
from beloften.run.options import ReadingOptions
from beloften.tally.pattern_stats import PatternStat, pattern_stats
from tests.tally.building import source

RULE = """kind: nabijheid
patterns: [op maat, hulp op maat, maatwerk, nergens]
exclusions: [maatwerk aan de weg]
"""
TEXTS = (
    "Wij bieden hulp op maat. Dit is op maat gemaakt. Er komt maatwerk aan de weg.",
    "Dit is maatwerk voor iedereen. En ook dit is maatwerk.",
)


@pytest.fixture
def stats(codebook_of: Callable[..., Codebook]) -> dict[str, PatternStat]:
    codebook = codebook_of(maatwerk=RULE)
    detector = Detector(codebook)
    results = [
        analyse(source(f"{jaar}.txt", jaar=jaar), text.encode(), detector, ReadingOptions(hits=True))
        for jaar, text in enumerate(TEXTS, 2014)
    ]
    return {stat.pattern.text: stat for stat in pattern_stats(results, codebook, samples=2)}


def numbers(stat: PatternStat) -> tuple[int, int, int, int]:
    return stat.matches, stat.counts, stat.alone, stat.documents


def test_a_sentence_is_counted_where_a_pattern_matches_counts_and_alone_counts(
    stats: dict[str, PatternStat],
) -> None:
    assert numbers(stats["op maat"]) == (2, 2, 1, 1)
    assert numbers(stats["hulp op maat"]) == (1, 1, 0, 1)
    assert numbers(stats["maatwerk"]) == (3, 2, 2, 2)


def test_an_exclusion_matches_and_never_counts(stats: dict[str, PatternStat]) -> None:
    assert numbers(stats["maatwerk aan de weg"]) == (1, 0, 0, 1)


def test_each_pattern_is_told_with_its_rule_and_its_part_of_it(codebook_of: Callable[..., Codebook]) -> None:
    codebook = codebook_of(
        minder="""kind: aanwijzing
effect: afgezet
patterns: [minder]
after: [verdwijnt]
exclusions: [minder bekend]
terminators: [maar]
""",
        dichtbij="kind: nabijheid\npatterns: [dichtbij]",
    )
    told = [(stat.concept.code, stat.part, stat.pattern.text) for stat in pattern_stats([], codebook)]
    assert told == [
        ("dichtbij", "patterns", "dichtbij"),
        ("minder", "patterns", "minder"),
        ("minder", "after", "verdwijnt"),
        ("minder", "exclusions", "minder bekend"),
        ("minder", "terminators", "maar"),
    ]


def test_a_pattern_that_matches_nowhere_is_there(stats: dict[str, PatternStat]) -> None:
    assert numbers(stats["nergens"]) == (0, 0, 0, 0)
    assert stats["nergens"].samples == ()


def test_the_patterns_that_match_most_come_first_and_exclusions_last(stats: dict[str, PatternStat]) -> None:
    assert list(stats) == ["maatwerk", "op maat", "hulp op maat", "nergens", "maatwerk aan de weg"]


def test_samples_are_of_several_documents_and_first_of_where_it_counts(stats: dict[str, PatternStat]) -> None:
    told = [(of.citation, sample.sentence, sample.words) for of, sample in stats["maatwerk"].samples]
    assert told == [
        ("Leeuwarden 2014", "Er komt maatwerk aan de weg.", "maatwerk"),
        ("Leeuwarden 2015", "Dit is maatwerk voor iedereen.", "maatwerk"),
    ]


def test_nothing_is_noted_that_was_not_asked_for(codebook_of: Callable[..., Codebook]) -> None:
    detector = Detector(codebook_of(maatwerk=RULE))
    assert analyse(source("1.txt"), TEXTS[0].encode(), detector).hits == ()
