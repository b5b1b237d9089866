"""The codes of a run as a table: what they are called and mean."""

from collections.abc import Iterator
from dataclasses import dataclass

from beloften.codebook.diff import Rule, Said, is_word_list, label_in
from beloften.codebook.schema import ConceptKind


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A row of the table of codes; the fields are the columns, described in `columns.CODEBOOK`."""

    code: str
    rank: int
    kind: str
    number: int | None
    label_nl: str
    label_en: str
    definition: str
    nearness: str
    opposite: str
    part_of: str

    def label(self, lang: str) -> str:
        """Return its name in a language, "nl" or "en"."""
        return self.label_en if lang == "en" else self.label_nl


def code_rows(rules: Said) -> Iterator[CodeRow]:
    """Yield a row per code that a sentence can carry, in the order of the codebook."""
    codes = [
        (code, rule)
        for code, rule in rules.items()
        if not is_word_list(code) and ConceptKind(_text(rule, "kind")).is_code
    ]
    for rank, (code, rule) in enumerate(codes, 1):
        label = label_in(rule)
        number = _text(rule, "number")
        yield CodeRow(
            code=code,
            rank=rank,
            kind=_text(rule, "kind"),
            number=int(number) if number else None,
            label_nl=label.nl,
            label_en=label.en,
            definition=" ".join(_text(rule, "definition").split()),
            nearness=_text(rule, "nearness"),
            opposite=_text(rule, "opposite"),
            part_of=_text(rule, "part-of"),
        )


def _text(rule: Rule, key: str) -> str:
    value = rule.get(key, "")
    return value if isinstance(value, str) else ""
