"""Codings in a QDPX project, with the quirks of the programs that export them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beloften.codebook.schema import Level, Stance
from beloften.codings.documents import Documents
from beloften.codings.names import CodeNames
from beloften.codings.qdpx.positions import Counting
from beloften.codings.qdpx.read import read_qdpx
from beloften.errors import CorpusError
from tests.codings.projects import inline_source, project, selection, text_source, write_qdpx

TEXT = "Wij bieden maatwerk in de buurt. Dat scheelt.\n\nDe markt doet het niet meer. Wij wel.\n"
MAATWERK = (11, 32)
MARKT = (50, 72)


def read(path: Path, xml: str, names: CodeNames, **options: object) -> dict[str, list[dict[str, str]]]:
    """The codes of each sentence by coder."""
    codings = read_qdpx(write_qdpx(path / "anna.qdpx", xml), names, **options)  # type: ignore[arg-type]
    return {coder: [each.degrees for each in sentences] for coder, sentences in codings.coders.items()}


def test_all_sentences_of_a_coded_source_count_and_those_that_are_coded_have_codes(
    tmp_path: Path, names: CodeNames
) -> None:
    selections = [
        selection(*MAATWERK, ["c-maatwerk-belofte"]),
        selection(*MARKT, ["c-markt", "c-afgezet"]),
    ]
    xml = project([inline_source(TEXT, selections), inline_source(TEXT, [], name="nog niet gecodeerd")])
    codings = read_qdpx(write_qdpx(tmp_path / "p.qdpx", xml), names)
    (sentences,) = codings.coders.values()
    assert [each.text for each in sentences] == [
        "Wij bieden maatwerk in de buurt.",
        "Dat scheelt.",
        "De markt doet het niet meer.",
        "Wij wel.",
    ]
    assert sentences[0].beloften == {"maatwerk": Level.BELOFTE}
    assert sentences[2].logicas == {"markt": Stance.AFGEZET}
    assert not sentences[1].degrees
    assert {each.source for each in sentences} == {"nota"}


def test_users_are_coders_and_guids_are_known_in_whatever_case(tmp_path: Path, names: CodeNames) -> None:
    selections = [
        selection(*MAATWERK, ["{c-maatwerk}"], user="u1"),
        selection(*MAATWERK, ["C-PREVENTIE"], user="{U2}"),
    ]
    found = read(tmp_path, project([inline_source(TEXT, selections)]), names)
    assert found["Anna"][0] == {"maatwerk": "genoemd"}
    assert found["Bram"][0] == {"preventie": "genoemd"}


def test_codings_of_the_tool_itself_are_left_out_where_somebody_coded_beside_it(
    tmp_path: Path, names: CodeNames
) -> None:
    selections = [
        selection(*MAATWERK, ["{c-maatwerk}"], user="u1"),
        selection(*MAATWERK, ["C-PREVENTIE"], user="{U2}"),
    ]
    xml = project([inline_source(TEXT, selections)]).replace("Bram", "beloften 0.1.0")
    codings = read_qdpx(write_qdpx(tmp_path / "p.qdpx", xml), names)
    assert list(codings.coders) == ["Anna"]
    assert "left out: the codings of beloften 0.1.0, the tool itself" in " ".join(codings.remarks)


def test_a_project_that_only_the_tool_coded_is_read_and_that_is_told(
    tmp_path: Path, names: CodeNames
) -> None:
    xml = project([inline_source(TEXT, [selection(*MAATWERK, ["{c-maatwerk}"])])])
    file = write_qdpx(tmp_path / "p.qdpx", xml.replace("Anna", "beloften 1.12.3"))
    codings = read_qdpx(file, names)
    assert list(codings.coders) == ["beloften 1.12.3"]
    assert "the tool itself: that measures no rules" in " ".join(codings.remarks)


def test_a_stance_that_was_given_apart_joins_the_codes_of_its_sentence(
    tmp_path: Path, names: CodeNames
) -> None:
    selections = [selection(*MARKT, ["c-markt"]), selection(53, 58, ["c-afgezet"])]
    found = read(tmp_path, project([inline_source(TEXT, selections)]), names)
    assert found["Anna"][2] == {"markt": "afgezet"}


@pytest.mark.parametrize(
    ("project_file", "part", "path"),
    [
        ("project.qde", "sources/abc.txt", "internal://abc.txt"),
        ("Mijn project.qde", "Sources/ABC.txt", "internal://abc.txt"),
        ("project.qde", "Sources/abc.txt", "internal:///Sources/abc.txt"),
        ("project.qde", "sources\\abc.txt", "internal://abc.txt"),
        ("Zorg/project.qde", "Zorg/sources/abc.txt", "internal://abc.txt"),
        ("project.QDE", "SOURCES/ABC.TXT", "relative://..\\abc.txt"),
    ],
)
def test_the_text_is_found_whatever_folders_and_files_are_called(
    tmp_path: Path, names: CodeNames, project_file: str, part: str, path: str
) -> None:
    xml = project([text_source([selection(*MAATWERK, ["{c-maatwerk}"])], path=path)])
    file = write_qdpx(tmp_path / "p.qdpx", xml, {part: TEXT.encode()}, name=project_file)
    (sentences,) = read_qdpx(file, names).coders.values()
    assert sentences[0].beloften == {"maatwerk": Level.GENOEMD}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.builds(Counting, st.booleans(), st.booleans(), st.sampled_from([1, 2]), st.booleans()),
    st.sampled_from(["utf-8", "utf-16-le"]),
)
def test_sentences_are_the_same_however_a_program_counts(
    tmp_path: Path, names: CodeNames, counting: Counting, encoding: str
) -> None:
    """Line ends of two characters, a byte order mark, characters of two UTF-16 units, ends in or out."""
    text = "\ufeff😀 " + TEXT.replace("\n", "\r\n")
    offsets = list(counting.offsets(text))
    selections = []
    for words, code in (
        ("maatwerk in de buurt", "{c-maatwerk}"),
        ("De markt", "c-markt"),
        ("Wij wel", "c-preventie"),
    ):
        start = text.index(words)
        end = offsets.index(start + len(words)) - counting.inclusive
        selections.append(selection(offsets.index(start), end, [code], name=words))
    xml = project([text_source(selections)])
    file = write_qdpx(tmp_path / "p.qdpx", xml, {"Sources/abc.txt": text.encode(encoding)})
    (sentences,) = read_qdpx(file, names).coders.values()
    assert [list(each.degrees) for each in sentences] == [["maatwerk"], [], ["markt"], ["preventie"]]


def test_quotations_of_a_pdf_are_looked_up_by_their_words(tmp_path: Path, names: CodeNames) -> None:
    area = (
        '<PDFSelection guid="s" page="1" firstX="1" firstY="1" secondX="9" secondY="9">'
        '<Representation guid="r"><PlainTextContent>'
        "maatwerk in de\nbuurt</PlainTextContent></Representation>"
        '<Coding guid="x" creatingUser="u1"><CodeRef targetGUID="{c-maatwerk}"/></Coding></PDFSelection>'
    )
    text = f'<Representation guid="t"><PlainTextContent>{TEXT}</PlainTextContent></Representation>'
    xml = project([f'<PDFSource guid="p" name="nota.pdf">{area}{text}</PDFSource>'])
    assert read(tmp_path, xml, names)["Anna"] == [{"maatwerk": "genoemd"}, {}, {}, {}]


def test_sentences_can_be_those_of_the_documents_themselves(tmp_path: Path, names: CodeNames) -> None:
    """A heading, and a sentence of two words, can carry no code there."""
    (tmp_path / "nota.md").write_text(
        "# Zo doen wij dat nu\n\nWij bieden maatwerk\nin de buurt. Dat scheelt.\n"
    )
    xml = project([inline_source(TEXT, [selection(*MAATWERK, ["{c-maatwerk}"])])])
    file = write_qdpx(tmp_path / "p.qdpx", xml)
    (sentences,) = read_qdpx(file, names, Documents([tmp_path / "nota.md"])).coders.values()
    assert [(each.text, each.codable) for each in sentences] == [
        ("Zo doen wij dat nu", False),
        ("Wij bieden maatwerk in de buurt.", True),
        ("Dat scheelt.", False),
    ]
    assert sentences[1].beloften == {"maatwerk": Level.GENOEMD}


def test_what_is_left_out_is_told(tmp_path: Path, names: CodeNames) -> None:
    selections = [
        selection(*MAATWERK, ["{c-maatwerk}", "c-mooi"]),
        selection(4000, 4010, ["{c-maatwerk}"]),
    ]
    missing = text_source(
        [selection(*MAATWERK, ["{c-maatwerk}"])], name="elders", path="relative:///elders.txt"
    )
    xml = project([inline_source(TEXT, selections), missing])
    remarks = " ".join(read_qdpx(write_qdpx(tmp_path / "p.qdpx", xml), names).remarks)
    assert "mooie zin (1)" in remarks
    assert "1 codings of 'nota' lie in none of its sentences" in remarks
    assert "the text of 'elders' is not in it" in remarks


def test_a_case_that_words_are_coded_with_is_told_by_its_name_and_is_no_code(
    tmp_path: Path, names: CodeNames
) -> None:
    """NVivo codes what a person said, or what is about a place, with that case."""
    selections = [selection(*MAATWERK, ["{c-maatwerk}", "k-1"]), selection(*MARKT, ["k-1"])]
    cases = '</CodeBook><Cases><Case guid="K-1" name="Preventie"/></Cases>'
    xml = project([inline_source(TEXT, selections)]).replace("</CodeBook>", cases)
    codings = read_qdpx(write_qdpx(tmp_path / "p.qdpx", xml), names)
    (sentences,) = codings.coders.values()
    assert [each.degrees for each in sentences] == [{"maatwerk": "genoemd"}, {}, {}, {}]
    assert "Preventie (2)" in " ".join(codings.remarks)


def test_words_in_the_text_beside_a_pdf_are_found_by_their_position(tmp_path: Path, names: CodeNames) -> None:
    beside = text_source([selection(*MAATWERK, ["{c-maatwerk}"])]).replace("TextSource", "Representation")
    xml = project([f'<PDFSource guid="p" name="nota.pdf" path="internal://p.pdf">{beside}</PDFSource>'])
    file = write_qdpx(tmp_path / "p.qdpx", xml, {"sources/abc.txt": TEXT.encode(), "sources/p.pdf": b"%PDF"})
    (sentences,) = read_qdpx(file, names).coders.values()
    assert [each.degrees for each in sentences] == [{"maatwerk": "genoemd"}, {}, {}, {}]
    assert {each.source for each in sentences} == {"nota.pdf"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_project_file_may_begin_with_a_byte_order_mark(
    tmp_path: Path, names: CodeNames, encoding: str
) -> None:
    xml = project([inline_source(TEXT, [selection(*MAATWERK, ["{c-maatwerk}"])])])
    data = xml.replace("utf-8", encoding.removesuffix("-sig")).encode(encoding)
    file = write_qdpx(tmp_path / "p.qdpx", data)
    (sentences,) = read_qdpx(file, names).coders.values()
    assert sentences[0].beloften == {"maatwerk": Level.GENOEMD}


def test_a_project_without_codes_of_the_codebook_is_an_error(tmp_path: Path, names: CodeNames) -> None:
    with pytest.raises(CorpusError, match="nothing is coded with codes of the codebook"):
        read(tmp_path, project([inline_source(TEXT, [selection(*MAATWERK, ["c-mooi"])])]), names)


@pytest.mark.parametrize(
    "part", ["../elders.txt", "/etc/elders", "Sources/../../x", "..\\x.txt", "C:\\x.txt"]
)
def test_a_zip_that_names_places_outside_itself_is_refused(
    tmp_path: Path, names: CodeNames, part: str
) -> None:
    file = write_qdpx(tmp_path / "p.qdpx", project([inline_source(TEXT, [])]), {part: b"x"})
    with pytest.raises(CorpusError, match="names a place outside itself"):
        read_qdpx(file, names)


def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path: Path, names: CodeNames) -> None:
    xml = project([text_source([selection(*MAATWERK, ["{c-maatwerk}"])])])
    file = write_qdpx(tmp_path / "p.qdpx", xml, {"Sources/abc.txt": b"a" * 70_000_000})
    assert file.stat().st_size < 100_000
    with pytest.raises(CorpusError, match=r"no QDPX project that can be read"):
        read_qdpx(file, names)


def test_a_tree_of_codes_without_end_is_refused(tmp_path: Path, names: CodeNames) -> None:
    codes = '<Code name="a">' * 200 + "</Code>" * 200
    with pytest.raises(CorpusError, match="nested deeper than 100 levels"):
        read(tmp_path, project([inline_source(TEXT, [])], codes=codes), names)


def test_a_name_as_long_as_a_book_is_no_code(tmp_path: Path, names: CodeNames) -> None:
    codes = f'<Code guid="c-x" name="{"maatwerk : " * 100_000}"/>'
    source = inline_source(TEXT, [selection(*MAATWERK, ["c-x"])])
    with pytest.raises(CorpusError, match="nothing is coded with codes of the codebook"):
        read(tmp_path, project([source], codes=codes), names)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"geen zip",
        b"PK\x03\x04 afgebroken",
    ],
)
def test_what_is_no_project_is_refused(tmp_path: Path, names: CodeNames, content: bytes) -> None:
    file = tmp_path / "p.qdpx"
    file.write_bytes(content)
    with pytest.raises(CorpusError, match="no QDPX project"):
        read_qdpx(file, names)


@pytest.mark.parametrize(
    "xml",
    ["<Project", "geen xml", '<!DOCTYPE p [<!ENTITY a "aaaa">]><Project name="&a;"/>'],
)
def test_broken_and_hostile_xml_is_refused(tmp_path: Path, names: CodeNames, xml: str) -> None:
    with pytest.raises(CorpusError, match="no QDPX project"):
        read(tmp_path, xml, names)


def test_a_zip_without_a_project_is_refused(tmp_path: Path, names: CodeNames) -> None:
    with pytest.raises(CorpusError, match="holds no project"):
        read_qdpx(write_qdpx(tmp_path / "p.qdpx", "<x/>", name="iets.xml"), names)
