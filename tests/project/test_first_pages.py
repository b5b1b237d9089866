"""The first page of each document is read, and one that cannot be read costs no other."""

import shutil
from pathlib import Path

import pytest

from beloften.errors import UnreadableError
from beloften.project import first_pages as module
from beloften.project.first_pages import first_page, first_pages

VOORBEELD = Path(__file__).parents[2] / "corpora" / "voorbeeld"


def test_pages_come_with_the_title_of_the_file_in_the_order_asked_for(tmp_path: Path) -> None:
    good = VOORBEELD / "hollerdam-2013.pdf"
    text = tmp_path / "nota.txt"
    text.write_text("Gemeente Goes\n\nNota Wmo\n" + "Hulp in de buurt. " * 1000)
    broken = tmp_path / "kapot.pdf"
    broken.write_bytes(b"%PDF-1.4 en niets meer")
    found = dict(first_pages([broken, good, tmp_path / "weg.pdf", text]))
    assert list(found) == [broken, good, tmp_path / "weg.pdf", text]
    assert found[broken] is found[tmp_path / "weg.pdf"] is None
    page = found[good]
    assert page
    assert page.title.startswith("Gelijke gevallen.")
    assert "Gemeente Hollerdam" in page.text
    beginning = found[text]
    assert beginning
    assert beginning.text.startswith("Gemeente Goes\nNota Wmo")
    assert len(beginning.text) <= 3000


def test_a_document_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WALL_SECONDS", 0)
    paths = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for path in paths:
        shutil.copy(VOORBEELD / "hollerdam-2013.pdf", path)
    assert list(first_pages(paths)) == [(paths[0], None), (paths[1], None)]


def test_a_file_that_is_no_document_is_an_error() -> None:
    with pytest.raises(UnreadableError):
        first_page(b"\xff\xd8\xff", "foto.jpg")
