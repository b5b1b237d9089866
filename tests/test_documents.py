"""What the documents show is what the program prints."""

from pathlib import Path

import pytest

from beloften.report.figures.shapes import FigureKind
from tools.pictures import made
from tools.transcripts import renewed

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "document",
    [
        "README.md",
        "docs/rules.md",
        "docs/validation.md",
        "docs/comparing.md",
        "docs/ci.md",
        "docs/figures.md",
        "docs/export.md",
    ],
)
def test_every_transcript_is_what_the_command_prints(document: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / document).read_text("utf-8")
    assert "```console" in text
    assert renewed(text) == text


def test_the_pictures_are_what_the_commands_beside_them_draw(tmp_path: Path) -> None:
    """Where this fails because rules or drawing changed: python tools/pictures.py docs/figures.md."""
    text = (ROOT / "docs" / "figures.md").read_text("utf-8")
    pictures = made(text, tmp_path)
    assert len(pictures) == len(FigureKind)
    for name, content in pictures.items():
        assert f"]({name.removeprefix('docs/')})" in text
        assert (ROOT / name).read_bytes() == content, name
