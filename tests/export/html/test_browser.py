"""The report in a real browser: what a reader can do with it, by mouse and by keyboard."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from beloften.export.asked import ExportFormat
from beloften.export.formats import export_run
from beloften.safe_text import visible
from tests.export.building import hostile, sample
from tests.export.html.building import illustrated, report

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="needs the program chromium: apt-get install chromium")
RUN = sample().run


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # as root, as in a container, Chromium starts without its sandbox only
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rapporten")
    report(illustrated(), folder)
    report(hostile(), folder)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page; whatever it asks of the network or complains about fails the test."""
    complaints: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith(("file:", "data:")) else complaints.append(request.url)
        ),
    )
    yield page
    page.close()
    assert complaints == []


@pytest.fixture
def opened(page: Page, folder: Path) -> Page:
    page.goto((folder / "voorbeeld.html").as_uri())
    return page


def test_pictures_beside_the_page_are_shown(page: Page, tmp_path: Path) -> None:
    material = illustrated()
    run = replace(material.run, bevindingen=material.run.bevindingen[:3])
    export_run(replace(material, run=run), ExportFormat.HTML_FOLDER, tmp_path / "rapport")
    page.goto((tmp_path / "rapport" / "report.html").as_uri())
    page.locator("#list button").first.click()
    image = page.locator("#reader img").first
    assert (image.get_attribute("src") or "").startswith("pictures/")
    page.wait_for_function("document.querySelector('#reader img').complete")
    assert image.evaluate("image => image.naturalWidth") > 300


def test_a_run_in_which_nothing_was_read_says_so_without_complaint(page: Page, tmp_path: Path) -> None:
    unread = tuple(replace(row, status="damaged") for row in RUN.documenten)
    run = replace(RUN, documenten=unread, bevindingen=(), tellingen=())
    page.goto(report(replace(sample(), run=run), tmp_path).as_uri())
    assert "0 van de 7 documenten zijn gelezen." in page.locator("#read").inner_text()
    assert page.locator("#found").inner_text() == "Geen zin voldoet hieraan."


def sentences_with(code: str, **fields: str) -> set[tuple[str, int]]:
    return {
        (row.document, row.sentence_index)
        for row in RUN.bevindingen
        if row.code == code and all(getattr(row, name) == value for name, value in fields.items())
    }


def listed(page: Page) -> int:
    """Show the whole list, and count it."""
    while page.locator("#more").is_visible():
        page.locator("#more").click()
    return page.locator("#list > li").count()


def test_each_number_of_the_table_opens_the_quotations_that_it_rests_on(opened: Page) -> None:
    cells = {
        (row.code, row.group): row.zinnen
        for row in RUN.tellingen
        if row.measure == "genoemd" and row.kind == "belofte" and row.zinnen
    }
    opened.get_by_label("genoemd", exact=True).check()
    links = opened.locator("#rates tbody td a")
    compared = 0
    for number in range(0, links.count(), 3):  # one in three: each takes a while
        links.nth(number).click()
        group, _, code = (opened.locator("#filters select").nth(place) for place in range(3))
        key = code.input_value(), group.locator("option:checked").inner_text()
        if key in cells:
            assert listed(opened) == cells[key]
            compared += 1
    assert compared > 5


def test_the_list_is_filtered_by_code_gemeente_stance_and_text(opened: Page) -> None:
    opened.get_by_label("Code", exact=True).select_option("markt")
    opened.get_by_label("Houding", exact=True).select_option("afgezet")
    assert listed(opened) == len(sentences_with("markt", stance="afgezet"))
    opened.get_by_label("Gemeente", exact=True).select_option(label="Hollerdam")
    assert listed(opened) == len(sentences_with("markt", stance="afgezet", gemeente="Hollerdam"))
    assert opened.locator("#found").inner_text().endswith("Marktlogica\u00a0· afgezet\u00a0· Hollerdam")
    opened.get_by_role("button", name="Wis de filters").click()
    row = next(row for row in RUN.bevindingen if len(row.sentence) > 60)
    opened.get_by_label("Zoek in de tekst").fill(row.sentence[:50].upper())
    assert listed(opened) >= 1
    assert opened.locator("#list .quote").first.inner_text() == row.sentence


def test_the_way_back_leads_to_the_question_before(opened: Page) -> None:
    opened.goto(opened.url + "#code=maatwerk&level=genoemd")
    before = listed(opened)
    opened.goto(opened.url.split("#")[0] + "#code=markt")
    opened.go_back()
    assert opened.get_by_label("Code", exact=True).input_value() == "maatwerk"
    assert listed(opened) == before


