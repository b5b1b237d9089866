"""From one rule file to a `Concept`."""

import json
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from beloften.codebook.fields import Fields, place
from beloften.codebook.patterns import sequences
from beloften.codebook.schema import (
    DEFAULT_WINDOW,
    Citation,
    Concept,
    ConceptKind,
    Effect,
    Example,
    Label,
    Level,
    Nearness,
    Pattern,
    Scope,
    Stance,
)
from beloften.codebook.tokens import check_tokens
from beloften.errors import RulesError
from beloften.yaml_with_places import Node

DEFAULT_SCOPE = 6
"""How many words a cue reaches when its rule does not say."""

MOST_IN_ALL = 200_000
"""Sequences of words that all patterns of a codebook may stand for; those that ship stand for some 9,000."""

_SHOWN = 100  # characters of a pattern in a message


def read_concept(fields: Fields, stem: str) -> Concept:
    """Read a rule file: the one place that knows its keys.

    Args:
        fields: its content.
        stem: its name without folder and suffix, which must be the code.

    Raises:
        RulesError: for a missing or unknown key or a value that cannot be, with its place.
    """
    code, kind = fields.text("code"), fields.choice("kind", ConceptKind)
    if code != stem:
        raise fields.fault(f"the code `{code}` is not the name of the file", f"Call it {code}.yaml.")
    label, examples = fields.sub("label"), fields.sub("examples")
    concept = Concept(
        code=code,
        kind=kind,
        number=fields.number("number", 0),
        label=Label(label.text("nl"), label.text("en")),
        definition=" ".join(fields.text("definition").split()),
        sources=fields.each("source", _citation, needed="Say where the definition comes from."),
        nearness=fields.optional_choice("nearness", Nearness),
        opposite=fields.text("opposite", ""),
        part_of=fields.text("part-of", ""),
        patterns=patterns_of(fields, "patterns"),
        after=patterns_of(fields, "after"),
        exclusions=patterns_of(fields, "exclusions"),
        scope=_scope(fields) if kind is ConceptKind.AANWIJZING else None,
        examples=examples_of(examples, "match") + examples_of(examples, "no-match"),
        place=place(fields.file, fields.node),
        context=fields.text("with", ""),
        unless=fields.texts("unless", "a code or kind"),
        window=fields.number("window", DEFAULT_WINDOW) if kind is ConceptKind.CONTEXT else DEFAULT_WINDOW,
    )
    for part in (label, examples, fields):
        part.close()
    return concept


def _citation(fields: Fields) -> Citation:
    return Citation(
        fields.text("author"), fields.number("year"), fields.text("title"), fields.text("pages", "")
    )


def patterns_of(fields: Fields, key: str) -> tuple[Pattern, ...]:
    """Return the patterns under a key."""
    return fields.each_or_text(key, "a pattern", _pattern, Pattern)


def _pattern(fields: Fields) -> Pattern:
    """A pattern with the conditions under which it counts."""
    tokens = _tokens(fields) if "spacy" in fields else None
    text = " ".join(fields.text("pattern").split()) if tokens is None else json.dumps(tokens)
    return Pattern(
        text=text,
        place=fields.place_of("pattern"),
        tokens=tokens,
        level=fields.optional_choice("level", Level),
        stance=fields.optional_choice("stance", Stance),
        leaning=fields.optional_choice("leaning", Stance),
        context=fields.text("with", ""),
    )


def _tokens(fields: Fields) -> tuple[dict[str, Any], ...]:
    """A raw spaCy token pattern: a list of mappings of token attributes."""
    return tuple(_plain(Fields(node, fields.file).node) for node in fields.items("spacy"))


def _plain(node: Node) -> Any:  # noqa: ANN401 - whatever YAML holds, for spaCy to judge
    match node.value:
        case dict() as mapping:
            return {key: _plain(value) for key, value in mapping.items()}
        case list() as items:
            return [_plain(item) for item in items]
        case value:
            return value


def _scope(fields: Fields) -> Scope:
    return Scope(
        fields.choice("effect", Effect),
        fields.number("words", DEFAULT_SCOPE),
        patterns_of(fields, "terminators"),
        fields.text("punctuation", ""),
    )


def examples_of(fields: Fields, key: str) -> tuple[Example, ...]:
    """Return the examples under a key, "match" or "no-match"."""
    matches = key == "match"

    def read(item: Fields) -> Example:
        text = " ".join(item.text("text").split())
        level, stance = item.optional_choice("level", Level), item.optional_choice("stance", Stance)
        return Example(text, place(item.file, item.node), matches, level, stance)

    return fields.each_or_text(key, "an example", read, lambda text, at: Example(text, at, matches))


def patterns_are_readable(concepts: Iterable[Concept], word_lists: Mapping[str, tuple[str, ...]]) -> None:
    """Check that every pattern of a codebook can be read, and that all of them together can be used.

    Raises:
        RulesError: for the first that cannot, with its place and what is wrong.
    """
    left = MOST_IN_ALL
    for concept in concepts:
        for pattern in chain.from_iterable(concept.pattern_lists.values()):
            left -= _combinations(pattern, word_lists)
            if left < 0:
                problem = f"the rules up to here have more than {MOST_IN_ALL:,} combinations of words."
                raise RulesError(f"{pattern.place}: {problem}", "Leave out patterns, or choices in them.")


def _combinations(pattern: Pattern, word_lists: Mapping[str, tuple[str, ...]]) -> int:
    """Return for how many sequences of words a pattern stands."""
    try:
        if pattern.tokens is None:
            return len(sequences(pattern.text, word_lists))
        check_tokens(pattern.tokens)
    except ValueError as error:
        said = " ".join(str(error).split()).rstrip(".")
        shown = pattern.text if len(pattern.text) <= _SHOWN else f"{pattern.text[:_SHOWN]}…"
        raise RulesError(
            f"{pattern.place}: the pattern `{shown}` cannot be read: {said}.",
            "The pattern language is described in docs/rules.md.",
        ) from error
    return 1
