"""Words and lines of figures, in Dutch and in English."""

from collections.abc import Sequence

from beloften.codebook.schema import Concept, Level, Nearness
from beloften.report.figures.shapes import SHORT, Shape
from beloften.report.wording import edition_name, label, whole

_WORDS = {
    "title": ("Beloften van nabijheid", "Promises of nearness"),
    "schema_title": (
        "Beloften van nabijheid en wat ertegenover staat",
        "Promises of nearness, and their opposites",
    ),
    "years_title": ("{what} door de jaren", "{what} over the years"),
    "dispersion_title": ("Waar staat wat? {what}", "What is where? {what}"),
    "rate": ("Zinnen per 10.000 woorden", "Sentences per 10,000 words"),
    "rate_of": ("Zinnen per 10.000 woorden, {level}", "Sentences per 10,000 words, {level}"),
    "genoemd": ("genoemd", "named"),
    "belofte": ("verbonden aan nabijheid", "tied to nearness"),
    "expliciet": ("uitdrukkelijk verbonden aan nabijheid", "explicitly tied to nearness"),
    "afgezet": ("afgezet", "turned against"),
    "onderschreven": ("onderschreven", "upheld"),
    "neutraal": ("neutraal", "neutral"),
    "vertrouwd": ("Vertrouwde nabijheid", "Trusted nearness"),
    "alledaags": ("Alledaagse nabijheid", "Everyday nearness"),
    "stabiel": ("Stabiele nabijheid", "Stable nearness"),
    "other": ("Overig", "Other"),
    "nearness": ("Nabijheid", "Nearness"),
    "distance": ("Afstand", "Distance"),
    "interval": ("95 %-interval", "95 % interval"),
    "cut": ("loopt verder dan de as", "goes on beyond the axis"),
    "all_documents": ("alle documenten", "all documents"),
    "one_gemeente": ("een gemeente", "one gemeente"),
    "pages": ("bladzijde", "page"),
    "paragraphs": ("alinea", "paragraph"),
    "found": ("aantal", "number"),
    "no_text": ("geen tekst", "no text"),
    "nothing": ("Er is niets gevonden.", "Nothing was found."),
    "one_sign": ("Eén teken staat voor {n}.", "One sign stands for {n}."),
    "documents": ("{n} documenten", "{n} documents"),
    "document": ("1 document", "1 document"),
    "words": ("{n} woorden", "{n} words"),
    "no_colour": ("Zonder kleur", "Without colour"),
    "short": (
        "minder dan {n} woorden: telt niet mee voor de schaal",
        "fewer than {n} words: does not count for the scale",
    ),
    "guessed": (
        "{n} met gemeente of jaar geraden",
        "{n} with gemeente or year guessed",
    ),
    "left_out": ("{n} niet ingedeeld", "{n} not in any group"),
    "rules": ("regels: {rules}", "rules: {rules}"),
}


def say(key: str, lang: str) -> str:
    """Return a word or line in a language, "nl" or "en"."""
    dutch, english = _WORDS[key]
    return english if lang == "en" else dutch


def rate_line(concepts: Sequence[Concept], level: Level, lang: str) -> str:
    """Say what the numbers are: a level only where something that has one is counted."""
    if any(concept.kind.has_level for concept in concepts):
        return say("rate_of", lang).format(level=say(level, lang))
    return say("rate", lang)


def title_of(concepts: Sequence[Concept], lang: str) -> str:
    """Name what is counted: the code when there is one, else the beloften, or codes in general."""
    if len(concepts) == 1:
        return label(concepts[0], lang)
    if all(concept.kind.has_level for concept in concepts):
        return say("title", lang)
    return "Codes"


def nearness_name(nearness: Nearness | None, lang: str) -> str:
    """Name a kind of nearness."""
    return say(nearness or "other", lang)


def short_line(lang: str) -> str:
    """Say why a group does not set the scale."""
    return say("short", lang).format(n=whole(SHORT, lang))


def foot(shape: Shape, lang: str) -> str:
    """Say what a figure rests on, and that nothing was found where that is so."""
    basis = shape.basis
    number = whole(basis.documents, lang)
    parts = [say("document" if basis.documents == 1 else "documents", lang).format(n=number)]
    parts.append(say("words", lang).format(n=whole(basis.words, lang)))
    if basis.left_out:
        parts.append(say("left_out", lang).format(n=whole(basis.left_out, lang)))
    if basis.guessed:
        parts.append(say("guessed", lang).format(n=whole(basis.guessed, lang)))
    parts.append(say("rules", lang).format(rules=edition_name(basis.rules, lang)))
    line = ", ".join(parts) + "."
    return f"{line} {say('nothing', lang)}" if shape.is_empty else line
