"""What `--only` names, wherever it is asked."""

import pytest

from beloften.corpus.only import chosen, names_of
from beloften.errors import UsageError

BEGROTING = names_of("Wassenaar", "Wassenaar 2025", "stukken/begroting.2025.pdf", 2025)
LIJST = names_of("", "lijst", "lijst.txt", None)


def test_a_document_is_named_by_gemeente_citation_year_and_file_with_or_without_its_suffix() -> None:
    names = {"Wassenaar", "Wassenaar 2025", "2025", "stukken/begroting.2025.pdf", "stukken/begroting.2025"}
    assert names == BEGROTING


def test_a_document_without_a_gemeente_is_of_onbekend_as_it_is_in_a_scan() -> None:
    assert {"onbekend", "lijst", "lijst.txt"} == LIJST


RAADSVOORSTEL = names_of("'s-Gravenhage", "'s-Gravenhage 2025", "bijlage 2 DEF.pdf", 2025)
DOCUMENTS = (BEGROTING, LIJST, RAADSVOORSTEL)


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ([], DOCUMENTS),
        (["Wassenaar", "lijst"], (BEGROTING, LIJST)),
        (["2025"], (BEGROTING, RAADSVOORSTEL)),
    ],
)
def test_documents_that_bear_a_name_are_kept(asked: list[str], kept: tuple[frozenset[str], ...]) -> None:
    assert chosen(DOCUMENTS, asked, lambda names: names) == kept


@pytest.mark.parametrize("name", ["Den Haag", "den haag", "GM0518", "Gemeente 's Gravenhage"])
def test_a_gemeente_is_known_by_the_names_that_a_manifest_may_give_it(name: str) -> None:
    assert chosen(DOCUMENTS, [name], lambda names: names) == (RAADSVOORSTEL,)


def test_a_name_of_several_gemeenten_is_none_of_theirs_but_may_be_that_of_a_file() -> None:
    bergen = names_of("Bergen (NH)", "Bergen (NH) 2015", "nota.pdf", 2015)
    with pytest.raises(UsageError, match=r"These are like it: Bergen \(NH\)"):
        chosen((bergen,), ["Bergen"], lambda names: names)
    file = names_of("Assen", "Assen 2015", "Bergen.pdf", 2015)
    assert chosen((bergen, file), ["Bergen"], lambda names: names) == (file,)


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
        chosen((BEGROTING, LIJST), [asked], lambda names: names)
