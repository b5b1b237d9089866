"""Which sentences are drawn, and how many each stands for."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.codebook.schema import Codebook
from beloften.codings.sample.draw import NOTHING, Place, allocation, draw_sample, probabilities, systematic
from beloften.codings.sample.population import Population, population_of
from beloften.errors import UsageError

SIZES = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3), st.integers(1, 200), min_size=1, max_size=8
)


@given(SIZES, st.data())
def test_places_are_shared_by_the_square_root_and_none_is_certain_twice(
    sizes: dict[str, int], data: st.DataObject
) -> None:
    number = data.draw(st.integers(1, sum(sizes.values())))
    chances = allocation(sizes, number)
    assert sum(chances[stratum] * size for stratum, size in sizes.items()) == pytest.approx(number)
    assert all(0 < chance <= 1 + 1e-9 for chance in chances.values())
    free = {stratum for stratum, chance in chances.items() if chance < 1}
    rates = {round(chances[stratum] * sizes[stratum] ** 0.5, 6) for stratum in free}
    assert len(rates) <= 1


@given(st.lists(st.floats(0.01, 1), min_size=1, max_size=50), st.floats(0, 0.999))
def test_each_is_drawn_with_its_probability(weights: list[float], start: float) -> None:
    """Over all starts the share of draws that hold a sentence is its probability."""
    number = max(int(sum(weights)), 1)
    chances = [weight * number / sum(weights) for weight in weights]
    if max(chances) > 1:
        return
    assert len(systematic(chances, start)) == number
    starts = [(step + 0.5) / 400 for step in range(400)]
    drawn = [systematic(chances, each) for each in starts]
    for index, chance in enumerate(chances):
        assert sum(index in each for each in drawn) / 400 == pytest.approx(chance, abs=0.01)


def places(found: int, not_found: int) -> list[Place]:
    codes = ["maatwerk" if number % 3 else "preventie" for number in range(found)] + [NOTHING] * not_found
    return [Place("Elzervoort", code, 0, number) for number, code in enumerate(codes)]


@pytest.mark.parametrize(
    ("found", "not_found", "number", "of_found"),
    [(100, 900, 60, 30), (10, 900, 60, 10), (900, 10, 60, 50), (5, 5, 60, 5), (0, 50, 10, 0)],
)
def test_half_of_the_sample_has_a_code_as_far_as_there_are_so_many(
    found: int, not_found: int, number: int, of_found: int
) -> None:
    population = places(found, not_found)
    chances = probabilities(population, number)
    share = sum(chance for place, chance in zip(population, chances, strict=True) if place.code != NOTHING)
    assert share == pytest.approx(of_found)
    assert sum(chances) == pytest.approx(min(number, found + not_found))


@pytest.fixture
def population(tmp_path: Path, small_codebook: Codebook) -> Population:
    lines = [
        f"Wij bieden hulp op maat aan inwoner {number}."
        if number % 4 == 0
        else f"De zon schijnt vandaag op straat {number}."
        for number in range(120)
    ]
    for name in ("leeuwarden-2014", "utrecht-2015"):
        (tmp_path / f"{name}.txt").write_text("\n\n".join(lines))
    return population_of([tmp_path], small_codebook)


def test_weights_add_up_to_the_population(population: Population, small_codebook: Codebook) -> None:
    sample = draw_sample(population, small_codebook, 40, seed=1)
    assert len(sample.sentences) == 40
    assert sample.population == 240
    assert sum(each.weight for each in sample.sentences) == pytest.approx(240, rel=0.1)
    assert {each.stratum for each in sample.sentences} == {
        "Leeuwarden × maatwerk",
        "Leeuwarden × –",
        "Utrecht × maatwerk",
        "Utrecht × –",
    }


def test_weighted_samples_tell_the_recall_of_the_whole(
    population: Population, small_codebook: Codebook
) -> None:
    """A coder finds the code wherever the tool finds it, and in some sentences more."""

    def has(text: str) -> bool:
        number = int(text.rstrip(".").split()[-1])
        return number % 4 == 0 or number % 10 == 1

    found = missed = 0.0
    for seed in range(60):
        for each in draw_sample(population, small_codebook, 60, seed).sentences:
            found += each.weight * ("maatwerk" in each.stratum)
            missed += each.weight * (has(each.text) and "maatwerk" not in each.stratum)
    of_tool, of_coder = 30, 30 + sum(number % 10 == 1 and number % 4 != 0 for number in range(120))
    assert found / (found + missed) == pytest.approx(of_tool / of_coder, abs=0.02)


def test_the_same_seed_draws_the_same_sentences_in_the_order_of_the_text(
    population: Population, small_codebook: Codebook
) -> None:
    one, same, other = (draw_sample(population, small_codebook, 20, seed) for seed in (1, 1, 2))
    assert one == same
    assert {each.id for each in one.sentences} != {each.id for each in other.sentences}
    assert [each.document for each in one.sentences] == sorted(each.document for each in one.sentences)


def test_a_sentence_comes_with_those_around_it_and_its_citation(
    population: Population, small_codebook: Codebook
) -> None:
    drawn = draw_sample(population, small_codebook, 240, seed=1).sentences
    assert len({each.id for each in drawn}) == 240
    second = drawn[1]
    assert (second.before, second.text) == (drawn[0].text, drawn[1].text)
    assert (drawn[0].before, second.after) == ("", drawn[2].text)
    assert drawn[0].citation == "(Leeuwarden 2014: ¶1)"
    assert all(each.weight == 1 for each in drawn)


def test_without_sentences_there_is_nothing_to_draw(tmp_path: Path, small_codebook: Codebook) -> None:
    (tmp_path / "leeg.txt").write_text("")
    empty = population_of([tmp_path], small_codebook)
    assert empty.unread == ("leeg.txt",) or not empty.texts[0].sentences
    with pytest.raises(UsageError, match="no sentence to draw"):
        draw_sample(empty, small_codebook, 5, seed=1)


def test_of_a_document_that_a_scan_does_not_count_nothing_is_drawn(
    tmp_path: Path, small_codebook: Codebook
) -> None:
    (tmp_path / "leesbaar.txt").write_text("Wij bieden maatwerk in de buurt. Dat scheelt.")
    (tmp_path / "onleesbaar.txt").write_text("qzx wvk jjrt pqlm zzxv " * 60)
    population = population_of([tmp_path], small_codebook)
    assert [text.name for text in population.texts] == ["leesbaar.txt"]
    assert population.unread == ("onleesbaar.txt",)
