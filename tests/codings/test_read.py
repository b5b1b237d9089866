"""Codings in files of any form."""

from pathlib import Path

import pytest

from beloften.codebook.schema import Codebook
from beloften.codings.read import read_coders
from beloften.errors import CorpusError
from tests.codings.projects import inline_source, project, selection, write_qdpx

TIDY = "zin,code\nWij doen het.,maatwerk\n"


def test_files_of_several_forms_are_those_of_several_coders(tmp_path: Path, codebook: Codebook) -> None:
    (tmp_path / "anna.csv").write_text(TIDY)
    (tmp_path / "bram.jsonl").write_text('{"id": "1", "excerpt": "1", "text": "Wij doen het."}')
    xml = project([inline_source("Wij bieden maatwerk.", [selection(0, 19, ["c-preventie"], user="u2")])])
    write_qdpx(tmp_path / "project.qdpx", xml)
    paths = [tmp_path / name for name in ("anna.csv", "bram.jsonl", "project.qdpx")]
    assert set(read_coders(paths, codebook).coders) == {"anna", "bram", "Bram"}


def test_a_coder_cannot_code_a_sentence_twice(tmp_path: Path, codebook: Codebook) -> None:
    paths = [tmp_path / folder / "anna.csv" for folder in ("een", "twee")]
    for path in paths:
        path.parent.mkdir()
        path.write_text(TIDY)
    with pytest.raises(CorpusError, match=r"anna coded the sentence .* twice"):
        read_coders(paths, codebook)


def test_sources_of_one_name_are_told_apart(tmp_path: Path, codebook: Codebook) -> None:
    source = inline_source("Wij bieden maatwerk.", [selection(0, 19, ["c-preventie"])])
    path = write_qdpx(tmp_path / "p.qdpx", project([source, source]))
    assert {each.source for each in read_coders([path], codebook).coders["Anna"]} == {"nota", "nota abc"}


@pytest.mark.parametrize("name", ["codering.docx", "codering"])
def test_other_files_are_refused(tmp_path: Path, codebook: Codebook, name: str) -> None:
    with pytest.raises(CorpusError, match="Give JSONL, CSV, XLSX or QDPX"):
        read_coders([tmp_path / name], codebook)


def test_a_weight_must_be_above_zero(tmp_path: Path, codebook: Codebook) -> None:
    path = tmp_path / "anna.jsonl"
    path.write_text('{"id": "1", "excerpt": "1", "text": "Wij.", "weight": 0}')
    with pytest.raises(CorpusError, match="is no weight"):
        read_coders([path], codebook)
