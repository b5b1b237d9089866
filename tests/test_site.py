"""The documentation as a site, and its links there and in the repository."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from playwright.sync_api import sync_playwright

from tools import site

ROOT = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium")
PAGES = sorted(name for name in site.needed() if name.endswith(".md"))
LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "object": "data"}
"""What a browser gets by itself, beside style sheets and the like, and the attribute that says where."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site; where a link between pages or an anchor leads nowhere it is not built."""
    return site.build(tmp_path_factory.mktemp("site"))


def test_every_page_of_the_documentation_is_in_the_navigation() -> None:
    pages = {page.relative_to(ROOT).as_posix() for page in (ROOT / "docs").rglob("*.md")}
    missing = pages - set(site.navigation())
    assert not missing, "Give these a place in zensical.toml."
    assert all((ROOT / page).is_file() for page in site.navigation())


def test_every_link_of_the_site_leads_to_a_file_and_a_place_that_are_there(built: Path) -> None:
    read = {page: _Html.of(page) for page in built.rglob("*.html") if page.name != "404.html"}
    for page, html in read.items():
        for link in html.links:
            parts = urlsplit(link)
            if parts.scheme or link.startswith("//"):
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            assert target.is_file() or target == built, f"{page.name}: {link}"
            if parts.fragment and target in read:
                assert unquote(parts.fragment) in read[target].places, f"{page.name}: {link}"


def test_no_page_of_the_site_loads_anything_from_elsewhere(built: Path) -> None:
    for page in built.rglob("*.html"):
        foreign = [link for link in _Html.of(page).loaded if urlsplit(link).netloc]
        assert not foreign, page


@pytest.mark.skipif(not CHROMIUM, reason="needs the program chromium: apt-get install chromium")
def test_a_browser_that_opens_the_pages_from_disk_asks_no_other_machine(built: Path) -> None:
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        tab = browser.new_page()
        tab.on("request", lambda request: asked.append(request.url))
        for page in PAGES:
            name = re.sub("README$", "index", page.removesuffix(".md"))
            tab.goto((built / f"{name}.html").as_uri(), wait_until="load")
            assert tab.locator("h1").count() == 1, page
        browser.close()
    assert len(asked) > len(PAGES)
    assert not [url for url in asked if not url.startswith(("file:", "data:"))]


@pytest.mark.parametrize("page", PAGES)
def test_every_link_in_the_repository_leads_to_a_file_and_a_heading_that_are_there(page: str) -> None:
    for link in _links(_tokens(page)):
        parts = urlsplit(link)
        if parts.scheme:
            continue
        target = (ROOT / page).parent / unquote(parts.path) if parts.path else ROOT / page
        assert target.is_file(), link
        if parts.fragment:
            assert unquote(parts.fragment) in _anchors(target), link


class _Html(HTMLParser):
    """The links, the loaded addresses and the places of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.places: set[str] = set()

    @classmethod
    def of(cls, page: Path) -> "_Html":
        read = cls()
        read.feed(page.read_text("utf-8"))
        return read

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.places |= {given[name] for name in ("id", "name") if name in given}
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "link" and given.get("rel") not in {"canonical", "prev", "next"}:
            self.loaded.append(given["href"])
        elif LOADED.get(tag) in given:
            self.loaded.append(given[LOADED[tag]])


def _tokens(page: str) -> list[Token]:
    return MarkdownIt().enable("table").parse((ROOT / page).read_text("utf-8"))


def _links(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        for name in ("href", "src"):
            if name in token.attrs:
                yield str(token.attrs[name])
        yield from _links(token.children or [])


def _anchors(page: Path) -> set[str]:
    """Return the anchors that forges give to the headings of a page, and those that the page itself sets."""
    text = page.read_text("utf-8")
    anchors = set(re.findall(r'<a (?:id|name)="([^"]+)"', text))
    tokens = MarkdownIt().enable("table").parse(text)
    seen = Counter[str]()
    for opening, heading in pairwise(tokens):
        if opening.type == "heading_open":
            words = "".join(part.content for part in heading.children or ())
            name = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
            anchors.add(f"{name}-{seen[name]}" if seen[name] else name)
            seen[name] += 1
    return anchors
