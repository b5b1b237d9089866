"""What the note of a mark says."""

from collections.abc import Iterator

from beloften.export.pdf.looks import Looks
from beloften.export.pdf.marks import Mark
from beloften.report.wording import word
from beloften.rundir.rows import Bevinding
from beloften.safe_text import visible

_NAMES = {
    "code": ("code", "code"),
    "level": ("niveau", "level"),
    "stance": ("houding", "stance"),
    "cue": ("nabijheid", "nearness"),
    "link": ("verband", "link"),
    "beside": ("op dezelfde woorden", "on the same words"),
    "rule": ("regel", "rule"),
    "pattern": ("patroon", "pattern"),
}
"""In the order of the note: readers cut long ones off, so what is longest comes last."""


def note_of(mark: Mark, looks: Looks, lang: str) -> str:
    """Return the text of a note, in lines; what a reader would obey or hide is shown by its code."""
    return "\n".join(visible(line) for line in _lines(mark, looks, lang))


def _lines(mark: Mark, looks: Looks, lang: str) -> Iterator[str]:
    finding = mark.finding
    values = {
        "code": finding.code,
        "level": _degree(finding.level, lang),
        "stance": _degree(finding.stance, lang),
        "cue": finding.cue,
        "link": finding.link,
        "beside": "; ".join(_named(other, looks, lang) for other in mark.beside),
        "rule": finding.rule,
        "pattern": finding.pattern,
    }
    yield looks.name(finding.code, lang)
    for key, names in _NAMES.items():
        if values[key]:
            yield f"{names[lang == 'en']}: {values[key]}"


def _named(finding: Bevinding, looks: Looks, lang: str) -> str:
    """Name a code with its level or stance: 4 Maatwerk (genoemd)."""
    degree = _degree(finding.level or finding.stance, lang)
    name = looks.name(finding.code, lang)
    return f"{name} ({degree})" if degree else name


def _degree(value: str, lang: str) -> str:
    return word(value, lang) if value else ""
