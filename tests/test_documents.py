"""What the documents show is what the program prints."""

from pathlib import Path

import pytest

from tools.transcripts import renewed

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "document", ["README.md", "docs/rules.md", "docs/validation.md", "docs/comparing.md", "docs/ci.md"]
)
def test_every_transcript_is_what_the_command_prints(document: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / document).read_text("utf-8")
    assert "```console" in text
    assert renewed(text) == text
