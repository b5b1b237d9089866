"""The codes of a run as a report shows them: what they are called, and what they belong to."""

from collections.abc import Sequence
from dataclasses import dataclass

from beloften.codebook.diff import Said
from beloften.codebook.schema import ConceptKind, Level, Stance
from beloften.export.codes import CodeRow, code_rows
from beloften.tally.count import ALL

_PROMISES = tuple(kind for kind in ConceptKind if kind.has_level)
_NEAR = (*_PROMISES, ConceptKind.NABIJHEID, ConceptKind.RELATIE)


@dataclass(frozen=True, slots=True)
class Code:
    """A code of the run.

    Attributes:
        code: as in the rules.
        kind: what sort of code it is.
        label: its name, a belofte with its number before it.
        definition: what a coder marks with it.
        nearness: kind of nearness that a belofte or its opposite belongs to; "" for none.
        opposite: code that it stands against; "" for none.
        part_of: code that it belongs to; "" for none.
        hue: "near" for what belongs to nearness, "far" for what it turns against, "other" for the rest.
    """

    code: str
    kind: ConceptKind
    label: str
    definition: str
    nearness: str
    opposite: str
    part_of: str
    hue: str


@dataclass(frozen=True, slots=True)
class CodeSet:
    """Codes that are counted by the same measures, and so share a table.

    Attributes:
        name: key of its heading.
        codes: of the table, in order.
        measures: by which they are counted.
        leading: the measure that is shown first.
    """

    name: str
    codes: tuple[Code, ...]
    measures: tuple[str, ...]
    leading: str


def codes_of(rules: Said, lang: str) -> tuple[Code, ...]:
    """Return the codes of a run in the order of its codebook."""
    rows = tuple(code_rows(rules))
    opposing = {row.part_of for row in rows if row.kind == ConceptKind.WAARDE}
    return tuple(_code(row, lang, opposing) for row in rows)


def code_sets(codes: Sequence[Code]) -> tuple[CodeSet, ...]:
    """Divide codes over tables; without the tables that would be empty."""
    stances = (*Stance, ALL)
    rest = tuple(kind for kind in ConceptKind if not (kind.has_level or kind.has_stance))
    sets = (
        CodeSet("beloften", _of_kinds(codes, _PROMISES), tuple(Level), Level.BELOFTE),
        CodeSet("logicas", _of_kinds(codes, (ConceptKind.LOGICA,)), stances, Stance.AFGEZET),
        CodeSet("waarden", _of_kinds(codes, (ConceptKind.WAARDE,)), stances, Stance.AFGEZET),
        CodeSet("rest", _of_kinds(codes, rest), (ALL,), ALL),
    )
    return tuple(found for found in sets if found.codes)


def _of_kinds(codes: Sequence[Code], kinds: Sequence[ConceptKind]) -> tuple[Code, ...]:
    return tuple(code for kind in kinds for code in codes if code.kind == kind)


def _code(row: CodeRow, lang: str, opposing: set[str]) -> Code:
    kind = ConceptKind(row.kind)
    label = row.label(lang) or row.label_nl
    is_far = kind is ConceptKind.WAARDE or row.code in opposing
    return Code(
        code=row.code,
        kind=kind,
        label=f"{row.number} {label}" if row.number and kind is ConceptKind.BELOFTE else label,
        definition=row.definition,
        nearness=row.nearness,
        opposite=row.opposite,
        part_of=row.part_of,
        hue="near" if kind in _NEAR else "far" if is_far else "other",
    )
