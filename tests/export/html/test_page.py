"""The file as it is written; what a browser makes of it is in test_browser.py."""

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from beloften.export.asked import ExportFormat
from beloften.export.codes import code_rows
from beloften.export.formats import export_run
from beloften.export.html.choice import EMBEDDED
from beloften.export.html.words import say, script_words
from tests.export.building import hostile, sample
from tests.export.html.building import illustrated, report


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    return report(illustrated(), tmp_path_factory.mktemp("rapport")).read_text("utf-8")


class Tags(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_page_may_load_nothing_and_run_only_its_own_script(text: str) -> None:
    policy = next(
        attributes["content"] or ""
        for _, attributes in Tags(text).found
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; ")
    assert "img-src data:;" in policy
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_nothing_is_fetched_from_anywhere(text: str) -> None:
    for tag, attributes in Tags(text).found:
        assert tag not in {"link", "iframe", "object", "img"}
        assert not {"src", "style", "onclick", "onload"} & set(attributes), (tag, attributes)
        assert (attributes.get("href") or "#").startswith("#")


def test_no_part_of_the_script_reads_text_as_markup(text: str) -> None:
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", text
    )


def test_the_same_run_makes_the_same_bytes(text: str, tmp_path: Path) -> None:
    assert report(illustrated(), tmp_path).read_text("utf-8") == text


def test_as_many_pictures_as_fit_are_in_the_file(text: str) -> None:
    assert 0 < text.count("data:image/") <= EMBEDDED
    assert say("pictures_some", "nl").format(n=EMBEDDED) in text


def test_without_the_documents_the_report_says_that_it_has_no_pictures(tmp_path: Path) -> None:
    path = tmp_path / "rapport.html"
    (remark,) = export_run(sample(), ExportFormat.HTML, path)
    assert "7 documents are not at hand" in remark
    assert "--documents" in remark
    text = path.read_text("utf-8")
    assert say("pictures_none", "nl") in text
    assert "data:image" not in text


def test_documents_that_were_not_read_are_named_with_the_reason(tmp_path: Path) -> None:
    material = sample()
    rows = list(material.run.documenten)
    rows[0] = replace(rows[0], status="encrypted", remark="The PDF is encrypted.")
    text = report(replace(material, run=replace(material.run, documenten=tuple(rows))), tmp_path).read_text()
    assert "6 van de 7 documenten zijn gelezen." in text
    assert "beveiligd met een wachtwoord" in text
    assert "The PDF is encrypted." in text


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_codebook_method_and_versions_stand_at_the_end(lang: str, tmp_path: Path) -> None:
    material = replace(sample(), lang=lang)  # type: ignore[arg-type] # one of the two
    text = report(material, tmp_path).read_text("utf-8")
    assert f'<html lang="{lang}">' in text
    for heading in ("codebook", "method", "made_with"):
        assert say(heading, lang) in text
    assert material.run.info["codebook"]["sha256"] in text
    assert all(row.sha256 in text for row in material.run.documenten)
    assert all(f'id="code-{code.code}"' in text for code in code_rows(material.run.rules))


def test_words_that_are_meant_as_words_are_set_apart(text: str) -> None:
    assert '<em lang="nl">passende hulp</em>' in text


def test_hostile_texts_make_no_tags(tmp_path: Path) -> None:
    tags = [tag for tag, _ in Tags(report(hostile(), tmp_path).read_text("utf-8")).found]
    assert tags.count("script") == 3
    assert tags.count("h1") == 1
    assert tags.count("style") == tags.count("title") == 1


def test_every_word_is_there_in_both_languages() -> None:
    assert script_words("nl").keys() == script_words("en").keys()
    assert all(script_words("nl").values())
    assert all(script_words("en").values())
