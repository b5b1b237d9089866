"""Codings in tables."""

from pathlib import Path

import pytest

from beloften.codebook.schema import Level, Stance
from beloften.codings.documents import Documents
from beloften.codings.names import CodeNames
from beloften.codings.tables import read_table
from beloften.errors import CorpusError, UsageError

TIDY = (
    "document,sentence,code,level,stance\n"
    "nota.pdf,Wij bieden maatwerk.,maatwerk,belofte,\n"
    "nota.pdf,Wij bieden maatwerk.,markt,,afgezet\n"
    "nota.pdf,De zon schijnt.,,,\n"
)


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "anna.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_tidy_table_has_a_row_per_code_and_one_for_a_sentence_without(
    tmp_path: Path, names: CodeNames
) -> None:
    (coder,) = (codings := read_table(write(tmp_path, TIDY), names)).coders
    first, second = codings.coders[coder]
    assert coder == "anna"
    assert first.beloften == {"maatwerk": Level.BELOFTE}
    assert first.logicas == {"markt": Stance.AFGEZET}
    assert (second.text, second.degrees, second.source) == ("De zon schijnt.", {}, "nota.pdf")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_spreadsheets_write_it_in_many_ways(
    tmp_path: Path, names: CodeNames, encoding: str, delimiter: str
) -> None:
    """Delimiters, encodings, the order and the language of columns, and line ends differ."""
    rows = [
        ("Houding", "Zin", "Opmerking", "CODE", "Bestand"),
        ("afgezet", "“Eén”, zei ze; zo is het.", "", "Marktlogica", "nota"),
    ]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    (sentence,) = read_table(write(tmp_path, text, encoding), names).coders["anna"]
    assert sentence.text == "“Eén”, zei ze; zo is het."
    assert sentence.logicas == {"markt": Stance.AFGEZET}


def test_coders_may_share_a_table(tmp_path: Path, names: CodeNames) -> None:
    text = "zin,code,coder\nWij doen het.,maatwerk,anna\nWij doen het.,,bram\n"
    codings = read_table(write(tmp_path, text), names).coders
    assert {coder: sentences[0].degrees for coder, sentences in codings.items()} == {
        "anna": {"maatwerk": "genoemd"},
        "bram": {},
    }
    assert codings["anna"][0].id == codings["bram"][0].id


def test_sentences_of_a_paragraph_are_read_together(tmp_path: Path, names: CodeNames) -> None:
    text = "zin,alinea,code\nEen.,1,\nTwee.,1,\nDrie.,,\n"
    one, two, three = read_table(write(tmp_path, text), names).coders["anna"]
    assert one.excerpt == two.excerpt != three.excerpt


def test_quotations_are_looked_up_in_their_document(tmp_path: Path, names: CodeNames) -> None:
    (tmp_path / "nota.txt").write_text("Wij bieden maatwerk\nin de buurt. Dat scheelt.\n")
    text = "document,quotation,code,level\nnota,maatwerk in de BUURT,maatwerk,belofte\n"
    one, two = read_table(write(tmp_path, text), names, Documents([tmp_path / "nota.txt"])).coders["anna"]
    assert (one.degrees, two.degrees) == ({"maatwerk": "belofte"}, {})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("zin,code\nWij.,maatwrk\n", r"anna.csv:2: no code is called 'maatwrk'"),
        (
            "zin,code,niveau\nWij.,maatwerk,veel\n",
            r"anna.csv:2: maatwerk cannot have the level or stance 'veel'",
        ),
        (
            "zin,code,houding\n\nWij.,maatwerk,afgezet\n",
            r"anna.csv:3: maatwerk cannot have .* or neutraal",
        ),
        ('zin,code\n"Een\nzin.",\n,maatwerk\n', r"anna.csv:4: the row has no sentence"),
        ("zin,code,gewicht\nWij.,,zwaar\n", r"anna.csv:2: the weight is no number above 0"),
        ("zin,code\nWij, zei ze,maatwerk\n", r"anna.csv:2: the row has more cells than there are columns"),
        ("zin,code,gewicht\nWij.,,-1\n", r"anna.csv:2: the weight is no number above 0"),
        ("zin,zin\nWij.,maatwerk\n", r"anna.csv:1: the column 'zin' stands there twice"),
        ("zin\nWij.\n", "has no column code"),
        ("code\nmaatwerk\n", "has no column sentence or quotation"),
        ('zin,code\n"Wij.,maatwerk\n', "this is no CSV"),
        ("", "holds no rows"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, names: CodeNames, text: str, problem: str) -> None:
    with pytest.raises(CorpusError, match=problem):
        read_table(write(tmp_path, text), names)


def test_a_quotation_of_a_document_that_a_scan_does_not_count_is_an_error(
    tmp_path: Path, names: CodeNames
) -> None:
    (tmp_path / "nota.txt").write_text("qzx wvk jjrt pqlm zzxv " * 60)
    text = "document,quotation,code\nnota.txt,qzx wvk,maatwerk\n"
    with pytest.raises(CorpusError, match=r"nota.txt cannot be read: its text is garbled"):
        read_table(write(tmp_path, text), names, Documents([tmp_path / "nota.txt"]))


def test_a_quotation_that_does_not_occur_is_an_error(tmp_path: Path, names: CodeNames) -> None:
    (tmp_path / "nota.txt").write_text("Wij bieden maatwerk in de buurt.\n")
    documents = Documents([tmp_path / "nota.txt"])
    text = "document,quotation,code\nnota.txt,iets anders,maatwerk\n"
    with pytest.raises(CorpusError, match=r"anna.csv:2: the quotation does not occur in nota.txt"):
        read_table(write(tmp_path, text), names, documents)
    with pytest.raises(CorpusError, match="the document 'x' is not in the folder"):
        read_table(write(tmp_path, text.replace("nota.txt", "x")), names, documents)
    with pytest.raises(UsageError, match="--documents"):
        read_table(write(tmp_path, text), names)
