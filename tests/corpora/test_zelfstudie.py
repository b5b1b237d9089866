"""The nota's of the tutorial are made up, remade from their sources, and their own text."""

import re
from pathlib import Path
from types import ModuleType

import pypdfium2 as pdfium
import pytest

ZELFSTUDIE = Path(__file__).parents[2] / "corpora" / "zelfstudie"
VOORBEELD = ZELFSTUDIE.with_name("voorbeeld")
GEMEENTEN = {"elzervoort-2017": "Elzervoort", "hollerdam-2015": "Hollerdam", "hollerdam-2016": "Hollerdam"}
IN_A_ROW = 9  # words


def text_of(path: Path) -> str:
    with pdfium.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(re.sub("[\u0002\u00ad\ufffe]", "", " ".join(pages)).split())


def runs_of_words(text: str) -> set[tuple[str, ...]]:
    own = re.sub(r"De gemeente \w+ bestaat niet;.*?voor beloften\.", "", text)
    words = re.findall(r"[^\W_]+", own.casefold())
    return set(zip(*(words[start:] for start in range(IN_A_ROW)), strict=False))


@pytest.mark.parametrize("name", GEMEENTEN)
def test_a_pdf_is_to_the_byte_what_its_source_makes(maak: ModuleType, name: str) -> None:
    bron = ZELFSTUDIE / "bron" / f"{name}.typ"
    assert maak.maak(bron) == (ZELFSTUDIE / f"{name}.pdf").read_bytes()


def test_each_source_has_its_pdf_and_the_readme_names_them(maak: ModuleType) -> None:
    assert [bron.stem for bron in maak.bronnen("zelfstudie")] == sorted(GEMEENTEN)
    named = re.findall(
        r"^\| `(\S+)\.pdf` \| (\w+) \|", (ZELFSTUDIE / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert dict(named) == GEMEENTEN


@pytest.mark.parametrize(("name", "gemeente"), GEMEENTEN.items())
def test_each_nota_says_that_its_gemeente_is_made_up(name: str, gemeente: str) -> None:
    said = f"De gemeente {gemeente} bestaat niet; deze nota is geschreven als voorbeeld voor beloften."
    assert said in text_of(ZELFSTUDIE / f"{name}.pdf")


def test_no_two_nota_s_share_nine_words_in_a_row() -> None:
    runs = {path.stem: runs_of_words(text_of(path)) for path in sorted(ZELFSTUDIE.glob("*.pdf"))}
    others = {path.stem: runs_of_words(text_of(path)) for path in sorted(VOORBEELD.glob("*.pdf"))}
    for name, own in runs.items():
        for other, words in {**runs, **others}.items():
            assert name == other or not own & words, (name, other)
