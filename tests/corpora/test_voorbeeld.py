"""The sample corpus is what its README says: made up, remade from its sources, and varied in layout."""

import itertools
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pypdfium2 as pdfium
import pytest
import yaml

from beloften.corpus.discover import discover
from beloften.corpus.gemeenten import find_gemeente

VOORBEELD = Path(__file__).parents[2] / "corpora" / "voorbeeld"
MANIFEST = yaml.safe_load((VOORBEELD / "corpus.yaml").read_text(encoding="utf-8"))
DOCUMENTEN = MANIFEST["documenten"]
NAMES = [document["bestand"] for document in DOCUMENTEN]
MARGIN = 80  # points; heads and feet stand within it, the text does not
LONGEST_SHARED = 8  # words in a row


@contextmanager
def opened(name: str) -> Iterator[pdfium.PdfDocument]:
    document = pdfium.PdfDocument(VOORBEELD / name)
    try:
        yield document
    finally:
        document.close()


def read(page: pdfium.PdfPage, *, heads_and_feet: bool = False) -> str:
    """Text of a page, or of its upper and lower margin, with the words that lines break put together."""
    text_page = page.get_textpage()
    try:
        if heads_and_feet:
            bands = {"bottom": page.get_height() - MARGIN}, {"top": MARGIN}
            text = " ".join(text_page.get_text_bounded(**band) for band in bands)
        else:
            text = text_page.get_text_range()
    finally:
        text_page.close()
        page.close()
    return re.sub("[\u0002\u00ad\ufffe]", "", text)


def text_of(name: str) -> str:
    with opened(name) as document:
        return " ".join(" ".join(read(page) for page in document).split())


def runs_of_words(name: str, gemeente: str) -> set[tuple[str, ...]]:
    """Every run of nine words, leaving out the one sentence that the nota's do share."""
    text = text_of(name).replace(disclaimer(gemeente), "")
    words = re.findall(r"[^\W_]+", text.casefold())
    return set(zip(*(words[start:] for start in range(LONGEST_SHARED + 1)), strict=False))


def disclaimer(gemeente: str) -> str:
    return f"De gemeente {gemeente} bestaat niet; deze nota is geschreven als voorbeeld voor beloften."


def page_numbers() -> list[tuple[str, int, str, str]]:
    """The table of page numbers in the README: file, sheet counted from 1, printed number, label."""
    readme = (VOORBEELD / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\S+)` \| (\d+) \| (\S.*?) \| (\S+) \|$", readme, flags=re.MULTILINE)
    return [(name, int(sheet), printed, label) for name, sheet, printed, label in rows]


@pytest.mark.parametrize("name", NAMES)
def test_a_pdf_is_to_the_byte_what_its_source_makes(maak: ModuleType, name: str) -> None:
    bron = VOORBEELD / "bron" / Path(name).with_suffix(".typ").name
    assert maak.maak(bron) == (VOORBEELD / name).read_bytes()


def test_each_source_has_its_document_in_the_manifest(maak: ModuleType) -> None:
    assert sorted(bron.stem for bron in maak.bronnen("voorbeeld")) == sorted(
        Path(name).stem for name in NAMES
    )


def test_the_manifest_describes_every_pdf_and_no_other() -> None:
    corpus = discover([VOORBEELD])
    assert [source.path.name for source in corpus.sources] == sorted(NAMES)
    assert corpus.missing == ()
    assert corpus.warnings == ()
    assert {path.name for path in VOORBEELD.rglob("*.pdf")} == set(NAMES)


def test_two_nota_s_of_one_gemeente_and_year_are_told_apart_by_a_letter() -> None:
    citations = {source.name: source.citation for source in discover([VOORBEELD]).sources}
    assert citations["elzervoort-2014a.pdf"] == "Elzervoort 2014a"
    assert citations["elzervoort-2014b.pdf"] == "Elzervoort 2014b"
    assert citations["hollerdam-2013.pdf"] == "Hollerdam 2013"


@pytest.mark.parametrize("gemeente", sorted({document["gemeente"] for document in DOCUMENTEN}))
def test_each_gemeente_is_declared_because_the_official_list_does_not_have_it(gemeente: str) -> None:
    assert find_gemeente(gemeente) is None
    assert {"naam": gemeente} in MANIFEST["gemeenten"]


@pytest.mark.parametrize("document", DOCUMENTEN, ids=NAMES)
def test_each_nota_says_that_its_gemeente_is_made_up(document: dict[str, str]) -> None:
    text = text_of(document["bestand"])
    assert re.search(rf"gemeente {document['gemeente']} bestaat\s+niet", text)
    assert "als voorbeeld voor beloften" in text


@pytest.mark.parametrize("document", DOCUMENTEN, ids=NAMES)
def test_each_nota_carries_the_title_that_the_manifest_gives(document: dict[str, str]) -> None:
    with opened(document["bestand"]) as pdf:
        assert pdf.get_metadata_value("Title") == document["titel"]
    assert " ".join(document["titel"].split(". ")) in text_of(document["bestand"])


@pytest.mark.parametrize("name", NAMES)
def test_each_nota_has_eight_pages_or_more_of_its_own_text(name: str) -> None:
    with opened(name) as document:
        assert len(document) >= 8
    assert len(re.findall(r"[^\W\d_]{2,}", text_of(name))) >= 2800


def test_no_two_nota_s_share_a_sentence() -> None:
    """Not even nine words in a row, but for the sentence that says that they are made up."""
    runs = {
        document["bestand"]: runs_of_words(document["bestand"], document["gemeente"])
        for document in DOCUMENTEN
    }
    shared = {(one, other): runs[one] & runs[other] for one, other in itertools.combinations(runs, 2)}
    assert {pair: words for pair, words in shared.items() if words} == {}


def test_the_readme_has_page_numbers_of_every_nota() -> None:
    assert {name for name, *_ in page_numbers()} == set(NAMES)


@pytest.mark.parametrize(("name", "sheet", "printed", "label"), page_numbers())
def test_a_page_has_the_number_and_the_label_that_the_readme_says(
    name: str, sheet: int, printed: str, label: str
) -> None:
    with opened(name) as document:
        assert (document.get_page_label(sheet - 1) or "–") == label
        words = read(document[sheet - 1], heads_and_feet=True).split()
    if printed == "–":
        assert not any(word.isdigit() for word in words)
        return
    numbers = printed.split(" and ")
    assert set(numbers) <= set(words)
    if str(sheet) not in numbers:
        assert str(sheet) not in words
