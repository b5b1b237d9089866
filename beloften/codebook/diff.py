"""What differs between two codebooks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from beloften.codebook.schema import PATTERN_LISTS, Codebook, Concept, Label, Pattern

Rule: TypeAlias = "Mapping[str, str | dict[str, str]]"
"""What a rule says: by key of its file a value, or each pattern or word of a list with its conditions."""

Said: TypeAlias = "Mapping[str, Rule]"
"""What a codebook says: its rules by code, its word lists by name in braces."""

_BETWEEN_LABELS = " / "

_SAID: dict[str, Callable[[Concept], object]] = {
    "kind": lambda concept: concept.kind,
    "number": lambda concept: concept.number or "",
    "label": lambda concept: f"{concept.label.nl}{_BETWEEN_LABELS}{concept.label.en}",
    "definition": lambda concept: concept.definition,
    "nearness": lambda concept: concept.nearness or "",
    "opposite": lambda concept: concept.opposite,
    "part-of": lambda concept: concept.part_of,
    "with": lambda concept: concept.context,
    "unless": lambda concept: " ".join(concept.unless),
    "window": lambda concept: concept.window,
    "effect": lambda concept: concept.scope.effect if concept.scope else "",
    "words": lambda concept: concept.scope.words if concept.scope else "",
    "punctuation": lambda concept: concept.scope.punctuation if concept.scope else "",
}
"""What a rule says besides its patterns and examples, by its key."""

_MEASURE_NOTHING = frozenset({"number", "label", "definition"})


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
    return changes_between(said(old), said(new))


def said(codebook: Codebook) -> Said:
    """Return what a codebook says, but for its examples and sources; what a rule leaves out is left out."""
    content: dict[str, Rule] = {}
    for concept in codebook.concepts:
        rule: dict[str, str | dict[str, str]] = {key: str(value(concept)) for key, value in _SAID.items()}
        for key, patterns in concept.pattern_lists.items():
            rule[key] = {pattern.text: _conditions(pattern) for pattern in patterns}
        content[concept.code] = {key: value for key, value in rule.items() if value}
    for name, words in codebook.word_lists.items():
        content[f"{{{name}}}"] = {"words": dict.fromkeys(words, "")}
    return content


def measured(content: Said) -> Said:
    """Return what of a codebook can change a measurement: all but numbers, labels and definitions."""
    return {
        name: {key: value for key, value in rule.items() if key not in _MEASURE_NOTHING}
        for name, rule in content.items()
    }


def changes_between(old: Said, new: Said) -> list[Change]:
    """Return what differs, in the order of `codebook_changes`."""
    changes: list[Change] = []
    for name in sorted({**new, **old}, key=is_word_list):
        if name in old and name in new:
            changes += _between(name, old[name], new[name])
        elif is_word_list(name):
            changes += _between(name, old.get(name, {}), new.get(name, {}))
        elif name in new:
            changes.append(Change(name, "+", "", _size(new[name])))
        else:
            changes.append(Change(name, "-", "", _size(old[name])))
    return changes


def is_word_list(name: str) -> bool:
    """Whether something that a codebook says is a word list, by its name."""
    return name.startswith("{")


def label_in(rule: Rule) -> Label:
    """Return the names of a concept from what its rule says; empty ones where it says none."""
    dutch, _, english = str(rule.get("label", "")).partition(_BETWEEN_LABELS)
    return Label(dutch, english)


def _size(rule: Rule) -> str:
    return f"{rule['kind']}, {len(rule.get('patterns', ())) + len(rule.get('after', ()))} patterns"


def _between(name: str, old: Rule, new: Rule) -> Iterator[Change]:
    for key in dict.fromkeys([*_SAID, *PATTERN_LISTS]):
        before, after = old.get(key) or "", new.get(key) or ""
        if isinstance(before, dict) or isinstance(after, dict):
            yield from _between_lists(name, key, _entries(before), _entries(after))
        elif before != after:
            yield Change(name, "~", key, f"{before or 'nothing'} → {after or 'nothing'}")


def _entries(value: str | dict[str, str]) -> dict[str, str]:
    return value if isinstance(value, dict) else {}


def _between_lists(name: str, key: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    """What is in one of two lists only, the removed before the added; then what has other conditions."""
    yield from (Change(name, "-", key, text) for text in old if text not in new)
    yield from (Change(name, "+", key, text) for text in new if text not in old)
    for text in old:
        if text in new and old[text] != new[text]:
            values = f"{old[text] or 'no condition'} → {new[text] or 'no condition'}"
            yield Change(name, "~", key, f"{text}: {values}")


def _conditions(pattern: Pattern) -> str:
    conditions = {
        "level": pattern.level,
        "stance": pattern.stance,
        "leaning": pattern.leaning,
        "with": pattern.context,
    }
    return ", ".join(f"{key}: {value}" for key, value in conditions.items() if value)
