"""What can be said of rules without a text: patterns that do nothing, rules without enough examples."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from beloften.codebook.cover import Finders
from beloften.codebook.patterns import Sequence, lists_named, sequences
from beloften.codebook.schema import Codebook, Concept, ConceptKind, Pattern, Place
from beloften.codebook.source_lines import line_at

FEWEST_EXAMPLES = 2

_JUDGED_BY_CUES = frozenset(kind for kind in ConceptKind if kind.has_level or kind.has_stance)
"""Kinds of code of which a longer match can mean something else, since cues reach to its borders."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a rule file that its writer should look at."""

    place: Place
    text: str

    def __str__(self) -> str:
        """Write it as editors and CI expect it."""
        return f"{self.place}: {self.text}"


def lint(codebook: Codebook, folder: Path | None = None) -> list[Remark]:
    """Return remarks on a codebook that loads, in the order of its rules; then those on its word lists.

    Args:
        codebook: the rules.
        folder: only remarks on files in it, for who cannot mend the rules that own ones extend; None for all.
    """
    linter = _Linter(codebook)
    of_rules = chain.from_iterable(map(linter.remarks, codebook.concepts))
    remarks = [*of_rules, *linter.shared(), *_words(codebook)]
    return [one for one in remarks if folder is None or Path(one.place.file).is_relative_to(folder)]


