"""Makes the PDFs of the made-up corpora from their Typst sources: `python corpora/maak.py`."""
# ruff: noqa: INP001 - a script beside the corpora, part of no package

import sys
from pathlib import Path

import typst

HIER = Path(__file__).resolve().parent
CORPORA = ("voorbeeld", "zelfstudie")
SJABLOON = "sjabloon.typ"


def bronnen(corpus: str) -> list[Path]:
    """Returns the Typst source of each nota of a corpus, in the order of their names."""
    return sorted(path for path in (HIER / corpus / "bron").glob("*.typ") if path.name != SJABLOON)


def maak(bron: Path) -> bytes:
    """Returns the PDF that a source makes; the same bytes on each machine with the same version of Typst.

    Fonts of the machine are left out: only those inside Typst are used. The sources set no date.

    Raises:
        typst.TypstError: the source does not compile.
    """
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
    pdf = typst.compile(bron, root=HIER, font_paths=fonts, format="pdf")
    return bytes(pdf)


def main() -> None:
    """Writes `<source>.pdf` in the folder of its corpus for each source."""
    for corpus in CORPORA:
        for bron in bronnen(corpus):
            doel = HIER / corpus / f"{bron.stem}.pdf"
            doel.write_bytes(maak(bron))
            sys.stderr.write(f"{corpus}/{doel.name}\n")


if __name__ == "__main__":
    main()
