import hashlib
import json
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beloften.codebook.diff import said
from beloften.codebook.schema import Level, Stance
from beloften.errors import OutputError, UsageError
from beloften.run.result import DocumentResult, unread
from beloften.rundir.datapackage import CSV_FILES
from beloften.rundir.read import changed_files, read_findings, read_run
from beloften.rundir.rows import document_rows, finding_rows, zin_rows
from beloften.rundir.run_info import RunMeta
from beloften.rundir.write import check_target, write_run
from beloften.tally.count import count
from tests.tally.building import CODEBOOK, document, finding, page, source

META = RunMeta("0.1.0", {"pypdfium2": "5.0"}, {"gemeente": None})
RESULTS = [
    document(
        finding("maatwerk", Level.BELOFTE),
        finding("bureaucratisch", Stance.AFGEZET, sentence=1, page_index=1),
        of=source("b.pdf"),
        pages=[page(0), page(1)],
    ),
    document(finding("nabijheid"), of=source("a.pdf", "'s-Hertogenbosch", "GM0796", None)),
    unread(source("scan.pdf"), "scanned", "The pages are pictures."),
]
FILES = {*CSV_FILES, "run.json", "regels.json", "datapackage.json"}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Let no file grow beyond a size in bytes, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_run_is_seven_files_and_leaves_nothing_beside_them(tmp_path: Path) -> None:
    write_run(tmp_path / "uit" / "run", RESULTS, CODEBOOK, META)
    assert set(contents(tmp_path / "uit" / "run")) == FILES
    assert names(tmp_path / "uit") == ["run"]


def test_what_was_written_can_be_read_back(tmp_path: Path) -> None:
    write_run(tmp_path / "run", RESULTS, CODEBOOK, META)
    run = read_run(tmp_path / "run")
    assert run.bevindingen == tuple(finding_rows(RESULTS, CODEBOOK))
    assert run.documenten == tuple(document_rows(RESULTS))
    assert run.zinnen == tuple(zin_rows(RESULTS))
    assert [(row.group, row.code, row.zinnen) for row in run.tellingen] == [
        (row.group, row.code, row.zinnen) for row in count(RESULTS, CODEBOOK)
    ]
    assert run.info["codebook"]["sha256"] == CODEBOOK.sha256
    assert run.rules == said(CODEBOOK)


def test_a_finding_has_its_citation_and_all_that_made_it(tmp_path: Path) -> None:
    write_run(tmp_path / "run", RESULTS, CODEBOOK, META)
    found = read_findings(tmp_path / "run")[1]
    assert (found.citation, found.page_label, found.page_index) == ("(Leeuwarden 2014: 1)", "1", 0)
    assert (found.code, found.kind, found.level, found.stance) == ("maatwerk", "belofte", "belofte", "")
    assert (found.rule, found.pattern, found.words, found.cue) == (
        "maatwerk",
        "maatwerk*",
        "maatwerk",
        "wijkteam",
    )
    assert found.boxes == "0:70.0,100.0,120.3,112.5"


def test_hostile_text_is_harmless_in_the_file_and_whole_when_read_back(tmp_path: Path) -> None:
    hostile = '=HYPERLINK("http://x")\r\n","'
    result = document(finding("maatwerk", Level.BELOFTE)._replace(sentence=hostile, before="-1+1"))
    write_run(tmp_path / "run", [result], CODEBOOK, META)
    text = (tmp_path / "run" / "bevindingen.csv").read_text("utf-8")
    assert "'=HYPERLINK" in text
    assert ",'-1+1," in text
    (found,) = read_findings(tmp_path / "run")
    assert (found.sentence, found.before) == (hostile, "-1+1")


