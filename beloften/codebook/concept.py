"""From one rule file to a `Concept`."""

import json
from collections.abc import Mapping
from typing import Any

from beloften.codebook.fields import Fields, fault, place, text_of
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
from beloften.errors import RulesError
from beloften.yaml_with_places import Node

DEFAULT_SCOPE = 6
"""How many words a cue reaches when its rule does not say."""


def concept_of(node: Node, file: str, stem: str) -> Concept:
    """Read one rule file.

    Args:
        node: its content.
        file: its name as errors show it.
        stem: its name without folder and suffix, which must be the code.

    Raises:
        RulesError: for a missing or unknown key or a value that cannot be, with its place.
    """
    fields = Fields(node, file)
    code, kind = fields.text("code"), fields.choice("kind", ConceptKind)
    if code != stem:
        raise fault(file, node, f"the code `{code}` is not the name of the file", f"Call it {code}.yaml.")
    label, examples = fields.sub("label"), fields.sub("examples")
    concept = Concept(
        code=code,
        kind=kind,
        number=fields.number("number", 0),
        label=Label(label.text("nl"), label.text("en")),
        definition=" ".join(fields.text("definition").split()),
        sources=tuple(_citation(item, file) for item in fields.items("source")),
        nearness=fields.optional_choice("nearness", Nearness),
        opposite=fields.text("opposite", ""),
        part_of=fields.text("part-of", ""),
        patterns=_patterns(fields, "patterns"),
        after=_patterns(fields, "after"),
        exclusions=_patterns(fields, "exclusions"),
        scope=_scope(fields) if kind is ConceptKind.AANWIJZING else None,
        examples=_examples(examples, "match") + _examples(examples, "no-match"),
        place=place(file, node),
        context=fields.text("with", ""),
        unless=tuple(text_of(item, file, "a code or kind") for item in fields.items("unless")),
        window=fields.number("window", DEFAULT_WINDOW) if kind is ConceptKind.CONTEXT else DEFAULT_WINDOW,
    )
    for part in (label, examples, fields):
        part.close()
    if not concept.sources:
        raise fault(file, node, "`source` is missing", "Say where the definition comes from.")
    return concept


def _citation(node: Node, file: str) -> Citation:
    fields = Fields(node, file)
    citation = Citation(
        fields.text("author"), fields.number("year"), fields.text("title"), fields.text("pages", "")
    )
    fields.close()
    return citation


def _patterns(fields: Fields, key: str) -> tuple[Pattern, ...]:
    return tuple(_pattern(node, fields.file) for node in fields.items(key))


def _pattern(node: Node, file: str) -> Pattern:
    """A pattern is a text, or a mapping of a text and the conditions under which it counts."""
    if not isinstance(node.value, dict):
        return Pattern(text_of(node, file, "a pattern"), place(file, node))
    fields = Fields(node, file)
    tokens = _tokens(fields) if "spacy" in fields else None
    pattern = Pattern(
        text=" ".join(fields.text("pattern").split()) if tokens is None else json.dumps(tokens),
        place=place(file, node.value.get("pattern", node)),
        tokens=tokens,
        level=fields.optional_choice("level", Level),
        stance=fields.optional_choice("stance", Stance),
        leaning=fields.optional_choice("leaning", Stance),
        context=fields.text("with", ""),
    )
    fields.close()
    return pattern


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
        _patterns(fields, "terminators"),
        fields.text("punctuation", ""),
    )


def _examples(fields: Fields, key: str) -> tuple[Example, ...]:
    return tuple(_example(node, fields.file, matches=key == "match") for node in fields.items(key))


def _example(node: Node, file: str, *, matches: bool) -> Example:
    if not isinstance(node.value, dict):
        return Example(text_of(node, file, "an example"), place(file, node), matches)
    fields = Fields(node, file)
    text = " ".join(fields.text("text").split())
    level, stance = fields.optional_choice("level", Level), fields.optional_choice("stance", Stance)
    fields.close()
    return Example(text, place(file, node), matches, level, stance)


def patterns_are_readable(concept: Concept, word_lists: Mapping[str, tuple[str, ...]]) -> None:
    """Check that every pattern of a concept can be read.

    Raises:
        RulesError: for the first that cannot, with its place and what is wrong.
    """
    terminators = concept.scope.terminators if concept.scope else ()
    for pattern in (*concept.patterns, *concept.after, *concept.exclusions, *terminators):
        try:
            if pattern.tokens is None:
                sequences(pattern.text, word_lists)
            else:
                _check_tokens(pattern.tokens)
        except ValueError as error:
            said = " ".join(str(error).split()).rstrip(".")
            raise RulesError(
                f"{pattern.place}: the pattern `{pattern.text}` cannot be read: {said}.",
                "The pattern language is described in docs/rules.md.",
            ) from error


def _check_tokens(tokens: tuple[dict[str, Any], ...]) -> None:
    from spacy.matcher import Matcher  # noqa: PLC0415 - spaCy takes a second to load
    from spacy.vocab import Vocab  # noqa: PLC0415

    Matcher(Vocab(), validate=True).add("pattern", [list(tokens)])
