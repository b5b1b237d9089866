"""What can be said of rules without a text: patterns that do nothing, rules without enough examples."""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from beloften.codebook.patterns import Globs, Item, Sequence, sequences
from beloften.codebook.schema import Codebook, Concept, ConceptKind, Pattern, Place

FEWEST_EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a rule file that its writer should look at."""

    place: Place
    text: str

    def __str__(self) -> str:
        """Write it as editors and CI expect it."""
        return f"{self.place}: {self.text}"


def lint(codebook: Codebook) -> list[Remark]:
    """Return remarks on a codebook that loads, in the order of its rules."""
    return [remark for concept in codebook.concepts for remark in _of_concept(concept, codebook)]


def _of_concept(concept: Concept, codebook: Codebook) -> Iterator[Remark]:
    if concept.kind is ConceptKind.BELOFTE and not concept.opposite:
        yield Remark(concept.place, f"`{concept.code}` names no opposite: say what it stands against.")
    if concept.kind is ConceptKind.WAARDE and not concept.part_of:
        yield Remark(concept.place, f"`{concept.code}` is part of no logica: a value belongs to one.")
    for matches, what in ((True, "match"), (False, "don't match")):
        if sum(example.matches is matches for example in concept.examples) < FEWEST_EXAMPLES:
            text = f"`{concept.code}` has fewer than {FEWEST_EXAMPLES} examples that {what}."
            yield Remark(concept.place, text)
    for part in (concept.patterns, concept.after, concept.exclusions):
        yield from _needless(part, codebook)
    yield from _barred(concept, codebook)


def _needless(patterns: tuple[Pattern, ...], codebook: Codebook) -> Iterator[Remark]:
    """Patterns all of whose sequences another pattern of the list finds too, with the same effect."""
    patterns = tuple(pattern for pattern in patterns if pattern.tokens is None)
    written = [sequences(pattern.text, codebook.word_lists) for pattern in patterns]
    for index, pattern in enumerate(patterns):
        for other, earlier in enumerate(patterns):
            if other == index or _effect(pattern) != _effect(earlier):
                continue
            covered = all(any(_covers(wide, row) for wide in written[other]) for row in written[index])
            mutual = all(any(_covers(wide, row) for wide in written[index]) for row in written[other])
            if covered and (not mutual or other < index):
                line = earlier.place.line
                yield Remark(
                    pattern.place, f"`{pattern.text}` is needless: `{earlier.text}` (line {line}) finds it."
                )
                break


def _effect(pattern: Pattern) -> tuple[object, ...]:
    return pattern.level, pattern.stance, pattern.leaning, pattern.context


def _barred(concept: Concept, codebook: Codebook) -> Iterator[Remark]:
    """Patterns that can never count, since an exclusion matches wherever they do."""
    exclusions = [pattern for pattern in concept.exclusions if pattern.tokens is None]
    barred = [row for exclusion in exclusions for row in sequences(exclusion.text, codebook.word_lists)]
    for pattern in concept.patterns + concept.after:
        if pattern.tokens is not None:
            continue
        rows = sequences(pattern.text, codebook.word_lists)
        if all(any(_covers(bar, row) for bar in barred) for row in rows):
            yield Remark(pattern.place, f"`{pattern.text}` can never count: an exclusion bars all it finds.")


def _covers(wide: Sequence, narrow: Sequence) -> bool:
    """Whether every match of `narrow` is one of `wide` (sufficient, not necessary)."""
    return len(wide) == len(narrow) and all(
        _item_covers(one, other) for one, other in zip(wide, narrow, strict=True)
    )


def _item_covers(wide: Item, narrow: Item) -> bool:
    if isinstance(wide, int) or isinstance(narrow, int):
        return isinstance(wide, int) and isinstance(narrow, int) and wide >= narrow
    return all(_glob_covered(glob, wide) for glob in narrow)


def _glob_covered(glob: str, wide: Globs) -> bool:
    # a glob read as a text matches every wider glob: maatwerk* is found by maat*
    return any(fnmatchcase(glob, other) for other in wide)
