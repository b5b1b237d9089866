"""The text of a manifest with proposals, for a person to look through and fill in."""

import re
from collections.abc import Iterator, Sequence

from beloften.project.propose import Origin, Proposal, Value
from beloften.safe_text import visible

_PLAIN = re.compile(r"[A-Za-z](?:[\w./-]| (?! ))*(?<! )", re.ASCII)
_NOT_TEXT = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})  # to one YAML or another

_HEAD = {
    "nl": (
        "De stukken van dit project, gemaakt door `beloften init`. Wat hier niet staat, leest een scan niet.",
        "Haal het # weg voor wat je invult. Achter `nakijken` staat wat geraden is: tabellen zeggen het",
        "zolang het er staat. Haal die regel weg als het is nagekeken.",
    ),
    "en": (
        "The documents of this project, made by `beloften init`. A scan does not read what is not here.",
        "Remove the # before what you fill in. Behind `nakijken` (to be checked) stands what was guessed:",
        "tables say so as long as it stands there. Remove that line when you have checked it.",
    ),
}
_FROM = {
    "nl": {Origin.NAMES: "uit de naam van bestand of map", Origin.FIRST_PAGE: "op de eerste bladzijde"},
    "en": {Origin.NAMES: "from the name of file or folder", Origin.FIRST_PAGE: "on the first page"},
}
_HINT = {"nl": "misschien", "en": "perhaps"}


def manifest_text(titel: str, proposals: Sequence[Proposal], lang: str) -> str:
    """Return a manifest in YAML.

    Args:
        titel: title of the corpus.
        proposals: what is proposed for each document.
        lang: "nl" or "en", for the comments.
    """
    lines = [f"# {line}" for line in _HEAD[lang]]
    lines += [f"titel: {scalar(titel)}", "documenten:", *entry_lines(proposals, lang)]
    return "\n".join(lines) + "\n"


def entry_lines(proposals: Sequence[Proposal], lang: str) -> list[str]:
    """Return the lines of a manifest that list documents; `lang` is that of the comments."""
    return [line for proposal in proposals for line in _entry(proposal, lang)]


def _entry(proposal: Proposal, lang: str) -> Iterator[str]:
    yield f"  - bestand: {scalar(proposal.bestand)}"
    yield from _line("gemeente", proposal.gemeente, proposal.gemeente_hint, lang)
    yield from _line("jaar", proposal.jaar, proposal.jaar_hint, lang)
    yield from _line("titel", proposal.titel, None, lang)
    yield from _line("soort", proposal.soort, None, lang)
    if proposal.guessed:
        yield f"    nakijken: {', '.join(proposal.guessed)}"


def _line(key: str, value: Value | None, hint: Value | None, lang: str) -> Iterator[str]:
    """The line of a value; as a comment, and with what it may be, where it is not known."""
    if value:
        text = value.text if key == "jaar" else scalar(value.text)
        yield f"    {key}: {text} # {_origin(value, lang)}"
    if hint:
        yield f"    # {key}: {hint.text} # {_HINT[lang]}: {_origin(hint, lang)}"
    elif not value:
        yield f"    # {key}:"


def _origin(value: Value, lang: str) -> str:
    quoted = f", “{visible(value.quotation)}”" if value.quotation else ""
    return f"{_FROM[lang][value.origin]}{quoted}"


def scalar(text: str) -> str:
    """Return a text as YAML reads it back: bare where it can be, else in double quotes."""
    if _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT:
        return text
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter.isprintable() else f"\\U{ord(letter):08X}"
