"""Finding the patterns of a codebook in sentences, in two steps that together are exact.

First the vocabulary: each distinct word is looked up once, ever, and yields the positions (slots) of patterns
that it can fill. A sentence is worth a closer look for a pattern only when every position of that pattern has
a word in it; which sentences these are is told for many at once, each of them a bit of a number. Then, for
those few pairs of sentence and pattern, the words are matched in order.

The same patterns can be written as spaCy `Matcher` patterns; the tests prove that both find the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import Generic, NamedTuple, TypeVar

import ahocorasick_rs

from beloften.codebook.patterns import Globs
from beloften.codebook.patterns import Sequence as WordSequence

Key = TypeVar("Key")

_NO_SLOTS: frozenset[int] = frozenset()
_TOGETHER = 4000  # sentences whose words are matched at once: a number of so many bits is quick to handle
_LARGEST_VOCABULARY = 500_000  # words remembered: some 100 MB; a run over many documents starts anew then


class Span(NamedTuple, Generic[Key]):
    """Words `start` to `end` (exclusive) of a sentence match the pattern `key`."""

    key: Key
    start: int
    end: int


class Vocabulary:
    """Which of many globs a word matches, found for all new words of a document in one pass.

    Each glob has one literal that a matching word must contain; an Aho-Corasick automaton finds all literals
    of all words at once, and only those globs are then compared.
    """

    def __init__(self, slots: Mapping[Globs, int]) -> None:
        """Prepare the automaton for the globs of these slots."""
        self._slots_of: dict[str, set[int]] = defaultdict(set)
        for globs, slot in slots.items():
            for glob in globs:
                self._slots_of[glob].add(slot)
        by_literal: dict[str, list[str]] = defaultdict(list)
        for glob in sorted(self._slots_of):
            by_literal[_literal(glob)].append(glob)
        self._globs = list(by_literal.values())
        # an automaton of no literals cannot be built; no word holds a space
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_literal) or [" "])
        self._met: set[str] = set()
        self._telling: dict[str, frozenset[int]] = {}

    def look_up(self, words: AbstractSet[str]) -> Mapping[str, frozenset[int]]:
        """Return a table that has the slots of those of these words, and of others, that can fill any."""
        if len(self._met) + len(words) > _LARGEST_VOCABULARY:
            self._met.clear()
            self._telling.clear()
        new = words - self._met
        self._met |= new
        # words stand between line feeds, as do the literals that are bound to an end of the word
        text = "\n" + "\n".join(new) + "\n"
        for index, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            begin = text.rfind("\n", 0, start + 1) + 1
            word = text[begin : text.index("\n", start + 1)]
            for glob in self._globs[index]:
                if _matches(glob, word):
                    self._telling[word] = self._telling.get(word, _NO_SLOTS) | self._slots_of[glob]
        return self._telling


def _literal(glob: str) -> str:
    """The longest stretch of letters of a glob, with a line feed at each end of the word that it fixes."""
    return max(("\n" + glob + "\n").split("*"), key=lambda part: (len(part.strip("\n")), len(part)))


@cache
def _frequency(globs: Globs) -> float:
    """A guess at how often a word of a text matches one of these globs, by which patterns are sought.

    Each letter of a literal makes a match some three times as rare; only the order of the guesses matters.
    """
    return sum(3.0 ** -len(_literal(glob)) for glob in globs)


def _matches(glob: str, word: str) -> bool:
    """Whether a word matches a glob, in which `*` is any run of characters, also none."""
    first, *rest = glob.split("*")
    if not rest:
        return word == glob
    if not word.startswith(first):
        return False
    position = len(first)
    for part in rest[:-1]:
        found = word.find(part, position)
        if found < 0:
            return False
        position = found + len(part)
    return word.endswith(rest[-1]) and len(word) - len(rest[-1]) >= position


@dataclass(frozen=True, slots=True)
class _Compiled(Generic[Key]):
    """A sequence with its words replaced by slots; gaps are negative numbers.

    Attributes:
        order: place of the pattern among all.
        key: of the pattern.
        items: slots and gaps, in the order of the words.
        others: the slots besides the rarest, without the gaps, the rarer first.
    """

    order: int
    key: Key
    items: tuple[int, ...]
    others: tuple[int, ...]


class PatternMatcher(Generic[Key]):
    """Finds all spans of many patterns in sentences that are given as folded words."""

    def __init__(self, patterns: Iterable[tuple[Key, Iterable[WordSequence]]]) -> None:
        """Compile patterns, each given by a key and the sequences that it stands for."""
        slots: dict[Globs, int] = {}
        self._by_rarest: dict[int, list[_Compiled[Key]]] = defaultdict(list)
        for order, (key, sequences) in enumerate(patterns):
            for sequence in sequences:
                items = tuple(
                    -item if isinstance(item, int) else slots.setdefault(item, len(slots))
                    for item in sequence
                )
                globs = sorted((item for item in sequence if not isinstance(item, int)), key=_frequency)
                rarest, *others = (slots[item] for item in globs)
                self._by_rarest[rarest].append(_Compiled(order, key, items, tuple(others)))
        self._vocabulary = Vocabulary(slots)

    def over(
        self, sentences: Sequence[list[str]], among: Iterable[int] | None = None
    ) -> Sequence[list[Span[Key]]]:
        """Return for each sentence of a document all matches of all patterns, overlapping ones included.

        The spans of a sentence come sorted by start, end and the order in which the patterns were given.

        Args:
            sentences: the words of each.
            among: indices of the sentences to look at; for the others nothing is returned. None for all.
        """
        looked_at = range(len(sentences)) if among is None else sorted(among)
        found: list[list[Span[Key]]] = [[] for _ in sentences]
        for start in range(0, len(looked_at), _TOGETHER):
            together = looked_at[start : start + _TOGETHER]
            words = [sentences[index] for index in together]
            slots_of = self._vocabulary.look_up(set().union(*words))
            candidates = self._candidates(_sentences_by_slot(words, slots_of))
            for number, compiled in candidates.items():
                filled = [slots_of.get(word, _NO_SLOTS) for word in words[number]]
                found[together[number]] = _spans(compiled, filled)
        return found

    def _candidates(self, filling: Mapping[int, int]) -> Mapping[int, list[_Compiled[Key]]]:
        """Return by the number of the sentence the patterns of which a word of it can fill each slot.

        Args:
            filling: for each slot the sentences that have a word for it, as bits.
        """
        candidates: dict[int, list[_Compiled[Key]]] = defaultdict(list)
        for rarest in self._by_rarest.keys() & filling.keys():
            for compiled in self._by_rarest[rarest]:
                bits = filling[rarest]
                for slot in compiled.others:
                    bits &= filling.get(slot, 0)
                    if not bits:
                        break
                while bits:
                    lowest = bits & -bits
                    candidates[lowest.bit_length() - 1].append(compiled)
                    bits ^= lowest
        return candidates


def _sentences_by_slot(
    sentences: Iterable[list[str]], slots_of: Mapping[str, frozenset[int]]
) -> Mapping[int, int]:
    """Return for each slot the sentences that have a word for it: bit 0 for the first, and so on."""
    telling = slots_of.keys()
    holding: dict[str, int] = defaultdict(int)
    bit = 1
    for words in sentences:
        for word in telling & words:
            holding[word] |= bit
        bit <<= 1
    filling: dict[int, int] = defaultdict(int)
    for word, bits in holding.items():
        for slot in slots_of[word]:
            filling[slot] |= bits
    return filling


def _spans(candidates: Sequence[_Compiled[Key]], filled: Sequence[frozenset[int]]) -> list[Span[Key]]:
    """Match candidates with the words of a sentence, given as the slots that each word can fill."""
    first = frozenset(compiled.items[0] for compiled in candidates)
    places: dict[int, list[int]] = defaultdict(list)
    for position, slots in enumerate(filled):
        for slot in slots & first:
            places[slot].append(position)
    found = {
        (start, end, compiled.order): compiled.key
        for compiled in candidates
        for start in places[compiled.items[0]]
        for end in _ends(compiled.items, filled, start + 1)
    }
    return [Span(found[place], place[0], place[1]) for place in sorted(found)]


def _ends(items: tuple[int, ...], filled: Sequence[frozenset[int]], position: int) -> Iterable[int]:
    """Return where a sequence can end whose first word ends at `position`.

    All ways through its gaps are followed at once: there can be more of them than a computer can count.
    """
    ends = {position}
    for item in items[1:]:
        if item < 0:
            ends = {end + skipped for end in ends for skipped in range(1 - item)}
        else:
            ends = {end + 1 for end in ends if end < len(filled) and item in filled[end]}
    return ends
