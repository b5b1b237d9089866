"""A manifest says of each document what it is, or is refused with the place of its fault."""

import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest

from beloften.corpus.manifest import Entry, Manifest, Tolerantie, read_manifest
from beloften.errors import CorpusError

COLUMNS = ("bestand", "gemeente", "jaar", "titel", "soort", "citeersleutel")


def read(folder: Path, text: str, name: str = "corpus.yaml") -> Manifest:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_manifest(path, name)


def write_xlsx(path: Path, rows: Sequence[Sequence[object]]) -> None:
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    workbook.save(path)


def test_a_document_has_what_its_manifest_says(tmp_path: Path) -> None:
    manifest = read(
        tmp_path,
        """\
titel: Drie nota's
gemeenten:
  - naam: Elzervoort
documenten:
  - bestand: map/./a.pdf
    gemeente: elzervoort
    jaar: 2014
    titel: "Dichtbij: en
      nabij"
    soort: beleidsnota
    citeersleutel: "Elzervoort 2014b"
  - {bestand: b.pdf, gemeente: Den Haag}
  - bestand: c.pdf
    gemeente:
    jaar: null
""",
    )
    assert manifest.titel == "Drie nota's"
    assert manifest.warnings == ()
    assert manifest.entries == (
        Entry("map/a.pdf", "Elzervoort", "", 2014, "Dichtbij: en nabij", "beleidsnota", "Elzervoort 2014b",
              "corpus.yaml:5:5"),
        Entry("b.pdf", "'s-Gravenhage", "GM0518", None, "", "", "", "corpus.yaml:12:5"),
        Entry("c.pdf", "", "", None, "", "", "", "corpus.yaml:13:5"),
    )  # fmt: skip


def test_a_gemeente_of_no_list_is_a_warning_once_with_a_suggestion(tmp_path: Path) -> None:
    manifest = read(
        tmp_path,
        "documenten:\n  - {bestand: a.pdf, gemeente: Leuwarden}\n  - {bestand: b.pdf, gemeente: Leuwarden}\n",
    )
    assert [entry.gemeente for entry in manifest.entries] == ["Leuwarden", "Leuwarden"]
    (warning,) = manifest.warnings
    assert warning == (
        "corpus.yaml:2:32: Unknown gemeente 'Leuwarden': did you mean Leeuwarden? "
        "Correct it, or declare it under 'gemeenten'."
    )


