"""Names of files that any system takes, whatever the documents are called."""

from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.export.names import safe_names
from tests.hostile import HOSTILE


def _name(document: str) -> str:
    return str(safe_names([document])[document])


def test_a_plain_name_stays_as_it_is() -> None:
    assert (
        _name("Leeuwarden/nota 's-Hertogenbosch (2014) één.pdf")
        == "Leeuwarden/nota 's-Hertogenbosch (2014) één.pdf"
    )


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ("../../nota.pdf", "nota.pdf"),
        ("/etc/nota.pdf", "etc/nota.pdf"),
        ("C:\\Users\\nota.pdf", "C_/Users/nota.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("com1", "_com1"),
        ("nota?.pdf", "nota_.pdf"),
        ("a:b.pdf", "a_b.pdf"),
        ("map. /nota.pdf", "map/nota.pdf"),
        ("..", "_"),
        ("", "_"),
    ],
)
def test_what_a_system_refuses_or_obeys_is_taken_out(document: str, name: str) -> None:
    assert _name(document) == name


def test_names_that_a_system_takes_for_one_are_told_apart() -> None:
    documents = ["Nota.pdf", "nota.pdf", "nota*.pdf", "nota?.pdf"]
    names = [str(name) for name in safe_names(documents).values()]
    assert sorted(names) == ["Nota.pdf", "nota (2).pdf", "nota_ (2).pdf", "nota_.pdf"]


def test_documents_of_one_folder_stay_together_and_apart_from_a_file_of_its_name() -> None:
    names = safe_names(["map?/b.pdf", "map?/a.pdf", "map_"])
    assert [str(name) for name in names.values()] == ["map_/a.pdf", "map_/b.pdf", "map_ (2)"]


def test_hostile_names_can_be_written(tmp_path: Path) -> None:
    for name in safe_names(HOSTILE.values()).values():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == len(set(HOSTILE.values()))


@given(st.lists(st.text(), max_size=8))
def test_no_two_documents_have_one_name_and_none_leads_elsewhere(documents: list[str]) -> None:
    names = safe_names(documents)
    assert len({str(name).casefold() for name in names.values()}) == len(set(documents))
    for name in names.values():
        assert not name.is_absolute()
        assert not PureWindowsPath(name).is_absolute()
        assert ".." not in name.parts
        assert all(0 < len(part.encode()) <= 255 for part in name.parts)
