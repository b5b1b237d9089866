"""A sample on disk: the blank sheet and, beside it, the key that it is read back with."""

from pathlib import Path

from beloften.codebook.schema import Codebook
from beloften.codings.sample.key import SUFFIX, Sample, key_json
from beloften.codings.sample.qdpx import sample_qdpx
from beloften.codings.sample.sheet import sheet_csv, sheet_xlsx
from beloften.errors import UsageError
from beloften.whole_files import write_whole

_FORMS = (".xlsx", ".csv", ".qdpx")


def check_sheet(path: Path) -> None:
    """Check that a coding sheet can have this name, and that no filled one is lost.

    Raises:
        UsageError: it cannot, or there is a file already.
    """
    if path.suffix.lower() not in _FORMS:
        raise UsageError(f"{path} is no coding sheet.", f"Give it a name that ends in {', '.join(_FORMS)}.")
    key = path.with_suffix(SUFFIX)
    for each, why in ((path, "somebody may have coded in it"), (key, "it is the key of another sheet")):
        if each.exists():
            problem = f"{each} is there already, and {why}."
            raise UsageError(problem, "Give another name, or remove it.")


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
