"""What differs between two codebooks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from beloften.codebook.schema import Codebook, Concept, Pattern

_SAID: dict[str, Callable[[Concept], object]] = {
    "kind": lambda concept: concept.kind,
    "number": lambda concept: concept.number,
    "label": lambda concept: f"{concept.label.nl} / {concept.label.en}",
    "definition": lambda concept: concept.definition,
    "nearness": lambda concept: concept.nearness,
    "opposite": lambda concept: concept.opposite,
    "part-of": lambda concept: concept.part_of,
    "with": lambda concept: concept.context,
    "unless": lambda concept: " ".join(concept.unless),
    "window": lambda concept: concept.window,
    "effect": lambda concept: concept.scope.effect if concept.scope else None,
    "words": lambda concept: concept.scope.words if concept.scope else None,
    "punctuation": lambda concept: concept.scope.punctuation if concept.scope else None,
}
"""What a rule says besides its patterns and examples, by its key."""

_LISTS: dict[str, Callable[[Concept], Sequence[Pattern]]] = {
    "patterns": lambda concept: concept.patterns,
    "after": lambda concept: concept.after,
    "exclusions": lambda concept: concept.exclusions,
    "terminators": lambda concept: concept.scope.terminators if concept.scope else (),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        name: code of the concept; of a word list its name in braces.
        sign: "+" for what only the new codebook has, "-" for what only the old one has, "~" for what differs.
        key: key of the rule file; "" for the concept as a whole.
        text: the pattern, word or value; of what differs the old and the new value.
    """

    name: str
    sign: str
    key: str
    text: str


def codebook_changes(old: Codebook, new: Codebook) -> list[Change]:
    """Return what differs, in the order of the new codebook; what only the old one has comes last.

    Examples are left out: they change no measurement.
    """
    changes: list[Change] = []
    for concept in new.concepts:
        before = old.concept(concept.code)
        if before:
            changes += _between(before, concept)
        else:
            changes.append(Change(concept.code, "+", "", _size(concept)))
    gone = [concept for concept in old.concepts if not new.concept(concept.code)]
    changes += [Change(concept.code, "-", "", _size(concept)) for concept in gone]
    for name in dict.fromkeys([*new.word_lists, *old.word_lists]):
        words = old.word_lists.get(name, ()), new.word_lists.get(name, ())
        changes += (Change(f"{{{name}}}", sign, "words", word) for sign, word in _moved(*words))
    return changes


def _size(concept: Concept) -> str:
    return f"{concept.kind}, {len(concept.patterns) + len(concept.after)} patterns"


def _between(old: Concept, new: Concept) -> Iterator[Change]:
    for key, said in _SAID.items():
        if said(old) != said(new):
            yield Change(new.code, "~", key, f"{said(old) or 'nothing'} → {said(new) or 'nothing'}")
    for key, patterns in _LISTS.items():
        before, after = ({one.text: one for one in patterns(concept)} for concept in (old, new))
        for sign, text in _moved(tuple(before), tuple(after)):
            yield Change(new.code, sign, key, text)
        for text in before:
            if text in after and _conditions(before[text]) != _conditions(after[text]):
                values = f"{_conditions(before[text])} → {_conditions(after[text])}"
                yield Change(new.code, "~", key, f"{text}: {values}")


def _moved(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is in one of two lists only, the removed before the added."""
    was, now = set(old), set(new)
    yield from (("-", text) for text in old if text not in now)
    yield from (("+", text) for text in new if text not in was)


def _conditions(pattern: Pattern) -> str:
    conditions = {
        "level": pattern.level,
        "stance": pattern.stance,
        "leaning": pattern.leaning,
        "with": pattern.context,
    }
    return ", ".join(f"{key}: {value}" for key, value in conditions.items() if value) or "no condition"
