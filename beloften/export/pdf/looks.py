"""How a finding is marked on a page: what its code says by colour, its level and stance by form.

A good of nearness is a wash over the words, what it stands against a line below them, so that both can be
seen on the same words. Nine colours cannot all be told apart by everyone: each mark also has a sign, the
number of the belofte or the first letter of the logica.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from itertools import cycle

from beloften.codebook.diff import Said
from beloften.codebook.schema import ConceptKind, Level, Stance
from beloften.export.codes import CodeRow, code_rows
from beloften.report.figures.palette import PROMISED, SOFT_INK
from beloften.rundir.rows import Bevinding

WASHES = (
    "#ff8080", "#5cb0ff", "#cff128", "#8cc653", "#d98ca6", "#bbb3e6", "#80ff95", "#f1d9c1", "#bcecf5",
)  # fmt: skip
"""Of beloften: as light as text needs, found by search to be far apart with any colour blindness."""

LINES = ("#800000", "#994ce6", "#ff531a", "#409fbf", "#4d1933", "#cc6666", "#00004c", "#0000ff")
"""Of logica's: as dark as a line on paper needs, found alike."""

EDGES = {Level.GENOEMD: 0.0, Level.BELOFTE: 0.5, Level.EXPLICIET: 1.1}
"""Points of the outline around a wash."""


class Form(StrEnum):
    """What is drawn."""

    WASH = "wash"
    LINE = "line"
    WAVE = "wave"
    DOTS = "dots"
    DASHES = "dashes"


FORMS = {Stance.AFGEZET: Form.WAVE, Stance.ONDERSCHREVEN: Form.LINE, Stance.NEUTRAAL: Form.DOTS}


@dataclass(frozen=True, slots=True)
class Look:
    """How a mark looks.

    Attributes:
        form: what is drawn.
        colour: "#rrggbb".
        edge: points of the outline around a wash; 0 for none.
        sign: what stands beside it: "4", "B", "B4"; may be "".
    """

    form: Form
    colour: str
    edge: float
    sign: str


class Looks:
    """How the codes of a run look, and what they are called."""

    def __init__(self, rules: Said) -> None:
        """Give the codes their colours.

        Args:
            rules: what the rules of the run said.
        """
        self._codes = {row.code: row for row in code_rows(rules)}
        self._colours = colours_of(self._codes.values())

    def rank(self, code: str) -> int:
        """Return the place of a code in the codebook, counted from 1; one that it lacks comes last."""
        row = self._codes.get(code)
        return row.rank if row else len(self._codes) + 1

    def look(self, finding: Bevinding) -> Look:
        """Return how a finding is marked."""
        colour, sign = self._colours.get(finding.code, SOFT_INK), self.sign(finding.code)
        if finding.level:
            return Look(Form.WASH, colour, EDGES[Level(finding.level)], sign)
        form = FORMS[Stance(finding.stance)] if finding.stance else Form.DASHES
        return Look(form, colour, 0.0, sign)

    def sign(self, code: str) -> str:
        """Return the sign of a code: the number of a belofte, the letter of a logica, of a waarde both."""
        row = self._codes.get(code)
        if not row:
            return ""
        number = str(row.number or "")
        if ConceptKind(row.kind).has_level:
            return number
        if row.kind == ConceptKind.WAARDE:
            return f"{row.part_of[:1]}{number or code[:1]}".upper()
        return code[:1].upper() if row.kind in {ConceptKind.LOGICA, ConceptKind.NABIJHEID} else ""

    def name(self, code: str, lang: str) -> str:
        """Return the name of a code in a language, "nl" or "en", its sign before it: 4 Maatwerk."""
        label = self._codes[code].label(lang) if code in self._codes else code
        return f"{self.sign(code)} {label}".strip()


def colours_of(codes: Collection[CodeRow]) -> dict[str, str]:
    """Return the colours of codes, "#rrggbb" by code; kinds that have none are not in it.

    A belofte and a logica have their own; a koepel has that of the belofte with its number, a waarde that of
    its logica. Where there are more beloften or logica's than colours, these begin anew.
    """
    beloften = [row for row in codes if row.kind == ConceptKind.BELOFTE]
    logicas = [row.code for row in codes if row.kind == ConceptKind.LOGICA]
    washes = dict(zip((row.code for row in beloften), cycle(WASHES), strict=False))
    lines = dict(zip(logicas, cycle(LINES), strict=False))
    by_number = {row.number: washes[row.code] for row in beloften}
    others: dict[str, str] = {}
    for row in codes:
        if row.kind == ConceptKind.KOEPEL:
            others[row.code] = by_number.get(row.number, WASHES[-1])
        elif row.kind == ConceptKind.WAARDE:
            others[row.code] = lines.get(row.part_of, SOFT_INK)
        elif row.kind == ConceptKind.NABIJHEID:
            others[row.code] = PROMISED
    return {**washes, **lines, **others}
