"""Drawing: what is on paper is whole, the same each time, and brings its own letters."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from beloften.errors import UsageError
from beloften.report.figures import draw as drawing
from beloften.report.figures.draw import FORMS, draw_figure, form_of
from beloften.report.figures.paper import Board, fold, head_of, same_everywhere, text_width
from beloften.report.figures.shapes import FigureKind
from tests.report.figures.building import (
    AWKWARD,
    CODEBOOK,
    CORPORA,
    LONG,
    ONE_CODE,
    every_figure,
    shape_of,
    sixty,
    two,
)

ROOT = Path(__file__).parents[3]
START = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", FigureKind)
def test_every_figure_has_every_form(kind: FigureKind, form: str) -> None:
    assert draw_figure(shape_of(kind, two()), form).startswith(START[form])


@every_figure
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_text_sticks_out_of_a_figure_or_lies_over_other_text(
    kind: FigureKind, corpus: str, codes: tuple[str, ...], lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    boards: list[Board] = []

    def keep(board: Board, form: str, title: str) -> bytes:
        boards.append(board)
        return f"{form} {title}".encode()

    monkeypatch.setattr(Board, "save", keep)
    draw_figure(shape_of(kind, CORPORA[corpus](), codes), "png", lang)
    (board,) = boards
    with same_everywhere():
        FigureCanvasAgg(board.figure)  # measures text
        texts = [text for text in board.figure.findobj(Text) if isinstance(text, Text) and text.get_text()]
        boxes = [(text.get_text(), text.get_window_extent()) for text in texts]
    width, height = board.figure.bbox.size
    for words, box in boxes:
        assert box.x0 >= 0, words
        assert box.y0 >= 0, words
        assert box.x1 <= width, words
        assert box.y1 <= height, words
    # Boxes of letters are a little higher than their ink: only a real overlap counts.
    boxes.sort(key=lambda one: one[1].x0)
    for number, (words, box) in enumerate(boxes):
        for others, other in boxes[number + 1 :]:
            if other.x0 >= box.x1 - 1:
                break
            overlap = min(box.y1, other.y1) - max(box.y0, other.y0)
            assert overlap <= 0.35 * min(box.height, other.height), (words, others)


def test_the_same_figure_has_the_same_bytes_whatever_the_surroundings(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text("font.size: 30\nsavefig.facecolor: red\nsvg.fonttype: none\n")
    script = (
        "import hashlib, sys\n"
        "from beloften.report.figures.draw import FORMS, draw_figure\n"
        "from beloften.report.figures.shapes import FigureKind\n"
        "from tests.report.figures.building import shape_of, two\n"
        "for kind in FigureKind:\n"
        "    for form in FORMS:\n"
        "        print(kind, form, hashlib.sha256(draw_figure(shape_of(kind, two()), form)).hexdigest())\n"
    )

    def hashes(folder: Path, **surroundings: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **surroundings}
        command = [sys.executable, "-c", script]
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    there = hashes(tmp_path, PYTHONHASHSEED="7", SOURCE_DATE_EPOCH="1", LC_ALL="C", TZ="Asia/Tokyo")
    assert hashes(ROOT, PYTHONHASHSEED="1") == there
    assert len(there.splitlines()) == len(FigureKind) * len(FORMS)


def test_an_svg_needs_no_font_and_names_no_date() -> None:
    tree = ET.fromstring(draw_figure(shape_of(FigureKind.SCHEMA, two()), "svg"))  # noqa: S314 - our own
    names = {element.tag.rsplit("}", 1)[-1] for element in tree.iter()}
    assert "text" not in names
    assert "date" not in names
    assert "Beloften van nabijheid" in "".join(tree.itertext())


@pytest.mark.parametrize(("lang", "words"), [("nl", "4 Maatwerk"), ("en", "4 Tailored support")])
def test_the_text_of_a_pdf_can_be_searched_and_is_in_the_language_asked_for(lang: str, words: str) -> None:
    page = pypdfium2.PdfDocument(draw_figure(shape_of(FigureKind.DISPERSION, two()), "pdf", lang))[0]
    assert words in page.get_textpage().get_text_range()


def test_names_are_written_as_they_are() -> None:
    page = pypdfium2.PdfDocument(draw_figure(shape_of(FigureKind.HEATMAP, sixty()), "pdf"))[0]
    text = page.get_textpage().get_text_range()
    assert AWKWARD in text
    assert LONG in text


def test_sixty_gemeenten_fit_the_length_of_a_page() -> None:
    for kind in (FigureKind.HEATMAP, FigureKind.DOTS, FigureKind.YEARS):
        page = pypdfium2.PdfDocument(draw_figure(shape_of(kind, sixty(), ONE_CODE), "pdf"))[0]
        assert page.get_height() <= 842  # A4 in points


def test_text_is_broken_at_blanks_and_behind_hyphens() -> None:
    width = text_width("Leidschendam-") + 0.01
    assert fold("Leidschendam-Voorburg", width) == ["Leidschendam-", "Voorburg"]
    assert fold("Ee en Aa", width) == ["Ee en Aa"]
    assert fold("nota_van_aanpak", width) == ["nota_van_", "aanpak"]


def test_a_word_without_an_end_is_broken_and_kept_whole() -> None:
    lines = fold("Onbreekbaarheidsverklaring", 0.5)
    assert "".join(lines) == "Onbreekbaarheidsverklaring"
    assert max(map(text_width, lines)) <= 0.5


def test_the_number_of_a_belofte_stays_with_its_first_word() -> None:
    lines = fold(head_of(CODEBOOK.require("efficientie"), "nl"), text_width("2 Efficiëntie"))
    assert lines == ["2 Efficiëntie", "door korte", "lijnen"]


@pytest.mark.parametrize("name", ["figuur", "figuur.jpg", "svg"])
def test_a_file_of_another_form_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match=r"End its name on \.svg, \.png, \.pdf"):
        form_of(Path(name))


def test_the_form_is_the_end_of_the_name() -> None:
    assert form_of(Path("kaart.v2.PDF")) == "pdf"


def test_without_matplotlib_the_way_to_install_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"Leave out --out. Install it with: .*\[figures\]"):
        form_of(Path("kaart.svg"))
