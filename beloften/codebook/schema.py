"""The codebook as data: what a rule file says, once it has been read and checked."""

import difflib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from beloften.errors import UsageError


class ConceptKind(StrEnum):
    """What a rule file describes, in the order of tables; all but the last three are codes of sentences."""

    BELOFTE = "belofte"
    KOEPEL = "koepel"
    WAARDE = "waarde"
    LOGICA = "logica"
    NABIJHEID = "nabijheid"
    RELATIE = "relatie"
    ZELFREDZAAMHEID = "zelfredzaamheid"
    BEGINSEL = "beginsel"
    STURING = "sturing"
    VERTOOG = "vertoog"
    AANWIJZING = "aanwijzing"
    UITSLUITING = "uitsluiting"
    CONTEXT = "context"

    @property
    def is_code(self) -> bool:
        """Whether a sentence can carry it; the others only say what other words mean."""
        return self not in _NO_CODES

    @property
    def has_level(self) -> bool:
        """Whether it is a good, which can be named, promised and denied."""
        return self in {ConceptKind.BELOFTE, ConceptKind.KOEPEL}

    @property
    def has_stance(self) -> bool:
        """Whether it is what nearness can be set against, which a text can turn against or endorse."""
        return self in {ConceptKind.WAARDE, ConceptKind.LOGICA}


PATTERN_LISTS = ("patterns", "after", "exclusions", "terminators")
"""Keys of a rule file under which patterns stand."""

DEFAULT_WINDOW = 3
"""Within how many sentences, before and behind, a context rule must match when it does not say."""

_NO_CODES = frozenset({ConceptKind.AANWIJZING, ConceptKind.UITSLUITING, ConceptKind.CONTEXT})


class Nearness(StrEnum):
    """The three kinds of nearness of the schema (Tonkens & Kampen 2018: 46)."""

    VERTROUWD = "vertrouwd"
    ALLEDAAGS = "alledaags"
    STABIEL = "stabiel"


class Effect(StrEnum):
    """What a cue (aanwijzing) does to the words within its scope."""

    ONTKENNING = "ontkenning"
    AFGEZET = "afgezet"
    ONDERSCHREVEN = "onderschreven"
    VERBAND = "verband"
    VOORTZETTING = "voortzetting"


class Level(StrEnum):
    """How far a belofte goes (docs/method.md); each level includes the ones before it."""

    GENOEMD = "genoemd"
    BELOFTE = "belofte"
    EXPLICIET = "expliciet"


class Stance(StrEnum):
    """How the text speaks of a value of distance or its logica (docs/method.md)."""

    AFGEZET = "afgezet"
    ONDERSCHREVEN = "onderschreven"
    NEUTRAAL = "neutraal"


