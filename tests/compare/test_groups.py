import pytest

from beloften.compare.groups import group_by, harmonised
from beloften.errors import UsageError
from tests.compare.notas import nota

NOTAS = (
    nota("a.pdf", gemeente="Leeuwarden", gemeente_code="GM0080", jaar=2014, soort="nota"),
    nota("b.pdf", gemeente="Zwolle", gemeente_code="GM0193", jaar=2017, own=(("coalitie", "links"),)),
    nota("c.pdf", gemeente="'s-Hertogenbosch", gemeente_code="GM0796", own=(("coalitie", "rechts"),)),
)


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("gemeente", ["'s-Hertogenbosch", "Leeuwarden", "Zwolle"]),
        ("jaar", ["2014", "2017"]),
        ("soort", ["nota"]),
        ("provincie", ["Fryslân", "Noord-Brabant", "Overijssel"]),
        ("document", ["a.pdf", "b.pdf", "c.pdf"]),
        ("coalitie", ["links", "rechts"]),
    ],
)
def test_documents_are_put_together_by_what_is_known_of_them(by: str, groups: list[str]) -> None:
    assert list(group_by(NOTAS, by)[0]) == groups


def test_groups_stand_as_in_a_dutch_index() -> None:
    groups, _ = group_by(
        [*NOTAS, nota("d.pdf", gemeente="Almere"), nota("e.pdf", gemeente="Delft")], "gemeente"
    )
    assert list(groups) == ["Almere", "Delft", "'s-Hertogenbosch", "Leeuwarden", "Zwolle"]


def test_documents_of_which_the_group_is_not_known_are_told_apart() -> None:
    groups, unknown = group_by(NOTAS, "jaar")
    assert [member.name for member in unknown] == ["c.pdf"]
    assert sum(map(len, groups.values())) == 2


def test_a_grouping_that_no_document_has_is_an_error_that_names_the_others() -> None:
    with pytest.raises(UsageError, match=r"gemeente, jaar, soort, provincie, document, coalitie"):
        group_by(NOTAS, "grootte")


def test_a_document_without_words_is_in_no_group() -> None:
    assert group_by([nota("leeg.pdf", words=0), *NOTAS], "gemeente")[1] == ()
    assert "Elzervoort" not in group_by([nota("leeg.pdf", words=0), *NOTAS], "gemeente")[0]


def test_documents_are_brought_to_the_gemeenten_of_one_year() -> None:
    haren = nota("h.pdf", gemeente="Haren", gemeente_code="GM0017")
    haaren = nota("i.pdf", gemeente="Haaren", gemeente_code="GM0788")
    found, warnings = harmonised([haren, haaren, NOTAS[0]], 2022)
    assert [(each.name, each.gemeente, each.gemeente_code) for each in found] == [
        ("h.pdf", "Groningen", "GM0014"),
        ("i.pdf", "Haaren", "GM0788"),
        ("a.pdf", "Leeuwarden", "GM0080"),
    ]
    assert len(warnings) == 1
