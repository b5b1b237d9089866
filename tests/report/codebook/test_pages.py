"""The codebook as Markdown pages."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from html import escape, unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from beloften.codebook.load import load_codebook
from beloften.codebook.schema import Codebook, Concept, ConceptKind, Level
from beloften.errors import UsageError
from beloften.report.codebook.legend import KINDS
from beloften.report.codebook.pages import codebook_pages
from beloften.report.validation.files import Basis, write_validation
from beloften.report.validation.measurement import Measurement, read_measurement
from beloften.safe_text import markdown_code
from beloften.validation.coders import compare_coders
from tests.codings.building import coded

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs" / "codebook"
RULES = {
    "maatwerk": """\
kind: belofte
number: 4
label: {nl: Maat|werk, en: Made <b>to</b> measure}
nearness: vertrouwd
opposite: gelijk
definition: Help that fits, not *maatwerkvervoer* or a_b_c.
patterns:
  # made for someone
  - op maat
  - {pattern: "(maat|pas)werk*", level: belofte, with: zorg} # also gelijk
  # by name
  - <aan+sluiten> ..2 {inwoner}
exclusions: [op maat gezaagd]
examples:
  match: [1. Dit is <i>hulp</i> op maat., {text: Maatwerk in zorg., level: belofte}]
  no-match: [De plank is op maat gezaagd.]""",
    "gelijk": "kind: waarde\npart-of: recht\nopposite: maatwerk\npatterns: [gelijke gevallen]",
    "recht": "kind: logica",
    "zorg": "kind: context\nwindow: 2\npatterns: [zorg]",
    "weg": "kind: aanwijzing\neffect: afgezet\nwords: 3\nterminators: [maar]\nafter: [weg]",
}


@pytest.fixture
def codebook(codebook_of: Callable[..., Codebook]) -> Codebook:
    return codebook_of(**RULES)


@pytest.fixture
def measurement(codebook: Codebook, tmp_path: Path) -> Measurement:
    """Of four sentences of two documents, of which two were coded and one of these is found."""
    texts = ("Dit is op maat.", "De zon schijnt.", "Hulp die past.", "Het regent.")
    sentences = [
        coded(n, text=text, source=f"{n % 2}_nota.pdf", beloften={} if n % 2 else {"maatwerk": Level.GENOEMD})
        for n, text in enumerate(texts)
    ]
    compared = compare_coders({"anna": sentences}, codebook)
    write_validation(tmp_path, compared, Basis(codebook, {"anna.csv": "abc"}, compared.coders))
    return read_measurement(tmp_path)


def shown(text: str) -> str:
    """A page as a browser gets it."""
    return str(MarkdownIt("commonmark").enable("table").render(text))


@cache
def shown_page(kind: str) -> str:
    """A page of the documentation as a browser gets it."""
    return shown((DOCS / f"{kind}.md").read_text("utf-8"))


def described(page: str, code: str) -> str:
    """What a page says of one concept, with blanks for line ends."""
    return " ".join(page.partition(f'<a id="{code}"></a>')[2].partition("<a id=")[0].split())


def test_the_pages_in_the_documentation_are_those_of_the_rules_that_ship() -> None:
    about = (ROOT / "docs" / "measured" / "about.md").read_text("utf-8")
    pages = codebook_pages(load_codebook(), read_measurement(ROOT / "docs" / "measured"), about)
    there = {path.name: path.read_text("utf-8") for path in DOCS.iterdir()}
    differing = sorted(name for name in pages.keys() | there.keys() if pages.get(name) != there.get(name))
    assert not differing, f"docs/codebook is not what the rules say: run `make codebook` ({differing})."


@pytest.mark.parametrize("concept", load_codebook().concepts, ids=lambda concept: concept.code)
def test_every_concept_that_ships_has_its_place_its_definition_its_source_and_its_examples(
    concept: Concept,
) -> None:
    said = described(shown_page(concept.kind), concept.code)
    text = unescape(re.sub("<[^>]*>", "", said))
    assert concept.definition.replace("*", "") in text
    assert all(source.title in text for source in concept.sources)
    assert all(example.text in text for example in concept.examples)
    assert all(f"<code>{pattern.text}</code>" in unescape(said) for pattern in concept.patterns)
    assert "<table>" in said or "not measured" in said


def test_every_link_leads_somewhere() -> None:
    links = {
        (path.name, *target)
        for path in DOCS.iterdir()
        for target in re.findall(r"\]\(([^)#]*)#?([^)]*)\)", path.read_text("utf-8"))
    }
    assert links
    for page, name, anchor in links:
        assert f'<a id="{anchor}"></a>' in (DOCS / (name or page)).read_text("utf-8") or not anchor


def test_every_kind_is_told() -> None:
    assert KINDS.keys() == set(ConceptKind)


def test_the_first_page_begins_with_the_schema(codebook: Codebook) -> None:
    page = codebook_pages(codebook)["README.md"]
    good, value = r"[4 Maat\|werk](belofte.md#maatwerk)", "[Naam](waarde.md#gelijk)"
    row = f"| vertrouwd | {good} | {value} | [Naam](logica.md#recht) |"
    assert row in page.partition("## How to read")[0]


def test_a_concept_says_how_it_hangs_together_with_others(codebook: Codebook) -> None:
    pages = codebook_pages(codebook)
    assert "Part of: [Naam](logica.md#recht)" in described(pages["waarde.md"], "gelijk")
    assert "Parts: [Naam](waarde.md#gelijk)" in described(pages["logica.md"], "recht")
    zorg = described(pages["context.md"], "zorg")
    assert "at 2 before and behind it" in zorg
    assert r"Asked for by: [4 Maat\|werk](belofte.md#maatwerk)." in zorg


def test_a_cue_says_how_far_it_reaches(codebook: Codebook) -> None:
    said = described(codebook_pages(codebook)["aanwijzing.md"], "weg")
    assert "Effect: afgezet. Reaches what lies within 3 words, or up to one of `maar`." in said
    assert "1 patterns, behind what they concern" in said


def test_patterns_stand_under_their_comments_with_their_lines_and_conditions(codebook: Codebook) -> None:
    place = codebook.require("maatwerk").patterns[0].place.line
    said = described(codebook_pages(codebook)["belofte.md"], "maatwerk")
    conditions = "belofte by itself; only with [Naam](context.md#zorg); also gelijk"
    assert (
        f"*made for someone* - line {place}: `op maat` "
        f"- line {place + 1}: `(maat|pas)werk*` ({conditions}) "
        f"*by name* - line {place + 3}: `<aan+sluiten> ..2 {{inwoner}}`"
    ) in said


def test_what_a_rule_says_is_shown_as_it_is_whatever_marks_are_in_it(codebook: Codebook) -> None:
    pages = {name: shown(text) for name, text in codebook_pages(codebook).items()}
    said = described(pages["belofte.md"], "maatwerk")
    for text in (
        "<h2>4 Maat|werk</h2>",
        "not <em>maatwerkvervoer</em> or a_b_c.",
        "In English: Made &lt;b&gt;to&lt;/b&gt; measure.",
        "<li>1. Dit is &lt;i&gt;hulp&lt;/i&gt; op maat.</li>",
        "<code>&lt;aan+sluiten&gt; ..2 {inwoner}</code>",
    ):
        assert text in said
    assert "<td>Made &lt;b&gt;to&lt;/b&gt; measure</td>" in pages["README.md"]
    assert ">4 Maat|werk</a></td>" in pages["README.md"]


@given(st.text(alphabet="ab `*|<{\\_&", min_size=1).map(str.strip).filter(bool))
def test_code_is_shown_as_it_is(text: str) -> None:
    assert MarkdownIt().renderInline(f"x {markdown_code(text)} y") == f"x <code>{escape(text)}</code> y"


def test_what_was_measured_stands_with_the_concept(codebook: Codebook, measurement: Measurement) -> None:
    said = described(codebook_pages(codebook, measurement)["belofte.md"], "maatwerk")
    assert re.search(r"\| genoemd, or further \| 1\.00 \[0\.\d\d, 1\.00\] \| 0\.50 \[.*?\| 1 \| 2 \|", said)
    assert "not measured" not in said


def test_what_was_not_measured_says_so(codebook: Codebook, measurement: Measurement) -> None:
    pages = codebook_pages(codebook, measurement)
    assert "**Measured**: not measured." in described(pages["waarde.md"], "gelijk")
    assert "**Measured**: not measured by itself;" in described(pages["context.md"], "zorg")
    assert "| [Naam](waarde.md#gelijk) | `gelijk` | Name | 1 | not measured | – | – |" in pages["README.md"]
    assert "Nothing of it was measured." in codebook_pages(codebook)["belofte.md"]


def test_every_page_with_figures_says_what_they_are_of(codebook: Codebook, measurement: Measurement) -> None:
    pages = codebook_pages(codebook, measurement, "Coded by Anna.\n\nIn the summer.")
    for name in ("README.md", "belofte.md"):
        assert "The figures are of `anna.csv`, 4 sentences of 2 documents" in pages[name]
        assert "Coded by Anna." in pages[name]
    assert "In the summer." in pages["README.md"]
    assert codebook.sha256[:12] in pages["README.md"]
    assert r"- 0\_nota.pdf: 2" in pages["README.md"]


def test_figures_of_other_rules_are_marked_as_such(codebook: Codebook, measurement: Measurement) -> None:
    def warned(pages: Mapping[str, str]) -> list[str]:
        return [name for name, text in pages.items() if "**Other rules were measured" in text]

    assert warned(codebook_pages(codebook, measurement)) == []
    changed = replace(codebook, sha256="f" * 64)
    assert warned(codebook_pages(changed, measurement)) == [
        "README.md",
        "belofte.md",
        "waarde.md",
        "logica.md",
    ]


def test_what_own_rules_add_is_told_apart() -> None:
    pages = codebook_pages(load_codebook(ROOT / "docs" / "eigen-regels"))
    assert "on top of beloften" in pages["README.md"]
    said = described(pages["belofte.md"], "maatwerk")
    assert "added, line 4: `op het lijf ..5 (geschreven|gesneden)`" in said
    assert "`rules/beloften/maatwerk.yaml`" in said
    assert "`wijkgenoot*`" in pages["words.md"]


@pytest.mark.parametrize("text", ["", "{}", '{"format": "beloften-validation", "format_version": 1}'])
def test_what_is_no_validation_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "validation.json").write_text(text, "utf-8")
    with pytest.raises(UsageError, match="is no validation"):
        read_measurement(tmp_path)
