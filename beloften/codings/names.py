"""What people call the codes: by code, by label in Dutch or English, with a level or stance behind it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beloften.codebook.schema import Codebook, Concept, ConceptKind, Level, Stance
from beloften.language.fold import letters_of

_DEGREES: dict[str, Level | Stance] = {
    **{degree.value: degree for degree in (*Level, *Stance)},
    "named": Level.GENOEMD,
    "mentioned": Level.GENOEMD,
    "promise": Level.BELOFTE,
    "tied": Level.BELOFTE,
    "verbonden": Level.BELOFTE,
    "explicit": Level.EXPLICIET,
    "against": Stance.AFGEZET,
    "turnedagainst": Stance.AFGEZET,
    "rejected": Stance.AFGEZET,
    "upheld": Stance.ONDERSCHREVEN,
    "endorsed": Stance.ONDERSCHREVEN,
    "neutral": Stance.NEUTRAAL,
}
_LONGEST = 200  # characters of a name
_NUMBER = re.compile(r"^\W*\d+[\W_]*")
_BETWEEN = re.compile(r"\s*[:/|>()\[\]–—]\s*|\s+-\s+|\s+")


@dataclass(frozen=True, slots=True)
class Coding:
    """What a name in somebody's codes means.

    Attributes:
        code: code of a concept; "" for a level or stance by itself.
        degree: level or stance; None when the name says nothing of it.
    """

    code: str
    degree: Level | Stance | None = None


class CodeNames:
    """The names by which the codes of a codebook are known."""

    def __init__(self, codebook: Codebook) -> None:
        """Collect them; a label that two concepts share names neither."""
        concepts = [concept for concept in codebook.concepts if concept.kind.is_code]
        self._kinds = {concept.code: concept.kind for concept in concepts}
        shared = Counter(label for concept in concepts for label in _labels(concept))
        self._codes = {
            label: concept.code for concept in concepts for label in _labels(concept) if shared[label] == 1
        }
        self._codes |= {letters_of(concept.code): concept.code for concept in concepts}
        self._met: dict[str, Coding | None] = {}

    def kind(self, code: str) -> ConceptKind:
        """Return the kind of a code."""
        return self._kinds[code]

    def find(self, name: str) -> Coding | None:
        """Return what one name means: "maatwerk", "4 Maatwerk", "Maatwerk: belofte", "belofte"; else None."""
        if len(name) > _LONGEST:
            return None
        whole = self._code(name)
        if whole:
            return Coding(whole)
        if degree := degree_of(name):
            return Coding("", degree)
        for border in _BETWEEN.finditer(name):
            code, degree = self._code(name[: border.start()]), degree_of(name[border.end() :])
            if code and degree and self.fits(code, degree):
                return Coding(code, degree)
        return None

    def find_in_tree(self, path: Sequence[str]) -> Coding | None:
        """Return what a code means that stands in a tree, the name of the root first.

        A level or stance below a code belongs to that code; below anything else, as in a tree of its own
        called *houding*, it stands by itself. A name that is unknown below a code counts as that code.
        """
        for name in path:
            if name not in self._met:  # the names near the root stand above every code
                self._met[name] = self.find(name)
        meanings = [self._met[name] for name in path]
        coded = [meaning for meaning in meanings if meaning and meaning.code]
        last = meanings[-1]
        if last is None:
            return coded[-1] if coded else None
        if last.code or not coded or last.degree is None:
            return last
        code = coded[-1].code
        return Coding(code, last.degree) if self.fits(code, last.degree) else last

    def fits(self, code: str, degree: Level | Stance) -> bool:
        """Whether a code can have this degree: a belofte has a level, a value or a logica a stance."""
        kind = self._kinds[code]
        return kind.has_level if isinstance(degree, Level) else kind.has_stance

    def _code(self, name: str) -> str:
        for each in (name, _NUMBER.sub("", name)):
            if found := self._codes.get(letters_of(each)):
                return found
        return ""


def degree_of(name: str) -> Level | Stance | None:
    """Return the level or stance that a name is, in Dutch or English; None when it is none."""
    return _DEGREES.get(letters_of(name))


def unknown_names(names: Iterable[str]) -> str:
    """List names that are no codes, with how often they occur, the most frequent first."""
    counts = Counter(names)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} ({number})" for name, number in ordered)


def _labels(concept: Concept) -> set[str]:
    return {letters_of(concept.label.nl), letters_of(concept.label.en)}