class _Linter:
    """Looks at the concepts of a codebook, one by one."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.read: dict[str, tuple[Sequence, ...]] = {}
        names = [
            (pattern, name.code)
            for name in codebook.of_kind(ConceptKind.UITSLUITING)
            for pattern in name.patterns
        ]
        self.names = Finders(
            (row, (pattern, f"`{code}`")) for pattern, code in names for row in self.rows(pattern)
        )

    def remarks(self, concept: Concept) -> Iterator[Remark]:
        yield from _relations(concept)
        yield from _examples(concept)
        lists = concept.pattern_lists.values()
        for patterns in lists:
            yield from self.needless(concept, patterns)
        yield from self.barred(concept)
        for pattern in chain.from_iterable(lists):
            if pattern.tokens is None and _runs_on(pattern.text, pattern.place):
                yield Remark(pattern.place, f"`{pattern.text}` runs over several lines: is a `-` missing?")

    def needless(self, concept: Concept, patterns: tuple[Pattern, ...]) -> Iterator[Remark]:
        """Patterns all of whose matches others of the list find too, with the same effect.

        Of two that find the same the later is needless. Where no cue bears on the words, a pattern is also
        needless when others find some of the words of each match.
        """
        is_bare = concept.kind not in _JUDGED_BY_CUES and concept.kind is not ConceptKind.UITSLUITING
        part = patterns is concept.patterns and is_bare and not concept.scope
        finders = Finders((row, pattern) for pattern in patterns for row in self.rows(pattern))
        kept = list(patterns)
        remarks = []
        for pattern in reversed(patterns):
            found = [
                [
                    one
                    for one in finders.of(row, part=part)
                    if one is not pattern and one in kept and _effect(one) == _effect(pattern)
                ]
                for row in self.rows(pattern)
            ]
            if found and all(found):
                kept.remove(pattern)
                first = found[0][0]
                who = f"`{first.text}` ({_at(first.place, pattern.place)})"
                finds = (
                    f"{who} finds it" if all(first in ones for ones in found) else f"{who} and others find it"
                )
                remarks.append(Remark(pattern.place, f"`{pattern.text}` is needless: {finds}."))
        yield from reversed(remarks)

    def barred(self, concept: Concept) -> Iterator[Remark]:
        """Patterns that can never count, since an exclusion or a name matches wherever they do."""
        own = Finders((row, (bar, "an exclusion")) for bar in concept.exclusions for row in self.rows(bar))
        for pattern in concept.patterns + concept.after:
            bars = [
                next(
                    chain(
                        own.of(row, part=True), self.names.of(row, part=True) if concept.kind.is_code else ()
                    ),
                    None,
                )
                for row in self.rows(pattern)
            ]
            if bars and bars[0] and all(bars):
                bar, what = bars[0]
                text = f"{what} bars all it finds (`{bar.text}`, {_at(bar.place, pattern.place)})"
                yield Remark(pattern.place, f"`{pattern.text}` can never count: {text}.")

    def rows(self, pattern: Pattern) -> tuple[Sequence, ...]:
        """What a pattern stands for; of a raw spaCy pattern nothing can be told."""
        if pattern.tokens is not None:
            return ()
        if pattern.text not in self.read:
            self.read[pattern.text] = sequences(pattern.text, self.codebook.word_lists)
        return self.read[pattern.text]

    def shared(self) -> Iterator[Remark]:
        """Patterns of which two codes of one kind share words: the same text then carries both.

        Where that is meant, a comment behind one of them says so: # also bureaucratisch.
        """
        for kind in filter(lambda kind: kind.is_code, ConceptKind):
            patterns = [(one, pattern) for one in self.codebook.of_kind(kind) for pattern in one.patterns]
            finders = Finders((row, owned) for owned in patterns for row in self.rows(owned[1]))
            told: set[frozenset[Place]] = set()
            for concept, pattern in patterns:
                for other, theirs in chain.from_iterable(map(finders.of, self.rows(pattern))):
                    pair = frozenset({pattern.place, theirs.place})
                    if other is concept or pair in told or _is_meant((concept, pattern), (other, theirs)):
                        continue
                    told.add(pair)
                    where = f"`{theirs.text}` of `{other.code}` ({_at(theirs.place, pattern.place)})"
                    yield Remark(pattern.place, f"`{pattern.text}` finds words that {where} finds too.")


def _relations(concept: Concept) -> Iterator[Remark]:
    if concept.kind.has_level and not concept.opposite:
        yield Remark(concept.place, f"`{concept.code}` names no opposite: say what it stands against.")
    if concept.kind is ConceptKind.WAARDE and not concept.part_of:
        yield Remark(concept.place, f"`{concept.code}` is part of no logica: a value belongs to one.")


def _examples(concept: Concept) -> Iterator[Remark]:
    for matches, what in ((True, "match"), (False, "don't match")):
        if sum(example.matches is matches for example in concept.examples) < FEWEST_EXAMPLES:
            text = f"`{concept.code}` has fewer than {FEWEST_EXAMPLES} examples that {what}."
            yield Remark(concept.place, text)
    seen: dict[str, Place] = {}
    for example in concept.examples:
        if example.text in seen:
            where = _at(seen[example.text], example.place)
            yield Remark(example.place, f"“{example.text}” is an example already ({where}).")
        seen.setdefault(example.text, example.place)


def _words(codebook: Codebook) -> Iterator[Remark]:
    """Word lists that nothing uses, and words of a list that another of its words makes needless."""
    lists = chain.from_iterable(concept.pattern_lists.values() for concept in codebook.concepts)
    used = set(
        chain.from_iterable(
            lists_named(pattern.text) for pattern in chain.from_iterable(lists) if pattern.tokens is None
        )
    )
    for name, words in codebook.word_lists.items():
        places = codebook.word_places[name]
        if places and name not in used:
            yield Remark(places[0], f"no pattern uses the word list `{name}`.")
        numbered = list(enumerate(words))
        finders = Finders((row, number) for number, word in numbered for row in sequences(word, {}))
        needless: dict[int, int] = {}
        for number, word in reversed(numbered):
            found = [
                next((one for one in finders.of(row) if one != number and one not in needless), None)
                for row in sequences(word, {})
            ]
            if found[0] is not None and None not in found:
                needless[number] = found[0]
        for number, finder in sorted(needless.items()):
            where = _at(places[finder], places[number])
            text = (
                f"`{words[number]}` is needless in the list `{name}`: `{words[finder]}` ({where}) finds it."
            )
            yield Remark(places[number], text)


def _effect(pattern: Pattern) -> tuple[object, ...]:
    return pattern.level, pattern.stance, pattern.leaning, pattern.context


def _at(place: Place, seen_from: Place) -> str:
    """Where something is, told to who looks at another place."""
    return f"line {place.line}" if place.file == seen_from.file else str(place)


def _is_meant(one: tuple[Concept, Pattern], other: tuple[Concept, Pattern]) -> bool:
    """Whether a comment behind one of two patterns names the code of the other."""
    return any(
        re.search(rf" # also .*\b{re.escape(concept.code)}\b", line_at(pattern.place))
        for (_, pattern), (concept, _) in ((one, other), (other, one))
    )


def _runs_on(text: str, place: Place) -> bool:
    """Whether a text without quotes takes several lines of its file, as when a `-` is left out."""
    rest = line_at(place)[place.column - 1 :]
    return rest[:1] not in {"", "'", '"', "|", ">"} and text not in " ".join(rest.split())
