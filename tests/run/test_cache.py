"""What was read before is not read again, and nothing that happens to the cache changes a result."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from beloften.codebook.schema import Codebook
from beloften.corpus.source import Source
from beloften.run.cache import Cache
from beloften.run.cache_file import FOLDER_VARIABLE, cache_folder, cache_info, clear_cache
from beloften.run.edition import edition
from beloften.run.options import WHOLE, ReadingOptions
from beloften.run.packed import pack
from beloften.run.result import DocumentResult, unread
from beloften.run.scan import Scan, scan

SENTENCE = "Wij bieden hulp op maat."
DATABASE = "results-1.sqlite"


@pytest.fixture
def codebook(codebook_of: Callable[..., Codebook]) -> Codebook:
    return codebook_of(maatwerk="kind: belofte\npatterns: [op maat]")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three texts, each a sentence longer than the one before."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in (1, 2, 3):
        (folder / f"{number}.txt").write_text("\n\n".join([SENTENCE] * number))
    return folder


@pytest.fixture
def no_reading(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """After this is called, reading a document is an error."""

    def refuse(sources: list[Source], *_: object, **__: object) -> None:
        assert not sources

    return lambda: monkeypatch.setattr("beloften.run.scan.analyse_all", refuse)


def found(scan: Scan) -> list[int]:
    return [len(result.findings) for result in scan.results]


def damage(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / DATABASE)
    with connection:
        connection.execute(statement)
    connection.close()


def test_a_second_scan_reads_no_document(
    corpus: Path, codebook: Codebook, folder: Path, no_reading: Callable[[], None]
) -> None:
    first = scan([corpus], codebook)
    no_reading()
    assert scan([corpus], codebook).results == first.results
    assert found(first) == [1, 2, 3]
    assert cache_info(folder).results == 3


def test_other_names_other_places_and_other_gemeenten_cost_nothing(
    corpus: Path, codebook: Codebook, folder: Path, no_reading: Callable[[], None]
) -> None:
    first = scan([corpus], codebook)
    elsewhere = corpus.rename(corpus.with_name("elders"))
    (elsewhere / "1.txt").rename(elsewhere / "9.txt")
    no_reading()
    second = scan([elsewhere], codebook, gemeente="Zwolle", jaar=2014)
    assert [result.source.name for result in second.results] == ["2.txt", "3.txt", "9.txt"]
    assert found(second) == [2, 3, 1]
    assert {result.source.gemeente for result in second.results} == {"Zwolle"}
    prints = [{placed.fingerprint for placed in result.findings} for result in first.results]
    assert {placed.fingerprint for placed in second.results[0].findings} == prints[1]
    assert {placed.fingerprint for placed in second.results[2].findings}.isdisjoint(prints[0])
    assert folder.exists()


def test_what_can_change_a_result_is_another_edition(
    codebook_of: Callable[..., Codebook], codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    editions = {
        edition(codebook, WHOLE),
        edition(codebook, ReadingOptions(section="zorg")),
        edition(codebook, ReadingOptions(hits=True)),
        edition(codebook_of(maatwerk="kind: belofte\npatterns: [maatwerk]"), WHOLE),
    }
    assert len(editions) == 4
    assert edition(codebook, ReadingOptions(only=("Zwolle",))) in editions
    monkeypatch.setattr("beloften.run.edition.program", lambda: "changed")
    assert edition(codebook, WHOLE) not in editions


def test_a_file_that_changed_is_read_anew(corpus: Path, codebook: Codebook, folder: Path) -> None:
    scan([corpus], codebook)
    (corpus / "1.txt").write_text("\n\n".join([SENTENCE] * 5))
    assert found(scan([corpus], codebook)) == [5, 2, 3]
    assert cache_info(folder).results == 4


def test_the_same_bytes_under_another_suffix_are_another_document(
    corpus: Path, codebook: Codebook, folder: Path
) -> None:
    scan([corpus], codebook)
    (corpus / "1.txt").rename(corpus / "1.pptx")
    assert [result.status for result in scan([corpus], codebook).results] == ["unsupported", "ok", "ok"]
    assert folder.exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE results SET packed = substr(packed, 1, length(packed) - 1)",
        "UPDATE results SET packed = zeroblob(length(packed))",
        "UPDATE results SET packed = (SELECT max(packed) FROM results)",
        "UPDATE results SET packed = 'text'",
        "UPDATE results SET checksum = zeroblob(16)",
        "UPDATE results SET key = zeroblob(32) WHERE key = (SELECT max(key) FROM results)",
    ],
)
def test_an_entry_that_is_damaged_is_reckoned_anew(
    corpus: Path, codebook: Codebook, folder: Path, statement: str, no_reading: Callable[[], None]
) -> None:
    first = scan([corpus], codebook)
    damage(folder, statement)
    assert scan([corpus], codebook).results == first.results
    no_reading()
    assert scan([corpus], codebook).results == first.results


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough to be looked at" * 100, b"\xff" * 999]
)
def test_a_cache_that_is_no_database_costs_a_warning(
    corpus: Path, codebook: Codebook, folder: Path, content: bytes
) -> None:
    folder.mkdir()
    (folder / DATABASE).write_bytes(content)
    done = scan([corpus], codebook)
    assert found(done) == [1, 2, 3]
    (warning,) = done.warnings
    assert "beloften cache clear" in warning
    clear_cache(folder)
    assert scan([corpus], codebook).warnings == ()
    assert cache_info(folder).results == 3


def test_a_cache_that_is_damaged_within_costs_a_warning_at_most(
    corpus: Path, codebook: Codebook, folder: Path
) -> None:
    first = scan([corpus], codebook)
    content = bytearray((folder / DATABASE).read_bytes())
    for start in range(4096, len(content), 512):
        damaged = bytes(content[:start]) + b"\xff" * 256 + bytes(content[start + 256 :])
        (folder / DATABASE).write_bytes(damaged)
        with Cache(folder, edition(codebook, WHOLE)) as cache:
            for result in first.results:
                packed = cache.find(result.source)
                assert packed is None or packed == pack(result)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody make such a folder")
def test_a_folder_that_cannot_be_written_costs_a_warning(
    corpus: Path, codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, "/dev/null/cache")
    done = scan([corpus], codebook)
    assert found(done) == [1, 2, 3]
    assert len(done.warnings) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_cache_that_is_full_costs_a_warning(corpus: Path, folder: Path) -> None:
    """No file may grow beyond 16 kB, as on a full disk; the documents are larger than that."""
    for path in corpus.iterdir():
        path.write_text("\n\n".join(f"{SENTENCE} {path.stem} {number}" for number in range(500)))
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (16384, 16384)); "
        "from beloften.cli.main import main; main()"
    )
    command = [sys.executable, "-c", code, "scan", str(corpus), "--format", "csv", "--by", "document"]
    full = subprocess.run(command, capture_output=True, text=True, check=False)
    again = subprocess.run([*command, "--no-cache"], capture_output=True, text=True, check=False)
    assert full.returncode == 0
    assert "full" in full.stderr or "disk I/O" in full.stderr
    assert full.stdout == again.stdout
    assert folder.exists()


def test_without_the_cache_nothing_is_kept(corpus: Path, codebook: Codebook, folder: Path) -> None:
    assert found(scan([corpus], codebook, cached=False)) == [1, 2, 3]
    assert not folder.exists()


@pytest.mark.parametrize("status", ["timeout", "memory", "crashed"])
def test_what_is_down_to_this_machine_is_not_kept(tmp_path: Path, status: str) -> None:
    path = tmp_path / "nota.txt"
    path.write_text(SENTENCE)
    source = Source(path, path.name, "", "", "", None, "", "", "", "")
    sha256 = __import__("hashlib").sha256(path.read_bytes()).hexdigest()
    bad = unread(source, status, "", sha256)
    with Cache(tmp_path / "cache", "edition") as cache:
        cache.keep(bad, pack(bad))
        assert cache.find(source) is None
        damaged = replace(bad, status="damaged")
        cache.keep(damaged, pack(damaged))
        assert cache.find(source) == pack(damaged)
        assert kept_under(cache, replace(damaged, remark="OCR failed: no memory.", sha256="0")) == 1


def kept_under(cache: Cache, result: DocumentResult) -> int:
    """How many results there are when one more was offered."""
    cache.keep(result, pack(result))
    folder = cache._folder  # noqa: SLF001 - the test has no other way to its own cache
    assert folder
    return cache_info(folder).results


def test_beyond_its_limit_results_of_other_editions_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("beloften.run.cache_file.SIZE_LIMIT", 200_000)
    source = Source(tmp_path / "a", "a", "", "", "", None, "", "", "", "")
    for name in ("one", "two", "three"):
        with Cache(tmp_path / "cache", name) as cache:
            for number in range(10):
                result = unread(source, "damaged", os.urandom(5_000).hex(), f"{number}")
                cache.keep(result, pack(result))
    connection = sqlite3.connect(tmp_path / "cache" / DATABASE)
    kept = dict(connection.execute("SELECT edition, count(*) FROM results GROUP BY edition"))
    connection.close()
    assert kept["three"] == 10
    assert sum(kept.values()) < 20


def test_clearing_mends_a_cache_that_is_damaged_within(
    corpus: Path, codebook: Codebook, folder: Path
) -> None:
    scan([corpus], codebook)
    content = (folder / DATABASE).read_bytes()
    for page in range(4096, len(content), 4096):
        (folder / DATABASE).write_bytes(content[:page] + b"\xff" * 4096 + content[page + 4096 :])
        clear_cache(folder)
        with Cache(folder, edition(codebook, WHOLE)) as cache:
            assert cache.problem == ""
        assert cache_info(folder).results == 0


def test_clearing_forgets_everything(corpus: Path, codebook: Codebook, folder: Path) -> None:
    clear_cache(folder)
    scan([corpus], codebook)
    before = cache_info(folder)
    clear_cache(folder)
    after = cache_info(folder)
    assert (before.results, after.results) == (3, 0)
    assert after.size <= before.size


def test_the_folder_is_the_users_own_unless_another_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, "/elders")
    assert cache_folder() == Path("/elders")
    monkeypatch.delenv(FOLDER_VARIABLE)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/cache")
    assert cache_folder() == Path("/cache/beloften")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache_folder() == Path.home() / ".cache" / "beloften"
