"""Makes the PDFs of the sample corpus from their Typst sources: `python corpora/voorbeeld/maak.py`."""
# ruff: noqa: INP001 - a script beside the corpus, part of no package

import sys
from pathlib import Path

import typst

HIER = Path(__file__).resolve().parent
BRON = HIER / "bron"
SJABLOON = "sjabloon.typ"


def bronnen() -> list[Path]:
    """Returns the Typst source of each nota, in the order of their names."""
    return sorted(path for path in BRON.glob("*.typ") if path.name != SJABLOON)


def maak(bron: Path) -> bytes:
    """Returns the PDF that a source makes; the same bytes on each machine with the same version of Typst.

    Fonts of the machine are left out: only those inside Typst are used. The sources set no date.

    Raises:
        typst.TypstError: the source does not compile.
    """
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
    pdf = typst.compile(bron, root=BRON, font_paths=fonts, format="pdf")
    return bytes(pdf)


def main() -> None:
    """Writes `<source>.pdf` beside this script for each source."""
    for bron in bronnen():
        doel = HIER / f"{bron.stem}.pdf"
        doel.write_bytes(maak(bron))
        sys.stderr.write(f"{doel.name}\n")


if __name__ == "__main__":
    main()
