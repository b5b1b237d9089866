"""What `--only` names, wherever it is asked."""

import pytest

from beloften.errors import UsageError
from beloften.report.only import names_of, require_names

BEGROTING = names_of("Wassenaar", "Wassenaar 2025", "stukken/begroting.2025.pdf", 2025)
LIJST = names_of("", "lijst", "lijst.txt", None)


def test_a_document_is_named_by_gemeente_citation_year_and_file_with_or_without_its_suffix() -> None:
    names = {"Wassenaar", "Wassenaar 2025", "2025", "stukken/begroting.2025.pdf", "stukken/begroting.2025"}
    assert names == BEGROTING


def test_a_document_without_a_gemeente_is_of_onbekend_as_it_is_in_a_scan() -> None:
    assert {"onbekend", "lijst", "lijst.txt"} == LIJST


def test_names_that_documents_bear_are_taken() -> None:
    require_names(["Wassenaar", "lijst"], [BEGROTING, LIJST])


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("begroting", r"These are like it: stukken/begroting\.2025, stukken/begroting\.2025\.pdf\."),
        ("Wasenaar", r"These are like it: Wassenaar, Wassenaar 2025\."),
        ("Nergenshuizen", "a gemeente, a citation, a file or a year"),
    ],
)
def test_a_name_that_none_bears_is_answered_with_those_that_resemble_it(asked: str, hint: str) -> None:
    with pytest.raises(UsageError, match=hint):
        require_names([asked], [BEGROTING, LIJST])
