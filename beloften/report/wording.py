"""Words and numbers of the tables, in Dutch and in English."""

from collections.abc import Iterator

from beloften.codebook.schema import Concept, Edition

_WORDS = {
    "belofte": ("belofte", "promise"),
    "against": ("tegenover", "stands against"),
    "genoemd": ("genoemd", "named"),
    "expliciet": ("expliciet", "explicit"),
    "afgezet": ("afgezet", "turned against"),
    "onderschreven": ("onderschreven", "upheld"),
    "neutraal": ("neutraal", "neutral"),
    "afg": ("afg.", "agst"),
    "ond": ("ond.", "upld"),
    "neu": ("neu.", "neut"),
    "interval": ("95 %", "95 %"),
    "sentences": ("zinnen", "sentences"),
    "per_words": ("per 10.000 woorden", "per 10,000 words"),
    "beloften": ("Beloften van nabijheid", "Promises of nearness"),
    "logicas": ("Logica's en hun waarden", "Logics and their values"),
    "wider": ("De wijdere logica's", "The wider logics"),
    "rest": ("Nabijheid, zelfredzaamheid en meer", "Nearness, self-reliance and more"),
    "logica": ("logica, waarde", "logic, value"),
    "code": ("code", "code"),
    "documents": ("Documenten", "Documents"),
    "all_sentences": ("Zinnen", "Sentences"),
    "words": ("Woorden", "Words"),
    "with_genoemd": ("Zinnen die noemen", "Sentences naming"),
    "with_belofte": ("Zinnen met belofte", "With a promise"),
    "with_expliciet": ("Zinnen, expliciet", "Explicitly"),
    "share": ("in % van de zinnen", "as % of sentences"),
    "note_level": (
        "Zinnen per 10.000 woorden: {level} (genoemd). Een belofte is een goed, verbonden aan nabijheid.",
        "Sentences per 10,000 words: {level} (named). A promise is a good that is tied to nearness.",
    ),
    "note_genoemd": (
        "Zinnen per 10.000 woorden die het goed noemen, aan nabijheid verbonden of niet.",
        "Sentences per 10,000 words that name the good, tied to nearness or not.",
    ),
    "note_interval": (
        "95 %: betrouwbaarheidsinterval van het eerste getal.",
        "95 %: confidence interval of the rate.",
    ),
    "note_heat": (
        "Hoe donkerder, hoe hoger binnen de rij.",
        "The darker, the higher within the row.",
    ),
    "note_heat_column": (
        "Hoe donkerder, hoe hoger binnen de kolom.",
        "The darker, the higher within the column.",
    ),
    "note_logicas": (
        "Zinnen per 10.000 woorden: afgezet, onderschreven, neutraal.",
        "Sentences per 10,000 words: turned against, upheld, neutral.",
    ),
    "note_heat_against": ("De kleur volgt afgezet.", "The colour follows turned against."),
    "note_bold": ("Vet: het hoogste.", "Bold: the highest."),
    "note_rest": ("Zinnen per 10.000 woorden.", "Sentences per 10,000 words."),
    "unread": ("Niet gelezen", "Not read"),
    "look_at": ("Gelezen, maar kijk ze na", "Read, but to be looked at"),
    "guessed": (
        "Van {n} van de {total} documenten is de gemeente of het jaar geraden.",
        "Of {n} of the {total} documents the gemeente or the year was guessed.",
    ),
    "no_gemeente": (
        "Van {n} is de gemeente niet bekend: vul haar in in corpus.yaml (`beloften init` maakt dat).",
        "Of {n} the gemeente is not known: say it in corpus.yaml (`beloften init` makes it).",
    ),
    "rules": ("Regels", "Rules"),
    "extends": ("boven op", "on top of"),
    "corrected": ("Gecorrigeerd voor de gemeten fouten", "Corrected for the measured error"),
    "note_corrected": (
        "Zinnen per 10.000 woorden: gevonden → gecorrigeerd (95 %); – waar de validatie te weinig zegt.",
        "Sentences per 10,000 words: found → corrected (95 %); – where the validation says too little.",
    ),
    "nothing": ("Er is geen document gelezen.", "No document was read."),
    "onbekend": ("onbekend", "unknown"),
    "pages": ("pagina's", "pages"),
    "partial": ("deels gelezen", "read in part"),
    "other-language": ("andere taal", "other language"),
    "empty": ("leeg", "empty"),
    "scanned": ("scan zonder tekst", "scan without text"),
    "garbled": ("onleesbare tekstlaag", "garbled text layer"),
    "encrypted": ("beveiligd met een wachtwoord", "protected by a password"),
    "damaged": ("beschadigd", "damaged"),
    "unsupported": ("soort bestand dat niet wordt gelezen", "kind of file that is not read"),
    "missing": ("niet gevonden", "missing"),
    "timeout": ("duurde te lang", "took too long"),
    "memory": ("vroeg te veel geheugen", "took too much memory"),
    "crashed": ("liep vast", "crashed"),
}


def word(key: str, lang: str) -> str:
    """Return a word or line of the tables in a language, "nl" or "en"."""
    dutch, english = _WORDS[key]
    return english if lang == "en" else dutch


def label(concept: Concept, lang: str) -> str:
    """Return the name of a concept, a belofte with its number before it."""
    name = concept.label.en if lang == "en" else concept.label.nl
    return f"{concept.number} {name}" if concept.number and concept.kind == "belofte" else name


def guess_line(guessed: int, total: int, lang: str) -> str:
    """Say of how many documents the gemeente or the year is a guess; "" where of none."""
    return word("guessed", lang).format(n=whole(guessed, lang), total=whole(total, lang)) if guessed else ""


def edition_line(edition: Edition, lang: str) -> str:
    """Return which rules results rest on: Regels: eigen 1.0.0 (0a1b2c3d4e5f), boven op beloften 0.2.0 (…)."""
    return f"{word('rules', lang)}: {edition_name(edition, lang)}"


def edition_name(edition: Edition, lang: str) -> str:
    """Return the rules by name, version and the first digits of their hash, with those that they extend."""
    return f", {word('extends', lang)} ".join(_editions(edition))


def _editions(edition: Edition | None) -> Iterator[str]:
    while edition:
        yield f"{edition.name} {edition.version} ({edition.sha256[:12]})"
        edition = edition.extends


def rate(value: float | None, lang: str) -> str:
    """Return a rate with one decimal, from 100 on without, so that it never takes more than four places."""
    if value is None:
        return "–"
    text = f"{value:.1f}"
    text = text if len(text) <= len("99.9") else f"{value:.0f}"
    return text if lang == "en" else text.replace(".", ",")


def whole(number: int, lang: str) -> str:
    """Return a whole number with its thousands apart."""
    return f"{number:,}" if lang == "en" else f"{number:,}".replace(",", ".")
