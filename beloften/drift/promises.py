"""Which promises a later text continues, makes anew, or drops."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from beloften.codebook.schema import ConceptKind, Level
from beloften.drift.alignment import align
from beloften.language.sentence import Sentence, words_of
from beloften.rundir.read import Run
from beloften.rundir.rows import Bevinding

_LEVELS = tuple(Level)


class Fate(StrEnum):
    """What became of a promise."""

    CONTINUED = "continued"
    REWORDED = "reworded"
    NEW = "new"
    DROPPED = "dropped"


class Passage(StrEnum):
    """In which text the sentence stands, with the promise or without it."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class PromiseChange:
    """A promise in the old text, the new one, or both.

    Attributes:
        fate: what became of it.
        code: of the belofte or its umbrella good.
        gemeente: whose it is; "" when not known.
        passage: in which text its sentence stands: a promise can be dropped while the sentence stays, when
            the words that tied it to nearness are gone.
        likeness: how alike its two sentences are, 0 to 1; None when there is only one.
        level_old: its level in the old text; "" when it is not there.
        level_new: its level in the new text; "" when it is not there.
        citation_old: where it stands in the old text.
        citation_new: where it stands in the new text.
        sentence_old: its sentence in the old text.
        sentence_new: its sentence in the new text.
    """

    fate: Fate
    code: str
    gemeente: str
    passage: Passage
    likeness: float | None
    level_old: str
    level_new: str
    citation_old: str
    citation_new: str
    sentence_old: str
    sentence_new: str


def promise_changes(old: Run, new: Run, level: Level = Level.BELOFTE) -> list[PromiseChange]:
    """Follow each promise from one text to a later one.

    A promise is continued when a sentence with the same words, or nearly the same, carries the same code at
    the level that is asked for in both texts. Within a gemeente, whatever the document; where each text is of
    a single gemeente that may be two different ones.

    Args:
        old: the earlier document or documents.
        new: the later ones.
        level: the least level that makes a promise.

    Returns:
        By gemeente, then in the order of the codebook, then in that of the old text; what is new comes last.
    """
    before, after = _by_gemeente_and_code(old), _by_gemeente_and_code(new)
    if len({gemeente for gemeente, _ in before}) == len({gemeente for gemeente, _ in after}) == 1:
        gemeente = next(iter(after))[0]
        before = {(gemeente, code): rows for (_, code), rows in before.items()}
    texts = _Texts(_hashes(old), _hashes(new), frozenset(_LEVELS[_LEVELS.index(level) :]))
    rank = {code: place for place, code in enumerate({**new.rules, **old.rules})}
    changes: list[PromiseChange] = []
    for key in sorted(before.keys() | after.keys(), key=lambda key: (key[0], rank[key[1]])):
        changes += texts.followed(before.get(key, []), after.get(key, []))
    return changes


def _by_gemeente_and_code(run: Run) -> dict[tuple[str, str], list[Bevinding]]:
    rows: defaultdict[tuple[str, str], list[Bevinding]] = defaultdict(list)
    for row in run.bevindingen:
        if ConceptKind(row.kind).has_level:
            rows[row.gemeente, row.code].append(row)
    return dict(rows)


def _hashes(run: Run) -> dict[tuple[str, int], str]:
    return {(zin.document, zin.sentence_index): zin.hash for zin in run.zinnen}


def _words(rows: Iterable[Bevinding]) -> list[list[str]]:
    return words_of(Sentence(row.sentence, 0, index) for index, row in enumerate(rows))


class _Texts:
    """The sentences of both texts, by their places, and the levels that make a promise."""

    def __init__(
        self, old: dict[tuple[str, int], str], new: dict[tuple[str, int], str], levels: frozenset[Level]
    ) -> None:
        self.hashes = {Passage.OLD: old, Passage.NEW: new}
        self.all = {Passage.OLD: set(old.values()), Passage.NEW: set(new.values())}
        self.levels = levels

    def followed(self, old: Sequence[Bevinding], new: Sequence[Bevinding]) -> Iterator[PromiseChange]:
        """Follow the promises of one code in one gemeente; what is less than asked for is paired too."""
        pairs = align(_words(old), _words(new))
        partner = {pair.old: pair for pair in pairs}
        for index, row in enumerate(old):
            pair = partner.get(index)
            if pair is None:
                yield from self.alone(row, Passage.OLD)
            else:
                yield from self.paired(row, new[pair.new], pair.likeness)
        taken = {pair.new for pair in pairs}
        for index, row in enumerate(new):
            if index not in taken:
                yield from self.alone(row, Passage.NEW)

    def paired(self, old: Bevinding, new: Bevinding, likeness: float) -> Iterator[PromiseChange]:
        was, now = old.level in self.levels, new.level in self.levels
        if was and now:
            fate = Fate.CONTINUED if likeness == 1 else Fate.REWORDED
        elif was or now:
            fate = Fate.DROPPED if was else Fate.NEW
        else:
            return
        yield _change(fate, Passage.BOTH, old, new, likeness)

    def alone(self, row: Bevinding, side: Passage) -> Iterator[PromiseChange]:
        if row.level not in self.levels:
            return
        other = Passage.NEW if side is Passage.OLD else Passage.OLD
        stands = self.hashes[side][row.document, row.sentence_index] in self.all[other]
        passage = Passage.BOTH if stands else side
        if side is Passage.OLD:
            yield _change(Fate.DROPPED, passage, row, None, None)
        else:
            yield _change(Fate.NEW, passage, None, row, None)


def _change(
    fate: Fate, passage: Passage, old: Bevinding | None, new: Bevinding | None, likeness: float | None
) -> PromiseChange:
    row = new or old
    assert row is not None  # noqa: S101 - a promise stands in one of the two
    return PromiseChange(
        fate=fate,
        code=row.code,
        gemeente=row.gemeente,
        passage=passage,
        likeness=likeness,
        level_old=old.level if old else "",
        level_new=new.level if new else "",
        citation_old=old.citation if old else "",
        citation_new=new.citation if new else "",
        sentence_old=old.sentence if old else "",
        sentence_new=new.sentence if new else "",
    )
