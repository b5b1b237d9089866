"""Words and lines of the tables of a comparison, in Dutch and in English."""

_WORDS = {
    "rest": ("de rest", "the rest"),
    "group": ("groep", "group"),
    "distinctive": ("Kenmerkend: {level}, tegenover de rest", "Distinctive: {level}, against the rest"),
    "note_distinctive": (
        (
            "Log2 van de verhouding van de aantallen per 10.000 woorden: 1 is twee keer zo vaak, -1 half zo "
            "vaak (genoemd). * p < 0,05 na correctie, ° alleen ervoor."
        ),
        (
            "Log2 of the ratio of the rates per 10,000 words: 1 is twice as often, -1 half as often (named). "
            "* p < 0.05 after correction, ° only before."
        ),
    ),
    "shade_distinctive": (
        "Gekleurd: vaker dan de rest, met p < 0,05.",
        "Coloured: more often than the rest, with p < 0.05.",
    ),
    "differences": ("Verschillen: beloften, {level}", "Differences: promises, {level}"),
    "differences_other": (
        "Verschillen: logica's en de andere codes",
        "Differences: logics and the other codes",
    ),
    "note_differences": (
        (
            "De {shown} met de kleinste p van {total} vergelijkingen (alle: --format csv). Per 10.000 "
            "woorden; log2 van de verhouding; p door documenten te herverdelen, en na Holm."
        ),
        (
            "The {shown} with the smallest p of {total} comparisons (all: --format csv). Per 10,000 words; "
            "log2 of the ratio; p by reallocating documents, and after Holm."
        ),
    ),
    "note_all_differences": (
        "Per 10.000 woorden; log2 van de verhouding; p door documenten te herverdelen, en na Holm.",
        "Per 10,000 words; log2 of the ratio; p by reallocating documents, and after Holm.",
    ),
    "other_rate": ("ander", "other"),
    "rate": ("per 10.000", "per 10,000"),
    "note_zero": (
        "Alleen: alleen deze groep heeft het; geen: alleen de andere; –: geen van beide.",
        "Alone: only this group has it; none: only the other; –: neither.",
    ),
    "alone": ("alleen", "alone"),
    "none": ("geen", "none"),
    "log_ratio": ("log2", "log2"),
    "logicas_contrast": ("Contrastindex per logica: {level}", "Contrast index per logic: {level}"),
    "note_contrast": (
        (
            "(beloofd - onderschreven) / (beloofd + onderschreven), met 95 %: 1 is alleen beloften tegen de "
            "logica, -1 alleen haar waarden onderschreven. Tussen haakjes de aantallen zinnen."
        ),
        (
            "(promised - upheld) / (promised + upheld), with 95 %: 1 is only promises against the logic, -1 "
            "only its values upheld. In brackets the numbers of sentences."
        ),
    ),
    "values": (
        "Waarden van afstand: zinnen beloofd, afgezet, onderschreven",
        "Values of distance: sentences promised, turned against, upheld",
    ),
    "note_values": (
        (
            "! onbeschut: het tegendeel wordt beloofd, en de waarde nergens onderschreven. ~ minder vaak "
            "onderschreven dan het tegendeel beloofd."
        ),
        (
            "! unsecured: the opposite is promised, and the value nowhere upheld. ~ upheld less often than "
            "the opposite is promised."
        ),
    ),
    "value": ("waarde", "value"),
    "tekorten": ("Aanwijzingen voor de drie tekorten", "Indications of the three deficits"),
    "note_tekorten": (
        (
            "(voor - tegen) / (voor + tegen), met 95 %, en de aantallen zinnen: 1 is alles voor het tekort, "
            "-1 alles ertegen. Een aanwijzing in de tekst van het beleid, niet het tekort zelf."
        ),
        (
            "(for - against) / (for + against), with 95 %, and the numbers of sentences: 1 is all for the "
            "deficit, -1 all against. An indication in the text of policy, not the deficit itself."
        ),
    ),
    "professioneel": ("professioneel", "professional"),
    "democratisch": ("democratisch", "democratic"),
    "solidariteit": ("solidariteit", "solidarity"),
    "parts": ("De delen van de tekorten", "The parts of the deficits"),
    "note_parts": (
        "Zinnen per 10.000 woorden; + wijst op het tekort, - telt ertegen.",
        "Sentences per 10,000 words; + indicates the deficit, - counts against it.",
    ),
    "part": ("deel", "part"),
    "gelijkenis": ("Gelijkenis van de profielen: {level}", "Similarity of profiles: {level}"),
    "note_gelijkenis": (
        (
            "1 min de Hellinger-afstand van de verdeling over de beloften: 1 is gelijk. Volgorde: eerste as "
            "van een correspondentieanalyse{inertia}. Zonder belofte geen profiel."
        ),
        (
            "1 less the Hellinger distance of how promises are divided: 1 is alike. Order: first axis of a "
            "correspondence analysis{inertia}. Without promises no profile."
        ),
    ),
    "inertia": (" ({share} % van de verschillen)", " ({share} % of the differences)"),
    "as": ("as", "axis"),
    "zin": ("Samen in een zin", "Together in a sentence"),
    "alinea": ("Samen in een alinea", "Together in a paragraph"),
    "pagina": ("Samen op een pagina", "Together on a page"),
    "note_samenhang": (
        "De {shown} paren die het verst boven het verwachte liggen, van {total}. Log2: samen door verwacht.",
        "The {shown} pairs furthest above what is expected, of {total}. Log2 of together by expected.",
    ),
    "together": ("samen", "together"),
    "with_one": ("met de een", "with one"),
    "with_other": ("met de ander", "with other"),
    "expected": ("verwacht", "expected"),
    "dubbel": ("Gedeelde tekst", "Shared text"),
    "note_dubbel": (
        (
            "Zinnen van acht woorden of meer die beide hebben; deel: van de woorden van het kortste "
            "document. Van twee versies blijft met --once de eerste (1) of de tweede (2)."
        ),
        (
            "Sentences of eight words or more that both have; part: of the words of the shorter document. "
            "Of two versions --once keeps the first (1) or the second (2)."
        ),
    ),
    "document": ("document", "document"),
    "shared_words": ("woorden", "words"),
    "version": ("versie", "version"),
    "none_shared": ("Geen twee documenten delen tekst.", "No two documents share text."),
    "no_profile": ("Geen groep doet een belofte.", "No group makes a promise."),
    "single": (
        "Van één document; het interval zegt niet hoe een volgend document zou zijn: {names}.",
        "Of a single document; the interval does not tell what another would be like: {names}.",
    ),
    "few": (
        "Met weinig zinnen met een belofte, zodat verschillen niet veel zeggen: {names}.",
        "With few sentences with a promise, so that differences say little: {names}.",
    ),
}


