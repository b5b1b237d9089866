"""A small language for conditions on numbers: `maatwerk.belofte.rate[Leeuwarden] < 2 and woorden > 10000`.

    condition  = comparison, or conditions joined by `and`, `or`, `not` and parentheses
    comparison = value (< <= > >= == !=) value
    value      = number, quantity, or values joined by + - * / and parentheses
    quantity   = names parted by dots, and, between brackets, a gemeente

A hyphen within a name belongs to it; a minus has a space on both sides. Nothing else can be said in it, so
that a condition can do no harm.
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from beloften.errors import UsageError

_TOKEN = re.compile(
    r"""\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)
    | (?P<name>[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*)(?:\[(?P<group>[^\]]*)\])?
    | (?P<sign><=|>=|==|!=|[-<>+*/()]))""",
    re.VERBOSE,
)
_JOINS: Mapping[str, Callable[[bool, bool], bool]] = {"or": operator.or_, "and": operator.and_}
_COMPARES: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "==": operator.eq, "!=": operator.ne,
}  # fmt: skip
_RECKONS: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
}  # fmt: skip
_WORDS = frozenset({"and", "or", "not"})
_LEVELS = (("or",), ("and",), tuple(_COMPARES), ("+", "-"), ("*", "/"))
_MOST_NESTED = 50
_MOST_TOKENS = 500


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a condition.

    Attributes:
        kind: "number", "name", "sign", or "" for the end.
        text: as it is written, without the group.
        at: which character of the condition it begins with, counted from 1.
        group: the gemeente between brackets; None without brackets.
    """

    kind: str
    text: str
    at: int
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written."""

    value: float


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of the corpus: its name, its gemeente if one is named, and where it stands, from 1."""

    name: str
    group: str | None
    at: int


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator with one or two operands, and where it stands, from 1."""

    sign: str
    operands: "tuple[Expression, ...]"
    at: int


Expression = Number | Quantity | Operation


def parse(text: str) -> Expression:
    """Read a condition.

    Raises:
        UsageError: it is none, with the character at which that shows.
    """
    return _Parser(text).whole()


def fault(text: str, at: int, problem: str, next_step: str) -> UsageError:
    """Return the error that says what is wrong at which character of a condition."""
    return UsageError(f"Condition {text!r}, character {at}: {problem}", next_step)


def quantities(expression: Expression) -> Iterator[Quantity]:
    """Yield the quantities in a condition, from left to right."""
    if isinstance(expression, Quantity):
        yield expression
    elif isinstance(expression, Operation):
        for operand in expression.operands:
            yield from quantities(operand)


def evaluate(expression: Expression, value_of: Callable[[Quantity], float]) -> float | bool:
    """Reckon an expression.

    Args:
        expression: what `parse` returned.
        value_of: the number that a quantity has.

    Raises:
        ZeroDivisionError: something is divided by zero.
    """
    if isinstance(expression, Number):
        return expression.value
    if isinstance(expression, Quantity):
        return value_of(expression)
    values = [evaluate(operand, value_of) for operand in expression.operands]
    if len(values) == 1:
        return not values[0] if expression.sign == "not" else -values[0]
    if expression.sign in _JOINS:
        return _JOINS[expression.sign](bool(values[0]), bool(values[1]))
    return (_COMPARES.get(expression.sign) or _RECKONS[expression.sign])(values[0], values[1])


def _is_condition(expression: Expression) -> bool:
    if not isinstance(expression, Operation):
        return False
    return expression.sign == "not" or expression.sign in _JOINS or expression.sign in _COMPARES


class _Parser:
    """Reads a condition from left to right, one level of precedence per call."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(islice(self._tokens(), _MOST_TOKENS + 1))
        if len(self.tokens) > _MOST_TOKENS:
            raise self.fault(self.tokens[-1].at, "it is too long.", "Give several conditions instead.")
        self.depth = 0

    def whole(self) -> Expression:
        expression = self.level(0)
        if self.next.kind:
            raise self.fault(self.next.at, f"{self.next.text!r} cannot stand here.", "Join by `and` or `or`.")
        if not _is_condition(expression):
            raise self.fault(1, "this is a number and no condition.", "Compare it: maatwerk.rate < 2.")
        return expression

    def level(self, level: int) -> Expression:
        if level == len(_LEVELS):
            return self.operand()
        if level == _LEVELS.index(tuple(_COMPARES)) and self.next.text == "not":
            token = self.take()
            return self.operation(token, self.nested(level))
        left = self.level(level + 1)
        while self.next.text in _LEVELS[level]:
            token = self.take()
            left = self.operation(token, left, self.level(level + 1))
        return left

    def operand(self) -> Expression:
        token = self.take()
        if token.text == "-":
            return self.operation(token, self.nested(len(_LEVELS)))
        if token.text == "(":
            inner = self.nested(0)
            if self.take().text != ")":
                raise self.fault(token.at, "this parenthesis is not closed.", "Write ')' where it ends.")
            return inner
        if token.kind == "number":
            return Number(float(token.text))
        if token.kind == "name" and token.text not in _WORDS:
            return Quantity(token.text, token.group, token.at)
        problem = f"a number or a name is missing before {token.text!r}." if token.kind else "it breaks off."
        raise self.fault(token.at, problem, "Write it as in: maatwerk.belofte.rate < 2.")

    def operation(self, token: Token, *operands: Expression) -> Operation:
        of_conditions = token.text in {"not", *_JOINS}
        if any(_is_condition(operand) != of_conditions for operand in operands):
            what = "conditions, not numbers" if of_conditions else "numbers, not conditions"
            raise self.fault(token.at, f"{token.text!r} is for {what}.", "Use parentheses, or `and`.")
        return Operation(token.text, operands, token.at)

    def nested(self, level: int) -> Expression:
        self.depth += 1
        if self.depth > _MOST_NESTED:
            raise self.fault(self.next.at, "it is nested too deeply.", "Give several conditions instead.")
        inner = self.level(level)
        self.depth -= 1
        return inner

    @property
    def next(self) -> Token:
        return self.tokens[0]

    def take(self) -> Token:
        return self.tokens.pop(0) if self.next.kind else self.next

    def fault(self, at: int, problem: str, next_step: str) -> UsageError:
        return fault(self.text, at, problem, next_step)

    def _tokens(self) -> Iterator[Token]:
        text = self.text.rstrip()
        start = 0
        while start < len(text):
            match = _TOKEN.match(text, start)
            if match is None:
                at = start + len(text[start:]) - len(text[start:].lstrip())
                problem = f"{text[at]!r} means nothing here."
                raise self.fault(at + 1, problem, "Names are in small letters, decimals have a point.")
            kind = match.lastgroup if match.lastgroup != "group" else "name"
            assert kind is not None  # noqa: S101 - each alternative of the pattern has a name
            yield Token(kind, match[kind], match.start(kind) + 1, match["group"])
            start = match.end()
        yield Token("", "", len(text) + 1)
