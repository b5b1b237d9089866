"""What the numbers of an export mean and what they rest on, in words for those who open it."""

from collections.abc import Iterator, Mapping
from typing import Any

from beloften.export.material import Material
from beloften.report.wording import edition_name
from beloften.run.result import READ
from beloften.rundir.run_info import edition_of

_NL = {
    "run": "Run",
    "program": "Programma",
    "codebook": "Codebook",
    "libraries": "Bibliotheken",
    "options": "Opties",
    "documents": "Documenten",
    "read": "{read} gelezen van {all} gevonden",
}
_EN = {
    "run": "Run",
    "program": "Program",
    "codebook": "Codebook",
    "libraries": "Libraries",
    "options": "Options",
    "documents": "Documents",
    "read": "{read} read of {all} found",
}
_MEANINGS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "nl": (
        ("bevinding", "Eén code in één zin. Een zin telt per code eens, hoe vaak de woorden er ook staan."),
        ("zinnen (n)", "Zinnen met de code, in de gelezen documenten van de gemeente."),
        ("rate", "Zinnen met de code per 10.000 woorden; kopregels en getallen zijn geen woorden."),
        (
            "low, high",
            (
                "Grenzen van het 95 %-betrouwbaarheidsinterval van de rate: bootstrap over documenten, bij "
                "één document over pagina's, bij minder dan vijf begrensd door een negatief-binomiale "
                "verdeling; exact volgens Poisson bij nul of waar niets te trekken valt."
            ),
        ),
        ("genoemd", "De belofte wordt naar voren gebracht; ‘belofte’ en ‘expliciet’ horen daarbij."),
        ("belofte", "Genoemd en aan nabijheid verbonden; ‘expliciet’ hoort daarbij."),
        ("expliciet", "Een belofte waarbij een verbindend woord (daardoor, zodat) tussen beide staat."),
        ("afgezet, onderschreven, neutraal", "Houding van de zin tegenover een waarde of logica."),
    ),
    "en": (
        ("bevinding", "A finding: one code in one sentence, which counts once per code."),
        ("zinnen (n)", "Sentences with the code, in the documents of the gemeente that were read."),
        ("rate", "Sentences with the code per 10,000 words; running heads and numbers are no words."),
        (
            "low, high",
            (
                "Limits of the 95 % confidence interval of the rate: bootstrap over documents, over pages "
                "for a single one, bounded by a negative binomial distribution for fewer than five; exact "
                "Poisson for a count of zero, or with nothing to resample."
            ),
        ),
        ("genoemd", "Named: the good is put forward; includes belofte and expliciet."),
        ("belofte", "Promised: named and tied to nearness; includes expliciet."),
        ("expliciet", "Promised, with a linking word (daardoor, zodat) between the two."),
        (
            "afgezet, onderschreven, neutraal",
            "Stance of the sentence towards a value or logic: turned against, upheld, neutral.",
        ),
    ),
}


def about(material: Material) -> Iterator[tuple[str, str]]:
    """Yield what the run was made with, and what each number means, as pairs of a name and a text."""
    info, words = material.run.info, _EN if material.lang == "en" else _NL
    read = sum(row.status in READ for row in material.run.documenten)
    yield words["run"], material.name
    yield words["program"], f"beloften {info['beloften']}"
    yield words["codebook"], rules_of(material)
    yield words["libraries"], _pairs(info["libraries"])
    if options := _pairs({name: value for name, value in info["options"].items() if value}):
        yield words["options"], options
    yield words["documents"], words["read"].format(read=read, all=len(material.run.documenten))
    yield from _MEANINGS[material.lang]


def rules_of(material: Material) -> str:
    """Return which rules a run was made with: beloften 0.3.0 (0a1b2c3d4e5f)."""
    return edition_name(edition_of(material.run.info), material.lang)


def _pairs(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in values.items())
