"""Own rules beside the ones that ship: what is added, what is replaced, and what a file adds to a concept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from beloften.codebook.concept import examples_of, patterns_of
from beloften.codebook.fields import Fields, place
from beloften.codebook.schema import Codebook, Concept, ConceptKind, Example, Pattern, Place
from beloften.errors import RulesError


@dataclass(frozen=True, slots=True)
class Extension:
    """A rule file that says `extends: maatwerk`: what it adds to that concept, which else stays as it is.

    Attributes:
        extends: code of the concept, which is the file's name too.
        patterns: further words that carry the code.
        after: for a cue, further words that stand behind what they concern.
        exclusions: further words that look like the concept and are not.
        terminators: for a cue, further words that end its reach.
        examples: further sentences that test the rule.
        place: where the file begins.
    """

    extends: str
    patterns: tuple[Pattern, ...]
    after: tuple[Pattern, ...]
    exclusions: tuple[Pattern, ...]
    terminators: tuple[Pattern, ...]
    examples: tuple[Example, ...]
    place: Place


def read_extension(fields: Fields, stem: str) -> Extension:
    """Read a rule file that adds to a concept: the one place that knows its keys.

    Args:
        fields: its content.
        stem: its name without folder and suffix, which must be the code of the concept.

    Raises:
        RulesError: for a missing or unknown key or a value that cannot be, with its place.
    """
    code = fields.text("extends")
    if code != stem:
        raise fields.fault(f"a file that extends `{code}` is called after it", f"Call it {code}.yaml.")
    examples = fields.sub(
        "examples", "Add sentences that it must find, below `match`, and must not, below `no-match`."
    )
    extension = Extension(
        extends=code,
        patterns=patterns_of(fields, "patterns"),
        after=patterns_of(fields, "after"),
        exclusions=patterns_of(fields, "exclusions"),
        terminators=patterns_of(fields, "terminators"),
        examples=examples_of(examples, "match") + examples_of(examples, "no-match"),
        place=place(fields.file, fields.node),
    )
    examples.close()
    fields.close()
    return extension


def together(base: Codebook | None, rules: Iterable[Concept | Extension]) -> list[Concept]:
    """Return the concepts of a codebook with own rules added to it, in no order.

    A concept takes the place of the one with its code; an extension is added to it.

    Raises:
        RulesError: when an extension has nothing to extend.
    """
    rules = list(rules)
    own = [rule for rule in rules if isinstance(rule, Concept)]
    replaced = {concept.code for concept in own}
    kept = (
        {concept.code: concept for concept in base.concepts if concept.code not in replaced} if base else {}
    )
    for rule in rules:
        if isinstance(rule, Extension):
            if rule.extends not in kept:
                raise RulesError(
                    f"{rule.place}: `extends` names `{rule.extends}`, which is no rule of the codebook that "
                    "codebook.yaml extends, or one that another file replaces.",
                    "Name a code of those rules, or write the patterns in the file that replaces it.",
                )
            kept[rule.extends] = _extended(kept[rule.extends], rule)
    return [*kept.values(), *own]


def _extended(concept: Concept, extension: Extension) -> Concept:
    if (extension.after or extension.terminators) and not concept.scope:
        raise RulesError(
            f"{extension.place}: `{concept.code}` is no cue, so that nothing has a side or an end.",
            "Leave out `after` and `terminators`.",
        )
    scope = concept.scope
    return replace(
        concept,
        patterns=concept.patterns + extension.patterns,
        after=concept.after + extension.after,
        exclusions=concept.exclusions + extension.exclusions,
        scope=replace(scope, terminators=scope.terminators + extension.terminators) if scope else None,
        examples=concept.examples + extension.examples,
    )


def sorted_concepts(concepts: Iterable[Concept]) -> tuple[Concept, ...]:
    """Return concepts in the order in which results list them."""
    kinds = list(ConceptKind)
    return tuple(
        sorted(concepts, key=lambda concept: (kinds.index(concept.kind), concept.number, concept.code))
    )


def added_words(
    base: Codebook | None, words: Mapping[str, tuple[tuple[str, Place], ...]]
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[Place, ...]]]:
    """Return word lists and the places of their words: own words are added to a list of the same name."""
    lists = dict(base.word_lists) if base else {}
    places = dict(base.word_places) if base else {}
    for name, own in words.items():
        lists[name] = lists.get(name, ()) + tuple(word for word, _ in own)
        places[name] = places.get(name, ()) + tuple(at for _, at in own)
    return lists, places
