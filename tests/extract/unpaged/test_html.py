"""Web pages as sites of gemeenten serve them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.errors import UnreadableError
from beloften.extract.document import Document, Kind, Quality
from beloften.extract.read import read_document
from tests.extract.zips import shown, status_of

_PAGE = """<!DOCTYPE html><html><head><title>Zorg</title><style>p { color: red }</style></head>
<body class="menu-open"><div id="cookie-bar"><p>Wij gebruiken cookies.</p><button>Akkoord</button></div>
<header><a href="/">Gemeente Proef</a></header>
<nav><ul><li><a href="/a">Wonen</a></li><li><a href="/b">Zorg</a></li></ul></nav>
<main><div class="breadcrumb">Home &gt; Zorg</div><h1>Zorg dichtbij</h1>
<p>De gemeente wil dat alle inwoners <strong>mee</strong> kunnen doen.</p><h2>Doelen</h2>
<ul><li>Hulp op maat.</li><li>Eén plan.</li></ul>
<table><caption>Budget</caption><tr><th>Jaar</th><th>Euro</th></tr><tr><td>2014</td><td>10</td></tr></table>
<figure><img alt="foto"><figcaption>Het wijkteam</figcaption></figure>
<aside>Zie ook</aside></main>
<footer>Contact</footer><script>volg("u")</script></body></html>"""


def _read(page: str) -> Document:
    return read_document(page.encode(), "pagina.html")


def _article(inner: str) -> list[tuple[Kind, str]]:
    return shown(_read(f"<html><body><main>{inner}</main></body></html>"))


def test_the_article_is_text_and_what_stands_around_it_is_kept_aside() -> None:
    document = _read(_PAGE)
    assert (document.format, document.quality) == ("html", Quality.OK)
    assert [(paragraph.kind, paragraph.text) for paragraph in document.text_paragraphs] == [
        (Kind.HEADING, "Zorg dichtbij"),
        (Kind.BODY, "De gemeente wil dat alle inwoners mee kunnen doen."),
        (Kind.HEADING, "Doelen"),
        (Kind.LIST_ITEM, "Hulp op maat."),
        (Kind.LIST_ITEM, "Eén plan."),
        (Kind.CAPTION, "Budget"),
        (Kind.TABLE, "Jaar | Euro"),
        (Kind.TABLE, "2014 | 10"),
        (Kind.CAPTION, "Het wijkteam"),
    ]
    assert document.text_paragraphs[4].section == ("Zorg dichtbij", "Doelen")
    aside = [paragraph.text for paragraph in document.paragraphs if paragraph.kind is Kind.RUNNING]
    assert aside == [
        "Wij gebruiken cookies.",
        "Gemeente Proef",
        "Wonen",
        "Zorg",
        "Home > Zorg",
        "Zie ook",
        "Contact",
    ]


def test_a_page_without_main_element_is_read_by_the_names_that_sites_share() -> None:
    page = _PAGE.replace("main>", "div>")
    texts = [[paragraph.text for paragraph in _read(each).text_paragraphs] for each in (page, _PAGE)]
    assert texts[0] == texts[1]


def test_a_page_that_is_one_form_is_read() -> None:
    page = "<html><body><form class='sidebar'><p>De gemeente wil zorg dichtbij.</p></form></body></html>"
    assert shown(_read(page)) == [(Kind.BODY, "De gemeente wil zorg dichtbij.")]


def test_a_list_of_links_is_a_menu_and_a_list_of_sentences_with_links_is_not() -> None:
    link = "<li>{}<a href='/'>Aanvragen</a></li>"
    menu, prose = (
        f"<ul>{link.format(text) * 4}</ul>" for text in ("", "Hulp kunt u bij het wijkteam in uw buurt ")
    )
    kinds = [kind for kind, _ in _article(f"<p>Tekst.</p>{menu}{prose}")]
    assert kinds == [Kind.BODY] + [Kind.RUNNING] * 4 + [Kind.LIST_ITEM] * 4


@pytest.mark.parametrize(
    ("inner", "texts"),
    [
        ("Een<br>regel<br><br>Nieuwe alinea", ["Een regel", "Nieuwe alinea"]),
        ("Los <em>woord</em>en<div>Blok</div>rest", ["Los woorden", "Blok", "rest"]),
        (
            "<p>Zorg<sup><a href='#n1'>1</a></sup> en <a><sup>2</sup></a>hulp, 10 m<sup>2</sup></p>",
            ["Zorg en hulp, 10 m2"],
        ),
        ("<p>Zie <a href='/x'>de nota<span class='sr-only'> (andere site)</span></a>.</p>", ["Zie de nota."]),
        (
            "<h3><button>Wat is zorg?</button></h3><p>Hulp.<button>Meer</button></p>",
            ["Wat is zorg?", "Hulp."],
        ),
        ("<p>Oud <ins>nieuw</ins></p><!-- stil --><svg><text>x</text></svg>", ["Oud nieuw"]),
        ("<p>Zorg<span style='display: none'> weg</span>.</p><p hidden>Weg</p>", ["Zorg."]),
        ("<p>Niet gesloten<p>en toch twee", ["Niet gesloten", "en toch twee"]),
        ("<p>&euro; 5 &amp; w&shy;ijk</p>", ["€ 5 & wijk"]),
    ],
)
def test_text_is_parted_as_a_browser_shows_it(inner: str, texts: list[str]) -> None:
    assert [text for _, text in _article(inner)] == texts


@pytest.mark.parametrize(
    "struck", ["<del>weg</del>", "<s>weg</s>", "<span style='text-decoration: line-through red'>weg</span>"]
)
def test_struck_text_is_kept_aside(struck: str) -> None:
    assert _article(f"<p>Oud {struck} <ins>nieuw</ins></p>") == [
        (Kind.BODY, "Oud nieuw"),
        (Kind.STRUCK, "weg"),
    ]


def test_footnotes_are_told_apart() -> None:
    note = "<li>Zie de Wmo.<a role='doc-backlink'>^</a>"
    page = f"<p>Zorg.<a role='doc-noteref'>1</a></p><section role='doc-endnotes'><ol>{note}</ol></section>"
    assert _article(page) == [(Kind.BODY, "Zorg."), (Kind.FOOTNOTE, "Zie de Wmo.")]


def test_a_table_that_places_parts_of_the_page_is_not_read_by_rows() -> None:
    layout = "<table><tr><td><h2>Zorg</h2><p>Tekst.</p></td><td><p>Meer.</p></td></tr></table>"
    assert _article(layout) == [(Kind.HEADING, "Zorg"), (Kind.BODY, "Tekst."), (Kind.BODY, "Meer.")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    document = read_document("<html><p>Eén gezin – één plan</p>".encode(encoding), "pagina.htm")
    assert document.paragraphs[0].text == "Eén gezin – één plan"


@pytest.mark.parametrize(
    ("page", "status"),
    [
        ("<div>" * 2000, "damaged"),
        ("<i a=1>" * 900 + "<p>x" * 1000, "memory"),
        ("<p>" * 600_000, "memory"),
        ("tekst " * 2_000_000, "memory"),
    ],
    ids=["depth", "formatting", "elements", "text"],
)
def test_what_no_browser_shows_is_refused(page: str, status: str) -> None:
    assert status_of(page.encode(), "pagina.html") == status


@given(st.text(alphabet="<>/=\"'! abdhilprtuv&;-", max_size=200))
def test_no_page_is_a_fault_of_the_program(page: str) -> None:
    with suppress(UnreadableError):
        assert read_document(f"<html>{page}".encode(), "pagina.html").format == "html"


def test_a_raised_number_behind_a_word_is_the_mark_of_a_note_also_without_a_link() -> None:
    marks = "<p>Het <b>wijkteam</b><sup>12</sup> levert maatwerk.<sup>3, 4</sup>"
    assert _article(f"{marks} Op 20 km<sup>2</sup> en 10 m<sup>3</sup>.</p>") == [
        (Kind.BODY, "Het wijkteam levert maatwerk. Op 20 km2 en 10 m3.")
    ]


def test_signs_within_words_that_no_one_sees_are_not_text() -> None:
    assert _article("<p>Jeugd&shy;hulp\u200bverlening</p>") == [(Kind.BODY, "Jeugdhulpverlening")]
