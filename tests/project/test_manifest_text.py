"""The text of a manifest with proposals is one that a scan reads, whatever is in it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from beloften.corpus.manifest import Manifest, read_manifest
from beloften.project.manifest_text import manifest_text, scalar
from beloften.project.propose import Origin, Proposal, Value


def read(text: str) -> Manifest:
    with TemporaryDirectory() as folder:
        path = Path(folder, "corpus.yaml")
        path.write_text(text, "utf-8")
        return read_manifest(path, path.name)


def test_a_proposal_is_a_value_with_where_it_comes_from_and_a_hint_is_a_comment() -> None:
    proposal = Proposal(
        "stukken/nota 1.pdf",
        gemeente=Value("Goes", Origin.FIRST_PAGE, "Gemeente Goes"),
        jaar_hint=Value("2014", Origin.FIRST_PAGE, "3 maart 2014"),
        soort=Value("beleidsnota", Origin.NAMES),
    )
    text = manifest_text("Zeeland", [proposal], "nl")
    assert text.splitlines()[3:] == [
        "titel: Zeeland",
        "documenten:",
        "  - bestand: stukken/nota 1.pdf",
        "    gemeente: Goes # op de eerste bladzijde, “Gemeente Goes”",
        "    # jaar: 2014 # misschien: op de eerste bladzijde, “3 maart 2014”",
        "    # titel:",
        "    soort: beleidsnota # uit de naam van bestand of map",
        "    nakijken: gemeente",
    ]
    (entry,) = read(text).entries
    assert (entry.gemeente, entry.jaar, entry.soort, entry.nakijken) == (
        "Goes",
        None,
        "beleidsnota",
        ("gemeente",),
    )


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_gemeente_that_the_first_page_contradicts_is_said_beside_it(lang: str) -> None:
    proposal = Proposal(
        "a.pdf",
        gemeente=Value("Goes", Origin.NAMES),
        gemeente_hint=Value("Veere", Origin.FIRST_PAGE, "gemeente Veere"),
        jaar=Value("2014", Origin.NAMES),
    )
    text = manifest_text("Zeeland", [proposal], lang)
    assert "\n    # gemeente: Veere # " in text
    (entry,) = read(text).entries
    assert (entry.gemeente, entry.jaar, entry.nakijken) == ("Goes", 2014, ("gemeente", "jaar"))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    assert yaml.safe_load(f"key: {scalar(text)} # een opmerking") == {"key": text}


@pytest.mark.parametrize(
    "text", ["no", "Null", "2014", "a: b", "a #b", "*a", "'s-Gravenhage", "a ", "- a", "~"]
)
def test_what_yaml_reads_otherwise_is_in_quotes(text: str) -> None:
    assert scalar(text).startswith('"')
    assert yaml.safe_load(scalar(text)) == text


quotations = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(quotations)
def test_what_a_page_says_cannot_end_its_comment(quotation: str) -> None:
    proposal = Proposal("a.pdf", gemeente=Value("Goes", Origin.FIRST_PAGE, quotation))
    (entry,) = read(manifest_text("Goes", [proposal], "nl")).entries
    assert (entry.gemeente, entry.soort) == ("Goes", "")
