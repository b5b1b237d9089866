"""A coding sheet in each form, filled as people do, comes back as what they coded."""

import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beloften.codebook.schema import Codebook, Level, Stance
from beloften.codings.names import CodeNames
from beloften.codings.qdpx.read import read_qdpx
from beloften.codings.sample.files import check_sheet, write_sample
from beloften.codings.sample.key import Sample, SampledSentence, key_json, read_key
from beloften.codings.sample.qdpx import sample_qdpx, sample_text
from beloften.codings.sample.sheet import columns, sheet_xlsx
from beloften.codings.sentence import counted
from beloften.codings.table import read_rows
from beloften.codings.tables import read_table
from beloften.errors import CorpusError, OutputError, UsageError
from beloften.language.sentence import Sentence
from tests.codings.projects import selection

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=30).map(
    lambda text: f"Zin {text.strip()} einde."
)


def sample_of(*texts: str) -> Sample:
    sentences = tuple(Sentence(text, 0, number // 2) for number, text in enumerate(texts))
    drawn = tuple(
        SampledSentence(
            id=f"{number:016x}",
            document="nota.pdf",
            gemeente="Leeuwarden",
            citation="(Leeuwarden 2014: 31)",
            heading="=Visie > Dichtbij",
            window=sentences[max(number - 1, 0) : number + 2],
            at=min(number, 1),
            stratum="Leeuwarden × –",
            weight=number + 1.5,
        )
        for number in range(len(texts))
    )
    return Sample({"name": "proef", "version": "1", "sha256": "x"}, 1, 99, drawn)


SAMPLE = sample_of(
    "=SOM(A1) is geen formule.", "Wij bieden maatwerk 😀.", "De “markt” doet het; niet.", "Klaar."
)
FILLED = {0: [("geen", "")], 1: [("maatwerk", "belofte"), ("autarkie", "")], 2: [("markt", "afgezet")]}


def fill_csv(path: Path) -> None:
    """Fill a sheet in as a spreadsheet would: semicolons, and the rows in another order."""
    names, rows = read_rows(path)
    lines = []
    for number, row in enumerate(rows):
        values = dict(row.values)
        for slot, (code, degree) in enumerate(FILLED.get(number, []), 1):
            values |= {f"code {slot}": code, f"niveau of houding {slot}": degree}
        lines.append(";".join('"{}"'.format(values.get(name, "").replace('"', '""')) for name in names))
    random.Random(1).shuffle(lines)  # noqa: S311 - a test
    path.write_text("\n".join([";".join(names), *lines]), "utf-8-sig")


def fill_xlsx(path: Path) -> None:
    from openpyxl import load_workbook  # type: ignore[import-untyped] # noqa: PLC0415 - slow

    book = load_workbook(path)
    sheet = book["codering"]
    first = columns().index("code 1") + 1
    for number, codes in FILLED.items():
        for slot, (code, degree) in enumerate(codes):
            sheet.cell(number + 2, first + 2 * slot).value = code
            sheet.cell(number + 2, first + 2 * slot + 1).value = degree or None
    book.save(path)


def expected(sentences: list[dict[str, str]]) -> None:
    assert sentences == [{}, {"maatwerk": "belofte", "autarkie": ""}, {"markt": "afgezet"}]


@pytest.mark.parametrize(("suffix", "fill"), [(".csv", fill_csv), (".xlsx", fill_xlsx)])
def test_a_filled_sheet_is_read_back(
    tmp_path: Path, codebook: Codebook, names: CodeNames, suffix: str, fill: object
) -> None:
    path = tmp_path / f"steekproef{suffix}"
    write_sample(path, SAMPLE, codebook)
    copy = tmp_path / f"anna{suffix}"
    copy.write_bytes(path.read_bytes())
    fill(copy)  # type: ignore[operator]
    codings = read_table(copy, names)
    read = counted(codings.coders["anna"])
    expected([each.degrees for each in read])
    assert [each.weight for each in read] == [1.5, 2.5, 3.5]
    assert codings.remarks == (f"{copy}: 1 of 4 sentences are not coded yet.",)


def test_a_coded_project_is_read_back(tmp_path: Path, codebook: Codebook, names: CodeNames) -> None:
    """A coder selects a word of a sentence; what is selected around the sentences does not count."""
    path = tmp_path / "steekproef.qdpx"
    write_sample(path, SAMPLE, codebook)
    with zipfile.ZipFile(path) as package:
        xml = package.read("project.qde").decode()
        (part,) = (name for name in package.namelist() if name.endswith(".txt"))
        text = package.read(part).decode()

    def guid(name: str) -> str:
        return xml.split(f'" name="{name}"')[0].rsplit('guid="', 1)[1]

    start = text.index("\nWij bieden maatwerk 😀.") + 1
    selections = [
        selection(start, start + 20, [guid("maatwerk"), guid("belofte"), guid("autarkie")]),
        selection(
            text.index("\nDe “markt”") + 5, text.index("\nDe “markt”") + 10, [guid("markt"), guid("afgezet")]
        ),
        selection(text.index("‹ Klaar") + 2, text.index("‹ Klaar") + 8, [guid("preventie")]),
    ]
    filled = xml.replace('.txt"/>', f'.txt">{"".join(selections)}</TextSource>')
    copy = tmp_path / "anna.qdpx"
    with zipfile.ZipFile(copy, "w") as package:
        package.writestr("project.qde", filled)
        package.writestr(part, text)
    codings = read_qdpx(copy, names)
    (sentences,) = codings.coders.values()
    read = counted(sentences)
    expected([each.degrees for each in read[:3]])
    assert not read[3].degrees
    assert [each.weight for each in read] == [1.5, 2.5, 3.5, 4.5]
    assert "1 codings of 'steekproef' lie in none of its sentences" in codings.remarks[0]


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_a_key_gives_back_what_was_drawn(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("sleutel") / "x.sleutel.json"
    sample = sample_of(*texts)
    path.write_text(key_json(sample), "utf-8", newline="")
    assert read_key(path) == sample


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ('"seed": 1', '"seed": 1e400'),
        ('"sentences": [', '"sentences": [[], '),
        ('"sentences": [', '"sentences": ["zin", '),
        ('"at": 0', '"at": 1'),
        ('"weight": 1.5', '"weight": -1'),
        ('"weight": 1.5', '"weight": "veel"'),
        ('"heading"', '"kop"'),
        ('"document": "', '"document": 1, "x": "'),
    ],
)
def test_a_key_that_is_not_as_it_was_written_is_refused(tmp_path: Path, part: str, other: str) -> None:
    text = key_json(sample_of("Zin."))
    assert part in text
    path = tmp_path / "x.sleutel.json"
    path.write_text(text.replace(part, other), "utf-8")
    with pytest.raises(CorpusError, match="no key of a coding sheet"):
        read_key(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_sheets_of_whatever_text_hold_a_row_per_sentence(
    tmp_path: Path, codebook: Codebook, texts: list[str]
) -> None:
    sample = sample_of(*texts)
    for suffix in (".csv", ".xlsx"):
        path = tmp_path / f"x{suffix}"
        write_sample(path, sample, codebook)
        header, rows = read_rows(path)
        assert header == columns()
        assert [row.values["id"] for row in rows] == [each.id for each in sample.sentences]
    assert all(f"[{each.id}]" in sample_text(sample) for each in sample.sentences)


def test_the_same_sample_gives_the_same_bytes(codebook: Codebook) -> None:
    assert sheet_xlsx(SAMPLE, codebook) == sheet_xlsx(SAMPLE, codebook)
    assert sample_qdpx(SAMPLE, codebook) == sample_qdpx(SAMPLE, codebook)
    assert b"2018-04-12" in zipfile.ZipFile(_file(sheet_xlsx(SAMPLE, codebook))).read("docProps/core.xml")


def _file(data: bytes) -> io.BytesIO:
    return io.BytesIO(data)


def test_the_workbook_offers_the_codes_and_explains_them(tmp_path: Path, codebook: Codebook) -> None:
    from openpyxl import load_workbook  # noqa: PLC0415 - slow

    (tmp_path / "x.xlsx").write_bytes(sheet_xlsx(SAMPLE, codebook))
    book = load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == ["codering", "uitleg", "lijsten"]
    lists = [[cell.value for cell in row if cell.value] for row in book["lijsten"].iter_rows()]
    assert lists[0][:3] == ["geen", "vertrouwdheid", "maatwerk"]
    assert "ontkenning" not in lists[0]
    assert lists[1] == [*Level, *Stance]
    offered = {
        str(each.sqref).split()[0]: each.formula1 for each in book["codering"].data_validations.dataValidation
    }
    assert offered["G2:G5"].startswith("lijsten!$A$1:")
    assert offered["H2:H5"] == "lijsten!$A$2:$F$2"
    assert book["codering"]["E2"].value == "=SOM(A1) is geen formule."
    assert book["codering"]["E2"].data_type == "s"


def test_nothing_in_a_sheet_tells_what_was_found(codebook: Codebook) -> None:
    """Weights and strata would; they are in the key."""
    for content in (sheet_xlsx(SAMPLE, codebook), sample_qdpx(SAMPLE, codebook)):
        package = zipfile.ZipFile(_file(content))
        everything = b"".join(package.read(name) for name in package.namelist())
        assert "Leeuwarden × –".encode() not in everything
        assert b"3.5" not in everything


def test_a_sheet_without_its_key_cannot_be_read(tmp_path: Path, codebook: Codebook, names: CodeNames) -> None:
    path = tmp_path / "anna.csv"
    key = write_sample(path, SAMPLE, codebook)
    with pytest.raises(CorpusError, match="no row has a code yet"):
        read_table(path, names)
    key.unlink()
    with pytest.raises(UsageError, match="no key of the coding sheet"):
        read_table(path, names)


def test_a_filled_sheet_or_its_key_is_overwritten_only_when_asked_for(
    tmp_path: Path, codebook: Codebook
) -> None:
    write_sample(tmp_path / "x.csv", SAMPLE, codebook)
    with pytest.raises(OutputError, match=r"x.csv is there already"):
        check_sheet(tmp_path / "x.csv")
    with pytest.raises(OutputError, match=r"x.sleutel.json is there already"):
        check_sheet(tmp_path / "x.xlsx")
    check_sheet(tmp_path / "x.csv", replace=True)
    with pytest.raises(UsageError, match="is no coding sheet"):
        check_sheet(tmp_path / "x.docx")


def test_a_degree_without_a_code_is_named_with_its_line(
    tmp_path: Path, codebook: Codebook, names: CodeNames
) -> None:
    path = tmp_path / "anna.csv"
    write_sample(path, SAMPLE, codebook)
    lines = path.read_text().splitlines()
    lines[2] = lines[2].replace(",,,,", ",,afgezet,,", 1)
    path.write_text("\n".join(lines))
    with pytest.raises(CorpusError, match=r"anna.csv:3: 'afgezet' stands there without a code"):
        read_table(path, names)
