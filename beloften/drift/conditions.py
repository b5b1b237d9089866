"""Conditions that a user sets on the numbers of a run, such as `maatwerk.belofte.rate < 2`.

A quantity is `CODE.FIELD` or `CODE.MEASURE.FIELD`, with the fields rate, zinnen and documenten, and of a
gemeente low and high; or a number of the corpus: woorden, zinnen, documenten or ongelezen. It is that of all
documents together; with `[NAME]` behind it that of one gemeente; with `[*]` that of each, and then the
condition is met when it holds for any.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from beloften.codebook.schema import Codebook, Level
from beloften.corpus.source import UNKNOWN
from beloften.drift.expression import Expression, Quantity, evaluate, fault, parse, quantities
from beloften.run.result import READ
from beloften.rundir.read import Run
from beloften.rundir.rows import DocumentRow
from beloften.tally.count import ALL, Telling, measures
from beloften.tally.interval import PER_WORDS

_FIELDS = ("rate", "zinnen", "documenten", "low", "high")
_LIMITS = ("low", "high")
_TOTALS = {"woorden": "woorden", "zinnen": "zinnen_totaal", "documenten": "documenten_totaal"}
_OF_CORPUS = (*_TOTALS, "ongelezen")
_EACH = "*"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition as it was written, and what it says."""

    text: str
    expression: Expression


@dataclass(frozen=True, slots=True)
class Met:
    """A condition that holds.

    Attributes:
        condition: which.
        group: the gemeente for which it holds; "" when it is not about each gemeente.
        values: what its quantities are, by how they are written.
    """

    condition: Condition
    group: str
    values: Mapping[str, float]

    def __str__(self) -> str:
        """Return it as a line: the condition and the values that make it hold."""
        values = " and ".join(f"{name} is {value:.6g}" for name, value in self.values.items())
        return f"the condition '{self.condition.text}' is met: {values}."


def read_condition(text: str, codebook: Codebook) -> Condition:
    """Read a condition, and check that what it names exists.

    Raises:
        UsageError: it is none, with the character at which that shows.
    """
    expression = parse(text)
    for quantity in quantities(expression):
        _check(text, quantity, codebook)
    return Condition(text, expression)


def conditions_met(conditions: Iterable[Condition], run: Run) -> Iterator[Met]:
    """Yield the conditions that hold for a run, with the values that make them hold.

    Args:
        conditions: what was asked.
        run: with all its files, read or not.

    Raises:
        UsageError: a gemeente has no documents, or a value is divided by zero.
    """
    numbers = _Numbers(run.tellingen, run.documenten)
    for condition in conditions:
        asked = list(quantities(condition.expression))
        of_each = any(quantity.group == _EACH for quantity in asked)
        for group in numbers.groups if of_each else [""]:
            values = {
                quantity: numbers.value(condition.text, replace(quantity, group=group))
                if quantity.group == _EACH
                else numbers.value(condition.text, quantity)
                for quantity in asked
            }
            try:
                holds = evaluate(condition.expression, values.__getitem__)
            except ZeroDivisionError as error:
                problem = f"it divides by zero{f' in {group}' if group else ''}."
                raise fault(condition.text, 1, problem, "Write it as a product, or ask for more.") from error
            if holds:
                told = {_written(quantity, group): value for quantity, value in values.items()}
                yield Met(condition, group, told)


def _written(quantity: Quantity, group: str) -> str:
    """What a quantity is called, by the name of the gemeente where it is that of each."""
    named = group if quantity.group == _EACH else quantity.group
    return quantity.name if named is None else f"{quantity.name}[{named}]"


def _check(text: str, quantity: Quantity, codebook: Codebook) -> None:
    """Check that a quantity can be looked up.

    Raises:
        UsageError: it cannot.
    """
    if quantity.name in _OF_CORPUS:
        return
    code, _, rest = quantity.name.partition(".")
    concept = codebook.concept(code)
    if concept is None or not concept.kind.is_code:
        codes = [one.code for one in codebook.concepts if one.kind.is_code]
        close = difflib.get_close_matches(code, [*codes, *_OF_CORPUS], n=1)
        hint = f"Did you mean '{close[0]}'?" if close else "beloften rules list shows the codes."
        raise fault(text, quantity.at, f"no rule has the code '{code}'.", hint)
    measure, _, field = rest.rpartition(".")
    if field not in _FIELDS:
        problem = f"'{quantity.name}' does not end in what is counted."
        raise fault(text, quantity.at, problem, f"Write one of {', '.join(_FIELDS)} behind '{code}.'.")
    if measure and measure not in measures(concept):
        problem = f"'{code}' has no measure '{measure}'."
        raise fault(text, quantity.at, problem, f"It has: {', '.join(measures(concept))}.")
    if field in _LIMITS and quantity.group is None:
        problem = f"'{field}' is the limit of an interval, which only a gemeente has."
        raise fault(text, quantity.at, problem, f"Write {quantity.name}[*], or a name between the brackets.")


class _Numbers:
    """The numbers of a run, by what conditions call them."""

    def __init__(self, tellingen: Sequence[Telling], files: Sequence[DocumentRow]) -> None:
        self.tellingen = tellingen
        self.files = files
        of_files = (file.gemeente or UNKNOWN for file in files)
        self.groups = tuple(dict.fromkeys([*(row.group for row in tellingen), *of_files]))

    def value(self, text: str, quantity: Quantity) -> float:
        if quantity.group is not None and quantity.group not in self.groups:
            problem = f"there are no documents of '{quantity.group}'."
            raise fault(text, quantity.at, problem, f"There are of: {', '.join(self.groups)}.")
        if quantity.name in _OF_CORPUS:
            return self.of_corpus(quantity)
        code, _, rest = quantity.name.partition(".")
        measure, _, field = rest.rpartition(".")
        rows = [row for row in self.rows(quantity.group) if row.code == code]
        wanted = measure or self.leading(rows)
        return self.of_code([row for row in rows if row.measure == wanted], field)

    def rows(self, group: str | None) -> Iterator[Telling]:
        return (row for row in self.tellingen if group in {None, row.group})

    def leading(self, rows: Sequence[Telling]) -> str:
        """The measure that tables lead with."""
        return Level.BELOFTE if any(row.kind.has_level for row in rows) else ALL

    def of_code(self, rows: Sequence[Telling], field: str) -> float:
        if field in _LIMITS:
            return float((getattr(rows[0], field) if rows else None) or 0.0)
        if field != "rate":
            return float(sum(getattr(row, field) for row in rows))
        words = sum(row.woorden for row in rows)
        return sum(row.zinnen for row in rows) / words * PER_WORDS if words else 0.0

    def of_corpus(self, quantity: Quantity) -> float:
        if quantity.name == "ongelezen":
            files = [file for file in self.files if quantity.group in {None, file.gemeente or UNKNOWN}]
            return float(sum(file.status not in READ for file in files))
        totals = {row.group: getattr(row, _TOTALS[quantity.name]) for row in self.rows(quantity.group)}
        return float(sum(totals.values()))