@dataclass(frozen=True, slots=True)
class Label:
    """Name of a concept in both languages."""

    nl: str
    en: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a definition comes from; `pages` is "" where only a chapter can be cited."""

    author: str
    year: int
    title: str
    pages: str


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a rule file, 1-based, as editors count."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Write it in the form that editors make a link of."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of a rule with the conditions under which it counts.

    Attributes:
        text: as written in the rule file; for raw spaCy token patterns their JSON.
        place: where it is written.
        tokens: a raw spaCy token pattern; None for one in the pattern language.
        level: the level that a match has by itself, without a nearness cue; None for the usual reckoning.
        stance: the stance that the words have by themselves, whatever the cues; None for the usual reckoning.
        leaning: the stance that they have when no cue says otherwise; None for neutral.
        context: what else must be there for a match to count, as `Concept.context`; "" for nothing.
    """

    text: str
    place: Place
    tokens: tuple[dict[str, Any], ...] | None = None
    level: Level | None = None
    stance: Stance | None = None
    leaning: Stance | None = None
    context: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """How far a cue reaches, in the way of ConText (Harkema et al. 2009, doi:10.1016/j.jbi.2009.05.002).

    Attributes:
        effect: what it does to what it reaches.
        words: how many words lie at most between the cue and what it reaches.
        terminators: patterns that end the scope.
        punctuation: characters that end the scope.
    """

    effect: Effect
    words: int
    terminators: tuple[Pattern, ...]
    punctuation: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a rule must match, or must not.

    Attributes:
        text: one sentence, or two when the first gives the second its meaning.
        place: where it is written.
        matches: whether the rule's code must be found.
        level: the level it must be found with; None when any will do.
        stance: the stance it must be found with; None when any will do.
    """

    text: str
    place: Place
    matches: bool
    level: Level | None = None
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """One rule file.

    Attributes:
        code: the code of the codebook, which is the file's name too.
        kind: what sort of thing it is.
        number: of a belofte, 1 to 9; else its place among its kind, 0 where there is no order.
        label: its names.
        definition: what a coder marks.
        sources: where the definition comes from.
        nearness: kind of nearness of a belofte or value; else None.
        opposite: for a belofte or koepel the value it stands against, for such a value that good; else "".
        part_of: code that is found wherever this one is: the logica of a value, …; else "".
        patterns: words that carry the code; for a cue, words that stand before what they concern.
        after: for a cue, words that stand behind what they concern.
        exclusions: words that look like the concept and are not; what overlaps them does not count.
        scope: for a cue, how far it reaches; else None.
        examples: sentences that test the rule.
        place: where the file begins.
        context: what else must be there for the rule to count: the code of a context rule, which must match
            within its window, or a code or kind that must match in the same sentence; "" for nothing.
        unless: codes and kinds that must not be there, in the same sense.
        window: for a context rule, within how many sentences, before and behind, it must match.
    """

    code: str
    kind: ConceptKind
    number: int
    label: Label
    definition: str
    sources: tuple[Citation, ...]
    nearness: Nearness | None
    opposite: str
    part_of: str
    patterns: tuple[Pattern, ...]
    after: tuple[Pattern, ...]
    exclusions: tuple[Pattern, ...]
    scope: Scope | None
    examples: tuple[Example, ...]
    place: Place
    context: str = ""
    unless: tuple[str, ...] = ()
    window: int = DEFAULT_WINDOW

    @property
    def conditions(self) -> frozenset[str]:
        """All names on whose presence or absence the rule, or one of its patterns, depends."""
        named = {pattern.context for pattern in self.patterns + self.after}
        return frozenset({self.context, *self.unless} | named) - {""}

    @property
    def pattern_lists(self) -> dict[str, tuple[Pattern, ...]]:
        """All its patterns, by the key of the rule file under which they stand."""
        terminators = self.scope.terminators if self.scope else ()
        lists = (self.patterns, self.after, self.exclusions, terminators)
        return dict(zip(PATTERN_LISTS, lists, strict=True))


@dataclass(frozen=True, slots=True)
class Edition:
    """Which codebook it is; the attributes are those of `Codebook`."""

    name: str
    version: str
    sha256: str
    extends: "Edition | None" = None


@dataclass(frozen=True, slots=True)
class Codebook:
    """All concepts, in the order in which results list them.

    Attributes:
        name: what the codebook calls itself.
        version: semantic version: a change of a rule is a change of the measurement.
        sha256: over the content of all rule files, in the order of their names, and of those that it extends.
        concepts: sorted by kind, number and code.
        word_lists: named lists of words that patterns refer to as `{name}`.
        word_places: for each word of each list, where it is written.
        extends: the codebook to which its rules are added; None for one that stands by itself.
    """

    name: str
    version: str
    sha256: str
    concepts: tuple[Concept, ...]
    word_lists: dict[str, tuple[str, ...]]
    word_places: dict[str, tuple[Place, ...]] = field(default_factory=dict)
    extends: Edition | None = None

    @property
    def edition(self) -> Edition:
        """Which codebook it is, as every output says."""
        return Edition(self.name, self.version, self.sha256, self.extends)

    def of_kind(self, kind: ConceptKind) -> tuple[Concept, ...]:
        """Return the concepts of one kind, in order."""
        return tuple(concept for concept in self.concepts if concept.kind is kind)

    def of_code(self, code: str) -> tuple[Concept, ...]:
        """Return the concept with this code, as a tuple of one; an empty one where there is none."""
        return tuple(concept for concept in self.concepts if concept.code == code)

    def concept(self, code: str) -> Concept | None:
        """Return the concept with this code, or None."""
        return next((concept for concept in self.concepts if concept.code == code), None)

    def parts_of(self, code: str) -> tuple[Concept, ...]:
        """Return the concepts that are part of the one with this code, in order."""
        return tuple(concept for concept in self.concepts if concept.part_of == code)

    def codes_of(self, name: str) -> frozenset[str]:
        """Return what a rule means that names a code or a kind: the code and its parts, or all of the kind.

        A name that is both is taken for the code. The set is empty when it is neither.
        """
        if self.concept(name):
            return frozenset({name, *(part.code for part in self.parts_of(name))})
        return frozenset(concept.code for concept in self.concepts if concept.kind == name)

    def waits_for(self, concept: Concept) -> frozenset[str]:
        """Return the other codes on whose presence or absence a concept depends."""
        return frozenset().union(*map(self.codes_of, concept.conditions)) - {concept.code}

    def opposing(self) -> tuple[Concept, ...]:
        """Return the logics that nearness turns against: those to which values of distance belong."""
        logicas = self.of_kind(ConceptKind.LOGICA)
        return tuple(
            logica
            for logica in logicas
            if any(part.kind is ConceptKind.WAARDE for part in self.parts_of(logica.code))
        )

    def require(self, code: str) -> Concept:
        """Return the concept with this code.

        Raises:
            UsageError: when there is none, with the codes that are meant in all likelihood.
        """
        concept = self.concept(code)
        if concept is None:
            meant = self._meant(code)
            advice = f"Did you mean {' or '.join(meant)}? " if meant else ""
            advice += "See them with: beloften rules list"
            raise UsageError(f"No concept has the code {code!r}.", advice)
        return concept

    def _meant(self, name: str) -> list[str]:
        """The codes that a mistaken name resembles: one with a level or stance behind it, a label, a slip."""
        name = name.partition(":")[0].strip().casefold()
        called = {
            each.casefold(): concept.code
            for concept in self.concepts
            for each in (concept.label.nl, concept.label.en, concept.code)
        }
        close = [name] if name in called else difflib.get_close_matches(name, called, n=3, cutoff=0.75)
        return list(dict.fromkeys(called[each] for each in close))