def compare_word(key: str, lang: str, **values: object) -> str:
    """Return a word or line of these tables in a language, "nl" or "en", with values filled in."""
    dutch, english = _WORDS[key]
    return (english if lang == "en" else dutch).format(**values)


def signed(value: float | None, lang: str, decimals: int = 1) -> str:
    """Return a number with its sign; "–" for none."""
    if value is None:
        return "–"
    text = f"{value:+.{decimals}f}"
    text = text if float(text) else text[1:]
    return text if lang == "en" else text.replace(".", ",")


def limits(low: float | None, high: float | None, lang: str) -> str:
    """Return an interval of numbers with a sign, open where a limit is missing."""
    if low is None and high is None:
        return "–"
    lower = "-∞" if low is None else signed(low, lang)
    return f"{lower} … {'∞' if high is None else signed(high, lang)}"


def chance(value: float | None, lang: str) -> str:
    """Return a p-value with three decimals."""
    if value is None:
        return "–"
    text = f"{value:.3f}" if value >= 0.0005 else "<0.001"  # noqa: PLR2004 - what three decimals can show
    return text if lang == "en" else text.replace(".", ",")


def remarks_on_few(names_single: list[str], names_few: list[str], lang: str) -> tuple[str, ...]:
    """Return the warnings for groups of which little can be said."""
    lines = []
    for key, names in (("single", names_single), ("few", names_few)):
        if names:
            lines.append(compare_word(key, lang, names=", ".join(names)))
    return tuple(lines)