def test_a_quotation_shows_its_context_what_found_it_and_its_page(opened: Page) -> None:
    row = next(row for row in RUN.bevindingen if row.code == "maatwerk" and row.level == "expliciet")
    opened.goto(opened.url + "#code=maatwerk&level=expliciet")
    opened.get_by_role("button", name=row.citation).first.click()
    reader = opened.get_by_role("dialog")
    said = reader.inner_text()
    for part in (row.citation, row.heading, row.before, row.after, row.pattern, row.cue, row.document):
        assert part in said
    assert reader.locator(".own").inner_text() == row.sentence
    assert row.words in reader.locator("mark.words").all_inner_texts()
    assert row.cue in "".join(reader.locator("mark.cue").all_inner_texts())
    image = reader.locator("img")
    assert row.words in (image.get_attribute("alt") or "")
    assert image.evaluate("image => image.complete && image.naturalWidth") > 300


def test_all_is_reached_by_the_keyboard_and_escape_closes(opened: Page) -> None:
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.className") == "skip"
    opened.goto(opened.url + "#code=nabijheid")
    for _ in range(60):
        opened.keyboard.press("Tab")
        if opened.evaluate("document.activeElement.closest('#list')"):
            break
    assert opened.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    citation = opened.evaluate("document.activeElement.innerText")
    opened.keyboard.press("Enter")
    assert opened.locator("#reader-title").inner_text() == citation
    opened.keyboard.press("ArrowRight")
    assert "2 van" in opened.locator("#reader .bar-top").inner_text()
    opened.keyboard.press("Escape")
    assert not opened.get_by_role("dialog").is_visible()
    second = opened.locator("#list > li").nth(1).get_by_role("button")
    assert second.evaluate("button => button === document.activeElement")


def test_arrows_walk_through_the_table(opened: Page) -> None:
    opened.get_by_label("genoemd", exact=True).check()
    first = opened.locator("#rates td a").first
    first.focus()
    opened.keyboard.press("ArrowRight")
    assert not first.evaluate("link => link === document.activeElement")
    opened.keyboard.press("ArrowLeft")
    assert first.evaluate("link => link === document.activeElement")


def test_everything_that_can_be_used_has_a_name(opened: Page) -> None:
    opened.locator("#list button").first.click()
    nameless = opened.evaluate(
        """() => [...document.querySelectorAll('a[href], button, select, input, img, [tabindex="0"], dialog')]
            .filter(node => !(node.getAttribute('aria-label') || node.innerText?.trim() || node.alt ||
                node.labels?.[0]?.innerText.trim() ||
                document.getElementById(node.getAttribute('aria-labelledby'))?.innerText.trim()))
            .map(node => node.outerHTML.slice(0, 100))"""
    )
    assert nameless == []


def test_headings_go_down_one_step_at_a_time(opened: Page) -> None:
    levels = opened.evaluate("[...document.querySelectorAll('h1, h2, h3, h4')].map(node => +node.tagName[1])")
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_a_dark_screen_gets_a_dark_page(opened: Page) -> None:
    def background() -> str:
        colour: str = opened.evaluate("getComputedStyle(document.body).backgroundColor")
        return colour

    opened.emulate_media(color_scheme="light")
    light = background()
    opened.emulate_media(color_scheme="dark")
    assert background() != light


def test_a_narrow_screen_is_not_scrolled_sideways(opened: Page) -> None:
    opened.set_viewport_size({"width": 360, "height": 800})
    assert opened.evaluate("document.documentElement.scrollWidth") <= 360


def test_on_paper_the_table_says_what_was_chosen(opened: Page) -> None:
    opened.get_by_label("Tabel", exact=True).select_option("1")
    opened.emulate_media(media="print")
    assert not opened.locator("#measures").is_visible()
    caption = opened.locator("#rates caption")
    assert caption.inner_text() == "Logica’s · afgezet"
    assert caption.evaluate("caption => caption.getBoundingClientRect().height") > 8


def test_a_printed_list_has_what_was_not_shown_yet(opened: Page) -> None:
    shown = opened.locator("#list > li").count()
    opened.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert opened.locator("#list > li").count() > shown
    assert opened.locator("details:not([open])").count() == 0


def test_text_of_a_hostile_document_shows_as_text(page: Page, folder: Path) -> None:
    page.goto((folder / "vijandig.html").as_uri())
    material = hostile()
    assert listed(page) == len(material.run.bevindingen)
    shown = page.locator("#list .quote").evaluate_all("quotes => quotes.map(quote => quote.textContent)")
    assert shown == [visible(row.sentence) for row in material.run.bevindingen]
    assert page.locator("script").count() == 3
    markup = next(place for place, row in enumerate(material.run.bevindingen) if "<script>" in row.sentence)
    page.locator("#list > li").nth(markup).get_by_role("button").click()
    assert page.locator("#reader .own").inner_text() == "<script>alert(1)</script>"
