"""Rules are checked once; rules that changed, or a cache that was tampered with, are not believed."""

import os
import pickle
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from beloften.codebook.load import load_codebook
from beloften.errors import RulesError
from beloften.run.cache_file import FOLDER_VARIABLE, open_cache, write_entry
from beloften.run.codebook_cache import _key, kept_codebook

RULE = "kind: belofte\npatterns: [op maat]"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def no_loading(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """After this is called, loading rules from their files is an error."""

    def refuse(folder: Path | None) -> None:
        pytest.fail(f"{folder} is loaded again")

    return lambda: monkeypatch.setattr("beloften.run.codebook_cache.loaded_codebook", refuse)


def test_rules_are_checked_once(
    rules_folder: Callable[..., Path], cache: Path, no_loading: Callable[[], None]
) -> None:
    folder = rules_folder(maatwerk=RULE)
    first = kept_codebook(folder)
    no_loading()
    assert kept_codebook(folder) == first == load_codebook(folder)
    assert cache.exists()


def test_the_rules_that_ship_come_back_as_they_are(cache: Path) -> None:
    kept_codebook()
    assert kept_codebook() == load_codebook()
    assert cache.exists()


def test_rules_that_changed_are_loaded_anew(rules_folder: Callable[..., Path], cache: Path) -> None:
    kept_codebook(rules_folder(maatwerk=RULE))
    changed = kept_codebook(rules_folder(maatwerk=f"{RULE[:-1]}, maatwerk]"))
    assert len(changed.concepts[0].patterns) == 2
    with pytest.raises(RulesError):
        kept_codebook(rules_folder(maatwerk="kind: geen"))
    assert cache.exists()


class Evil:
    """What does something when it is unpickled."""

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, ("gedaan",)


@pytest.mark.parametrize("packed", [pickle.dumps(Evil()), pickle.dumps("text"), b"no pickle", b""])
def test_nothing_is_run_or_believed_that_is_no_codebook(
    rules_folder: Callable[..., Path],
    cache: Path,
    packed: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = rules_folder(maatwerk=RULE)
    with closing(open_cache(cache)) as connection:
        write_entry(connection, _key(folder), "rules", packed)
    assert kept_codebook(folder) == load_codebook(folder)
    assert not Path("gedaan").exists()


def test_without_a_cache_rules_are_loaded(
    rules_folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, "/dev/null/cache")
    folder = rules_folder(maatwerk=RULE)
    assert kept_codebook(folder) == load_codebook(folder)
