"""What describes the software for those who cite and archive it is valid, and says the same everywhere."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CITATION: dict[str, Any] = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
CODEMETA: dict[str, Any] = json.loads((ROOT / "codemeta.json").read_text("utf-8"))
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
LATEST = re.search(r"^## (?P<version>\S+) \((?P<date>.+)\)$", CHANGELOG, re.MULTILINE)
"""The heading on top of the changelog: ## 0.1.0 (unreleased), or with the date of the release."""

TERMS = {
    *("name", "description", "version", "license", "author", "keywords", "programmingLanguage"),
    *("runtimePlatform", "developmentStatus", "isAccessibleForFree", "datePublished", "softwareHelp"),
    *("citation", "editor", "publisher", "givenName", "familyName", "codeRepository", "issueTracker"),
    *("downloadUrl", "identifier", "affiliation", "email", "referencePublication", "continuousIntegration"),
}
"""Terms of the context of CodeMeta 3.0 that codemeta.json may use; a reader drops one that is not in it."""


def test_the_citation_file_is_valid_by_the_schema_of_its_format() -> None:
    command = ["-m", "check_jsonschema", "--builtin-schema", "vendor.citation-file-format", "CITATION.cff"]
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_codemeta_is_source_code_with_terms_of_its_context_alone() -> None:
    def terms(value: object) -> set[str]:
        if isinstance(value, dict):
            return {*value, *(term for inner in value.values() for term in terms(inner))}
        return {term for inner in value for term in terms(inner)} if isinstance(value, list) else set()

    assert CODEMETA["@context"] == "https://w3id.org/codemeta/3.0"
    assert CODEMETA["@type"] == "SoftwareSourceCode"
    assert terms(CODEMETA) <= {"@context", "@type", *TERMS}


def test_name_description_and_keywords_agree() -> None:
    assert PROJECT["name"] == CODEMETA["name"] == CITATION["title"].partition(":")[0]
    assert PROJECT["description"] == CODEMETA["description"] == CITATION["abstract"]
    assert PROJECT["keywords"] == CODEMETA["keywords"] == CITATION["keywords"]


def test_version_licence_and_python_agree() -> None:
    assert LATEST
    assert PROJECT["version"] == CODEMETA["version"] == CITATION["version"] == LATEST["version"]
    assert PROJECT["license"] == CITATION["license"]
    assert CODEMETA["license"] == f"https://spdx.org/licenses/{PROJECT['license']}"
    assert CODEMETA["runtimePlatform"] == f"Python {PROJECT['requires-python']}"


def test_the_date_of_release_is_that_of_the_changelog_or_nowhere() -> None:
    assert LATEST
    date = None if LATEST["date"] == "unreleased" else LATEST["date"]
    assert CODEMETA.get("datePublished") == date
    assert str(CITATION.get("date-released")) == str(date)


def test_authors_and_the_book_agree() -> None:
    assert [author["name"] for author in CODEMETA["author"]] == [
        author.get("name") or f"{author['given-names']} {author['family-names']}"
        for author in CITATION["authors"]
    ]
    book, cited = CITATION["references"][0], CODEMETA["citation"]
    assert cited["name"] == book["title"]
    assert cited["datePublished"] == str(book["year"])
    assert cited["publisher"]["name"] == book["publisher"]["name"]
    assert [(one["givenName"], one["familyName"]) for one in cited["editor"]] == [
        (one["given-names"], one["family-names"]) for one in book["authors"]
    ]


@pytest.mark.parametrize("title", ["Added", "Changed", "Fixed"])
def test_the_changelog_groups_what_changed(title: str) -> None:
    """Of each version on its own: what was added, what works otherwise, what was mended."""
    latest = re.split(r"^## ", CHANGELOG, flags=re.MULTILINE)[1]
    assert f"\n### {title}\n" in latest
