"""A run as a QDPX project, and what our own reader makes of it."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from beloften.codebook.schema import Codebook, Level, Stance
from beloften.codings.names import CodeNames
from beloften.codings.qdpx.project import read_project
from beloften.codings.qdpx.read import read_qdpx
from beloften.errors import UsageError
from beloften.export.asked import ExportFormat
from beloften.export.formats import export_run
from beloften.export.material import Material, find_originals
from beloften.export.qdpx.project import source_names
from beloften.run.options import ReadingOptions
from beloften.rundir.read import read_run
from tests.export.qdpx.runs import BARE, RULES, codings_in, findings_of, material_of
from tests.hostile import HOSTILE

VOORBEELD = Path(__file__).parents[3] / "corpora" / "voorbeeld"
TEXT = (
    "# Zorg\n\nWij bieden hulp op maat, dichtbij. Wij willen erger voorkomen.\n\n"
    "Er zijn regels. Zij kunnen het zelf doen, en wij bieden maatwerk.\n"
)
GEMEENTE = replace(BARE, gemeente="'s-Gravenhage", gemeente_code="GM0518", jaar=2014, titel="Zorg & meer")


@pytest.fixture
def codebook(codebook_of: Callable[..., Codebook]) -> Codebook:
    return codebook_of(**RULES)


def exported(material: Material, folder: Path) -> Path:
    path = folder / "uit.qdpx"
    export_run(material, ExportFormat.QDPX, path)
    return path


def xml_of(path: Path) -> ET.Element:
    with zipfile.ZipFile(path) as project:
        return ET.fromstring(project.read("project.qde"))  # noqa: S314 - written just now


def sample() -> Material:
    run = read_run(VOORBEELD / "baseline")
    return Material("voorbeeld", run, originals=find_originals(run.documenten, VOORBEELD))


def test_the_findings_of_the_sample_corpus_come_back(tmp_path: Path, own_codebook: Codebook) -> None:
    material = sample()
    path = exported(material, tmp_path)
    assert codings_in(path, CodeNames(own_codebook)) == findings_of(material)


def test_validating_reads_the_same_codes_in_the_same_sentences(
    tmp_path: Path, own_codebook: Codebook
) -> None:
    """All sentences that were counted, with their codes; a koepel is read without its level."""
    material = sample()
    codings = read_qdpx(exported(material, tmp_path), CodeNames(own_codebook))
    (sentences,) = codings.coders.values()
    assert list(codings.coders) == [f"beloften {material.run.info['beloften']}"]
    (remark,) = codings.remarks
    assert "the tool itself" in remark
    assert len(sentences) == sum(row.sentences for row in material.run.documenten)
    found = sorted(
        (each.source, each.text, code, str(degree))
        for each in sentences
        for code, degree in each.degrees.items()
    )
    koepels = {row.code for row in material.run.bevindingen if row.kind == "koepel"}
    assert koepels
    assert found == [
        (document, sentence, code, "" if code in koepels else degree)
        for document, sentence, code, degree in findings_of(material)
    ]


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_findings_come_back_from_documents_with_any_name_and_text(
    name: str, tmp_path: Path, codebook: Codebook
) -> None:
    """Characters that would shift positions are replaced; a text file with some of them is not even read."""
    between = (
        "" if name in {"nul", "backspace"} else HOSTILE[name].encode("utf-8", "replace").decode().strip()
    )
    known = replace(GEMEENTE, gemeente=HOSTILE[name], titel=HOSTILE[name], kenmerken=((name, HOSTILE[name]),))
    text = f"Wij bieden hulp op maat. {between}\n\n{between} Er zijn regels bij het loket.\n"
    material = material_of(tmp_path, codebook, {f"nota {HOSTILE[name]}.txt": text}, known)
    (row,) = material.run.documenten
    path = exported(material, tmp_path)
    read = codings_in(path, CodeNames(codebook))
    assert [coding[1:] for coding in read] == sorted(
        (quotation(sentence), code, degree) for _, sentence, code, degree in findings_of(material)
    )
    assert {code for _, _, code, _ in read} >= {"maatwerk", "bureaucratisch"}
    assert {source.name for source in read_project(path).sources} == set(source_names([row]))


def quotation(sentence: str) -> str:
    """A sentence as a text can hold that all programs count alike."""
    shown = "".join(" " if letter < " " or "\x7f" <= letter <= "\x9f" else letter for letter in sentence)
    replaced = {"\u2028": " ", "\u2029": " ", "\ufeff": "\u2060", "\ufffe": "\ufffd", "\uffff": "\ufffd"}
    return "".join(replaced.get(letter, letter) for letter in shown)


def test_two_goods_of_one_sentence_keep_each_its_own_level(tmp_path: Path, codebook: Codebook) -> None:
    text = "Er is hulp. Wij bieden hulp op maat en willen regels voorkomen.\n"
    material = material_of(tmp_path, codebook, {"nota.md": text})
    rows = [
        replace(row, level=Level.EXPLICIET) if row.code == "maatwerk" else row
        for row in material.run.bevindingen
    ]
    material = replace(material, run=replace(material.run, bevindingen=tuple(rows)))
    codings = read_qdpx(exported(material, tmp_path), CodeNames(codebook))
    (sentences,) = codings.coders.values()
    assert sentences[1].beloften == {"maatwerk": Level.EXPLICIET, "preventie": Level.GENOEMD}
    assert sentences[1].logicas == {"bureaucratisch": Stance.NEUTRAAL}


def test_the_same_run_gives_the_same_bytes(tmp_path: Path, codebook: Codebook) -> None:
    material = material_of(tmp_path, codebook, {"nota.md": TEXT, "twee.md": TEXT}, GEMEENTE)
    first = exported(material, tmp_path).read_bytes()
    rows = tuple(reversed(material.run.bevindingen))
    again = replace(material, run=replace(material.run, bevindingen=rows))
    by_sentence = sorted(again.run.bevindingen, key=lambda row: (row.document, row.sentence_index))
    assert by_sentence != list(again.run.bevindingen)
    later = tmp_path / "later"
    later.mkdir()
    assert exported(again, later).read_bytes() == first


def test_all_guids_are_different_and_all_that_are_referred_to_are_there(
    tmp_path: Path, codebook: Codebook
) -> None:
    material = material_of(tmp_path, codebook, {"a/nota.md": TEXT, "b/nota.md": TEXT}, GEMEENTE)
    root = xml_of(exported(material, tmp_path))
    guids = [element.get("guid") for element in root.iter() if element.get("guid")]
    assert len(guids) == len(set(guids))
    used = {
        value
        for element in root.iter()
        for key, value in element.items()
        if key in {"targetGUID", "creatingUser"}
    }
    assert used <= set(guids)


def test_a_sentence_is_coded_as_a_whole_and_tells_its_place_and_the_words_that_were_found(
    tmp_path: Path, codebook: Codebook
) -> None:
    path = exported(material_of(tmp_path, codebook, {"nota.md": TEXT}), tmp_path)
    selection = xml_of(path).find(".//{*}PlainTextSelection")
    assert selection is not None
    assert selection.get("name") == "Wij bieden hulp op maat, dichtbij."
    about = (selection.findtext("{*}Description") or "").splitlines()
    assert about[0] == "(Proef 2014: ¶2)"
    assert "maatwerk (belofte): op maat; cue: dichtbij" in about
    assert "nabijheid: dichtbij" in about


def test_the_text_is_utf8_with_line_feeds_and_without_a_mark_and_positions_count_code_points(
    tmp_path: Path, codebook: Codebook
) -> None:
    text = "\ufeffHet 😀 begint.\r\n\r\nWij bieden hulp op maat 𝓶.\r\n"
    path = exported(material_of(tmp_path, codebook, {"nota.txt": text}), tmp_path)
    selection = xml_of(path).find(".//{*}PlainTextSelection")
    assert selection is not None
    with zipfile.ZipFile(path) as project:
        (part,) = [name for name in project.namelist() if name.startswith("sources/")]
        written = project.read(part)
    assert written.decode() == "Het 😀 begint.\n\nWij bieden hulp op maat 𝓶.\n"
    place = slice(int(selection.get("startPosition", "")), int(selection.get("endPosition", "")))
    assert written.decode()[place] == "Wij bieden hulp op maat 𝓶."


def test_a_pdf_is_in_the_project_as_it_is_with_its_codings_in_the_text_beside_it(tmp_path: Path) -> None:
    path = exported(sample(), tmp_path)
    root = xml_of(path)
    sources = root.findall(".//{*}PDFSource")
    assert len(sources) == 7
    assert not root.findall(".//{*}PDFSelection")
    with zipfile.ZipFile(path) as project:
        for source in sources:
            part = (source.get("path") or "").replace("internal://", "sources/")
            assert project.read(part) == (VOORBEELD / (source.get("name") or "")).read_bytes()
            assert source.findall("{*}Representation/{*}PlainTextSelection")


def test_a_gemeente_is_a_case_with_its_documents_and_what_holds_for_all_of_them(
    tmp_path: Path, codebook: Codebook
) -> None:
    known = replace(GEMEENTE, kenmerken=(("grootte", "groot"),))
    material = material_of(tmp_path, codebook, {"a.md": TEXT, "b.md": TEXT}, known)
    first, second = material.run.documenten
    rows = (first, replace(second, jaar=2015))
    root = xml_of(exported(replace(material, run=replace(material.run, documenten=rows)), tmp_path))
    (case,) = root.findall(".//{*}Case")
    assert case.get("name") == "'s-Gravenhage"
    names = {each.get("guid"): each.get("name") for each in root.findall(".//{*}Variable")}
    values = {}
    for value in case.findall("{*}VariableValue"):
        reference, content = value
        values[names[reference.get("targetGUID")]] = content.text
    assert values == {
        "gemeente": "'s-Gravenhage",
        "gemeente_code": "GM0518",
        "titel": "Zorg & meer",
        "citation": "Proef 2014",
        "grootte": "groot",
    }
    sources = [source.get("guid") for source in root.findall(".//{*}TextSource")]
    assert [each.get("targetGUID") for each in case.findall("{*}SourceRef")] == sources


def test_documents_of_which_the_gemeente_is_not_known_belong_to_no_case(
    tmp_path: Path, codebook: Codebook
) -> None:
    root = xml_of(exported(material_of(tmp_path, codebook, {"nota.md": TEXT}), tmp_path))
    assert root.find(".//{*}TextSource") is not None
    assert root.find("{*}Cases") is None


def test_documents_are_called_by_their_file_or_by_their_path_where_that_tells_them_apart(
    tmp_path: Path, codebook: Codebook
) -> None:
    texts = dict.fromkeys(["a/nota.md", "b/nota.md", "c/plan.md", "a - nota.md"], TEXT)
    rows = material_of(tmp_path, codebook, texts).run.documenten
    assert dict(zip([row.document for row in rows], source_names(rows), strict=True)) == {
        "a/nota.md": "a - nota.md",
        "a - nota.md": "a - nota.md (2)",
        "b/nota.md": "b - nota.md",
        "c/plan.md": "plan.md",
    }


def test_documents_that_were_not_read_are_left_out_and_that_is_told(
    tmp_path: Path, codebook: Codebook
) -> None:
    material = material_of(tmp_path, codebook, {"nota.md": TEXT, "plaatje.png": b"\x89PNG"})
    remarks = export_run(material, ExportFormat.QDPX, tmp_path / "uit.qdpx")
    assert remarks == ("plaatje.png was not read, and is not in the project.",)
    assert [source.name for source in read_project(tmp_path / "uit.qdpx").sources] == ["nota.md"]


def test_a_run_without_a_document_that_was_read_makes_no_project(tmp_path: Path, codebook: Codebook) -> None:
    with pytest.raises(UsageError, match="No document of this run was read"):
        exported(material_of(tmp_path, codebook, {"plaatje.png": b"\x89PNG"}), tmp_path)
    assert not (tmp_path / "uit.qdpx").exists()


def test_a_document_that_reads_otherwise_now_is_an_error_and_nothing_is_written(
    tmp_path: Path, codebook: Codebook
) -> None:
    material = material_of(tmp_path, codebook, {"nota.md": TEXT})
    material.originals["nota.md"].write_text(TEXT.replace("# Zorg", "Zorg."), "utf-8")
    with pytest.raises(UsageError, match=r"nota\.md reads otherwise now than when it was scanned"):
        exported(material, tmp_path)
    assert not (tmp_path / "uit.qdpx").exists()


def test_a_document_that_is_not_there_is_an_error(tmp_path: Path, codebook: Codebook) -> None:
    material = material_of(tmp_path, codebook, {"nota.md": TEXT})
    with pytest.raises(UsageError, match=r"nota\.md.*--documents"):
        exported(replace(material, originals={}), tmp_path)


def test_only_the_section_that_was_scanned_is_in_the_project(tmp_path: Path, codebook: Codebook) -> None:
    text = f"{TEXT}\n# Werk\n\nOok bij werk bieden wij maatwerk.\n"
    options = ReadingOptions(section="werk")
    path = exported(material_of(tmp_path, codebook, {"nota.md": text}, options=options), tmp_path)
    (source,) = read_project(path).sources
    assert source.text == "Ook bij werk bieden wij maatwerk.\n"


def test_documents_that_were_read_by_ocr_need_it_again(
    tmp_path: Path, codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    material = material_of(tmp_path, codebook, {"nota.md": TEXT}, options=ReadingOptions(ocr=True))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="tesseract"):
        exported(material, tmp_path)


def test_the_coder_is_the_program_with_its_version(tmp_path: Path, codebook: Codebook) -> None:
    material = material_of(tmp_path, codebook, {"nota.md": TEXT})
    users = read_project(exported(material, tmp_path)).users
    assert list(users.values()) == [f"beloften {material.run.info['beloften']}"]


def test_headings_are_in_the_text_so_that_a_reader_knows_where_a_sentence_stands(
    tmp_path: Path, codebook: Codebook
) -> None:
    material = material_of(tmp_path, codebook, {"nota.md": TEXT})
    (source,) = read_project(exported(material, tmp_path)).sources
    assert (source.text or "").startswith("Zorg\n\nWij bieden")
