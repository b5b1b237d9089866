"""The pattern language: how a rule writes words.

    maatwerk*                 a word with any ending; also *werk and *zorg*
    op maat                   words that follow each other
    afgestemd op ..4 persoon  up to four words between; `..` alone allows three
    (vraag|eigen regie)       one of these; (heel)? may be absent
    {inwoner}                 one of the words of a word list of the codebook
    <werken>                  a verb in all its forms
    <aan+sluiten>             a separable verb: aansluit, sluit … aan, aangesloten, aan te sluiten

A pattern is matched against the folded words of a sentence; punctuation is not a word.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import NamedTuple

from beloften.language.fold import fold_text
from beloften.language.verbs import verb_forms
from beloften.language.words import find_words

DEFAULT_GAP = 3
LARGEST_GAP = 15
SEPARABLE_GAP = 8
MOST_SEQUENCES = 1_000
MOST_WORDS = 100
LONGEST_PATTERN = 10_000
_DEEPEST = 50

Globs = frozenset[str]
"""Words, with `*` for any run of characters; a position is filled by a word that matches one of them."""

Item = Globs | int
"""A position in a sequence: the words that may stand there, or the number of words that may be skipped."""

Sequence = tuple[Item, ...]
"""A pattern without choices of different length; the first and the last item are words."""

_WILD = "ƿ"  # a letter that no Dutch word has; it holds the place of a wildcard while words are found

_BETWEEN_WORDS = "/&.'-"  # what may stand between words that a pattern writes as one: prijs/kwaliteit

_TOKEN = re.compile(r"\.\.[0-9]{0,3}|[()|?]|<[^<>]*>|\{[^{}]*\}|[^\s()|?<>{}]+")


class PatternError(ValueError):
    """A pattern that cannot be read.

    Attributes:
        problem: what is wrong.
        offset: at which character of the pattern, from 0.
    """

    def __init__(self, problem: str, offset: int) -> None:
        """Keep problem and place apart, for whoever knows where the pattern is written."""
        self.problem = problem
        self.offset = offset
        super().__init__(f"{problem} (at character {offset + 1})")


class _Token(NamedTuple):
    text: str
    offset: int


class _Parser:
    """Reads one pattern by recursive descent: choice := row ('|' row)*; row := element*."""

    def __init__(self, text: str, word_lists: Mapping[str, tuple[str, ...]]) -> None:
        if len(text) > LONGEST_PATTERN:
            raise PatternError(f"it has more than {LONGEST_PATTERN} characters: split it", LONGEST_PATTERN)
        self.text = text
        self.word_lists = word_lists
        self.depth = 0
        self.tokens = [_Token(m[0], m.start()) for m in _TOKEN.finditer(text)]
        between = _TOKEN.sub(" ", text).strip()
        if between:
            without = _TOKEN.sub(lambda m: " " * len(m[0]), text)
            raise PatternError("a bracket is not closed", without.index(between[0]))
        self.position = 0

    def peek(self) -> str:
        return self.tokens[self.position].text if self.position < len(self.tokens) else ""

    @property
    def offset(self) -> int:
        return self.tokens[self.position].offset if self.position < len(self.tokens) else len(self.text)

    def choice(self) -> list[Sequence]:
        rows = self.row()
        while self.peek() == "|":
            self.position += 1
            rows += self.row()
            self.check_number(len(rows), self.offset)
        return rows

    def check_number(self, rows: int, offset: int) -> None:
        if rows > MOST_SEQUENCES:
            raise PatternError(f"more than {MOST_SEQUENCES} combinations: split the pattern", offset)

    def row(self) -> list[Sequence]:
        rows: list[Sequence] = [()]
        start = self.offset
        while self.peek() not in {"", "|", ")"}:
            element = self.element()
            self.check_number(len(rows) * len(element), start)
            rows = [left + right for left, right in product(rows, element)]
            if max(map(len, rows)) > MOST_WORDS:
                raise PatternError(f"more than {MOST_WORDS} words and gaps in a row", start)
        if not any(rows):
            raise PatternError("a word is missing here", self.offset)
        return rows

    def element(self) -> list[Sequence]:
        text = self.peek()
        offset = self.offset
        self.position += 1
        if text.startswith(".."):
            after = self.text[offset + len(text) : offset + len(text) + 1]
            size = int(text[2:]) if text[2:] else DEFAULT_GAP
            if after.strip() and after not in "|)":
                raise PatternError("a gap is `..` or `..` and a number, with a space behind it", offset)
            if not 1 <= size <= LARGEST_GAP:
                raise PatternError(f"a gap is 1 to {LARGEST_GAP} words", offset)
            return [(size,)]
        match text[0]:
            case "(":
                return self.group(offset)
            case "?":
                raise PatternError("`?` must follow a `)`", offset)
            case "<":
                return list(_verb(text[1:-1], offset))
            case "{":
                return self.word_list(text[1:-1].strip(), offset)
            case _:
                try:
                    return [_words(text)]
                except ValueError as error:
                    raise PatternError(str(error), offset) from error

    def group(self, offset: int) -> list[Sequence]:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise PatternError(f"brackets are nested deeper than {_DEEPEST} levels", offset)
        rows = self.choice()
        if self.peek() != ")":
            raise PatternError("this `(` is not closed", offset)
        self.position += 1
        self.depth -= 1
        if self.peek() == "?":
            self.position += 1
            rows = [*rows, ()]
        return _merge(rows)

    def word_list(self, name: str, offset: int) -> list[Sequence]:
        if name not in self.word_lists:
            raise PatternError(f"no word list is named `{name}`", offset)
        if not self.word_lists[name]:
            raise PatternError(f"the word list `{name}` is empty", offset)
        return list(_any_of(self.word_lists[name]))


@cache  # a codebook refers to its word lists time and again
def _any_of(entries: tuple[str, ...]) -> tuple[Sequence, ...]:
    return tuple(_merge([row for entry in entries for row in sequences(entry, {})]))


def _merge(rows: list[Sequence]) -> list[Sequence]:
    """Make one position of all rows that are a single word; the others stay as they are."""
    single = [row[0] for row in rows if len(row) == 1 and not isinstance(row[0], int)]
    others = [row for row in rows if len(row) != 1 or isinstance(row[0], int)]
    return ([(frozenset[str]().union(*single),)] if single else []) + others


@cache  # rules use the same words time and again
def _words(text: str) -> Sequence:
    """Fold the words just as the text will be folded.

    Raises:
        ValueError: when they are no words.
    """
    if text.strip("*") == "" or "**" in text:
        raise ValueError("a wildcard needs letters beside it")
    folded = fold_text(text).replace("*", _WILD)
    words = find_words(folded)
    if not words:
        raise ValueError(f"`{text}` holds no word")
    if not all(set(word) - set(_WILD + _BETWEEN_WORDS) for word in words):
        raise ValueError("a wildcard needs letters beside it")
    if set(folded) - set("".join(words)) - set(_BETWEEN_WORDS):
        raise ValueError(f"`{text}` holds punctuation, which is no part of a word")
    return tuple(frozenset({word.replace(_WILD, "*")}) for word in words)


def _verb(text: str, offset: int) -> Iterator[Sequence]:
    particle, plus, infinitive = fold_text(text.strip()).rpartition("+")
    if not re.fullmatch(r"[a-z]{2,}n", infinitive) or (plus and not re.fullmatch(r"[a-z]+", particle)):
        raise PatternError("write a verb as <infinitive> or <particle+infinitive>", offset)
    forms = verb_forms(infinitive)
    joined = [particle + form for form in forms.finite + forms.other]
    yield (frozenset(joined),)
    if plus:
        yield (frozenset({particle}), frozenset({"te"}), frozenset({infinitive}))
        yield (frozenset(forms.finite), SEPARABLE_GAP, frozenset({particle}))


def lists_named(text: str) -> frozenset[str]:
    """Return the names of the word lists that a pattern refers to."""
    return frozenset(token[1:-1].strip() for token in _TOKEN.findall(text) if token.startswith("{"))


def sequences(text: str, word_lists: Mapping[str, tuple[str, ...]]) -> tuple[Sequence, ...]:
    """Read a pattern and write it out as sequences, without repeats, in the order in which they arise.

    Args:
        text: the pattern.
        word_lists: the word lists that it may refer to; their own entries may not refer to others.

    Raises:
        PatternError: when it cannot be read, with the place.
    """
    parser = _Parser(text, word_lists)
    rows = parser.choice()
    if parser.peek():
        raise PatternError("this `)` was never opened", parser.offset)
    for row in rows:
        if not row:
            raise PatternError("the whole pattern may be absent: leave out the `?`", 0)
        if isinstance(row[0], int) or isinstance(row[-1], int):
            raise PatternError("a pattern begins and ends with a word, not with a gap", 0)
    return tuple(dict.fromkeys(rows))
