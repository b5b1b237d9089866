"""A sample on disk: the blank sheet and, beside it, the key that it is read back with."""

from pathlib import Path

from beloften.codebook.schema import Codebook
from beloften.codings.sample.key import SUFFIX, Sample, key_json
from beloften.codings.sample.qdpx import sample_qdpx
from beloften.codings.sample.sheet import sheet_csv, sheet_xlsx
from beloften.errors import UsageError
from beloften.whole_files import check_free, write_whole

_FORMS = (".xlsx", ".csv", ".qdpx")


def check_sheet(path: Path, *, replace: bool = False) -> None:
    """Check that a coding sheet can have this name, and that no filled one is lost.

    Args:
        path: of the sheet; its key comes to lie beside it.
        replace: whether a sheet and a key that are there may be replaced.

    Raises:
        UsageError: it cannot.
        OutputError: there is a sheet or a key already, which may not be replaced.
    """
    if path.suffix.lower() not in _FORMS:
        raise UsageError(f"{path} is no coding sheet.", f"Give it a name that ends in {', '.join(_FORMS)}.")
    for each in (path, path.with_suffix(SUFFIX)):
        check_free(each, replace=replace)


def write_sample(path: Path, sample: Sample, codebook: Codebook) -> Path:
    """Write a sheet in the form that its name tells, and return the path of its key.

    Raises:
        OutputError: they cannot be written.
    """
    content: str | bytes
    match path.suffix.lower():
        case ".xlsx":
            content = sheet_xlsx(sample, codebook)
        case ".qdpx":
            content = sample_qdpx(sample, codebook)
        case _:
            content = sheet_csv(sample)
    key = path.with_suffix(SUFFIX)
    write_whole(key, key_json(sample))
    write_whole(path, content)
    return key
