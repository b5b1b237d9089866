from dataclasses import replace
from pathlib import Path

import pytest

from beloften.codebook.schema import Level, Stance
from beloften.errors import UsageError
from beloften.run.result import DocumentResult, unread
from beloften.rundir.notas import read_notas
from beloften.rundir.run_info import RunMeta
from beloften.rundir.write import write_run
from beloften.tally.interval import Unit
from beloften.tally.nota import notas_of, units_of
from tests.compare.notas import nota
from tests.tally.building import CODEBOOK, document, finding, page, source

META = RunMeta("0.1.0", {}, {})


def results() -> list[DocumentResult]:
    return [
        document(
            finding("maatwerk", Level.BELOFTE, sentence=3),
            finding("bureaucratisch", Stance.AFGEZET, sentence=60, page_index=1),
            of=source("b.pdf"),
            pages=[page(0), page(1)],
        ),
        document(finding("nabijheid"), of=source("a.pdf", "'s-Hertogenbosch", "GM0796", None)),
        unread(source("scan.pdf"), "scanned", "The pages are pictures."),
    ]


def of_year(year: str) -> list[DocumentResult]:
    """The same, as if the files were others."""
    return [replace(result, sha256=f"{result.source.name} {year}") for result in results()]


def test_a_run_that_was_read_back_gives_the_same_documents_as_the_scan(tmp_path: Path) -> None:
    write_run(tmp_path / "run", results(), CODEBOOK, META)
    notas, _ = read_notas([tmp_path / "run"])
    assert notas == notas_of(results())
    assert [each.words for each in notas] == [1000, 2000]


def test_documents_of_several_runs_are_told_apart_by_the_names_of_their_folders(tmp_path: Path) -> None:
    folders = [tmp_path / "2014", tmp_path / "2017"]
    for folder in folders:
        write_run(folder, of_year(folder.name), CODEBOOK, META)
    notas, _ = read_notas(folders)
    assert [each.name for each in notas] == ["2014/a.pdf", "2014/b.pdf", "2017/a.pdf", "2017/b.pdf"]


def test_runs_in_folders_of_the_same_name_are_told_apart_by_where_they_are(tmp_path: Path) -> None:
    folders = [tmp_path / year / "run" for year in ("2014", "2017")]
    for folder in folders:
        write_run(folder, of_year(folder.parent.name), CODEBOOK, META)
    notas, _ = read_notas(folders)
    assert [each.name for each in notas][::2] == [f"{folder.as_posix()}/a.pdf" for folder in folders]


def test_a_document_does_not_count_twice(tmp_path: Path) -> None:
    folders = [tmp_path / "run", tmp_path / "kopie"]
    for folder in folders:
        write_run(folder, of_year("2014"), CODEBOOK, META)
    for given in (folders, [folders[0], folders[0]]):
        with pytest.raises(UsageError, match="would count twice"):
            read_notas(given)


def test_runs_that_were_made_with_different_rules_are_not_taken_together(tmp_path: Path) -> None:
    folders = [tmp_path / "2014", tmp_path / "2017"]
    for folder, codebook in zip(folders, (CODEBOOK, replace(CODEBOOK, sha256="f" * 64)), strict=True):
        write_run(folder, of_year(folder.name), codebook, META)
    with pytest.raises(UsageError, match="different rules"):
        read_notas(folders)


def test_all_that_is_known_of_a_document_goes_into_the_comparison() -> None:
    own = (("coalitie", "links"),)
    known = replace(source("a.pdf"), kenmerken=own, jaar_from="guess")
    coded = finding("maatwerk", Level.BELOFTE, sentence=1), finding("civiel", Stance.AFGEZET, sentence=2)
    (found,) = notas_of([document(*coded, of=known)])
    assert (found.name, found.gemeente, found.gemeente_code) == ("a.pdf", "Leeuwarden", "GM0080")
    assert (found.jaar, found.soort, found.citation) == (2014, "beleidsnota", "Leeuwarden 2014")
    assert (found.kenmerken, found.is_guess, len(found.zinnen)) == (own, True, 50)
    assert found.codings == ((1, "maatwerk", Level.BELOFTE, None), (2, "civiel", None, Stance.AFGEZET))


def test_the_sentences_of_all_units_are_told() -> None:
    one, other = nota("a.pdf", sentences=50), nota("b.pdf", sentences=30)
    assert units_of([one, other], []).sentences == 80
    assert units_of([one], []).sentences == 50


def test_several_documents_are_resampled_as_documents() -> None:
    notas = [nota("a.pdf", (0, "maatwerk", Level.BELOFTE)), nota("b.pdf", words=10)]
    units = units_of(notas, [[("maatwerk", "genoemd")], [("maatwerk", "expliciet")]])
    assert (units.counts, units.words, units.unit) == ([[1, 0], [0, 0]], [1000, 500], Unit.DOCUMENTEN)


def test_a_single_document_is_resampled_by_page() -> None:
    one = nota("a.pdf", (0, "maatwerk", Level.BELOFTE), (49, "maatwerk", Level.BELOFTE))
    units = units_of([one], [[("maatwerk", "belofte")]])
    assert (units.counts, units.unit) == ([[1], [0], [0], [0], [1]], Unit.PAGINAS)
    assert units.words == [200] * 5


def test_a_sentence_with_several_codes_of_a_selection_counts_once() -> None:
    one = nota("a.pdf", (0, "maatwerk", Level.BELOFTE), (0, "vertrouwdheid", Level.BELOFTE))
    both = [("maatwerk", "belofte"), ("vertrouwdheid", "belofte")]
    assert sum(row[0] for row in units_of([one], [both]).counts) == 1


@pytest.mark.parametrize(("level", "counted"), [("genoemd", 1), ("belofte", 1), ("expliciet", 0)])
def test_a_level_includes_the_ones_before_it(level: str, counted: int) -> None:
    assert len(nota("a.pdf", (0, "maatwerk", Level.BELOFTE)).with_any([("maatwerk", level)])) == counted