def test_a_document_that_was_not_read_has_its_row_with_the_reason(tmp_path: Path) -> None:
    write_run(tmp_path / "run", RESULTS, CODEBOOK, META)
    row = read_run(tmp_path / "run").documenten[2]
    assert (row.document, row.status, row.remark, row.words) == (
        "scan.pdf",
        "scanned",
        "The pages are pictures.",
        0,
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(st.permutations(RESULTS))
def test_the_order_of_the_documents_changes_no_byte(tmp_path: Path, results: list[DocumentResult]) -> None:
    write_run(tmp_path / "one", RESULTS, CODEBOOK, META)
    write_run(tmp_path / "two", results, CODEBOOK, META)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_nothing_in_a_run_says_where_it_was_made(tmp_path: Path) -> None:
    write_run(tmp_path / "run", RESULTS, CODEBOOK, META)
    everything = b"".join(contents(tmp_path / "run").values())
    assert str(tmp_path).encode() not in everything
    assert b"/elders" not in everything


def test_a_new_run_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    write_run(tmp_path / "run", RESULTS[:1], CODEBOOK, META)
    write_run(tmp_path / "run", RESULTS, CODEBOOK, META)
    assert len(read_run(tmp_path / "run").documenten) == 3
    assert names(tmp_path) == ["run"]


def test_what_the_user_keeps_in_a_run_stays_there(tmp_path: Path) -> None:
    write_run(tmp_path / "run", RESULTS, CODEBOOK, META)
    (tmp_path / "run" / "notities.txt").write_text("Kijk p. 31 na.", "utf-8")
    write_run(tmp_path / "run", RESULTS, CODEBOOK, META)
    assert set(contents(tmp_path / "run")) == FILES | {"notities.txt"}


def test_an_empty_folder_may_become_a_run(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    write_run(tmp_path / "run", RESULTS, CODEBOOK, META)
    assert set(contents(tmp_path / "run")) == FILES


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "scriptie.docx").write_bytes(b"x")
    with pytest.raises(OutputError, match="is not empty and holds no earlier run"):
        write_run(tmp_path, RESULTS, CODEBOOK, META)
    assert names(tmp_path) == ["scriptie.docx"]


def test_a_run_json_of_another_program_makes_no_run(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text('{"format": "other"}', "utf-8")
    with pytest.raises(OutputError):
        check_target(tmp_path)


def test_a_file_cannot_become_a_run(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("x", "utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        write_run(tmp_path / "run", RESULTS, CODEBOOK, META)


@pytest.mark.parametrize("size", [0, 100, 1000, 3000])
def test_on_a_full_disk_the_earlier_run_is_still_there_whole(tmp_path: Path, size: int) -> None:
    write_run(tmp_path / "run", RESULTS[:1], CODEBOOK, META)
    before = contents(tmp_path / "run")
    with files_of_at_most(size), pytest.raises(OutputError, match="cannot be written"):
        write_run(tmp_path / "run", RESULTS, CODEBOOK, META)
    assert contents(tmp_path / "run") == before
    assert names(tmp_path) == ["run"]


def test_on_a_full_disk_no_half_run_is_left(tmp_path: Path) -> None:
    with files_of_at_most(1000), pytest.raises(OutputError):
        write_run(tmp_path / "run", RESULTS, CODEBOOK, META)
    assert names(tmp_path) == []


def test_the_data_package_describes_every_column_in_order(tmp_path: Path) -> None:
    write_run(tmp_path / "run", RESULTS, CODEBOOK, META)
    package = json.loads((tmp_path / "run" / "datapackage.json").read_text("utf-8"))
    assert [resource["path"] for resource in package["resources"]] == list(CSV_FILES)
    for table in package["resources"]:
        data = (tmp_path / "run" / table["path"]).read_bytes()
        fields = table["schema"]["fields"]
        assert data.decode().split("\n")[0].split(",") == [field["name"] for field in fields]
        assert all(field["description"] for field in fields)
        assert (table["bytes"], table["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")


def test_the_keys_of_the_data_package_hold(tmp_path: Path) -> None:
    write_run(tmp_path / "run", RESULTS, CODEBOOK, META)
    run = read_run(tmp_path / "run")
    documents = [row.document for row in run.documenten]
    assert len(documents) == len(set(documents))
    assert {row.document for row in run.bevindingen} <= set(documents)
    assert len({row.fingerprint for row in run.bevindingen}) == len(run.bevindingen)
    assert len({(row.group, row.code, row.measure) for row in run.tellingen}) == len(run.tellingen)


def test_a_folder_that_holds_no_run_cannot_be_read_as_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no run"):
        read_run(tmp_path)


def test_a_damaged_run_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    write_run(tmp_path / "run", RESULTS, CODEBOOK, META)
    (tmp_path / "run" / "tellingen.csv").write_text("group\nx\n", "utf-8")
    with pytest.raises(UsageError, match=r"tellingen\.csv cannot be read: there is no column"):
        read_run(tmp_path / "run")


def test_a_run_of_another_version_of_the_format_is_refused(tmp_path: Path) -> None:
    write_run(tmp_path / "run", RESULTS, CODEBOOK, META)
    path = tmp_path / "run" / "run.json"
    path.write_text(path.read_text("utf-8").replace('"format_version": 2', '"format_version": 99'), "utf-8")
    with pytest.raises(UsageError, match="another version of beloften"):
        read_run(tmp_path / "run")


def test_tables_that_were_changed_since_the_scan_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    write_run(folder, RESULTS, CODEBOOK, META)
    assert changed_files(folder) == ()
    with (folder / "documenten.csv").open("a") as stream:
        stream.write("\n")
    (folder / "zinnen.csv").unlink()
    assert changed_files(folder) == ("documenten.csv", "zinnen.csv")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a folder in which nobody can write is needed")
def test_a_folder_where_nothing_can_be_written_is_refused_before_anything_is_read() -> None:
    with pytest.raises(OutputError, match="nothing can be written in"):
        check_target(Path("/proc/self/uit"))
