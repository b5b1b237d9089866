"""The documents of a run for BibTeX and BibLaTeX."""

from collections.abc import Iterator

from beloften.export.material import Material
from beloften.export.references import Reference, references
from beloften.safe_text import latex_text


def text(material: Material) -> str:
    """Return an entry per document that was read, in UTF-8, with the gemeente as its author."""
    return "\n".join("\n".join(_lines(reference)) for reference in references(material.run))


def _lines(reference: Reference) -> Iterator[str]:
    kind = "techreport" if reference.gemeente and reference.soort else "misc"
    fields = {
        "author": reference.gemeente and f"{{{latex_text(reference.gemeente)}}}",
        "title": f"{{{latex_text(reference.titel)}}}",
        "year": str(reference.jaar or ""),
        "institution": f"Gemeente {latex_text(reference.gemeente)}" if kind == "techreport" else "",
        "type": latex_text(reference.soort) if kind == "techreport" else "",
        "howpublished": latex_text(reference.soort) if kind == "misc" else "",
        "key": "" if reference.gemeente else latex_text(reference.titel),  # to sort by
        "sorttitle": reference.citation and latex_text(reference.citation),  # BibLaTeX gives the same letters
    }
    yield f"@{kind}{{{reference.key},"
    yield from (f"  {name} = {{{value}}}," for name, value in fields.items() if value)
    yield "}\n"