def test_a_declared_gemeente_settles_a_name_that_two_gemeenten_share(tmp_path: Path) -> None:
    documents = "documenten:\n  - {bestand: a.pdf, gemeente: Bergen}\n"
    with pytest.raises(CorpusError, match=r"^corpus\.yaml:2:32: .*more than one gemeente.*GM0373"):
        read(tmp_path, documents)
    manifest = read(tmp_path, "gemeenten: [{naam: Bergen}]\n" + documents)
    assert (manifest.entries[0].gemeente, manifest.entries[0].gemeente_code) == ("Bergen", "")


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", "1:1", "keys with values are expected"),
        ("- a.pdf\n", "1:1", "keys with values are expected"),
        ("titel: x\n", "1:1", "lists no documents"),
        ("documenten: a.pdf\n", "1:13", "a list is expected"),
        ("documenten:\n  - a.pdf\n", "2:5", "keys with values are expected"),
        ("documenten:\n  - bestand: a.pdf\n    gemente: Ede\n", "3:5",
         "Unknown key 'gemente': did you mean 'gemeente'?"),
        ("documents: []\n", "1:1", "did you mean 'documenten'?"),
        ("documenten:\n  - jaar: 2014\n", "2:5", "no file"),
        ("documenten:\n  - bestand: 2014\n", "2:14", "'bestand' must be text"),
        ("documenten:\n  - bestand: a.pdf\n    jaar: '2014'\n", "3:11", "without quotes"),
        ("documenten:\n  - bestand: a.pdf\n    jaar: 14\n", "3:11", "from 1900 to 2100"),
        ("documenten:\n  - bestand: a.pdf\n    jaar: true\n", "3:11", "must be a year"),
        ("documenten:\n  - bestand: a.pdf\n    jaar: 2014-05-01\n", "3:11", "must be a year"),
        ("documenten:\n  - bestand: a.pdf\n    jaar: 2014.5\n", "3:11", "must be a year"),
        ("documenten:\n  - bestand: a.pdf\n    titel: 2014\n", "3:12", "must be text. Put it in quotes"),
        ("documenten:\n  - bestand: a.pdf\n    soort: [x]\n", "3:12", "'soort' must be text"),
        ("documenten:\n  - bestand: a.pdf\n  - bestand: ./a.pdf\n", "3:14", "the first is on line 2"),
        ("documenten:\n  - {bestand: é.pdf}\n  - {bestand: e\u0301.pdf}\n", "3:15", "second time"),
        ("documenten:\n  - {bestand: a, citeersleutel: x}\n  - {bestand: b, citeersleutel: x}\n", "3:33",
         "'x' stands"),
        ("documenten:\n  - bestand: ../a.pdf\n", "2:14", "does not stay in the folder"),
        ("documenten:\n  - bestand: a/../../b.pdf\n", "2:14", "does not stay in the folder"),
        ("documenten:\n  - bestand: /etc/passwd\n", "2:14", "does not stay in the folder"),
        ("documenten:\n  - bestand: 'C:/nota.pdf'\n", "2:14", "does not stay in the folder"),
        ("documenten:\n  - bestand: '.'\n", "2:14", "does not stay in the folder"),
        ("documenten:\n  - bestand: map\\a.pdf\n", "2:14", "forward slashes"),
        ("gemeenten: [{naam: ''}]\n", "1:13", "needs a name"),
        ("gemeenten: [{name: x}]\n", "1:14", "did you mean 'naam'?"),
        ("documenten: &a []\n", "1:13", "anchor"),
        ("documenten: []\ndocumenten: []\n", "2:1", "second time"),
        ("documenten:\n  - bestand: a.pdf\n    titel: x: y\n", "3:13", "': '"),
    ],
)  # fmt: skip
def test_a_fault_is_an_error_with_its_place(tmp_path: Path, text: str, place: str, words: str) -> None:
    with pytest.raises(CorpusError) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith(f"corpus.yaml:{place}: ")
    assert words in str(caught.value)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_says_the_same_as_yaml(tmp_path: Path, delimiter: str) -> None:
    rows = [
        COLUMNS,
        ("a.pdf", "Ede", "2014", "2014", "nota", "Ede x"),
        ("",) * 6,
        ("b.pdf", "", "", "", "", ""),
    ]
    text = "\n".join(delimiter.join(row) for row in rows)
    manifest = read(tmp_path, f"\ufeff{text}\n", "corpus.csv")
    assert manifest.entries == (
        Entry("a.pdf", "Ede", "GM0228", 2014, "2014", "nota", "Ede x", "corpus.csv:2:1"),
        Entry("b.pdf", "", "", None, "", "", "", "corpus.csv:4:1"),
    )


def test_xlsx_says_the_same_as_csv(tmp_path: Path) -> None:
    path = tmp_path / "corpus.xlsx"
    write_xlsx(path, [COLUMNS, ("a.pdf", "Ede", 2014, 2014.0, None, None), (), ("b.pdf", None, "2015")])
    manifest = read_manifest(path, "corpus.xlsx")
    assert manifest.entries == (
        Entry("a.pdf", "Ede", "GM0228", 2014, "2014", "", "", "corpus.xlsx:2:1"),
        Entry("b.pdf", "", "", 2015, "", "", "", "corpus.xlsx:4:1"),
    )


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", "1:1", "lists no documents"),
        ("bestand,jaar\n", "1:1", "lists no documents"),
        ("bestand,gemente\na.pdf,Ede\n", "1:2", "Unknown key 'gemente': did you mean 'gemeente'?"),
        ("bestand,jaar\na.pdf,twintig\n", "2:2", "must be a year"),
        ("bestand,titel\na.pdf,een, twee\n", "2:3", "a column without a name"),
        ("bestand,bestand\na.pdf,b.pdf\n", "1:2", "second time"),
        ("jaar\n2014\n", "2:1", "no file"),
        ("bestand\na.pdf\n\na.pdf\n", "4:1", "the first is on line 2"),
        ('bestand,titel\na.pdf,"x" y\n', "2:1", "not CSV"),
    ],
)
def test_a_fault_in_a_table_has_its_row_and_column(tmp_path: Path, text: str, place: str, words: str) -> None:
    with pytest.raises(CorpusError) as caught:
        read(tmp_path, text, "corpus.csv")
    assert str(caught.value).startswith(f"corpus.csv:{place}: ")
    assert words in str(caught.value)


def test_csv_that_is_not_utf8_is_refused_with_the_remedy(tmp_path: Path) -> None:
    path = tmp_path / "corpus.csv"
    path.write_bytes("bestand\né.pdf\n".encode("cp1252"))
    with pytest.raises(CorpusError, match=r"^corpus\.csv:2:1: .*Save the file as 'CSV UTF-8'"):
        read_manifest(path, "corpus.csv")


def not_a_zip(path: Path) -> None:
    path.write_bytes(b"bestand,jaar")


