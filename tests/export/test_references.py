"""The documents as references: keys, authors and titles, and nothing in them that LaTeX would run."""

import json
import re
from dataclasses import replace

import pytest

from beloften.export.asked import ExportFormat
from beloften.export.formats import export_text
from beloften.export.material import Material
from beloften.export.references import references
from beloften.rundir.rows import DocumentRow
from tests.export.building import hostile, sample
from tests.hostile import HOSTILE


def of(*rows: DocumentRow) -> Material:
    return replace(sample(), run=replace(sample().run, documenten=rows))


def row(**changes: str | int | None) -> DocumentRow:
    return replace(sample().run.documenten[0], **changes)  # type: ignore[arg-type] # by name


def keys(*rows: DocumentRow) -> list[str]:
    return [reference.key for reference in references(of(*rows).run)]


def test_a_key_is_the_citation_in_letters_and_digits() -> None:
    assert keys(row(citation="Elzervoort 2014a")) == ["elzervoort2014a"]
    assert keys(row(citation="’s-Hertogenbosch 2015")) == ["shertogenbosch2015"]
    assert keys(row(citation="Súdwest-Fryslân z.j.")) == ["sudwestfryslanzj"]


def test_no_two_documents_share_a_key() -> None:
    assert keys(row(document="a", citation="Ede 2014"), row(document="b", citation="EDE-2014")) == [
        "ede2014",
        "ede2014-2",
    ]
    found = [reference.key for reference in references(hostile().run)]
    assert len(set(found)) == len(found) == len(HOSTILE)
    assert all(re.fullmatch("[a-z0-9-]{1,64}", key) for key in found)


def test_keys_do_not_depend_on_the_order_of_the_documents() -> None:
    rows = sample().run.documenten
    assert keys(*rows) == keys(*reversed(rows))


def test_what_was_not_read_is_no_reference() -> None:
    assert keys(row(status="scanned"), row(document="b", status="partial", citation="B 2015")) == ["b2015"]


def test_a_nota_is_a_report_of_its_gemeente() -> None:
    text = export_text(of(row(titel="Om de hoek & verder")), ExportFormat.BIBTEX)
    assert text.startswith("@techreport{elzervoort2014a,\n  author = {{Elzervoort}},\n")
    assert "  title = {{Om de hoek \\& verder}},\n" in text
    assert "  institution = {Gemeente Elzervoort},\n  type = {beleidsnota},\n" in text


def test_what_is_not_known_is_left_out_and_a_title_is_the_name_of_the_file() -> None:
    unknown = of(row(gemeente="", soort="", jaar=None, titel="", document="map/nota zorg.pdf"))
    bibtex = export_text(unknown, ExportFormat.BIBTEX)
    assert bibtex.startswith("@misc{")
    assert "title = {{nota zorg}}" in bibtex
    assert not re.search("author|year|institution|type", bibtex.replace("sorttitle", ""))
    (item,) = json.loads(export_text(unknown, ExportFormat.CSL))
    assert item.keys() == {"id", "type", "citation-label", "title", "language"}


def test_bibliographies_in_latex_give_letters_in_the_order_of_the_citations() -> None:
    assert "  sorttitle = {Elzervoort 2014a},\n" in export_text(sample(), ExportFormat.BIBTEX)


def test_csl_has_the_gemeente_as_an_author_with_one_name() -> None:
    first = json.loads(export_text(sample(), ExportFormat.CSL))[0]
    assert first["author"] == [{"literal": "Elzervoort"}]
    assert first["issued"] == {"date-parts": [[2014]]}
    assert (first["id"], first["citation-label"], first["genre"]) == (
        "elzervoort2014a",
        "Elzervoort 2014a",
        "beleidsnota",
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_title_is_text_in_bibtex(text: str) -> None:
    """The braces of the entry, which BibTeX counts, stay balanced, and no command is a document's own."""
    bibtex = export_text(of(row(titel=text, gemeente=text, soort=text, citation=text)), ExportFormat.BIBTEX)
    bare = re.sub(r"\\(text[a-z]+|char34|quad)\{\}|\\[$&%#_]", "", bibtex)
    assert "\\" not in bare
    depth = 0
    for number, letter in enumerate(bare):
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth > 0 or number < bare.index("{") or not bare[number:].strip("}\n ")


def test_hostile_titles_come_back_from_csl() -> None:
    items = json.loads(export_text(hostile(), ExportFormat.CSL))
    by_key = {reference.key: reference.titel for reference in references(hostile().run)}
    assert len(items) == len(HOSTILE)
    for item in items:
        assert item["title"] == by_key[item["id"]]