def a_zip_of_something_else(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("x.txt", "x")


def a_zip_that_unpacks_to_200_megabytes(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", bytes(200_000_000))


@pytest.mark.parametrize("write", [not_a_zip, a_zip_of_something_else, a_zip_that_unpacks_to_200_megabytes])
def test_what_is_no_workbook_is_refused(tmp_path: Path, write: Callable[[Path], None]) -> None:
    path = tmp_path / "corpus.xlsx"
    write(path)
    with pytest.raises(CorpusError, match=r"^corpus\.xlsx: this is not an XLSX workbook"):
        read_manifest(path, "corpus.xlsx")


def test_a_manifest_larger_than_5_mb_is_refused(tmp_path: Path) -> None:
    for name in ("corpus.csv", "corpus.yaml"):
        with pytest.raises(CorpusError, match="larger than 5 MB"):
            read(tmp_path, "#" * 5_000_001, name)


def test_without_openpyxl_the_error_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "corpus.xlsx"
    write_xlsx(path, [("bestand",), ("a.pdf",)])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(CorpusError, match=r"Install it with: .*\[xlsx\]"):
        read_manifest(path, "corpus.xlsx")


def test_a_key_of_its_own_is_a_group_to_compare_by(tmp_path: Path) -> None:
    manifest = read(
        tmp_path, "documenten:\n  - {bestand: a.pdf, grootte: klein, inwoners: 41000, coalitie: }\n"
    )
    assert manifest.entries[0].kenmerken == (("grootte", "klein"), ("inwoners", "41000"))


def test_a_group_is_a_word_or_a_number(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"2:31: 'grootte' must be a word"):
        read(tmp_path, "documenten:\n  - {bestand: a.pdf, grootte: [klein]}\n")


def test_tolerances_say_how_far_rates_may_move(tmp_path: Path) -> None:
    text = "toleranties:\n  maatwerk: 0.5\n  overige: 1\ndocumenten:\n  - bestand: a.pdf\n"
    assert read(tmp_path, text).toleranties == (
        Tolerantie("maatwerk", 0.5, "corpus.yaml:2:3"),
        Tolerantie("overige", 1.0, "corpus.yaml:3:3"),
    )
    assert read(tmp_path, "documenten:\n  - bestand: a.pdf\n").toleranties == ()


@pytest.mark.parametrize(
    ("value", "place"), [("veel", "2:13"), ("-1", "2:13"), ("true", "2:13"), ("[1]", "2:13")]
)
def test_a_tolerance_that_is_no_number_is_refused(tmp_path: Path, value: str, place: str) -> None:
    text = f"toleranties:\n  maatwerk: {value}\ndocumenten:\n  - bestand: a.pdf\n"
    with pytest.raises(CorpusError, match=rf"corpus\.yaml:{place}: the tolerance of 'maatwerk' must be"):
        read(tmp_path, text)


def test_a_list_of_names_that_are_no_gemeenten_is_warned_of_name_by_name_and_soon_without_a_hint(
    tmp_path: Path,
) -> None:
    path = tmp_path / "corpus.csv"
    rows = "".join(f"{number}.pdf;Leeuwarde{chr(0x3B1 + number)}\n" for number in range(150))
    path.write_text(f"bestand;gemeente\n{rows}", "utf-8")
    warnings = read_manifest(path, "corpus.csv").warnings
    assert len(warnings) == 150
    assert sum("did you mean Leeuwarden" in warning for warning in warnings) == 100


def test_a_table_has_no_place_to_declare_a_gemeente_so_none_is_named(tmp_path: Path) -> None:
    path = tmp_path / "corpus.csv"
    path.write_text("bestand;gemeente\na.pdf;Overijssel\n", "utf-8")
    (warning,) = read_manifest(path, path.name).warnings
    assert warning.startswith("corpus.csv:2:2: Unknown gemeente 'Overijssel'")
    assert warning.endswith("Correct it, or leave it so when it is none of the list, such as a province.")


def test_what_is_still_to_be_checked_is_named_by_its_key(tmp_path: Path) -> None:
    for words, meant in (("gemeente", ("gemeente",)), ("gemeente, jaar", ("gemeente", "jaar")), ("", ())):
        text = f"documenten:\n  - bestand: a.pdf\n    nakijken: {words}\n"
        assert read(tmp_path, text).entries[0].nakijken == meant


def test_only_gemeente_and_year_can_be_still_to_be_checked(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"3:15: 'nakijken' names what was guessed: gemeente, jaar"):
        read(tmp_path, "documenten:\n  - bestand: a.pdf\n    nakijken: titel\n")
